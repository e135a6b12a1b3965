import FrontDoor

extension Installation {
    /// Makes a business and its empty book.
    /// - Parameters: as `FrontDoor.addBusiness` takes them.
    /// - Throws: `FrontDoorError.invalidField`, `StoreError`. Stopped half-way, it is finished at the next
    ///   start.
    public func addBusiness(
        name: String, country: String = "GB", currency: String = "GBP", from origin: Origin
    ) async throws -> Business {
        try await alone {
            let business = try await frontDoor.addBusiness(
                name: name, country: country, currency: currency, from: origin)
            try await makeBook(of: business.id)
            return try await frontDoor.business(id: business.id)
        }
    }

    /// Opening a book brings its tables up to date; then the business can be entered.
    func makeBook(of business: Int64) async throws {
        try await place.makeBook(business)
        try await bookshelf.withBook(business) { _ in }
        try await frontDoor.businessIsLive(business)
    }
}
