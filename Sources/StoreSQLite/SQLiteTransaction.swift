// By name: both modules have a `Row` and a `SQL`.
import class GRDB.Database
import struct GRDB.DatabaseError
import GRDBSQLite
import Store

/// The transactions of one connection, one after another, and the statements it has parsed.
///
/// Used only by who holds the connection, inside its queue.
final class SQLiteTransaction: Transaction {
    private let database: Database
    private let handle: OpaquePointer
    private let isWriter: Bool
    private let control: ControlStatements
    private var statements: [String: PreparedStatement] = [:]
    private var asks = 0
    private var isOpen = false
    /// What went wrong with the engine since `begin`, kept even when a body swallows the error.
    private(set) var failure: (error: StoreError, aftermath: Aftermath)?

    init(_ database: Database, isWriter: Bool) throws {
        guard let handle = database.sqliteConnection else { throw StoreError.closed }
        self.database = database
        self.handle = handle
        self.isWriter = isWriter
        control = try ControlStatements(database)
    }

    func query(_ sql: SQL, _ parameters: [SQLValue], _ each: (any Row) throws -> Bool) throws {
        let statement = try statement(sql)
        var isDone = false
        defer { if !isDone { statement.finish() } }
        try statement.start(parameters)
        while true {
            let code = statement.step()
            guard code == SQLITE_ROW else {
                guard code == SQLITE_DONE else { throw failed(code) }
                return
            }
            guard try each(statement) else { break }
        }
        // `INSERT … RETURNING` that is left after its first row is checked against foreign keys only here.
        isDone = true
        let code = statement.finish()
        guard code == SQLITE_OK else { throw failed(code) }
    }

    @discardableResult
    func execute(_ sql: SQL, _ parameters: [SQLValue]) throws -> Int {
        try query(sql, parameters) { _ in true }
        return Int(sqlite3_changes(handle))
    }

    private func statement(_ sql: SQL) throws -> PreparedStatement {
        guard isOpen else { throw StoreError.misuse("the transaction has ended") }
        asks += 1
        let kept = statements[sql.text]
        if let kept, !kept.isRunning {
            kept.lastAsk = asks
            return kept
        }
        let made: PreparedStatement
        do {
            made = try PreparedStatement(database.makeStatement(sql: sql.text))
        } catch {
            throw noted(error)
        }
        // One that is asked for again while it runs is made for that once.
        guard kept == nil else { return made }
        if statements.count >= statementsMax { forgetOldStatements() }
        made.lastAsk = asks
        statements[sql.text] = made
        return made
    }

    /// Drops the half that was not asked for the longest: lists compose more statements than a connection
    /// keeps.
    private func forgetOldStatements() {
        let middle = statements.values.map(\.lastAsk).sorted()[statements.count / 2]
        statements = statements.filter { $0.value.isRunning || $0.value.lastAsk > middle }
    }

    func forgetStatements() {
        statements = [:]
        control.forget()
    }

    // MARK: the transaction itself

    func begin(_ kind: ControlStatements.Name) throws(StoreError) {
        failure = nil
        try step(kind)
        isOpen = true
    }

    func commit() throws(StoreError) {
        isOpen = false
        try step(.commit)
    }

    /// Leaves no transaction open, whatever happened; SQLite may have rolled back by itself.
    func rollBack() {
        isOpen = false
        guard sqlite3_get_autocommit(handle) == 0 else { return }
        do {
            try step(.rollBack)
        } catch {
            _ = noted(error, .reopen)
        }
    }

    func step(_ name: ControlStatements.Name) throws(StoreError) {
        guard let statement = control[name] else { throw .closed }
        let code = statement.step()
        statement.finish()
        guard code == SQLITE_DONE else { throw failed(code) }
    }

    /// Refuses to go on when the engine failed, or when a row still refers to nothing.
    func requireSound() throws(StoreError) {
        if let failure { throw failure.error }
        guard sqlite3_get_autocommit(handle) == 0 else {
            throw noted(.unavailable("the transaction was rolled back"), .rollBack)
        }
        // Deferred foreign keys would otherwise fail the commit, and with it the writes of others.
        var open: CInt = 0
        var highest: CInt = 0
        sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0)
        guard open == 0 else { throw .refused(.foreignKey) }
    }

    private func failed(_ code: CInt) -> StoreError {
        let code = code & 0xff == code ? sqlite3_extended_errcode(handle) : code
        // Where nothing is written, this is a fault of ours and says nothing about the disk.
        if code & 0xff == SQLITE_READONLY && !isWriter {
            return .misuse("a read can't write (SQLite \(code))")
        }
        return noted(
            StoreError(code: code, message: String(cString: sqlite3_errmsg(handle))), Aftermath(code: code))
    }

    private func noted(_ error: any Error) -> StoreError {
        let code = (error as? DatabaseError)?.extendedResultCode.rawValue ?? SQLITE_ERROR
        return noted(StoreError(error), Aftermath(code: code))
    }

    private func noted(_ error: StoreError, _ aftermath: Aftermath) -> StoreError {
        switch (aftermath, failure?.aftermath) {
        case (.none, _), (.rollBack, .reopen): break
        case (.rollBack, _), (.reopen, _): failure = (error, aftermath)
        }
        return error
    }
}

/// How many statements a connection keeps parsed: some 5 KiB each.
private let statementsMax = 128
