import Store

extension FrontDoor {
    /// - Parameter name: 1 to 200 characters.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.invalidField`, `.conflict` when it is being removed; what `frame`
    ///   throws; `StoreError`.
    @discardableResult
    public func renameBusiness(
        id: Int64, to name: String, from origin: Origin, in frame: WriteFrame = .none
    ) async throws -> Business {
        let name = try PlainText.name(name, field: "Name")
        let renamed = try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(id)
            try frame.begin(in: transaction)
            try transaction.run(updateName, id, name, FoldedName.key(name))
            try tell(.business(id), in: transaction)
            try record(.businessRenamed, business: id, detail: name, from: origin, in: transaction)
            let renamed = try transaction.business(id)
            try frame.end(renamed, in: transaction)
            return renamed
        }
        forgetSessions(ofBusiness: id)
        return renamed
    }
}

private let updateName: SQL = "UPDATE business SET name = ?2, name_key = ?3 WHERE id = ?1"
