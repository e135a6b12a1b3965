import GRDB
import GRDBSQLite
import Store

/// One connection to a database file.
///
/// Unchecked, because its parts are no `Sendable`: it is used by one at a time (by who took it from
/// `ReaderPool`, or by the one committer), and only inside `queue`, which would make a second user wait.
final class Connection: @unchecked Sendable {
    /// Which opening of the store it belongs to.
    let generation: Int
    private let queue: DatabaseQueue
    private let transaction: SQLiteTransaction
    /// Pages written to the write-ahead log since the last checkpoint.
    private var pagesLogged = 0

    /// - Parameters:
    ///   - isWriter: the one connection that writes and checkpoints, or one of those that only read.
    ///   - cacheKiB: how much of the file it keeps in memory at most.
    init(path: String, isWriter: Bool, cacheKiB: Int, generation: Int) throws(StoreError) {
        self.generation = generation
        do {
            queue = try Self.open(path: path, isWriter: isWriter, cacheKiB: cacheKiB)
            transaction = try queue.unsafeRead { try SQLiteTransaction($0, isWriter: isWriter) }
        } catch {
            throw StoreError(error)
        }
    }

    private static func open(path: String, isWriter: Bool, cacheKiB: Int) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = !isWriter
        // Ours always end; but after an I/O error even a ROLLBACK may fail, which must not stop the process.
        configuration.allowsUnsafeTransactions = true
        // Readers never wait in WAL; the writer may for readers, when the log is emptied.
        if isWriter { configuration.busyMode = .timeout(2) }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            // The statements are ours, but the file may come from anywhere: its schema must not call
            // functions with side effects. What is read is never mapped: an I/O error then is a code and no
            // signal.
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA mmap_size = 0")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA cache_size = -\(cacheKiB)")
            if isWriter { try makeDurable(database) }
        }
        return queue
    }

    private static func makeDurable(_ database: Database) throws {
        guard sqlite3_db_readonly(database.sqliteConnection, "main") == 0 else {
            throw StoreError.unavailable("the database file is read-only")
        }
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        // The log is emptied by `checkpoint`, whose failure is seen; SQLite's own would hide it.
        try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        try database.execute(sql: "PRAGMA journal_size_limit = \(logBytesKept)")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        guard mode == "wal", try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
            throw StoreError.unavailable(
                "the database file does not take a write-ahead log with every commit synced")
        }
    }

    /// Runs `body` on one consistent state.
    func read<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
        try queue.unsafeRead { _ in
            try transaction.begin(.begin)
            do {
                let value = try body(transaction)
                try transaction.commit()
                return value
            } catch {
                transaction.rollBack()
                throw error
            }
        }
    }

    /// Whether the engine failed in the last transaction in such a way that the connection must not be used
    /// again.
    var mustReopen: Bool {
        transaction.failure?.aftermath == .reopen
    }

    /// Runs `writes` one after another and commits them together.
    /// - Returns: what to answer, in their order, now that all is on disk.
    /// - Throws: `StoreError` when the engine failed: then none of them was written; `.outcomeUnknown` when it failed
    ///   in the commit.
    func commit(_ writes: [QueuedWrite]) throws -> [QueuedWrite.Answer] {
        try queue.writeWithoutTransaction { _ in
            do {
                try transaction.begin(.beginImmediate)
                let answers = try writes.map(attempt)
                try commitOrSayUnknown()
                return answers
            } catch {
                transaction.rollBack()
                throw error
            }
        }
    }

    /// After a failed sync the file may hold the transaction or not, and say so only when it is opened again; what
    /// fails before that, as for want of room, was not done.
    private func commitOrSayUnknown() throws(StoreError) {
        do throws(StoreError) {
            try transaction.commit()
        } catch .unavailable(let reason) where mustReopen {
            throw .outcomeUnknown(reason)
        }
    }

    /// Runs one write in a savepoint of its own, so that it can be refused alone.
    ///
    /// A refusal is answered after the commit too: it may rest on what an earlier write of the batch left
    /// behind.
    private func attempt(_ write: QueuedWrite) throws -> QueuedWrite.Answer {
        try transaction.step(.savepoint)
        do {
            let answer = try write.run(transaction)
            try transaction.requireSound()
            try transaction.step(.release)
            return answer
        } catch {
            if let failure = transaction.failure { throw failure.error }
            try transaction.step(.rollBackToSavepoint)
            try transaction.step(.release)
            return { write.fail(error) }
        }
    }

    /// Moves the log into the file when enough has gathered. Returns false when the engine failed at it.
    func checkpointWhenDue() -> Bool {
        queue.writeWithoutTransaction { database in
            var pages: CInt = 0
            var highest: CInt = 0
            sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &highest, 1)
            pagesLogged += Int(pages)
            guard pagesLogged >= pagesLoggedMax else { return true }
            pagesLogged = 0
            let code = sqlite3_wal_checkpoint_v2(
                database.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
            return Aftermath(code: code) != .reopen || code == SQLITE_OK
        }
    }

    /// Moves the whole log into the file and empties it.
    func emptyLog() throws(StoreError) {
        let code = queue.writeWithoutTransaction { database in
            sqlite3_wal_checkpoint_v2(database.sqliteConnection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        }
        guard code == SQLITE_OK else { throw StoreError(code: code, message: "checkpoint") }
    }

    /// The first complaint of SQLite's check of the whole file, or of its foreign keys; nil when there is
    /// none.
    /// - Parameter quickly: leaves out indexes and foreign keys, and files of more than 64 MiB altogether.
    func complaint(quickly: Bool) throws(StoreError) -> String? {
        do {
            return try queue.unsafeRead { database in
                if quickly {
                    let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                    let bytes = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
                    guard pages * bytes <= quickCheckBytesMax else { return nil }
                    let found = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
                    return found == "ok" ? nil : found
                }
                let found = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
                guard found == "ok" else { return found ?? "integrity_check says nothing" }
                return try String.fetchOne(database, sql: danglingReference)
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// Copies the file as it is at one moment, while others write.
    func copy(to path: String) throws(StoreError) {
        do {
            let target = try DatabaseQueue(path: path)
            try queue.backup(to: target)
            try target.close()
        } catch {
            throw StoreError(error)
        }
    }

    func close() {
        queue.unsafeRead { _ in transaction.forgetStatements() }
        // Fails only when statements are left, which are all gone; what it could not write stays in the log.
        try? queue.close()
    }
}

/// 4 MiB: what SQLite checkpoints at by default.
private let pagesLoggedMax = 1_000
/// A log that one huge write blew up gives its room back.
private let logBytesKept = 16 << 20
private let quickCheckBytesMax = 64 << 20
private let danglingReference = """
    SELECT "table" || ' has a row whose ' || parent || ' is not there' FROM pragma_foreign_key_check LIMIT 1
    """
