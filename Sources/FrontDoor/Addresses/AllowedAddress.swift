import Store

/// An address or block that may call a business while it takes calls from listed addresses only.
public struct AllowedAddress: Hashable, Sendable {
    public let id: Int64
    public let range: AddressRange
    /// What it is for; up to 255 characters.
    public let comment: String?

    /// How many a business can list: every call of a restricted one goes over them.
    public static let most = 100
}

extension FrontDoor {
    /// The addresses a business has listed, in the order they came, whether the list acts or not.
    /// - Throws: `.noSuchBusiness`, `StoreError`.
    public func allowedAddresses(business: Int64) async throws -> [AllowedAddress] {
        try await store.read { transaction in
            _ = try transaction.business(business)
            return try transaction.allowedAddresses(of: business)
        }
    }
}

extension Transaction {
    /// - Throws: `StoreError.damaged` when one can't be read: then nobody is let in by the list (FD-5).
    func allowedAddresses(of business: Int64) throws -> [AllowedAddress] {
        try all(addressesOfBusiness, business) { row in
            guard let range = AddressRange(row.text(1)) else {
                throw StoreError.damaged("an allowed address can't be read")
            }
            return AllowedAddress(id: row.integer(0), range: range, comment: row.optionalText(2))
        }
    }
}

private let addressesOfBusiness: SQL = """
    SELECT id, address, comment FROM allowed_address WHERE business = ?1 ORDER BY id
    """
