import Store

extension FrontDoor {
    /// Takes a user out of the caller's business; the sessions there end at once.
    ///
    /// Who works nowhere else goes for good, and the user name is free again. Who works in other businesses too stays
    /// what they are there; where one who was at home here is from now on, `settleHome` says.
    /// - Parameter number: the user's, in the business; it is not given again.
    /// - Throws: `FrontDoorError.noSuchUser`; `.conflict` for the owner and for oneself; `.permissionDenied` for a user
    ///   with Full Access unless the caller has it; what `admitAgain` and `frame` throw; `StoreError`.
    public func removeUser(
        _ number: Int64, by caller: Caller, from origin: Origin, in frame: WriteFrame = .none
    ) async throws {
        let origin = origin.by(caller)
        let removed = try await store.write { [self] transaction -> Int64 in
            let caller = try admitAgain(caller, needing: .manageUser, in: transaction)
            try frame.begin(in: transaction)
            let member = try transaction.member(number, of: caller.business)
            guard !member.isOwner else {
                throw FrontDoorError.conflict(reason: "The owner of the business can't be removed.")
            }
            guard member.identity != caller.identity else {
                throw FrontDoorError.conflict(reason: "Nobody can remove themselves.")
            }
            try caller.requireSay(over: member)
            let identity = try transaction.identity(named: member.username)
            try leave(member.business, number: number, identity, from: origin, in: transaction)
            try rehouse(
                identity.id, named: identity.username, leaving: member.business,
                because: "removed from the business", from: origin, in: transaction)
            return identity.id
        }
        forgetSessions(ofIdentity: removed)
    }
}
