import Store
import StorePostgreSQL
import TestSupport
import Testing

@Suite(.enabled(if: TestPostgreSQL.isThere))
struct RemoveBookTests {
    private static let kept: [Migration] = [
        Migration(
            "001 entries",
            [
                "CREATE TABLE posting (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "CREATE TABLE entry (posting BIGINT NOT NULL REFERENCES posting (id), line BIGINT NOT NULL)",
                """
                CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
                BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END
                """,
            ])
    ]

    /// What the program may never delete, as ledger entries, goes with its whole book only.
    @Test func rowsThatAreKeptForGoodGoWithTheirBook() async throws {
        try await withPostgreSQL { database in
            let (one, other) = (database.newBook(1), database.newBook(2))
            for store in [one, other] {
                try await store.migrate(Self.kept)
                _ = try await store.write { transaction in
                    let id = try transaction.insert("INSERT INTO posting DEFAULT VALUES RETURNING id")
                    try transaction.run("INSERT INTO entry (posting, line) VALUES (?1, 1)", id)
                }
            }
            await #expect(throws: StoreError.refused(.trigger)) {
                try await one.write { try $0.run("DELETE FROM entry") }
            }
            try database.removeBook(1)
            try database.removeBook(1)
            #expect(try await !one.read { try $0.exists("SELECT 1 FROM entry") })
            #expect(try await other.read { try $0.exists("SELECT 1 FROM entry") })
            #expect(try database.books() == [2])
            await #expect(throws: StoreError.closed) {
                try await one.write { _ = try $0.insert("INSERT INTO posting DEFAULT VALUES RETURNING id") }
            }
        }
    }

    /// As of a process that asked whether the business is there just before another removed it.
    @Test func openingARemovedBookDoesNotBringItBack() async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            let (here, there) = (try PostgreSQLDatabase(url: url), try PostgreSQLDatabase(url: url))
            try await here.newBook(1).migrate(Self.kept)
            try here.removeBook(1)
            let store = there.book(1)
            try await store.migrate(Self.kept)
            #expect(try there.books() == [])
            await #expect(throws: StoreError.closed) {
                try await store.write { _ = try $0.insert("INSERT INTO posting DEFAULT VALUES RETURNING id") }
            }
            await here.close()
            await there.close()
        }
    }

    /// The setting that lets the owner through lets nobody through who is not the owner.
    @Test func sayingThatABookIsRemovedDoesNotLetTheProgramDelete() async throws {
        try await withPostgreSQL { database in
            let store = database.newBook(1)
            try await store.migrate(Self.kept)
            await #expect(throws: StoreError.refused(.trigger)) {
                try await store.write { transaction in
                    let id = try transaction.insert("INSERT INTO posting DEFAULT VALUES RETURNING id")
                    try transaction.run("INSERT INTO entry (posting, line) VALUES (?1, 1)", id)
                    try transaction.run("SET LOCAL daybook.removing = '1'")
                    try transaction.run("DELETE FROM entry")
                }
            }
        }
    }
}
