import Foundation
import GRDB
import Store

/// All rows of a database file that nobody else has open, to be read or to be filled.
///
/// It is used by one at a time, and its calls block their thread. What it writes is on the disk only once the file is
/// synced: it is for files that are copied further.
public final class WholeDatabase: RowSource, RowTarget {
    private let queue: DatabaseQueue

    /// - Parameter path: of a file with the tables in it.
    /// - Throws: `StoreError`.
    public init(path: String) throws(StoreError) {
        var configuration = Configuration()
        // Rows come table by table; what they refer to is asked for at the end.
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError(error)
        }
    }

    /// Every table but the list of migrations, each after those it refers to.
    /// - Throws: `StoreError`.
    public func tables() throws(StoreError) -> [TableShape] {
        try reading { database in
            let names = try String.fetchAll(database, sql: selectTables)
            let references = try GRDB.Row.fetchAll(database, sql: selectReferences).map { row in
                (from: row[0] as String, to: row[1] as String)
            }
            return try orderedByReferences(names, references).map { name in
                let columns = try GRDB.Row.fetchAll(database, sql: selectColumns, arguments: [name])
                return TableShape(
                    name: name,
                    columns: columns.map { TableShape.Column(name: $0[0], kind: Self.kind(of: $0[1])) })
            }
        }
    }

    private static func kind(of type: String) -> TableShape.Kind {
        switch type.uppercased() {
        case "TEXT": .text
        case "BLOB": .blob
        default: .integer
        }
    }

    // MARK: Reading

    public func rows(of table: TableShape, _ each: ([[SQLValue]]) throws -> Void) throws {
        do {
            try queue.read { try Self.rows(of: table, in: $0, each) }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    private static func rows(
        of table: TableShape, in database: Database, _ each: ([[SQLValue]]) throws -> Void
    ) throws {
        let all = try GRDB.Row.fetchCursor(
            database, sql: "SELECT \(table.columnList) FROM \(table.name)")
        var batch: [[SQLValue]] = []
        while let row = try all.next() {
            batch.append(try row.databaseValues.map { try SQLValue($0) })
            guard batch.count == rowsAtOnce else { continue }
            try each(batch)
            batch.removeAll(keepingCapacity: true)
        }
        if !batch.isEmpty { try each(batch) }
    }

    public func lastNumbers() throws -> [String: Int64] {
        try reading { database in
            let rows = try GRDB.Row.fetchAll(database, sql: "SELECT name, seq FROM sqlite_sequence")
            return Dictionary(rows.map { ($0[0] as String, $0[1] as Int64) }) { $1 }
        }
    }

    // MARK: Writing

    public func insert(_ rows: [[SQLValue]], into table: TableShape) throws {
        try writing { database in
            let places = Array(repeating: "?", count: table.columns.count).joined(separator: ", ")
            let insert = try database.cachedStatement(
                sql: "INSERT INTO \(table.name) (\(table.columnList)) VALUES (\(places))")
            for row in rows {
                try insert.execute(arguments: StatementArguments(row.map(\.databaseValue)))
            }
        }
    }

    public func setLastNumbers(_ numbers: [String: Int64]) throws {
        try writing { database in
            try database.execute(sql: "DELETE FROM sqlite_sequence")
            for (table, last) in numbers.sorted(by: { $0.key < $1.key }) {
                try database.execute(
                    sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", arguments: [table, last])
            }
        }
    }

    /// - Throws: `StoreError`.
    public func close() throws(StoreError) {
        do {
            try queue.close()
        } catch {
            throw StoreError(error)
        }
    }

    private func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw StoreError(error)
        }
    }

    private func writing(_ body: (Database) throws -> Void) throws(StoreError) {
        do {
            try queue.write(body)
        } catch {
            throw StoreError(error)
        }
    }
}

extension SQLValue {
    /// - Throws: `StoreError.damaged` for a number with a fraction: nothing of ours is one.
    fileprivate init(_ value: DatabaseValue) throws(StoreError) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob(Array(data))
        case .double: throw .damaged("a number with a fraction")
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}

private let selectTables = """
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'migration'
    ORDER BY name
    """
private let selectColumns = "SELECT name, type FROM pragma_table_info(?) ORDER BY cid"
private let selectReferences = """
    SELECT m.name, r."table" FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS r WHERE m.type = 'table'
    """
