import Store
import Synchronization
import TestSupport
import Testing

@testable import StorePostgreSQL

/// Two that wait for each other: the server ends one, which tries again and is never told.
@Suite(.enabled(if: TestPostgreSQL.isThere))
struct DeadlockTests {
    @Test func aWriteIsTriedAgain() async throws {
        try await withPair { store, other in
            try await other.run("BEGIN; UPDATE writer SET name = 'Bo II' WHERE id = 2")
            let tries = Tries()
            try await withThrowingTaskGroup { group in
                group.addTask {
                    try await store.write { transaction in
                        tries.count.withLock { $0 += 1 }
                        try transaction.run("UPDATE writer SET name = 'Ada I' WHERE id = 1")
                        try transaction.run("UPDATE writer SET name = 'Bo I' WHERE id = 2")
                    }
                }
                try await other.meet("UPDATE writer SET name = 'Ada II' WHERE id = 1")
                try await group.waitForAll()
            }
            #expect(tries.count.withLock { $0 } == 2)
            let names = try await store.read {
                try $0.all("SELECT name FROM writer ORDER BY id") { $0.text(0) }
            }
            #expect(names == ["Ada I", "Bo I"])
        }
    }

    @Test func aReadIsTriedAgain() async throws {
        try await withPair { store, other in
            try await other.run("BEGIN; LOCK TABLE note")
            let tries = Tries()
            try await withThrowingTaskGroup { group in
                group.addTask {
                    let writers = try await store.read { transaction in
                        tries.count.withLock { $0 += 1 }
                        let writers = try transaction.first("SELECT COUNT(*) FROM writer") { $0.integer(0) }
                        _ = try transaction.exists("SELECT 1 FROM note")
                        return writers
                    }
                    #expect(writers == 2)
                }
                try await other.meet("LOCK TABLE writer")
                try await group.waitForAll()
            }
            #expect(tries.count.withLock { $0 } == 2)
        }
    }

    @Test func aMigrationIsTriedAgain() async throws {
        try await withPair { store, other in
            try await other.run("BEGIN; SELECT 1 FROM note")
            try await withThrowingTaskGroup { group in
                group.addTask {
                    try await store.migrate(
                        notes + [
                            Migration(
                                "002 later",
                                [
                                    "ALTER TABLE writer ADD COLUMN age BIGINT NOT NULL DEFAULT 0",
                                    "ALTER TABLE note ADD COLUMN page BIGINT NOT NULL DEFAULT 0",
                                ])
                        ])
                }
                try await other.meet("UPDATE writer SET name = 'Ada II' WHERE id = 1")
                try await group.waitForAll()
            }
            let ages = try await store.read { try $0.all("SELECT age FROM writer") { $0.integer(0) } }
            #expect(ages == [0, 0])
        }
    }

    /// A store with two writers in its book, and somebody else at the same tables.
    private func withPair(_ body: (PostgreSQLStore, Other) async throws -> Void) async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            let database = try PostgreSQLDatabase(url: url, settings: TestPostgreSQL.settings)
            let store = database.newBook(7)
            try await store.beginNotes()
            try await store.write { try $0.run("INSERT INTO writer (name) VALUES ('Bo')") }
            let other = try Other(url)
            try await body(store, other)
            other.close()
            await database.close()
        }
    }
}

private final class Tries: Sendable {
    let count = Mutex(0)
}
