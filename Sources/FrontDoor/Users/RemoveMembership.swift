import Store

extension FrontDoor {
    /// Ends a user's work in one business, and the sessions there; in others they go on.
    ///
    /// Who leaves the business they were made in is at home where they still work, if that is one (`settleHome`). Who
    /// works nowhere any more can't sign in, but keeps the user name and can be added again.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.noSuchUser`, `.notAMember`; `.conflict` for the owner;
    ///   `StoreError`.
    public func removeMembership(business: Int64, username: String, from origin: Origin) async throws {
        let identity = try await store.write { [self] transaction -> Int64 in
            _ = try transaction.business(business)
            let identity = try transaction.identity(named: username)
            guard
                let number = try transaction.first(memberNumber, business, identity.id, as: { $0.integer(0) })
            else { throw FrontDoorError.notAMember(username: identity.username, business: business) }
            guard number != ownerNumber else {
                throw FrontDoorError.conflict(
                    reason: "\(identity.username) owns business \(business) and can't be removed from it.")
            }
            try leave(business, number: number, identity, from: origin, in: transaction)
            try settleHome(of: identity.id, named: identity.username, from: origin, in: transaction)
            return identity.id
        }
        forgetSessions(ofIdentity: identity)
    }

    /// Ends a membership and the sessions in its business, as part of `transaction`.
    func leave(
        _ business: Int64, number: Int64, _ identity: Identity, from origin: Origin,
        in transaction: any Transaction
    ) throws {
        try transaction.run(deleteMembership, business, identity.id)
        try endSessions(
            of: identity, business: business, because: "membership removed", from: origin, in: transaction)
        try record(
            .membershipRemoved, identity: identity.id, username: identity.username, business: business,
            detail: "number \(number)", from: origin, in: transaction)
    }
}

private let memberNumber: SQL = "SELECT number FROM membership WHERE business = ?1 AND identity = ?2"
private let deleteMembership: SQL = "DELETE FROM membership WHERE business = ?1 AND identity = ?2"
