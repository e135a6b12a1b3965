import FrontDoor
import Store
import StoreSQLite
import Synchronization

/// A data folder, held by this process alone: control and the books are SQLite files in it.
final class FolderPlace: Place {
    let control: any Store
    private let folder: DataFolder
    private let settings: InstallationSettings
    private let lock: FolderLock
    private let leaving = Mutex<Set<Int64>>([])

    /// Opens the folder, or makes one there with its secret key, unless that is configured.
    /// - Throws: `InstallationError`, `StoreError`, `FrontDoorError.unusableSecretKey`.
    init(_ folder: DataFolder, _ settings: InstallationSettings) throws {
        try folder.requireOwn()
        try folder.create()
        let lock = try folder.takeLock()
        do {
            control = try Self.openControl(of: folder, settings)
        } catch {
            lock.release()
            throw error
        }
        self.folder = folder
        self.settings = settings
        self.lock = lock
    }

    private static func openControl(
        of folder: DataFolder, _ settings: InstallationSettings
    ) throws -> SQLiteStore {
        let isNew = folder.isNew
        // A new control would give their numbers, and so their books, to other businesses.
        guard !isNew || !folder.holdsBooks else {
            throw StoreError.damaged("control.sqlite is missing or empty, though there are books")
        }
        if isNew && settings.secretKey == nil {
            // Before the control database, so that one without its key is one that lost it.
            _ = try SecretKey.load(orMake: folder.secretKey, random: settings.random)
        }
        do {
            return try SQLiteStore(path: folder.control)
        } catch {
            throw namingControl(error)
        }
    }

    func openDoor() async throws -> FrontDoor {
        do {
            return try await SecretKeyring(folder: folder, settings: settings).openDoor(over: control)
        } catch {
            throw Self.namingControl(error)
        }
    }

    /// Damage says in which file it is.
    private static func namingControl(_ error: any Error) -> any Error {
        guard case StoreError.damaged(let what) = error else { return error }
        return StoreError.damaged("control.sqlite: \(what)")
    }

    /// No other process has the folder.
    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        try await body()
    }

    func aloneIfFree(_ body: @Sendable () async throws -> Void) async throws {
        try await body()
    }

    // MARK: Books

    func makeBook(_ business: Int64) async throws {
        guard !holdsBook(business) else { return }
        let store = try SQLiteStore(path: folder.book(business))
        await store.close()
    }

    /// An empty book in the place of a lost one would hide the loss.
    func openBook(_ business: Int64) throws -> any Store {
        guard !leaving.withLock({ $0.contains(business) }) else { throw StoreError.closed }
        guard holdsBook(business) else {
            throw StoreError.damaged("the book of business \(business) is missing or empty")
        }
        // A page of fifty customers with their contacts and addresses lies on some 260 pages of the file: with less
        // than they take, each list of a large book would be read from the system anew.
        return try SQLiteStore(path: folder.book(business), readersMax: 2, cacheKiB: 1_280)
    }

    func leaveBook(_ business: Int64) {
        leaving.withLock { _ = $0.insert(business) }
    }

    func removeBook(_ business: Int64) throws {
        try folder.removeDatabase(folder.book(business))
    }

    func missingBooks(of businesses: [Int64]) -> [Int64] {
        businesses.filter { !holdsBook($0) }
    }

    private func holdsBook(_ business: Int64) -> Bool {
        !Files.isMissingOrEmpty(folder.book(business))
    }

    // MARK: Proving and copying

    var controlName: String { BackupManifest.control }

    func bookName(_ business: Int64) -> String { BackupManifest.book(business) }

    func firstComplaintOfControl() async throws -> String? {
        try await firstComplaint(of: folder.control)
    }

    func firstComplaint(ofBook business: Int64) async throws -> String? {
        try await firstComplaint(of: folder.book(business))
    }

    private func firstComplaint(of database: String) async throws -> String? {
        guard Files.exists(database) else { return "the file is missing" }
        guard !Files.isMissingOrEmpty(database) else { return "the file is empty" }
        return try await offThread { try DatabaseFile(path: database).firstComplaint() }
    }

    func addAll(to archive: ArchiveWriter) async throws {
        // While this goes on no business is made or removed: control lists the books that follow.
        let books = try await FrontDoor.liveBusinesses(in: control)
        let folder = folder
        try await offThread {
            try archive.addSnapshot(of: folder.control, as: BackupManifest.control)
            for book in books {
                try archive.addSnapshot(of: folder.book(book), as: BackupManifest.book(book))
            }
        }
    }

    func close() async {
        await control.close()
        lock.release()
    }
}
