import Store

extension FrontDoor {
    /// Takes a role that nobody has away from a business; its number is not given again.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.noSuchRole`; `.conflict` while somebody has it, and for those that
    ///   users get by themselves; `StoreError`.
    public func removeRole(business: Int64, role: RoleChoice, from origin: Origin) async throws {
        try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(business)
            let number = try transaction.roleNumber(role, business: business)
            guard number != FirstRole.fullAccess, number != FirstRole.readOnly else {
                throw FrontDoorError.conflict(
                    reason:
                        "Owners need the role Full Access, and Read only is what a user has unless told otherwise."
                )
            }
            let held =
                try transaction.roles(business: business).first { $0.number == number }?.usernames ?? []
            guard held.isEmpty else {
                throw FrontDoorError.conflict(
                    reason: "Give these users another role first: \(held.joined(separator: ", ")).")
            }
            try transaction.run(deleteRole, business, number)
            try record(
                .roleChanged, business: business, detail: "role \(number) removed", from: origin,
                in: transaction)
        }
    }
}

private let deleteRole: SQL = "DELETE FROM role WHERE business = ?1 AND number = ?2"
