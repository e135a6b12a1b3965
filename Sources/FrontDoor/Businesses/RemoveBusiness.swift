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
    /// Who was made in it and works in another business is at home there from now on; who works nowhere else is
    /// removed too, so that the user name is free again. Numbers are never given twice.
    /// - Throws: `FrontDoorError.noSuchBusiness`; `.conflict` unless `markBusinessRemoving` came first; `StoreError`.
    public func removeBusiness(id: Int64, from origin: Origin) async throws {
        let removed = try await store.write { [self] transaction -> [Int64] in
            let business = try transaction.business(id)
            guard business.state == .removing else {
                throw FrontDoorError.conflict(reason: "Business \(id) must be shut before it is removed.")
            }
            try endSessions(ofBusiness: id, because: "business removed", from: origin, in: transaction)
            try transaction.run(deleteMemberships, id)
            let removed = try rehouse(identitiesAtHomeIn: id, from: origin, in: transaction)
            try transaction.run(deleteRoles, id)
            try transaction.run(deleteBusiness, id)
            try record(.businessRemoved, business: id, detail: business.name, from: origin, in: transaction)
            return removed
        }
        forgetSessions(ofBusiness: id)
        for identity in removed { forgetSessions(ofIdentity: identity) }
    }

    /// Gives each identity another home, or removes it when it has none. Returns those removed.
    private func rehouse(
        identitiesAtHomeIn business: Int64, from origin: Origin, in transaction: any Transaction
    ) throws -> [Int64] {
        var removed: [Int64] = []
        let identities = try transaction.all(identitiesAtHome, business) {
            (id: $0.integer(0), name: $0.text(1))
        }
        for identity in identities {
            if let home = try transaction.otherHome(ofIdentity: identity.id) {
                try transaction.run(updateHome, identity.id, home)
                try record(
                    .userChanged, identity: identity.id, username: identity.name, business: home,
                    detail: "home business", from: origin, in: transaction)
            } else {
                for statement in deleteIdentity { try transaction.run(statement, identity.id) }
                try record(
                    .userRemoved, identity: identity.id, username: identity.name, business: business,
                    detail: "business removed", from: origin, in: transaction)
                removed.append(identity.id)
            }
        }
        return removed
    }
}

extension Transaction {
    /// The business that an identity is at home in when it has no other: the oldest of its live ones, else the
    /// oldest.
    func otherHome(ofIdentity identity: Int64) throws -> Int64? {
        try first(businessesOfIdentity, identity) { $0.integer(0) }
    }
}

let updateHome: SQL = "UPDATE identity SET home_business = ?2 WHERE id = ?1"

private let updateState: SQL = "UPDATE business SET state = ?2 WHERE id = ?1"
private let deleteMemberships: SQL = "DELETE FROM membership WHERE business = ?1"
private let deleteRoles: SQL = "DELETE FROM role WHERE business = ?1"
private let deleteBusiness: SQL = "DELETE FROM business WHERE id = ?1"
private let identitiesAtHome: SQL = "SELECT id, username FROM identity WHERE home_business = ?1 ORDER BY id"
private let businessesOfIdentity: SQL = """
    SELECT business.id FROM membership JOIN business ON business.id = membership.business
    WHERE membership.identity = ?1
    ORDER BY CASE WHEN business.state = 'live' THEN 0 ELSE 1 END, business.id LIMIT 1
    """
private let deleteIdentity: [SQL] = [
    "DELETE FROM session WHERE identity = ?1",
    "DELETE FROM temporary_token WHERE identity = ?1",
    "DELETE FROM external_token WHERE identity = ?1",
    "DELETE FROM credential_link WHERE identity = ?1",
    "DELETE FROM identity WHERE id = ?1",
]
