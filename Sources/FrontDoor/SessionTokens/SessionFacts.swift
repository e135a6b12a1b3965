import Store
import Surroundings

/// What a stored session says, read at one moment with everything that decides whether it may come in.
struct SessionFacts: Sendable {
    let hash: TokenHash
    let identity: Int64
    let business: Int64
    let userNumber: Int64
    let username: String
    let permissions: Permissions
    /// Whether the password or the memorable word is (FD-21).
    let temporaryPassword: Bool
    let kept: Bool
    let createdAt: Instant
    let lastUsedAt: Instant
    let endsAt: Instant
    let lockedAt: Instant?
    /// The first instant at which the subscription no longer holds; nil never lapses.
    let lapsesAt: Instant?
    /// Whence the business may be called; nil: from anywhere. Empty where a list of sessions did not need it.
    var allowed: [AddressRange]?
}

extension Transaction {
    /// The session of that hash, or nil when there is none or it counts as none: its identity was disabled or
    /// given a new generation, its membership disabled or removed, its business isn't live (FD-4, FD-9).
    ///
    /// Whether it has aged out is for `SessionLimits` to say.
    func session(_ hash: TokenHash) throws -> SessionFacts? {
        guard var facts = try first(sessionByHash, hash.hex, as: sessionFacts) else { return nil }
        if facts.allowed != nil { facts.allowed = try allowedAddresses(of: facts.business).map(\.range) }
        return facts
    }

    /// Every session that counts, of one identity or of all, by their identity and start.
    func sessions(ofIdentity identity: Int64?) throws -> [SessionFacts] {
        guard let identity else { return try all(everySession, as: sessionFacts) }
        return try all(sessionsOfIdentity, identity, as: sessionFacts)
    }
}

extension Instant {
    /// The first instant after the UTC day `YYYY-MM-DD`: a subscription is good through the end of its last
    /// day.
    init?(afterDay day: String) {
        guard let midnight = Instant(text: day + "T00:00:00.000Z") else { return nil }
        self = midnight.advanced(by: .seconds(24 * 60 * 60))
    }
}

private func sessionFacts(_ row: any Row) throws -> SessionFacts {
    var lapsesAt: Instant?
    if let until = row.optionalText(11) {
        guard let after = Instant(afterDay: until) else { throw StoreError.damaged("not a date") }
        lapsesAt = after
    }
    return SessionFacts(
        hash: try row.tokenHash(0), identity: row.integer(1), business: row.integer(2),
        userNumber: row.integer(3),
        username: row.text(4), permissions: Permissions(rawValue: row.integer(5)),
        temporaryPassword: row.flag(6), kept: row.flag(7), createdAt: try row.instant(8),
        lastUsedAt: try row.instant(9), endsAt: try row.instant(10), lockedAt: try row.optionalInstant(12),
        lapsesAt: lapsesAt, allowed: row.flag(13) ? [] : nil)
}

private let sessionColumns =
    "SELECT s.hash, s.identity, s.business, m.number, i.username, r.permissions, " + hasTemporarySecret + """
        , s.keep, s.created_at, s.last_used_at, s.ends_at, b.until, c.locked_at, a.listed_addresses_only
        FROM session s
        JOIN identity i ON i.id = s.identity AND i.generation = s.generation AND i.disabled = 0
        JOIN membership m ON m.business = s.business AND m.identity = s.identity AND m.disabled = 0
        JOIN role r ON r.business = m.business AND r.number = m.role
        JOIN business b ON b.id = s.business AND b.state = 'live'
        LEFT JOIN sign_in_count c ON c.name_key = i.sign_in_key
        LEFT JOIN api_setting a ON a.business = s.business

        """
private let sessionByHash = sessionColumns + "WHERE s.hash = ?1"
private let sessionsOfIdentity = sessionColumns + "WHERE s.identity = ?1 ORDER BY s.created_at, s.hash"
private let everySession = sessionColumns + "ORDER BY s.identity, s.created_at, s.hash"
