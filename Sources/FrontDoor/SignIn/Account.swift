import Store
import Surroundings

/// A user in one business, as the answers of sign-in tell of both.
public struct Account: Hashable, Sendable {
    public let identity: Int64
    public let username: String
    public let fullName: String
    public let email: String?
    /// Whether the password or the memorable word is.
    public let temporaryPassword: Bool
    public let business: Int64
    public let businessName: String
    public let package: String
    /// The last day of the subscription, `YYYY-MM-DD`; nil never ends.
    public let until: String?
    /// Whether that day is over.
    public let subscriptionExpired: Bool
    /// The user's number within the business.
    public let userNumber: Int64
    public let administrator: Bool
}

/// Step 1 was right: what the user has to answer next (FD-15).
public struct PasswordAccepted: Sendable {
    /// To be handed back in step 2, once.
    public let temporaryToken: String
    /// Three places in the memorable word, counted from 1, in the order they are asked.
    public let positions: [Int]
    public let account: Account
}

/// A session was made.
public struct SessionGranted: Sendable {
    public let sessionToken: String
    public let account: Account
    public let keepLoggedIn: Bool
    /// When it ends at the latest (FD-7).
    public let endsAt: Instant
}

extension Transaction {
    /// The account that sign-in opens: in the business last used that is live, else the home one, else any
    /// (FD-11). Nil when there is none, or the identity is disabled.
    /// - Parameter wall: by which the subscription's last day counts.
    func openingAccount(of identity: Int64, at wall: Instant) throws -> Account? {
        try first(opening, identity) { try readAccount($0, at: wall) }
    }

    /// The account in one business; nil when the identity is no live member of it.
    func account(of identity: Int64, in business: Int64, at wall: Instant) throws -> Account? {
        try first(inBusiness, identity, business) { try readAccount($0, at: wall) }
    }
}

private func readAccount(_ row: any Row, at wall: Instant) throws -> Account {
    var expired = false
    if let until = row.optionalText(8) {
        guard let lapse = Instant(afterDay: until) else { throw StoreError.damaged("not a date") }
        expired = wall >= lapse
    }
    return Account(
        identity: row.integer(0), username: row.text(1), fullName: row.text(2), email: row.optionalText(3),
        temporaryPassword: row.flag(4), business: row.integer(5), businessName: row.text(6),
        package: row.text(7),
        until: row.optionalText(8), subscriptionExpired: expired, userNumber: row.integer(9),
        administrator: row.flag(10))
}

private let accounts =
    "SELECT i.id, i.username, i.full_name, i.email, " + hasTemporarySecret + """
        , b.id, b.name, b.package, b.until, m.number, m.administrator
        FROM identity i
        JOIN membership m ON m.identity = i.id AND m.disabled = 0
        JOIN business b ON b.id = m.business AND b.state = 'live'
        WHERE i.id = ?1 AND i.disabled = 0

        """
private let opening =
    accounts + """
        ORDER BY CASE WHEN m.last_used_at IS NULL THEN 1 ELSE 0 END, m.last_used_at DESC,
            CASE WHEN b.id = i.home_business THEN 0 ELSE 1 END, b.id
        LIMIT 1
        """
private let inBusiness = accounts + "AND b.id = ?2"
