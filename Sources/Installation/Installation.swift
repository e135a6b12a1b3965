import Books
import FrontDoor
import Logging
import Store
import StoreSQLite
import Surroundings

/// All of one data folder, open: the front door, the shelf of books, and the folder's lock.
///
/// One process has it at a time, so nothing that it holds in memory is ever stale.
public final class Installation: Sendable {
    public let folder: DataFolder
    public let frontDoor: FrontDoor
    public let bookshelf: Bookshelf
    let settings: InstallationSettings
    let books: BookFiles
    let turns = Turns()
    private let control: SQLiteStore
    private let lock: FolderLock

    /// Opens the installation in `folder`, or makes one there; mends what stopped half-way.
    /// - Throws: `InstallationError.inUse` when another process has it, `.unusable`, also when it is another user's;
    ///   `FrontDoorError.otherSecretKey` or `.unusableSecretKey` when what is sealed in it can't be read
    ///   (FD-14); `StoreError`, which is `.damaged` when control is gone and books are still there.
    public static func open(_ folder: DataFolder, _ settings: InstallationSettings) async throws
        -> Installation
    {
        try folder.requireOwn()
        try folder.create()
        let lock = try folder.takeLock()
        do {
            let installation = try await Installation(folder, settings, lock)
            try await installation.mend()
            return installation
        } catch {
            lock.release()
            throw error
        }
    }

    private init(_ folder: DataFolder, _ settings: InstallationSettings, _ lock: FolderLock) async throws {
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
            control = try SQLiteStore(path: folder.control)
        } catch {
            throw Self.namingControl(error)
        }
        do {
            frontDoor = try await SecretKeyring(folder: folder, settings: settings).openDoor(over: control)
        } catch {
            await control.close()
            throw Self.namingControl(error)
        }
        let books = BookFiles(folder: folder)
        let door = frontDoor
        bookshelf = Bookshelf(
            booksMax: settings.openBooksMax, clock: settings.clock, randomness: settings.random
        ) { business in
            let made = try await door.business(id: business)
            let origin = BookOrigin(
                permalinkKey: made.permalinkKey, country: made.country, currency: made.currency)
            return (try await books.open(business), origin)
        }
        self.books = books
        self.folder = folder
        self.settings = settings
        self.lock = lock
    }

    /// Damage says in which file it is.
    private static func namingControl(_ error: any Error) -> any Error {
        guard case StoreError.damaged(let what) = error else { return error }
        return StoreError.damaged("control.sqlite: \(what)")
    }

    /// Finishes what is queued, closes everything and lets others have the folder.
    public func close() async {
        await turns.alone {
            await bookshelf.close()
            await frontDoor.close()
            await control.close()
            lock.release()
        }
    }
}
