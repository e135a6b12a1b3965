import FrontDoor

extension Installation {
    /// Finishes what a stop left between control and books, which have no instant in common.
    ///
    /// Of several processes that start together one does it. While another makes or removes a business, nothing is
    /// taken for half made.
    func mend() async throws {
        try await inTurn {
            try await place.aloneIfFree {
                let businesses = try await frontDoor.businesses()
                for business in businesses { try await mend(business) }
                let live = businesses.filter { $0.state == .live }.map(\.id)
                for business in try await place.missingBooks(of: live) {
                    // The others must not wait for this one: whoever opens it is told.
                    settings.logger.error("the book of business \(business) is missing or empty")
                }
            }
        }
    }

    private func mend(_ business: Business) async throws {
        switch business.state {
        case .making:
            try await makeBook(of: business.id)
            settings.logger.notice("made the book of business \(business.id), which a stop had left unmade")
        case .removing:
            try await finishRemoving(business.id, from: .commandLine)
            settings.logger.notice("removed business \(business.id), which a stop had left half removed")
        case .live: break
        }
    }
}
