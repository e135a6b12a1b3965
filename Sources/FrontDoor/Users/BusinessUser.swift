import Store
import Surroundings

/// A user as one business sees them, by what the business may know (FD-21).
///
/// E-mail, lock, failures and whether they ever activated are the identity's. Only the business that the identity is
/// at home in sees them; for another it has no e-mail, no lock and no failures.
public struct BusinessUser: Hashable, Sendable {
    /// Within the business, from 1, never given twice.
    public let number: Int64
    public let username: String
    public let fullName: String
    public let email: String?
    public let role: Int64
    public let roleName: String
    /// In this business.
    public let disabled: Bool
    /// Whether failed sign-ins shut the user out: for good, or for the pause of the gentle lockout (FD-18).
    public let locked: Bool
    /// Failed sign-ins in a row.
    public let failures: Int
    public let state: State
    /// Open now in this business.
    public let sessions: Int
    /// The last session made in this business; nil: there never was one.
    public let lastLogInAt: Instant?

    public enum State: Sendable, CaseIterable {
        case active
        /// Made without a password, and the activation link is not answered yet.
        case pending
        /// Disabled here, or everywhere by the operator.
        case disabled
    }
}

extension BusinessUser {
    init(_ member: Member, sessions: Int, _ settings: FrontDoorSettings, at now: Instant) {
        let count = member.count
        let isAtHome = member.isAtHome
        number = member.number
        username = member.username
        fullName = member.fullName
        email = isAtHome ? member.email : nil
        role = member.role
        roleName = member.roleName
        disabled = member.disabled
        locked = isAtHome && count.bar(settings, forPassword: true, at: now) != nil
        // A lock whose time is over counts as none, and the failures before it with it (FD-19).
        failures = isAtHome && (locked || count.lockedAt == nil) ? count.failures + count.wrongPasswords : 0
        self.sessions = sessions
        lastLogInAt = member.lastLogInAt
        if member.disabled || isAtHome && member.identityDisabled {
            state = .disabled
        } else {
            state = isAtHome && !member.hasPassword ? .pending : .active
        }
    }
}

extension FrontDoor {
    /// Those who work in a business, by their numbers there.
    /// - Throws: `StoreError`.
    public func businessUsers(_ business: Int64) async throws -> [BusinessUser] {
        try await store.read { [self] transaction in
            let open = try openSessions(inBusiness: business, in: transaction)
            return try transaction.members(of: business).map { member in
                BusinessUser(
                    member, sessions: open[member.identity] ?? 0, settings, at: doorClock.now())
            }
        }
    }

    /// - Throws: `FrontDoorError.noSuchUser`, `StoreError`.
    public func businessUser(_ number: Int64, business: Int64) async throws -> BusinessUser {
        try await store.read { [self] in try businessUser(number, business: business, in: $0) }
    }

    /// The same, from one state of the tables.
    public func businessUser(
        _ number: Int64, business: Int64, in transaction: any Transaction
    ) throws -> BusinessUser {
        let member = try transaction.member(number, of: business)
        let open = try openSessions(inBusiness: business, of: member.identity, in: transaction)
        return BusinessUser(member, sessions: open[member.identity] ?? 0, settings, at: doorClock.now())
    }

    /// How many sessions of each identity, or of one, live in a business, with what is known here of their last use.
    private func openSessions(
        inBusiness business: Int64, of identity: Int64? = nil, in transaction: any Transaction
    ) throws -> [Int64: Int] {
        let now = doorClock.now()
        var open: [Int64: Int] = [:]
        let statement = identity == nil ? sessionsInBusiness : sessionsInBusiness + ofIdentity
        let values = [business, identity].compactMap { $0.map(SQLValue.integer) }
        try transaction.query(statement, values) { row in
            let lastUsedAt = sessions.lastUse(of: try row.tokenHash(1), stored: try row.instant(3))
            let end = limits.end(
                kept: row.flag(2), lastUsedAt: lastUsedAt, endsAt: try row.instant(4), at: now)
            if end == nil { open[row.integer(0), default: 0] += 1 }
            return true
        }
        return open
    }
}

private let sessionsInBusiness: SQL = """
    SELECT s.identity, s.hash, s.keep, s.last_used_at, s.ends_at
    FROM session s JOIN identity i ON i.id = s.identity AND i.generation = s.generation
    WHERE s.business = ?1
    """
private let ofIdentity: SQL = " AND s.identity = ?2"
