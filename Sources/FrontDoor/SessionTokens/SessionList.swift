import Store
import Surroundings

/// An open session as an operator sees it.
public struct SessionInfo: Hashable, Sendable {
    /// The first eight hexadecimal digits of its token's hash: what logs show, and what `revokeSessions`
    /// takes.
    public let hashPrefix: String
    public let identity: Int64
    public let username: String
    public let business: Int64
    public let createdAt: Instant
    public let lastUsedAt: Instant
    public let endsAt: Instant
    public let keepLoggedIn: Bool
}

extension FrontDoor {
    /// The sessions that live now, of one user or of all.
    /// - Throws: `.noSuchUser`, `StoreError`.
    public func sessions(username: String? = nil) async throws -> [SessionInfo] {
        try await store.read { [self] transaction in
            let identity = try username.map { try transaction.namedUser($0).identity }
            return try transaction.sessions(ofIdentity: identity).filter { end(of: $0) == nil }.map { facts in
                SessionInfo(
                    hashPrefix: facts.hash.prefix, identity: facts.identity, username: facts.username,
                    business: facts.business, createdAt: facts.createdAt,
                    lastUsedAt: sessions.lastUse(of: facts.hash, stored: facts.lastUsedAt),
                    endsAt: facts.endsAt,
                    keepLoggedIn: facts.kept)
            }
        }
    }

    /// Ends sessions by command: all of one user, all there are, or the one whose hash begins with
    /// `hashPrefix`.
    /// - Returns: how many were ended.
    /// - Throws: `.noSuchUser`; `.noSuchSession` when no hash begins so; `.conflict` when several do or
    ///   nothing was named; `StoreError`.
    @discardableResult
    public func revokeSessions(
        username: String? = nil, all: Bool = false, hashPrefix: String? = nil, from origin: Origin
    ) async throws -> Int {
        guard username != nil || all || hashPrefix != nil else {
            throw FrontDoorError.conflict(reason: "Name a user, a session, or all.")
        }
        // Also when the commit failed: what is on disk then decides at the next call.
        defer { sessions.evict { _ in true } }
        return try await store.write { [self] transaction in
            let identity = try username.map { try transaction.namedUser($0).identity }
            var ending = try transaction.sessions(ofIdentity: identity)
            if let hashPrefix {
                ending = ending.filter { $0.hash.hex.hasPrefix(hashPrefix.lowercased()) }
                guard !ending.isEmpty else { throw FrontDoorError.noSuchSession(hashPrefix) }
                guard ending.count == 1 else {
                    throw FrontDoorError.conflict(reason: "Several sessions begin with \(hashPrefix).")
                }
            }
            for facts in ending {
                try transaction.run(deleteSession, facts.hash.hex)
                try tell(.session(facts.hash), in: transaction)
                try record(
                    .sessionEnded, identity: facts.identity, username: facts.username,
                    business: facts.business,
                    detail: ended(facts.hash, .revoked), from: origin, in: transaction)
            }
            return ending.count
        }
    }
}
