import Foundation

/// Where an installation on SQLite lies, and what its files are called.
public struct DataFolder: Hashable, Sendable {
    /// As it was given, without a slash at the end.
    public let path: String

    public init(path: String) {
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = trimmed
    }

    /// The front door's database.
    public var control: String { path + "/control.sqlite" }
    /// The folder of the books.
    public var books: String { path + "/books" }
    /// The book of one business.
    public func book(_ business: Int64) -> String { "\(books)/\(business).sqlite" }
    /// The key that seals memorable words, unless it comes from the configuration (FD-14).
    public var secretKey: String { path + "/secret.key" }
    /// The key that a rotation is about to put in its place.
    public var nextSecretKey: String { path + "/secret.key.next" }
    /// Where letters are kept, unless the configuration says otherwise.
    public var mail: String { path + "/mail" }
    /// Locked by the process that owns the folder; holds its process id.
    public var lock: String { path + "/daybook.lock" }
    /// Where that process takes commands.
    public var adminSocket: String { path + "/admin.sock" }

    /// Whether there is an installation here, whole or not.
    /// - Throws: `InstallationError.unusable` when that can't be told, as in a folder of another user.
    public func holdsInstallation() throws(InstallationError) -> Bool {
        guard access(control, F_OK) == 0 || errno == ENOENT || errno == ENOTDIR else {
            throw .failed(control)
        }
        return !isNew || holdsBooks
    }

    /// - Throws: `InstallationError.unusable` when the files are another user's. Only root gets this far, and what it
    ///   would make could not be opened by that user afterwards.
    func requireOwn() throws(InstallationError) {
        guard let owner = Files.owner(of: control), owner != geteuid() else { return }
        throw .unusable(path: control, reason: "is user \(owner)'s: do this as that user")
    }

    /// Whether control was never made, or a stop left it without a byte.
    var isNew: Bool { Files.isMissingOrEmpty(control) }

    /// Whether there is a book of any business.
    var holdsBooks: Bool { Files.names(in: books).contains { $0.hasSuffix(".sqlite") } }

    /// Makes the folder and that of the books, for their owner alone (mode 0700), where they are missing.
    /// - Throws: `InstallationError.unusable`.
    public func create() throws(InstallationError) {
        try Files.createFolder(path)
        try Files.createFolder(books)
    }

    /// Takes the folder for this process, until the lock is released or the process ends.
    /// - Throws: `InstallationError.inUse` when another has it, `.unusable`.
    public func takeLock() throws(InstallationError) -> FolderLock {
        try FolderLock(of: self)
    }

    /// Deletes a database file with its log and index. Nothing happens when they are not there.
    func removeDatabase(_ database: String) throws(InstallationError) {
        for file in [database, database + "-wal", database + "-shm"] { try Files.remove(file) }
        try Files.syncFolder(of: database)
    }
}
