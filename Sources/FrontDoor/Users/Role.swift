import Store

/// A role of one business: what its holders may do.
public struct Role: Hashable, Sendable {
    /// From 1, never given twice in a business.
    public let number: Int64
    public let name: String
    public let description: String
    public let permissions: Permissions
    /// Who has it, by their numbers in the business.
    public let usernames: [String]

    /// Whether its holders have a say over others: by Full Access, or over users or roles.
    public var isAdministrative: Bool {
        permissions.allow(.manageRole) || permissions.allow(.manageUser)
    }
}

extension FrontDoor {
    /// The roles of a business by their numbers.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func roles(business: Int64) async throws -> [Role] {
        try await store.read { transaction in
            _ = try transaction.business(business)
            return try transaction.roles(business: business)
        }
    }

    /// - Throws: `FrontDoorError.noSuchRole`, `StoreError`.
    public func role(_ number: Int64, business: Int64) async throws -> Role {
        let roles = try await store.read { try $0.roles(business: business) }
        guard let role = roles.first(where: { $0.number == number }) else {
            throw FrontDoorError.noSuchRole(String(number))
        }
        return role
    }
}

extension Transaction {
    /// One statement for the roles and one for who has them.
    func roles(business: Int64) throws -> [Role] {
        let holders = Dictionary(
            grouping: try all(roleHolders, business) { (role: $0.integer(0), username: $0.text(1)) },
            by: \.role)
        return try all(rolesOfBusiness, business) { row in
            Role(
                number: row.integer(0), name: row.text(1), description: row.text(2),
                permissions: Permissions(rawValue: row.integer(3)),
                usernames: holders[row.integer(0)]?.map(\.username) ?? [])
        }
    }

    /// What a role gives; nil when the business has no such role.
    func permissions(ofRole number: Int64, business: Int64) throws -> Permissions? {
        try first(permissionsOfRole, business, number) { Permissions(rawValue: $0.integer(0)) }
    }
}

private let rolesOfBusiness: SQL = """
    SELECT number, name, description, permissions FROM role WHERE business = ?1 ORDER BY number
    """
private let roleHolders: SQL = """
    SELECT membership.role, identity.username
    FROM membership JOIN identity ON identity.id = membership.identity
    WHERE membership.business = ?1 ORDER BY membership.number
    """
private let permissionsOfRole: SQL = "SELECT permissions FROM role WHERE business = ?1 AND number = ?2"
