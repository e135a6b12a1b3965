import Foundation
import Store
import StoreSQLite

/// A folder of a test's own, gone when the test is.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    FailingSyncs.install()
    let folder = FileManager.default.temporaryDirectory.path + "/daybook-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

/// A store with two small tables, in a real file.
func withStore<Value>(_ body: (SQLiteStore) async throws -> Value) async throws -> Value {
    try await withFolder { folder in
        let store = try SQLiteStore(path: folder + "/test.sqlite")
        try await store.beginNotes()
        let value = try await body(store)
        await store.close()
        return value
    }
}

let notes: [Migration] = [
    Migration(
        "001 notes",
        [
            "CREATE TABLE writer (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE)",
            """
            CREATE TABLE note (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                writer BIGINT NOT NULL REFERENCES writer (id),
                number BIGINT NOT NULL UNIQUE CHECK (number > 0),
                words TEXT NOT NULL,
                extra BLOB
            )
            """,
            """
            CREATE TRIGGER note_is_not_changed BEFORE UPDATE ON note
            BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END
            """,
        ])
]

let insertNote: SQL = "INSERT INTO note (writer, number, words) VALUES (1, ?1, ?2) RETURNING id"

extension Store {
    /// Makes the tables, with their one writer.
    func beginNotes() async throws {
        try await migrate(notes)
        try await write { try $0.run("INSERT INTO writer (name) VALUES ('Ada')") }
    }

    @discardableResult
    func addNote(_ number: Int, _ words: String = "hello") async throws -> Int64 {
        try await write { try $0.insert(insertNote, number, words) }
    }

    func noteNumbers() async throws -> [Int64] {
        try await read { try $0.all("SELECT number FROM note ORDER BY number") { $0.integer(0) } }
    }
}
