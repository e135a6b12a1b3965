import Books
import FrontDoor
import Store

/// All of one data folder or one database, open: the front door and the shelf of books.
///
/// One process has a folder at a time, so nothing that it holds in memory is ever stale; a database is shared.
public final class Installation: Sendable {
    /// The folder on this machine. With a database it holds at most settings and letters.
    public let folder: DataFolder
    public let frontDoor: FrontDoor
    public let bookshelf: Bookshelf
    let settings: InstallationSettings
    let place: any Place
    private let turns = Turns()

    /// Opens the installation in `folder`, or in the database that `settings` name, or makes one there; mends what
    /// stopped half-way.
    /// - Throws: `InstallationError.inUse` when another process has the folder or replaces what is in the database;
    ///   `.unusable`, also when the folder is another user's; `.unfitDatabase`, `.secretKeyIsMissing`;
    ///   `FrontDoorError.otherSecretKey` or `.unusableSecretKey` when what is sealed in it can't be read
    ///   (FD-14); `StoreError`, which is `.damaged` when control is gone and books are still there.
    public static func open(_ folder: DataFolder, _ settings: InstallationSettings) async throws
        -> Installation
    {
        let place: any Place =
            if let database = settings.database { try await DatabasePlace(database, settings) } else {
                try FolderPlace(folder, settings)
            }
        do {
            let installation = try await Installation(folder, settings, place)
            try await installation.mend()
            return installation
        } catch {
            await place.close()
            throw error
        }
    }

    /// Whether there is an installation in `folder`, or in the database that `settings` name, whole or not.
    /// - Throws: `InstallationError.unusable` when that can't be told, as in a folder of another user; as `open`.
    public static func isThere(_ folder: DataFolder, _ settings: InstallationSettings) async throws -> Bool {
        guard let database = settings.database else { return try folder.holdsInstallation() }
        return try await database.holdsInstallation()
    }

    private init(_ folder: DataFolder, _ settings: InstallationSettings, _ place: any Place) async throws {
        let door = try await place.openDoor()
        frontDoor = door
        bookshelf = Bookshelf(
            booksMax: settings.openBooksMax, clock: settings.clock, randomness: settings.random
        ) { business in
            let made = try await door.business(id: business)
            guard made.state != .removing else { throw StoreError.closed }
            let origin = BookOrigin(
                permalinkKey: made.permalinkKey, country: made.country, currency: made.currency)
            return (try await place.openBook(business), origin)
        }
        self.place = place
        self.folder = folder
        self.settings = settings
    }

    /// Runs `body` while nobody else here makes or removes a business, or copies them all.
    func inTurn<Value: Sendable>(_ body: @Sendable () async throws -> Value) async rethrows -> Value {
        try await turns.alone(body)
    }

    /// The same among all processes that share the place.
    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        try await turns.alone { try await place.alone(body) }
    }

    /// Finishes what is queued, closes everything and lets others have the folder.
    public func close() async {
        await inTurn {
            await bookshelf.close()
            await frontDoor.close()
            await place.close()
        }
    }
}
