// By name: both modules have a `Row` and a `SQL`.
import class GRDB.Statement
import GRDBSQLite
import Store

/// A statement that is parsed once and run many times; while it runs, also the row under its cursor.
///
/// Steps SQLite itself: no object is made for a row (a third of the time of rows as dictionaries).
final class PreparedStatement: Row {
    /// Kept only for its end, when it lets go of `handle`.
    private let statement: Statement
    private let handle: OpaquePointer
    private let parameterCount: Int
    private(set) var isRunning = false
    /// When it was last asked for, in asks of its connection.
    var lastAsk = 0

    init(_ statement: Statement) {
        self.statement = statement
        handle = statement.sqliteStatement
        parameterCount = Int(sqlite3_bind_parameter_count(handle))
    }

    /// Binds the parameters. Every `start` is followed by a `finish`.
    func start(_ parameters: [SQLValue]) throws(StoreError) {
        guard parameters.count == parameterCount else {
            throw .misuse("\(parameterCount) parameters are named and \(parameters.count) given")
        }
        isRunning = true
        for (position, value) in zip(CInt(1)..., parameters) {
            let code = bind(value, at: position)
            guard code == SQLITE_OK else { throw StoreError(code: code, message: "parameter \(position)") }
        }
    }

    /// Goes to the next row. Returns SQLite's code: `SQLITE_ROW`, `SQLITE_DONE`, or a failure.
    func step() -> CInt {
        sqlite3_step(handle)
    }

    /// Ends a run, however far it came. Returns SQLite's code: a statement that was left early can fail here.
    @discardableResult
    func finish() -> CInt {
        isRunning = false
        let code = sqlite3_reset(handle)
        if parameterCount > 0 { sqlite3_clear_bindings(handle) }
        return code
    }

    private func bind(_ value: SQLValue, at position: CInt) -> CInt {
        switch value {
        case .null:
            return sqlite3_bind_null(handle, position)
        case .integer(let integer):
            return sqlite3_bind_int64(handle, position, integer)
        case .text(let text):
            guard let count = CInt(exactly: text.utf8.count) else { return SQLITE_TOOBIG }
            return sqlite3_bind_text(handle, position, text, count, copied)
        case .blob(let bytes):
            guard let count = CInt(exactly: bytes.count) else { return SQLITE_TOOBIG }
            // The address of an empty array may be none, which SQLite takes for null.
            return bytes.isEmpty
                ? sqlite3_bind_zeroblob(handle, position, 0)
                : sqlite3_bind_blob(handle, position, bytes, count, copied)
        }
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, CInt(column))
    }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(handle, CInt(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, CInt(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, CInt(column)) else { return [] }
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, CInt(column)))))
    }
}

/// `SQLITE_TRANSIENT`: SQLite copies what it is given before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
