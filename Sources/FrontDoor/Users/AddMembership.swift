import Store

extension FrontDoor {
    /// Lets a user work in another business too.
    ///
    /// Who has worked nowhere is at home in this one from now on (`settleHome`).
    /// - Parameters:
    ///   - username: in any case.
    ///   - role: `Read only` when nil, `Full Access` for the first member, who owns the business.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.noSuchUser`, `.noSuchRole`, `.alreadyAMember`; `.invalidField`
    ///   for an owner with a lesser role, `.conflict` when the business is being removed; `StoreError`.
    @discardableResult
    public func addMembership(
        business: Int64, username: String, role: RoleChoice? = nil, from origin: Origin
    ) async throws -> User {
        try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(business)
            let identity = try transaction.identity(named: username)
            guard try !transaction.exists(membershipOf, business, identity.id) else {
                throw FrontDoorError.alreadyAMember(username: identity.username, business: business)
            }
            let place = try transaction.join(
                identity.id, business: business, role: role, administrator: false)
            try record(
                .membershipAdded, identity: identity.id, username: identity.username, business: business,
                detail: place.described, from: origin, in: transaction)
            try settleHome(of: identity.id, named: identity.username, from: origin, in: transaction)
            return try user(named: username, in: transaction)
        }
    }
}

/// The place that a new member got.
struct MemberPlace {
    let number: Int64
    let role: Int64

    var described: String { "number \(number), role \(role)" }
}

extension Transaction {
    /// Makes an identity a member with the next number; the first one owns the business.
    /// - Throws: `FrontDoorError.noSuchRole`, `.invalidField`, `StoreError`.
    func join(
        _ identity: Int64, business: Int64, role: RoleChoice?, administrator: Bool
    ) throws -> MemberPlace {
        try run(nextNumber, business)
        guard let number = try first(lastNumber, business, as: { $0.integer(0) }) else {
            throw FrontDoorError.noSuchBusiness(business)
        }
        let owner = number == ownerNumber
        let usual = owner || administrator ? FirstRole.fullAccess : FirstRole.readOnly
        let role = try role.map { try roleNumber($0, business: business) } ?? usual
        guard !owner || role == FirstRole.fullAccess else {
            throw FrontDoorError.invalidField(
                "Role", reason: "must be Full Access for the first user of a business, who owns it")
        }
        guard !administrator || role == FirstRole.fullAccess else {
            throw FrontDoorError.invalidField("Role", reason: "must be Full Access for an administrator")
        }
        try run(insertMembership, business, identity, number, role, owner || administrator)
        return MemberPlace(number: number, role: role)
    }
}

private let membershipOf: SQL = "SELECT 1 FROM membership WHERE business = ?1 AND identity = ?2"

private let nextNumber: SQL = "UPDATE business SET last_member_number = last_member_number + 1 WHERE id = ?1"
private let lastNumber: SQL = "SELECT last_member_number FROM business WHERE id = ?1"
private let insertMembership: SQL = """
    INSERT INTO membership (business, identity, number, role, administrator) VALUES (?1, ?2, ?3, ?4, ?5)
    """
