import Store
import Surroundings

/// What a business may use, and until when.
public struct Subscription: Hashable, Sendable {
    public let business: Int64
    public let package: String
    /// The last day, `YYYY-MM-DD` in UTC; nil has no end.
    public let until: String?

    /// What a business has when nothing else was agreed.
    static let firstPackage = "Daybook"

    /// Whether the last day is over.
    public func isLapsed(at now: Instant) -> Bool {
        guard let until else { return false }
        // Dates as text sort in the order of time.
        return now.text.prefix(10) > until
    }
}

extension FrontDoor {
    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func subscription(business: Int64) async throws -> Subscription {
        try await store.read { try $0.business(business).subscription }
    }
}
