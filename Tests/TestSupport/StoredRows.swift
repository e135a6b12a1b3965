import GRDBSQLite
import Store

@testable import StorePostgreSQL

/// What lies in a database, past everything that reads it for the product.
public struct StoredRows: Hashable, Sendable {
    /// Each row as its columns' names and values.
    public struct Row: Hashable, Sendable {
        public let table: String
        public let values: [Value]
    }

    public struct Value: Hashable, Sendable {
        public let name: String
        public let text: String
    }

    /// Sorted by table.
    public let rows: [Row]

    public var tables: Set<String> { Set(rows.map(\.table)) }

    /// Every row of an SQLite file.
    public init(file path: String) throws {
        var database: OpaquePointer?
        defer { sqlite3_close_v2(database) }
        guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw StoreError.unavailable(path)
        }
        let names = try Self.rows(of: "SELECT name FROM sqlite_master WHERE type = 'table'", in: database)
            .compactMap { $0.first?.text }
        rows = try names.sorted().flatMap { table in
            try Self.rows(of: "SELECT * FROM \"\(table)\"", in: database).map {
                Row(table: table, values: $0)
            }
        }
    }

    private static func rows(of sql: String, in database: OpaquePointer?) throws -> [[Value]] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
            throw StoreError.misuse(sql)
        }
        var rows: [[Value]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(statement)).map { column in
                    let text =
                        sqlite3_column_type(statement, column) == SQLITE_BLOB
                        ? digits(statement, column)
                        : sqlite3_column_text(statement, column).map { String(cString: $0) }
                    let name = sqlite3_column_name(statement, column).map { String(cString: $0) }
                    return Value(name: name ?? "", text: text ?? "null")
                })
        }
        return rows
    }

    /// As PostgreSQL shows bytes.
    private static func digits(_ statement: OpaquePointer?, _ column: CInt) -> String {
        let bytes = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column))
        )
        return "\\x" + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Every row of control in a PostgreSQL database, or of one business's book.
    public init(database url: String, business: Int64? = nil) throws {
        let schema = business == nil ? "control" : "book"
        let connection = try PostgreSQLConnection(
            url: url, preparation: sessionSettings + ["SET daybook.business = '\(business ?? 0)'"])
        defer { connection.close() }
        let names = try connection.texts(
            "SELECT relname FROM pg_class WHERE relnamespace = CAST(?1 AS regnamespace) AND relkind = 'r'",
            [.text(schema)])
        rows = try names.sorted().flatMap { table in
            try Self.rows(of: table, in: schema, over: connection)
        }
    }

    private static func rows(
        of table: String, in schema: String, over connection: PostgreSQLConnection
    ) throws -> [Row] {
        let columns = try connection.texts(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = CAST(?1 AS regclass) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """, [.text("\(schema).\(table)")])
        let found = try connection.answer(to: "SELECT * FROM \(schema).\(table)").rows
        defer { found.clear() }
        var rows: [Row] = []
        while found.current < found.count {
            rows.append(
                Row(
                    table: table,
                    values: columns.enumerated().map { place, name in
                        Value(name: name, text: found.isNull(place) ? "null" : found.text(place))
                    }))
            found.current += 1
        }
        return rows.sorted { "\($0.values)" < "\($1.values)" }
    }
}
