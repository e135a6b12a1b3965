import FrontDoor

extension Installation {
    /// Makes a business and its empty book.
    /// - Parameters: as `FrontDoor.addBusiness` takes them.
    /// - Throws: `FrontDoorError.invalidField`, `StoreError`. Stopped half-way, it is finished at the next
    ///   start.
    public func addBusiness(
        name: String, country: String = "GB", currency: String = "GBP", from origin: Origin
    ) async throws -> Business {
        try await turns.alone {
            let business = try await frontDoor.addBusiness(
                name: name, country: country, currency: currency, from: origin)
            try await makeBook(of: business.id)
            return try await frontDoor.business(id: business.id)
        }
    }

    /// Opening a book brings its tables up to date; then the business can be entered.
    private func makeBook(of business: Int64) async throws {
        try await books.create(business)
        try await bookshelf.withBook(business) { _ in }
        try await frontDoor.businessIsLive(business)
    }

    /// Finishes what a stop left between control and books, which have no instant in common.
    func mend() async throws {
        try await turns.alone {
            for business in try await frontDoor.businesses() {
                switch business.state {
                case .making:
                    try await makeBook(of: business.id)
                    settings.logger.notice(
                        "made the book of business \(business.id), which a stop had left unmade")
                case .removing:
                    try await finishRemoving(business.id, from: .commandLine)
                    settings.logger.notice(
                        "removed business \(business.id), which a stop had left half removed")
                case .live where Files.isMissingOrEmpty(folder.book(business.id)):
                    // The others must not wait for this one: whoever opens it is told.
                    settings.logger.error("the book of business \(business.id) is missing or empty")
                case .live:
                    break
                }
            }
        }
    }
}
