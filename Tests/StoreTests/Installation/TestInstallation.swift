import Books
import FrontDoor
import Installation
import Logging
import Store
import StoreSQLite
import Surroundings
import TestSupport

/// Where a test's installations lie, and the clocks and bytes that they all use.
struct TestSite: Sendable {
    let path: String
    let clock = ManualTimekeeper(now: Instant(milliseconds: 1_773_050_400_000))
    let random = SeededRandomness(seed: 20260309)
    /// In place of the folder's files.
    var database: DatabaseSettings?
    /// What a database needs.
    var secretKey: SecretKey?

    /// The folder that most tests open.
    var folder: DataFolder { DataFolder(path: path + "/data") }

    func settings(secretKey: SecretKey? = nil) -> InstallationSettings {
        var settings = InstallationSettings(
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        settings.clock = clock
        settings.random = random
        settings.secretKey = secretKey ?? self.secretKey
        settings.database = database
        return settings
    }

    func open(_ folder: DataFolder? = nil, secretKey: SecretKey? = nil) async throws -> Installation {
        try await Installation.open(folder ?? self.folder, settings(secretKey: secretKey))
    }

    /// Opens, runs, and closes whatever came of it.
    @discardableResult
    func withOpen<Value>(
        _ folder: DataFolder? = nil, _ body: (Installation) async throws -> Value
    ) async throws -> Value {
        let installation = try await open(folder)
        do {
            let value = try await body(installation)
            await installation.close()
            return value
        } catch {
            await installation.close()
            throw error
        }
    }

    /// Reads or changes control while nobody has it open, as an operator with a tool of their own could.
    @discardableResult
    func withControl<Value: Sendable>(
        of folder: DataFolder? = nil, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let control = try SQLiteStore(path: (folder ?? self.folder).control)
        let value = try await control.write(body)
        await control.close()
        return value
    }
}

/// The same in a fresh database.
func withDatabaseSite(_ body: (_ site: TestSite, _ url: String) async throws -> Void) async throws {
    try await TestPostgreSQL.withDatabase { url in
        try await withFolder { folder in
            var site = TestSite(path: folder)
            site.secretKey = SecretKey(from: SeededRandomness(seed: 11))
            site.database = DatabaseSettings(address: url)
            site.database?.connectionsMax = 4
            try await body(site, url)
        }
    }
}

func withSite(_ body: (TestSite) async throws -> Void) async throws {
    try await withFolder { try await body(TestSite(path: $0)) }
}

extension Installation {
    /// A business with one recognisable row in its book, and a user.
    @discardableResult
    func addHarbour(_ name: String = "Harbour Joinery Ltd", mark: Int = 7) async throws -> Int64 {
        let business = try await addBusiness(name: name, from: .commandLine)
        _ = try await bookshelf.withBook(business.id) { book in
            try await book.store.write { try $0.run(insertMark, mark) }
        }
        return business.id
    }

    func mark(of business: Int64) async throws -> Int64? {
        try await bookshelf.withBook(business) { book in
            try await book.store.read { try $0.first(selectMark) { $0.integer(0) } }
        }
    }
}

private let insertMark: SQL = "INSERT INTO list_total (list, live, archived) VALUES ('marks', ?1, 0)"
private let selectMark: SQL = "SELECT live FROM list_total WHERE list = 'marks'"
