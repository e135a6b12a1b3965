import Store
import Surroundings

/// A membership with all that is known of its identity; what its business may see of that is `BusinessUser`.
struct Member: Sendable {
    let business: Int64
    let number: Int64
    let identity: Int64
    let username: String
    let fullName: String
    let email: String?
    let role: Int64
    let roleName: String
    /// What the role gives in this business.
    let permissions: Permissions
    let disabled: Bool
    let identityDisabled: Bool
    /// Whether this business has a say over the identity itself (FD-21).
    let isAtHome: Bool
    let hasPassword: Bool
    let count: SignInCount
    let lastLogInAt: Instant?

    var isOwner: Bool { number == ownerNumber }
}

extension Transaction {
    /// Those who work in a business, by their numbers there, in one statement.
    func members(of business: Int64) throws -> [Member] {
        try all(selectMembers + " ORDER BY m.number", business, as: Member.init)
    }

    /// - Throws: `FrontDoorError.noSuchUser`, `StoreError`.
    func member(_ number: Int64, of business: Int64) throws -> Member {
        let member = try first(selectMembers + " AND m.number = ?2", business, number, as: Member.init)
        guard let member else { throw FrontDoorError.noSuchUser(String(number)) }
        return member
    }

    /// Whether an identity works in another business too.
    func works(_ identity: Int64, elsewhereThan business: Int64) throws -> Bool {
        try exists(membershipElsewhere, identity, business)
    }
}

extension Member {
    fileprivate init(_ row: any Row) throws {
        self.init(
            business: row.integer(0), number: row.integer(1), identity: row.integer(2),
            username: row.text(3), fullName: row.text(4), email: row.optionalText(5), role: row.integer(6),
            roleName: row.text(7), permissions: Permissions(rawValue: row.integer(8)),
            disabled: row.flag(9), identityDisabled: row.flag(10), isAtHome: row.flag(11),
            hasPassword: row.flag(12),
            count: SignInCount(
                failures: Int(row.integer(13)), lockedAt: try row.optionalInstant(14),
                wrongPasswords: Int(row.integer(15)), pausedUntil: try row.optionalInstant(16)),
            lastLogInAt: try row.optionalInstant(17))
    }
}

private let selectMembers: SQL = """
    SELECT m.business, m.number, i.id, i.username, i.full_name, i.email, m.role, r.name, r.permissions,
        m.disabled, i.disabled, CASE WHEN i.home_business = m.business AND i.at_home = 1 THEN 1 ELSE 0 END,
        CASE WHEN i.password_hash IS NULL THEN 0 ELSE 1 END, COALESCE(c.failures, 0), c.locked_at,
        COALESCE(c.wrong_passwords, 0), c.paused_until, m.last_log_in_at
    FROM membership m
    JOIN identity i ON i.id = m.identity
    JOIN role r ON r.business = m.business AND r.number = m.role
    LEFT JOIN sign_in_count c ON c.name_key = i.sign_in_key
    WHERE m.business = ?1
    """
private let membershipElsewhere: SQL =
    "SELECT 1 FROM membership WHERE identity = ?1 AND business <> ?2 LIMIT 1"
