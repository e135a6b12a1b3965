import Store
import Surroundings

extension FrontDoor {
    /// Sets until when a business may be used; it holds at the next call of every open session.
    /// - Parameters:
    ///   - package: 1 to 100 characters; nil keeps it.
    ///   - until: the last day, `YYYY-MM-DD`; nil for no end. A day in the past ends it.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.invalidField`, `.conflict` when it is being removed;
    ///   `StoreError`.
    @discardableResult
    public func renewSubscription(
        business: Int64, package: String? = nil, until: String?, from origin: Origin
    ) async throws -> Subscription {
        let package = try package.map { try PlainText.text($0, max: 100, field: "Package") }
        if let until, Instant(text: until + "T00:00:00.000Z") == nil {
            throw FrontDoorError.invalidField("Until", reason: "must be a date like 2027-03-31")
        }
        let renewed = try await store.write { [self] transaction in
            let before = try transaction.keptBusiness(business).subscription
            let after = Subscription(business: business, package: package ?? before.package, until: until)
            try transaction.run(updateSubscription, business, after.package, after.until)
            try tell(.business(business), in: transaction)
            try record(
                .subscriptionChanged, business: business,
                detail: "\(after.package), until \(until ?? "no end")",
                from: origin, in: transaction)
            return after
        }
        forgetSessions(ofBusiness: business)
        return renewed
    }
}

private let updateSubscription: SQL = "UPDATE business SET package = ?2, until = ?3 WHERE id = ?1"
