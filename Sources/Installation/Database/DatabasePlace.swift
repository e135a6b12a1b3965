import Books
import FrontDoor
import Store
import StorePostgreSQL
import Synchronization

/// A PostgreSQL database, shared by any number of processes: control and all books are tables in it.
final class DatabasePlace: Place {
    let control: any Store
    private let database: PostgreSQLDatabase
    private let settings: InstallationSettings
    private let address: PostgreSQLAddress
    private let secretKey: SecretKey
    private let leaving = Mutex<Set<Int64>>([])
    /// Keeps a restore away until the connections to control do, which share the same lock.
    private let opening: PostgreSQLLock

    /// - Throws: `InstallationError.secretKeyIsMissing`; `.inUse` while a restore goes on; `.unfitDatabase`;
    ///   `StoreError.unavailable`.
    init(_ database: DatabaseSettings, _ settings: InstallationSettings) async throws {
        guard let secretKey = settings.secretKey else { throw InstallationError.secretKeyIsMissing }
        self.secretKey = secretKey
        var settings = settings
        settings.frontDoor.isShared = true
        self.settings = settings
        address = database.address
        let opened = try await database.opened()
        do {
            opening = try await database.locked(shared: true)
        } catch {
            await opened.close()
            throw error
        }
        self.database = opened
        control = opened.control()
    }

    func openDoor() async throws -> FrontDoor {
        defer { opening.release() }
        return try await settings.door(over: control, with: secretKey)
    }

    // MARK: One at a time among all processes

    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        let lock = try await lock(waits: true)
        defer { lock?.release() }
        return try await body()
    }

    func aloneIfFree(_ body: @Sendable () async throws -> Void) async throws {
        guard let lock = try await lock(waits: false) else { return }
        defer { lock.release() }
        try await body()
    }

    private func lock(waits: Bool) async throws -> PostgreSQLLock? {
        let address = address
        return try await offThread { try PostgreSQLLock.take(.businesses, waits: waits, of: address) }
    }

    // MARK: Books

    /// A book is the rows of its business. The first one is made here and nowhere else: opening a book that another
    /// process removes meanwhile must not bring it back.
    func makeBook(_ business: Int64) async throws {
        try await database.newBook(business).migrate(Book.migrations)
    }

    func openBook(_ business: Int64) throws -> any Store {
        guard !leaving.withLock({ $0.contains(business) }) else { throw StoreError.closed }
        return database.book(business)
    }

    func leaveBook(_ business: Int64) {
        leaving.withLock { _ = $0.insert(business) }
    }

    func removeBook(_ business: Int64) async throws {
        let database = database
        try await offThread { try database.removeBook(business) }
    }

    func missingBooks(of businesses: [Int64]) async throws -> [Int64] {
        let database = database
        let held = try await offThread { try Set(database.books()) }
        return businesses.filter { !held.contains($0) }
    }

    // MARK: Proving and copying

    var controlName: String { "control" }

    func bookName(_ business: Int64) -> String { "book \(business)" }

    /// Every row is read. Indexes, and references between rows, are the server's own affair.
    func firstComplaintOfControl() async throws -> String? {
        let database = database
        try await offThread { try database.readEverything(ofBook: nil) }
        return nil
    }

    func firstComplaint(ofBook business: Int64) async throws -> String? {
        guard try await missingBooks(of: [business]).isEmpty else { return "the book is missing" }
        let database = database
        try await offThread { try database.readEverything(ofBook: business) }
        return nil
    }

    /// One snapshot, so that businesses may come and go meanwhile.
    func addAll(to archive: ArchiveWriter) async throws {
        let (database, address) = (database, address)
        if let any = try await offThread({ try database.books().first }) {
            try await database.book(any).migrate(Book.migrations)
        }
        let backup = try await offThread { try DatabaseBackup(address, to: archive) }
        try await backup.run()
    }

    func close() async {
        await control.close()
        await database.close()
    }
}
