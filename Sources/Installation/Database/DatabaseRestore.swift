import Books
import Foundation
import FrontDoor
import Store
import StorePostgreSQL
import StoreSQLite

/// The way of an archive into a database: in one transaction, file by file, so that it takes no more room on this
/// machine than the largest of them.
///
/// Unchecked: one restore has it, and hands it from thread to thread.
final class DatabaseRestore: @unchecked Sendable {
    private let reader: ArchiveReader
    private let manifest: BackupManifest
    private let filling: PostgreSQLFilling
    /// Where one file after the other lies.
    private let work: DataFolder

    /// It blocks its thread.
    /// - Parameter aside: what a schema with something in it is called from now on, after its own name.
    private init(
        _ reader: ArchiveReader, _ manifest: BackupManifest, into address: PostgreSQLAddress,
        settingAside aside: String, work: DataFolder
    ) throws {
        self.reader = reader
        self.manifest = manifest
        self.work = work
        filling = try PostgreSQLFilling(
            address, settingAside: aside, control: FrontDoor.migrations, books: Book.migrations)
    }

    /// Makes `database` hold what the archive holds.
    /// - Parameter replacing: whether what is there may be set aside, in schemas with the time in their names.
    /// - Returns: the schemas that it is in.
    /// - Throws: as `Installation.restore`.
    static func run(
        _ reader: ArchiveReader, _ manifest: BackupManifest, into database: DatabaseSettings, replacing: Bool,
        _ settings: InstallationSettings
    ) async throws -> String? {
        guard settings.secretKey != nil else { throw InstallationError.secretKeyIsMissing }
        await (try database.opened()).close()
        let lock = try await database.locked(shared: false)
        defer { lock.release() }
        if !replacing, try await database.holdsInstallation() {
            throw InstallationError.notEmpty(folder: database.shown)
        }
        let aside = "before_restore_" + settings.clock.now().text.filter(\.isNumber)
        let work = DataFolder(path: NSTemporaryDirectory() + "daybook-restore-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(atPath: work.path) }
        try work.create()
        let address = database.address
        let restore = try await offThread {
            try DatabaseRestore(reader, manifest, into: address, settingAside: aside, work: work)
        }
        try await restore.fillControl(settings)
        for book in manifest.books { try await restore.fill(book) }
        try await offThread { try restore.filling.commit() }
        let schemas = restore.filling.setAside
        guard !schemas.isEmpty else { return nil }
        return (schemas.count > 1 ? "the schemas " : "the schema ") + schemas.joined(separator: " and ")
    }

    private func fillControl(_ settings: InstallationSettings) async throws {
        var settings = settings
        settings.database = nil
        try await offThread { [self] in
            try reader.extract(BackupManifest.control, of: manifest, to: work.control)
        }
        // With the key at hand nothing is lost; one that does not fit is refused here.
        _ = try await work.prepare(settings, ownKey: nil)
        try await offThread { [self] in try fill(filling.control(), from: work.control) }
    }

    private func fill(_ business: Int64) async throws {
        let (name, file) = (BackupManifest.book(business), work.book(business))
        try await offThread { [self] in try reader.extract(name, of: manifest, to: file) }
        let store = try SQLiteStore(path: file)
        do {
            try await store.migrate(Book.migrations)
            try await store.forgetKeptAnswers()
            await store.close()
        } catch {
            await store.close()
            throw error
        }
        try await offThread { [self] in
            try fill(filling.book(business), from: file)
            try work.removeDatabase(file)
        }
    }

    private func fill(_ target: any RowTarget, from file: String) throws {
        let database = try WholeDatabase(path: file)
        try target.fill(from: database, database.tables())
        try database.close()
    }
}
