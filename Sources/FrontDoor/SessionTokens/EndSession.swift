import Store
import Surroundings

extension FrontDoor {
    /// Ends a session by its token: one's own user's, or any of the business for who has Full Access there
    /// (FD-10).
    /// - Throws: `.invalidToken` for any other token, as if it did not exist; `.temporaryPassword` when a
    ///   session that may only end itself asks for another; `StoreError`.
    public func endSession(_ token: String, by caller: Caller, from origin: Origin) async throws {
        guard let hash = TokenHash(token: token) else { throw FrontDoorError.invalidToken }
        guard hash == caller.entry.facts.hash || !caller.temporaryPassword else {
            throw FrontDoorError.temporaryPassword
        }
        try await end(hash, by: caller, from: origin.by(caller))
    }

    /// Ends the session that calls.
    /// - Throws: `.invalidToken` when it was ended meanwhile; `StoreError`.
    public func endOwnSession(_ caller: Caller, from origin: Origin) async throws {
        try await end(caller.entry.facts.hash, by: caller, from: origin)
    }

    private func end(_ hash: TokenHash, by caller: Caller, from origin: Origin) async throws {
        // Also when the commit failed: what is on disk then decides at the next call.
        defer { sessions.evict([hash]) }
        try await store.write { [self] transaction in
            guard let facts = try transaction.session(hash), end(of: facts) == nil else {
                throw FrontDoorError.invalidToken
            }
            if hash != caller.entry.facts.hash {
                let caller = try admitAgain(caller, in: transaction)
                guard
                    facts.identity == caller.identity
                        || facts.business == caller.business && caller.permissions.hasFullAccess
                else { throw FrontDoorError.invalidToken }
            }
            try transaction.run(deleteSession, hash.hex)
            try tell(.session(hash), in: transaction)
            try record(
                .sessionEnded, identity: facts.identity, username: facts.username, business: facts.business,
                detail: ended(hash, facts.identity == caller.identity ? .signedOut : .byAdministrator),
                from: origin, in: transaction)
        }
    }

    /// Why a stored session no longer lives, with what is known here of its last use; nil while it does.
    func end(of facts: SessionFacts) -> SessionEnd? {
        limits.end(
            kept: facts.kept, lastUsedAt: sessions.lastUse(of: facts.hash, stored: facts.lastUsedAt),
            endsAt: facts.endsAt, at: doorClock.now())
    }
}
