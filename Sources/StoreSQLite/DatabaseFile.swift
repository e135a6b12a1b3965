import Store

/// A database file looked at from outside its store, whether that is open in this process or not.
///
/// Each call opens a connection of its own that only reads, so it holds up neither reads nor writes. The
/// calls block their thread for as long as reading the whole file takes: seconds for a gigabyte.
public struct DatabaseFile: Sendable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Writes the state of one moment to a new file at `target` (mode 0600), which needs no other file beside
    /// it.
    /// - Throws: `StoreError.unavailable` when there is something at `target`, or no room.
    public func copy(to target: String) throws(StoreError) {
        guard try SQLiteStore.createFile(target) else { throw .unavailable("\(target) exists") }
        let connection = try open()
        defer { connection.close() }
        try connection.copy(to: target)
    }

    /// Reads the whole file and compares tables with their indexes and foreign keys with their rows.
    /// - Returns: the first thing wrong, in the engine's words; nil when all is well.
    public func firstComplaint() throws(StoreError) -> String? {
        let connection = try open()
        defer { connection.close() }
        return try connection.complaint(quickly: false)
    }

    private func open() throws(StoreError) -> Connection {
        try Connection(path: path, isWriter: false, cacheKiB: 1_024, generation: 0)
    }
}
