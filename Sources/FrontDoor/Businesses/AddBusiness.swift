import Store
import Surroundings

extension FrontDoor {
    /// Makes a business with its roles, without users; its book comes next, then `businessIsLive`.
    /// - Parameters:
    ///   - name: 1 to 200 characters; others may have the same.
    ///   - country: ISO 3166-1, two letters in any case.
    ///   - currency: ISO 4217, three letters in any case: what its ledger is kept in.
    /// - Throws: `FrontDoorError.invalidField`, `StoreError`.
    public func addBusiness(
        name: String, country: String = "GB", currency: String = "GBP", from origin: Origin
    ) async throws -> Business {
        let name = try PlainText.name(name, field: "Name")
        let country = try PlainText.letters(country, count: 2, field: "Country")
        let currency = try PlainText.letters(currency, count: 3, field: "Currency")
        return try await store.write { [self] transaction in
            let id = try transaction.insert(
                insertBusiness, name, FoldedName.key(name), country, currency, Business.State.making.rawValue,
                Subscription.firstPackage, permalinkKey(in: transaction), clock.now().text)
            for role in FirstRole.all {
                try transaction.run(
                    insertRole, id, role.number, role.name, role.description, role.permissions.rawValue)
            }
            try record(.businessAdded, business: id, detail: name, from: origin, in: transaction)
            return try transaction.business(id)
        }
    }

    /// Opens a business whose book exists now. Again on a live one: nothing happens.
    /// - Throws: `FrontDoorError.noSuchBusiness`; `.conflict` when it is being removed; `StoreError`.
    public func businessIsLive(_ id: Int64) async throws {
        try await store.write { transaction in
            _ = try transaction.keptBusiness(id)
            try transaction.run(updateState, id, Business.State.live.rawValue)
        }
    }

    /// Drawn until nobody has it: with 32 bits two businesses may meet.
    private func permalinkKey(in transaction: any Transaction) throws -> String {
        for _ in 0..<100 {
            let key = random.bytes(4).hexadecimal
            guard try transaction.exists(businessWithPermalinkKey, key) else { return key }
        }
        throw FrontDoorError.conflict(reason: "No free permalink key was found.")
    }
}

private let insertBusiness: SQL = """
    INSERT INTO business (name, name_key, country, currency, state, package, permalink_key, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id
    """
let insertRole: SQL = """
    INSERT INTO role (business, number, name, description, permissions) VALUES (?1, ?2, ?3, ?4, ?5)
    """
private let updateState: SQL = "UPDATE business SET state = ?2 WHERE id = ?1"
private let businessWithPermalinkKey: SQL = "SELECT 1 FROM business WHERE permalink_key = ?1"
