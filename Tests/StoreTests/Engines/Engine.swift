import Store
import StorePostgreSQL
import StoreSQLite
import TestSupport
import Testing

/// What a test of the shared interface runs on.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgreSQL

    /// Those that are here: PostgreSQL needs a server, which `scripts/test` starts.
    static let available: [Engine] = TestPostgreSQL.isThere ? allCases : [.sqlite]

    var testDescription: String { rawValue }

    /// A store with two small tables, in a real database.
    func withStore<Value>(_ body: (any Store) async throws -> Value) async throws -> Value {
        switch self {
        case .sqlite: try await StoreTests.withStore { try await body($0) }
        case .postgreSQL:
            try await withPostgreSQL { database in
                let store = database.newBook(7)
                try await store.beginNotes()
                let value = try await body(store)
                await store.close()
                return value
            }
        }
    }
}

/// A fresh database, and every connection closed afterwards.
func withPostgreSQL<Value>(_ body: (PostgreSQLDatabase) async throws -> Value) async throws -> Value {
    try await TestPostgreSQL.withDatabase { url in
        let database = try PostgreSQLDatabase(url: url, settings: TestPostgreSQL.settings)
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}
