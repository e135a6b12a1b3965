import Store

/// The businesses in whose books something recurs, so that a server which starts, or passes midnight, opens those alone
/// and not thousands of others.
let recurringBookMigrations = [
    Migration(
        "011 recurring books",
        ["CREATE TABLE recurring_book (business BIGINT PRIMARY KEY REFERENCES business (id))"])
]

extension FrontDoor {
    /// Notes that something will recur in a business's book. Called before the book has it, so that a stop in between
    /// leaves a note too many and never one too few.
    ///
    /// - Throws: `StoreError`.
    public func noteRecurring(business: Int64) async throws {
        guard try await !store.read({ try $0.exists(selectOne, business) }) else { return }
        try await store.write { transaction in
            // Who was removed while the call was on its way has no book any more.
            try transaction.run(insertOne, business)
        }
    }

    /// The live businesses that were noted, by their ids.
    ///
    /// - Throws: `StoreError`.
    public func recurringBusinesses() async throws -> [Int64] {
        try await store.read { transaction in
            try transaction.all(selectAll, Business.State.live.rawValue) { $0.integer(0) }
        }
    }
}

private let selectOne: SQL = "SELECT 1 FROM recurring_book WHERE business = ?1"
private let insertOne: SQL = """
    INSERT INTO recurring_book (business) SELECT id FROM business WHERE id = ?1 ON CONFLICT DO NOTHING
    """
private let selectAll: SQL = """
    SELECT business.id FROM recurring_book JOIN business ON business.id = recurring_book.business
    WHERE state = ?1 ORDER BY business.id
    """
