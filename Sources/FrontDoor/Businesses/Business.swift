import Store
import Surroundings

/// The tenant: a company that keeps its books here.
public struct Business: Hashable, Sendable {
    public let id: Int64
    public let name: String
    /// ISO 3166-1, two upper-case letters.
    public let country: String
    /// ISO 4217, three upper-case letters.
    public let currency: String
    public let state: State
    public let subscription: Subscription
    /// The 32 random bits, as 8 hexadecimal digits, that its permalinks begin with (FD-27).
    public let permalinkKey: String
    public let createdAt: Instant

    /// Control and books share no instant, so a business says how far it got; what stopped half-way is mended at
    /// start.
    public enum State: String, Sendable, CaseIterable {
        /// Its book is not made yet; nobody signs in.
        case making
        case live
        /// Its book is going or gone; nobody signs in.
        case removing
    }
}

extension FrontDoor {
    /// All businesses, by id, whatever their state.
    /// - Throws: `StoreError`.
    public func businesses() async throws -> [Business] {
        try await store.read { try $0.all(selectBusiness + " ORDER BY id", as: Business.init) }
    }

    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func business(id: Int64) async throws -> Business {
        try await store.read { try $0.business(id) }
    }
}

extension Transaction {
    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    func business(_ id: Int64) throws -> Business {
        guard let business = try first(selectBusiness + " WHERE id = ?1", id, as: Business.init) else {
            throw FrontDoorError.noSuchBusiness(id)
        }
        return business
    }

    /// The business, if it is there to stay: nothing is added to one that is being removed.
    func keptBusiness(_ id: Int64) throws -> Business {
        let business = try business(id)
        guard business.state != .removing else {
            throw FrontDoorError.conflict(reason: "Business \(id) is being removed.")
        }
        return business
    }
}

extension Business {
    fileprivate init(_ row: any Row) throws {
        id = row.integer(0)
        name = row.text(1)
        country = row.text(2)
        currency = row.text(3)
        guard let state = State(rawValue: row.text(4)), let createdAt = Instant(text: row.text(8)) else {
            throw StoreError.damaged("business \(row.integer(0)) can't be read")
        }
        self.state = state
        subscription = Subscription(business: id, package: row.text(5), until: row.optionalText(6))
        permalinkKey = row.text(7)
        self.createdAt = createdAt
    }
}

private let selectBusiness: SQL = """
    SELECT id, name, country, currency, state, package, until, permalink_key, created_at FROM business
    """
