import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A SQLite database file, owned by this process alone.
///
/// Reads run inline on the caller's thread, each on one consistent state, beside the writes; a point read
/// costs less than handing it to another thread. Writes queue up for one committer, which syncs them in
/// groups.
public final class SQLiteStore: Store {
    /// Where the file lies.
    public let path: String
    private let readers: ReaderPool
    private let writer: GroupCommit

    /// Opens the file at `path`, or creates it for its owner alone (mode 0600).
    /// - Parameters:
    ///   - readersMax: how many idle connections are kept for reading.
    ///   - cacheKiB: how much of the file each connection keeps in memory at most.
    /// - Throws: `StoreError.unavailable` when the file can't be opened or written, `.damaged` when it is
    ///   none of SQLite's.
    public init(path: String, readersMax: Int = 4, cacheKiB: Int = 1_024) throws {
        self.path = path
        _ = try Self.createFile(path)
        readers = ReaderPool(path: path, readersMax: readersMax, cacheKiB: cacheKiB)
        let first = try Connection(path: path, isWriter: true, cacheKiB: cacheKiB, generation: 0)
        writer = GroupCommit(first, readers: readers) {
            let connection = try Connection(path: path, isWriter: true, cacheKiB: cacheKiB, generation: 0)
            do {
                try connection.requireSoundFile()
            } catch {
                connection.close()
                throw error
            }
            return connection
        }
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        if let reader = try readers.take() {
            defer { readers.giveBack(reader) }
            return try reader.read(body)
        }
        // The engine failed before: a write of nothing has the file opened again and looked at.
        try await write { _ in }
        guard let reader = try readers.take() else { throw StoreError.unavailable("the engine failed again") }
        defer { readers.giveBack(reader) }
        return try reader.read(body)
    }

    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            writer.add(
                QueuedWrite(
                    run: { transaction in
                        let value = try body(transaction)
                        return { caller.resume(returning: value) }
                    },
                    fail: { caller.resume(throwing: $0) }))
        }
    }

    public func migrate(_ migrations: [Migration]) async throws {
        try await migrateAsWritten(migrations)
    }

    public func close() async {
        readers.close()
        await withCheckedContinuation { caller in
            writer.close { caller.resume() }
        }
    }

    /// SQLite gives its log and index the mode of the database file, but makes that one as the umask says.
    ///
    /// Returns false when there is a file already.
    static func createFile(_ path: String) throws(StoreError) -> Bool {
        // Only ever a new one: closing a descriptor of a file that SQLite has open would drop SQLite's locks
        // on it.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor < 0 else {
            _ = Self.closeFile(descriptor)
            return true
        }
        guard errno == EEXIST else { throw .unavailable("\(path): \(String(cString: strerror(errno)))") }
        return false
    }

    private static func closeFile(_ descriptor: CInt) -> CInt {
        #if canImport(Glibc)
            Glibc.close(descriptor)
        #elseif canImport(Musl)
            Musl.close(descriptor)
        #else
            Darwin.close(descriptor)
        #endif
    }
}

extension Connection {
    /// After a failure the log may hold what the disk does not: it is written into the file anew and emptied,
    /// so that every page that counts has been synced since.
    fileprivate func requireSoundFile() throws(StoreError) {
        try emptyLog()
        if let complaint = try complaint(quickly: true) { throw .damaged(complaint) }
    }
}
