import Store

extension FrontDoor {
    /// Gives a member of a business another role, which holds at the next call of their open sessions.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.noSuchUser`, `.notAMember`, `.noSuchRole`; `.conflict` for the
    ///   owner, who has Full Access; `StoreError`.
    public func changeRole(
        business: Int64, username: String, to role: RoleChoice, from origin: Origin
    ) async throws {
        let identity = try await store.write { [self] transaction -> Int64 in
            _ = try transaction.keptBusiness(business)
            let identity = try transaction.identity(named: username)
            guard
                let member = try transaction.members(of: business).first(where: { $0.identity == identity.id }
                )
            else { throw FrontDoorError.notAMember(username: identity.username, business: business) }
            let number = try transaction.roleNumber(role, business: business)
            guard number != member.role else { return identity.id }
            guard !member.isOwner else {
                throw FrontDoorError.conflict(
                    reason: "\(identity.username) owns business \(business), and owners have Full Access.")
            }
            let permissions = try transaction.permissions(ofRole: number, business: business)
            try transaction.setRole(
                number, giving: permissions ?? Permissions(), of: identity.id, business: business)
            try tell(.identity(identity.id), in: transaction)
            try recordRoleChange(of: member, to: number, from: origin, in: transaction)
            return identity.id
        }
        forgetSessions(ofIdentity: identity)
    }

    func recordRoleChange(
        of member: Member, to role: Int64, from origin: Origin, in transaction: any Transaction
    ) throws {
        try record(
            .roleChanged, identity: member.identity, username: member.username, business: member.business,
            detail: "role \(member.role) to \(role)", from: origin, in: transaction)
    }
}
