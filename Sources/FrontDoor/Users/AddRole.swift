import Store

extension FrontDoor {
    /// Gives a business another role, with the next number.
    /// - Parameters:
    ///   - name: 1 to 200 characters, unlike that of any other role of the business in any case, and not all digits,
    ///     since a role is chosen by name or number.
    ///   - description: up to 500 characters.
    ///   - permissions: at least one; what each rests on comes with it, as `ViewQuote` with `EditQuote`.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.invalidField`; `.conflict` for a name that is taken, and when the
    ///   business is being removed; `StoreError`.
    @discardableResult
    public func addRole(
        business: Int64, name: String, description: String = "", permissions: [Permission],
        from origin: Origin
    ) async throws -> Role {
        let name = try PlainText.name(name, field: "Name")
        let description =
            description.trimmed.isEmpty
            ? "" : try PlainText.text(description, max: 500, field: "Description")
        guard Int64(name) == nil else {
            throw FrontDoorError.invalidField("Name", reason: "must not be a number")
        }
        guard !permissions.isEmpty else {
            throw FrontDoorError.invalidField("Permissions", reason: "must name at least one")
        }
        let held = Permissions(spelledOut: permissions)
        return try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(business)
            let roles = try transaction.roles(business: business)
            guard !roles.contains(where: { FoldedName.key($0.name) == FoldedName.key(name) }) else {
                throw FrontDoorError.conflict(reason: "Business \(business) has a role \(name) already.")
            }
            let last = try transaction.first(lastRoleNumber, business) { $0.integer(0) } ?? 0
            let number = max(last, roles.map(\.number).max() ?? 0) + 1
            try transaction.run(setLastRoleNumber, business, number)
            try transaction.run(insertRole, business, number, name, description, held.rawValue)
            try record(
                .roleChanged, business: business, detail: "role \(number) added", from: origin,
                in: transaction)
            return Role(
                number: number, name: name, description: description, permissions: held, usernames: [])
        }
    }
}

private let lastRoleNumber: SQL = "SELECT last_role_number FROM business WHERE id = ?1"
private let setLastRoleNumber: SQL = "UPDATE business SET last_role_number = ?2 WHERE id = ?1"
