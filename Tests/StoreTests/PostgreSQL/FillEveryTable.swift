import Store
import TestSupport

@testable import StorePostgreSQL

extension PostgreSQLDatabase {
    /// Puts a made-up row of business 1 into each of a book's tables that has none, so that what is proved of all tables
    /// is proved of those that came last, too. References and checks are gone afterwards: the rows mean nothing.
    func fillEmptyTables() throws {
        let owner = try PostgreSQLConnection(
            url: url, preparation: sessionSettings + ["SET search_path = book", "SET daybook.business = '1'"])
        defer { owner.close() }
        for statement in try owner.texts(dropConstraints) { try owner.command(statement) }
        for table in try owner.bookTables() {
            guard try owner.rowCount(of: table) == 0 else { continue }
            let columns = try owner.texts(selectColumns, [.text(table)])
            let values = try owner.texts(selectValues, [.text(table)])
            try owner.command(
                "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")))"
            )
        }
    }
}

extension PostgreSQLConnection {
    func rowCount(of table: String) throws -> Int64 {
        let rows = try answer(to: "SELECT COUNT(*) FROM \(table)").rows
        defer { rows.clear() }
        return rows.integer(0)
    }

    /// One row of a table as JSON text, with every column.
    func rowAsJSON(of table: String) throws -> String {
        let rows = try answer(to: "SELECT CAST(to_jsonb(kept) AS TEXT) FROM \(table) AS kept LIMIT 1").rows
        defer { rows.clear() }
        return rows.text(0)
    }
}

private let dropConstraints: SQL = """
    SELECT 'ALTER TABLE ' || CAST(conrelid AS regclass) || ' DROP CONSTRAINT ' || quote_ident(conname)
    FROM pg_constraint WHERE connamespace = CAST('book' AS regnamespace) AND contype IN ('c', 'f')
    """
private let selectColumns: SQL = """
    SELECT CAST(column_name AS TEXT) FROM information_schema.columns
    WHERE table_schema = 'book' AND table_name = ?1 ORDER BY ordinal_position
    """
private let selectValues: SQL = """
    SELECT CASE WHEN column_name = 'business' THEN '1' WHEN data_type = 'bigint' THEN '7'
        WHEN data_type = 'bytea' THEN 'decode(''07'', ''hex'')' ELSE '''made up''' END
    FROM information_schema.columns
    WHERE table_schema = 'book' AND table_name = ?1 ORDER BY ordinal_position
    """
