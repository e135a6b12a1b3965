import Foundation
import GRDBSQLite
import Testing

/// The rows of the control database that belong to one business: of every table there is, so that one which comes
/// later is held to the same.
enum ControlRows {
    /// - Parameter identities: who works in the business; their rows are its rows.
    /// - Returns: each row as text, with its table and columns.
    static func of(_ business: Int64, _ identities: Set<Int64>, in path: String) throws -> [String] {
        var database: OpaquePointer?
        defer { sqlite3_close_v2(database) }
        try #require(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
        let tables = try rows(of: "SELECT name FROM sqlite_master WHERE type = 'table'", in: database)
            .compactMap {
                $0.first?.value
            }
        try #require(tables.contains("membership"))
        return try tables.sorted().flatMap { table in
            try rows(of: "SELECT * FROM \"\(table)\"", in: database)
                .filter { $0.contains { belongs(table, $0.name, $0.value, business, identities) } }
                .map { row in "\(table): " + row.map { "\($0.name)=\($0.value)" }.joined(separator: " ") }
        }.sorted()
    }

    private static func belongs(
        _ table: String, _ column: String, _ value: String, _ business: Int64, _ identities: Set<Int64>
    ) -> Bool {
        switch (table, column) {
        case ("business", "id"), (_, "business"), (_, "home_business"): value == String(business)
        case ("identity", "id"), (_, "identity"): Int64(value).map(identities.contains) ?? false
        default: false
        }
    }

    private static func rows(
        of sql: String, in database: OpaquePointer?
    ) throws -> [[(name: String, value: String)]] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        try #require(sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK)
        var rows: [[(name: String, value: String)]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(statement)).map { column in
                    let value = sqlite3_column_text(statement, column)
                    return (
                        name: sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "",
                        value: value.map { String(cString: $0) } ?? "null"
                    )
                })
        }
        return rows
    }
}
