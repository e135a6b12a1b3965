import FrontDoor
import Store

extension Installation {
    /// Drops from every live business's book, open or not, the answers that were kept for repeated requests and have had
    /// their time. Called daily: a book that nobody opens must not keep what was promised for a day.
    ///
    /// One book at a time is opened for it, and closed again; nobody makes, removes or copies a business meanwhile.
    ///
    /// - Returns: what each business's book threw that could not; the others are done all the same.
    /// - Throws: `StoreError`, when control can't be read.
    public func tidyEveryBook() async throws -> [Int64: any Error] {
        var failures: [Int64: any Error] = [:]
        for business in try await frontDoor.businesses() where business.state == .live {
            guard !Task.isCancelled else { break }
            do {
                try await inTurn { try await bookshelf.tidyKeptAnswers(of: business.id) }
            } catch StoreError.closed, FrontDoorError.noSuchBusiness {
                // It is being removed, or everything is.
                continue
            } catch {
                failures[business.id] = error
            }
        }
        return failures
    }
}
