import Store

extension FrontDoor {
    /// Shuts a business for good: its sessions end and nobody signs in any more. Then its book can go, and last
    /// `removeBusiness`. Again on one that is being removed: nothing happens.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func markBusinessRemoving(id: Int64, from origin: Origin = .commandLine) async throws {
        try await store.write { [self] transaction in
            guard try transaction.business(id).state != .removing else { return }
            try transaction.run(updateState, id, Business.State.removing.rawValue)
            try endSessions(ofBusiness: id, because: "business removed", from: origin, in: transaction)
        }
        forgetSessions(ofBusiness: id)
    }

    /// Removes a business whose book is gone: its roles, memberships and itself.
    ///
    /// Who was made in it and works in one other business is at home there from now on (`settleHome`); who works nowhere
    /// else is removed too, so that the user name is free again. Numbers are never given twice.
    /// - Throws: `FrontDoorError.noSuchBusiness`; `.conflict` unless `markBusinessRemoving` came first; `StoreError`.
    public func removeBusiness(id: Int64, from origin: Origin) async throws {
        let removed = try await store.write { [self] transaction -> [Int64] in
            let business = try transaction.business(id)
            guard business.state == .removing else {
                throw FrontDoorError.conflict(reason: "Business \(id) must be shut before it is removed.")
            }
            try endSessions(ofBusiness: id, because: "business removed", from: origin, in: transaction)
            try transaction.removeAlerts(ofBusiness: id)
            try transaction.removeAddresses(ofBusiness: id)
            try transaction.removeLogIns(ofBusiness: id)
            let concerned = try transaction.all(identitiesOfBusiness, id) {
                (id: $0.integer(0), name: $0.text(1))
            }
            try transaction.run(deleteMemberships, id)
            let removed = try concerned.filter { identity in
                try !rehouse(
                    identity.id, named: identity.name, leaving: id, because: "business removed",
                    from: origin, in: transaction)
            }.map(\.id)
            try transaction.run(deleteRoles, id)
            try transaction.run(deleteHeads, id)
            try transaction.run(deleteRecurring, id)
            try transaction.run(deleteBusiness, id)
            try record(.businessRemoved, business: id, detail: business.name, from: origin, in: transaction)
            return removed
        }
        forgetSessions(ofBusiness: id)
        for identity in removed { forgetSessions(ofIdentity: identity) }
    }

    /// Sees to the home of an identity that left a business, or removes it when it works nowhere, so that the user name
    /// is free again. Returns whether it is still there.
    @discardableResult
    func rehouse(
        _ identity: Int64, named username: String, leaving business: Int64, because reason: String,
        from origin: Origin, in transaction: any Transaction
    ) throws -> Bool {
        if try settleHome(of: identity, named: username, from: origin, in: transaction) { return true }
        for statement in deleteIdentity { try transaction.run(statement, identity) }
        try tell(.identity(identity), in: transaction)
        try record(
            .userRemoved, identity: identity, username: username, business: business, detail: reason,
            from: origin, in: transaction)
        return false
    }
}

private let updateState: SQL = "UPDATE business SET state = ?2 WHERE id = ?1"
private let deleteMemberships: SQL = "DELETE FROM membership WHERE business = ?1"
private let deleteRoles: SQL = "DELETE FROM role WHERE business = ?1"
private let deleteHeads: SQL = "DELETE FROM chain_head WHERE business = ?1"
private let deleteRecurring: SQL = "DELETE FROM recurring_book WHERE business = ?1"
private let deleteBusiness: SQL = "DELETE FROM business WHERE id = ?1"
private let identitiesOfBusiness: SQL = """
    SELECT id, username FROM identity
    WHERE home_business = ?1 OR id IN (SELECT identity FROM membership WHERE business = ?1) ORDER BY id
    """
private let deleteIdentity: [SQL] = [
    "DELETE FROM session WHERE identity = ?1",
    "DELETE FROM temporary_token WHERE identity = ?1",
    "DELETE FROM external_token WHERE identity = ?1",
    "DELETE FROM credential_link WHERE identity = ?1",
    "DELETE FROM alert_read WHERE identity = ?1",
    "DELETE FROM identity WHERE id = ?1",
]
