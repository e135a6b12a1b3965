import Surroundings

/// A session that was let in: who calls, for which business, with which rights.
///
/// As cheap to make and pass on as a reference; what it says was read together, at one moment.
public struct Caller: Sendable {
    let entry: SessionEntry
    private let admittedAt: Instant
    private let sessions: SessionTokenCache
    /// Whether the business's subscription has lapsed at the moment of admission.
    public let subscriptionLapsed: Bool

    init(_ entry: SessionEntry, admittedAt: Instant, lapsed: Bool, sessions: SessionTokenCache) {
        self.entry = entry
        self.admittedAt = admittedAt
        self.sessions = sessions
        subscriptionLapsed = lapsed
    }

    public var identity: Int64 { entry.facts.identity }
    public var business: Int64 { entry.facts.business }
    /// The user's number within the business.
    public var userNumber: Int64 { entry.facts.userNumber }
    public var username: String { entry.facts.username }
    public var permissions: Permissions { entry.facts.permissions }
    public var temporaryPassword: Bool { entry.facts.temporaryPassword }
    /// The SHA-256 of the session's token, 64 hexadecimal digits, as it is stored. Logs show eight of them.
    public var sessionHash: String { entry.facts.hash.hex }

    /// - Throws: `.temporaryPassword` first, since such a session may do nothing else than change it (FD-21),
    ///   then `.permissionDenied`.
    public func require(_ permission: Permission) throws(FrontDoorError) {
        try requireLastingPassword()
        guard permissions.allow(permission) else { throw .permissionDenied(permission) }
    }

    /// What a call asks that needs no permission of its own.
    /// - Throws: `.temporaryPassword` (FD-21).
    public func requireLastingPassword() throws(FrontDoorError) {
        guard !temporaryPassword else { throw .temporaryPassword }
    }

    /// - Throws: `.subscriptionExpired`. Not asked where a lapsed business may still act: to switch company,
    ///   to end its session, to be renewed (FD-4).
    public func requireSubscription() throws(FrontDoorError) {
        guard !subscriptionLapsed else { throw .subscriptionExpired }
    }

    /// Asked last of all, before the body is read (FD-4). Costs nothing in a business that may be called from anywhere.
    /// - Parameter address: where the caller is; nil, which is refused, when that can't be told (FD-5).
    /// - Throws: `.addressNotAllowed`.
    public func requireAllowed(from address: @autoclosure () -> IPAddress?) throws(FrontDoorError) {
        guard let allowed = entry.facts.allowed else { return }
        guard let address = address(), allowed.contains(where: { $0.contains(address) }) else {
            throw .addressNotAllowed
        }
    }

    /// Counts this call as a use of the session. Only for the guard, once all its checks have passed: a
    /// refused call renews nothing (FD-7).
    /// - Returns: true when the use must be written before the call goes on (`FrontDoor.writeUses`): another process
    ///   would take the session for unused before the next batch is written.
    @discardableResult
    public func renew() -> Bool {
        sessions.renew(entry.use, at: admittedAt) > entry.unwrittenMax
    }
}
