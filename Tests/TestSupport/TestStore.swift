import Foundation
import Store
import StorePostgreSQL
import StoreSQLite

/// Real stores of the engine that this run of the tests is about.
public enum TestStore {
    /// Runs `body` with an empty store for the tables of one business, and clears up.
    public static func withBook<Value>(_ body: (any Store) async throws -> Value) async throws -> Value {
        try await withFolderOrDatabase { place in
            try await closing(place.book(1), body)
        }
    }

    /// Runs `body` with an empty store for the tables of control, and clears up.
    public static func withControl<Value>(_ body: (any Store) async throws -> Value) async throws -> Value {
        try await withFolderOrDatabase { place in
            try await closing(place.control(), body)
        }
    }

    /// Runs `body` with a place for the stores of several businesses, which it closes itself.
    public static func withFolderOrDatabase<Value>(_ body: (Place) async throws -> Value) async throws
        -> Value
    {
        guard TestPostgreSQL.isChosen else {
            let path = FileManager.default.temporaryDirectory.path + "/daybook-test-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: path) }
            return try await Turns.withFiles.during { try await body(.folder(path)) }
        }
        return try await TestPostgreSQL.withDatabase { url in
            let database = try PostgreSQLDatabase(url: url, settings: TestPostgreSQL.settings)
            do {
                let value = try await body(.database(database))
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    public enum Place: Sendable {
        case folder(String)
        case database(PostgreSQLDatabase)

        public func book(_ business: Int64) throws -> any Store {
            switch self {
            case .folder(let path): try SQLiteStore(path: "\(path)/\(business).sqlite")
            case .database(let database): database.newBook(business)
            }
        }

        public func control() throws -> any Store {
            switch self {
            case .folder(let path): try SQLiteStore(path: path + "/control.sqlite")
            case .database(let database): database.control()
            }
        }
    }

    private static func closing<Value>(
        _ store: any Store, _ body: (any Store) async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await body(store)
            await store.close()
            return value
        } catch {
            await store.close()
            throw error
        }
    }
}
