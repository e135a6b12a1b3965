import Store

extension FrontDoor {
    /// Makes a session in another business of the caller's; the one that asks lives on (FD-11). The new one
    /// inherits the end of its life and whether it is kept (FD-7).
    /// - Throws: `.noSuchCompany`, `.temporaryPassword` (FD-21), `.invalidToken` or `.accountLocked` when
    ///   that happened meanwhile, `StoreError`.
    public func switchCompany(_ business: Int64, caller: Caller, from origin: Origin) async throws
        -> SessionGranted
    {
        try caller.requireLastingPassword()
        let (granted, ended) = try await store.write { [self] transaction in
            let facts = try admitAgain(caller, in: transaction).entry.facts
            let wall = doorClock.reading().wall
            guard let account = try transaction.account(of: facts.identity, in: business, at: wall) else {
                throw FrontDoorError.noSuchCompany
            }
            let session = NewSession(
                account: account, kept: facts.kept, endsAt: facts.endsAt, from: facts.hash)
            return try grant(session, from: origin, in: transaction)
        }
        sessions.evict(ended)
        return granted
    }
}
