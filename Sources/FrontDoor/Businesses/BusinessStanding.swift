import Store

/// What is kept of a business where its users sign in, and shown among its company details.
public struct BusinessStanding: Hashable, Sendable {
    public let name: String
    /// Nil for a business that nobody works in yet.
    public let ownerUsername: String?
    public let package: String

    /// The same under another name.
    public func named(_ name: String) -> BusinessStanding {
        BusinessStanding(name: name, ownerUsername: ownerUsername, package: package)
    }
}

extension FrontDoor {
    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func standing(ofBusiness id: Int64) async throws -> BusinessStanding {
        try await store.read { [self] in try standing(ofBusiness: id, in: $0) }
    }

    /// The same as a part of what else is read or written of control.
    public func standing(
        ofBusiness id: Int64, in transaction: any Transaction
    ) throws -> BusinessStanding {
        let standing = try transaction.first(selectStanding, id, ownerNumber) {
            BusinessStanding(name: $0.text(0), ownerUsername: $0.optionalText(2), package: $0.text(1))
        }
        guard let standing else { throw FrontDoorError.noSuchBusiness(id) }
        return standing
    }

    /// The name of a business as `renameBusiness` would keep it, to be asked before anything is written.
    /// - Throws: `FrontDoorError.invalidField`.
    public static func businessName(_ text: String, field: String) throws(FrontDoorError) -> String {
        try PlainText.name(text, field: field)
    }
}

private let selectStanding: SQL = """
    SELECT business.name, business.package, identity.username
    FROM business
        LEFT JOIN membership ON membership.business = business.id AND membership.number = ?2
        LEFT JOIN identity ON identity.id = membership.identity
    WHERE business.id = ?1
    """
