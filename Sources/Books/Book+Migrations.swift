import Store

extension Book {
    /// The history of a book's tables, every resource's in the order in which they came.
    public static let migrations: [Migration] = listTotalMigrations + customerMigrations

    /// Brings the tables up to this program's; does nothing when they are.
    ///
    /// - Throws: `StoreError.damaged` when a newer program wrote the book.
    public func migrate() async throws {
        try await store.migrate(Self.migrations)
    }
}
