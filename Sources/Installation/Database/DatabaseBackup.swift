import Books
import FrontDoor
import Store
import StorePostgreSQL
import StoreSQLite

/// The way of a database's rows into an archive, as SQLite files, all of them as they were at one moment.
///
/// Unchecked: one backup has it, and hands it from thread to thread.
final class DatabaseBackup: @unchecked Sendable {
    private let archive: ArchiveWriter
    private let snapshot: PostgreSQLSnapshot
    /// One file after the other has this name.
    private let file: String

    /// It blocks its thread.
    init(_ address: PostgreSQLAddress, to archive: ArchiveWriter) throws {
        self.archive = archive
        file = archive.part + ".sqlite"
        snapshot = try PostgreSQLSnapshot(address)
    }

    /// Appends control, then each live book that it lists.
    func run() async throws {
        defer { try? removeFile() }
        let books = try await append(BackupManifest.control, FrontDoor.migrations) {
            $0.control()
        } reading: {
            try await FrontDoor.liveBusinesses(in: $0)
        }
        for book in books {
            try await append(BackupManifest.book(book), Book.migrations) {
                try $0.book(book)
            } reading: { _ in
            }
        }
    }

    /// Makes a file with the tables of `migrations`, fills it and appends it as `name`.
    /// - Parameter read: what is to be known of it.
    private func append<Value: Sendable>(
        _ name: String, _ migrations: [Migration],
        of source: @escaping @Sendable (PostgreSQLSnapshot) throws -> any RowSource,
        reading read: (any Store) async throws -> Value
    ) async throws -> Value {
        try removeFile()
        try await withStore { try await $0.migrate(migrations) }
        try await offThread { [self] in
            let database = try WholeDatabase(path: file)
            try database.fill(from: source(snapshot), database.tables())
            try database.close()
        }
        let value = try await withStore(read)
        try await offThread { [self] in try archive.add(file, as: name) }
        return value
    }

    private func withStore<Value: Sendable>(_ body: (any Store) async throws -> Value) async throws -> Value {
        let store = try SQLiteStore(path: file)
        do {
            let value = try await body(store)
            await store.close()
            return value
        } catch {
            await store.close()
            throw error
        }
    }

    private func removeFile() throws {
        for name in [file, file + "-wal", file + "-shm"] { try Files.remove(name) }
    }
}
