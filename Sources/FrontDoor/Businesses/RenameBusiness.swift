import Store

extension FrontDoor {
    /// - Parameter name: 1 to 200 characters.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.invalidField`, `.conflict` when it is being removed;
    ///   `StoreError`.
    @discardableResult
    public func renameBusiness(id: Int64, to name: String, from origin: Origin) async throws -> Business {
        let name = try PlainText.name(name, field: "Name")
        let renamed = try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(id)
            try transaction.run(updateName, id, name, FoldedName.key(name))
            try tell(.business(id), in: transaction)
            try record(.businessRenamed, business: id, detail: name, from: origin, in: transaction)
            return try transaction.business(id)
        }
        forgetSessions(ofBusiness: id)
        return renamed
    }
}

private let updateName: SQL = "UPDATE business SET name = ?2, name_key = ?3 WHERE id = ?1"
