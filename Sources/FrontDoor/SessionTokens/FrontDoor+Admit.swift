import Store
import Surroundings

extension FrontDoor {
    /// The guard's first two questions, token and lock (FD-2, FD-4); subscription and permission are asked of
    /// the `Caller`.
    ///
    /// Synchronous inside when the session is cached. Otherwise, and before a session that looks aged is
    /// refused, the stored row decides (FD-7); also when what other processes changed is not known up to the last
    /// second (FD-9).
    /// - Parameter authorization: the value of every `Authorization` header that came.
    /// - Throws: `.invalidToken`, `.accountLocked`, or `StoreError`: then nobody is let in (FD-5).
    public func admit(authorization: [String]) async throws -> Caller {
        guard let header = authorization.first, authorization.count == 1,
            let hash = TokenHash(authorization: header)
        else { throw FrontDoorError.invalidToken }
        if let caller = try cachedCaller(hash) { return caller }

        let epoch = sessions.epoch
        guard let facts = try await store.read({ try $0.session(hash) }) else {
            sessions.drop(hash)
            throw FrontDoorError.invalidToken
        }
        let entry = sessions.makeEntry(facts)
        let (now, wall) = doorClock.reading()
        guard entry.isAlive(at: now) else {
            sessions.drop(hash)
            throw FrontDoorError.invalidToken
        }
        sessions.keep(entry, readAt: epoch)
        return try caller(entry, at: now, wall: wall)
    }

    /// The same where no disk is needed: nil means that only `admit` can tell.
    /// - Parameter authorization: the only `Authorization` header that came.
    /// - Throws: `.invalidToken` for what is no token, `.accountLocked`.
    public func cachedCaller(authorization: String) throws(FrontDoorError) -> Caller? {
        guard let hash = TokenHash(authorization: authorization) else { throw .invalidToken }
        return try cachedCaller(hash)
    }

    /// Admits a caller again, by what stands in the tables as `transaction` writes: between the guard and the write lie
    /// the body and the hash gate's line, and who was shut out or lost a right meanwhile must not write (FD-9).
    /// - Parameter permission: what the call asks; nil when it asks none.
    /// - Throws: `.invalidToken`, `.accountLocked`, `.temporaryPassword`, `.permissionDenied`; `StoreError`.
    @discardableResult
    func admitAgain(
        _ caller: Caller, needing permission: Permission? = nil, in transaction: any Transaction
    ) throws -> Caller {
        guard let facts = try transaction.session(caller.entry.facts.hash), end(of: facts) == nil else {
            throw FrontDoorError.invalidToken
        }
        let (now, wall) = doorClock.reading()
        let present = try self.caller(sessions.makeEntry(facts), at: now, wall: wall)
        if let permission { try present.require(permission) }
        return present
    }

    private func cachedCaller(_ hash: TokenHash) throws(FrontDoorError) -> Caller? {
        guard changes.areKnown(at: clock.uptime()), let entry = sessions.entry(hash) else { return nil }
        let (now, wall) = doorClock.reading()
        guard entry.isAlive(at: now) else { return nil }
        return try caller(entry, at: now, wall: wall)
    }

    private func caller(_ entry: SessionEntry, at now: Instant, wall: Instant) throws(FrontDoorError)
        -> Caller
    {
        guard !entry.isLocked(at: now) else { throw .accountLocked(retryAfter: nil) }
        return Caller(entry, admittedAt: now, lapsed: entry.isLapsed(at: wall), sessions: sessions)
    }
}

extension FrontDoor {
    /// Has every open session of an identity read again at its next call. Call it after the change is
    /// committed.
    func forgetSessions(ofIdentity identity: Int64) {
        sessions.evict { $0.facts.identity == identity }
    }

    /// Has every open session in a business read again at its next call. Call it after the change is
    /// committed.
    func forgetSessions(ofBusiness business: Int64) {
        sessions.evict { $0.facts.business == business }
    }
}
