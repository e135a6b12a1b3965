import Foundation
import FrontDoor
import Installation
import StorePostgreSQL
import TestSupport

@testable import Books

/// Where an installation lies while a test runs: a folder of its own, and a database where the tests run on
/// PostgreSQL.
struct TestPlace: Sendable {
    let folder: DataFolder
    /// Nil on SQLite.
    let database: String?

    /// Hands a fresh place over, and clears up.
    static func run<Value>(_ name: String, _ body: (TestPlace) async throws -> Value) async throws -> Value {
        try await Turns.withFiles.during { try await make(name, body) }
    }

    private static func make<Value>(
        _ name: String, _ body: (TestPlace) async throws -> Value
    ) async throws -> Value {
        let path = FileManager.default.temporaryDirectory.path + "/daybook-\(name)-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = DataFolder(path: path + "/data")
        guard TestPostgreSQL.isChosen else { return try await body(TestPlace(folder: folder, database: nil)) }
        return try await TestPostgreSQL.withDatabase(like: "installation", prepare: makeTables) { url in
            try await body(TestPlace(folder: folder, database: url))
        }
    }

    /// The tables, and nothing in them.
    private static func makeTables(in url: String) async throws {
        let database = try PostgreSQLDatabase(url: url, settings: TestPostgreSQL.settings)
        try await database.control().migrate(FrontDoor.migrations)
        try await database.newBook(1).migrate(Book.migrations)
        try database.removeBook(1)
        await database.close()
    }

    /// Has an installation open here.
    func set(_ settings: inout InstallationSettings) throws {
        guard let database else { return }
        settings.database = DatabaseSettings(address: database)
        settings.database?.connectionsMax = TestPostgreSQL.settings.connectionsMax
        if settings.secretKey == nil {
            settings.secretKey = try SecretKey(base64: Data(repeating: 7, count: 32).base64EncodedString())
        }
    }

    /// The front door's rows, as they lie there now.
    func control() throws -> StoredRows {
        if let database { return try StoredRows(database: database) }
        return try StoredRows(file: folder.path + "/control.sqlite")
    }

    /// Everything that lies there, by name: the folder's files, or the rows of control and one book.
    func bytes(ofBook business: Int64) throws -> [String: Data] {
        guard database == nil else {
            let rows = ["control": try control(), "book": try book(business)]
            return rows.mapValues { Data("\($0.rows)".utf8) }
        }
        var bytes: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            bytes[name] = FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data()
        }
        return bytes
    }

    /// A business's rows, as they lie there now.
    func book(_ business: Int64) throws -> StoredRows {
        if let database { return try StoredRows(database: database, business: business) }
        return try StoredRows(file: folder.book(business))
    }
}
