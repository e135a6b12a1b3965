import Store

/// The end of a book's chain of postings as it was noted outside the book.
public struct NotedHead: Hashable, Sendable {
    /// The posting's place.
    public let place: Int64
    /// Its hash, 64 hexadecimal digits.
    public let hash: String

    public init(place: Int64, hash: String) {
        self.place = place
        self.hash = hash
    }
}

extension FrontDoor {
    /// Notes where a book's chain ends; nothing when that was noted already.
    ///
    /// - Throws: `StoreError`.
    public func note(_ head: NotedHead, of business: Int64) async throws {
        let now = clock.now().text
        try await store.write { transaction in
            try transaction.run(
                """
                INSERT INTO chain_head (business, place, hash, noted_at)
                SELECT id, ?2, ?3, ?4 FROM business WHERE id = ?1 ON CONFLICT DO NOTHING
                """, business, head.place, head.hash, now)
        }
    }

    /// Every end that was noted of a book, in their order.
    ///
    /// - Throws: `StoreError`.
    public func notedHeads(of business: Int64) async throws -> [NotedHead] {
        try await store.read { transaction in
            try transaction.all(
                "SELECT place, hash FROM chain_head WHERE business = ?1 ORDER BY place", business
            ) {
                NotedHead(place: $0.integer(0), hash: $0.text(1))
            }
        }
    }
}
