import Store

extension PostgreSQLDatabase {
    /// Connects to what is at `address` without making anything. It blocks its thread.
    /// - Throws: as `init(url:settings:)`.
    public convenience init(
        _ address: PostgreSQLAddress, settings: Settings = Settings()
    ) throws(StoreError) {
        try self.init(url: address.connectionText, settings: settings)
    }

    /// Whether anything lies in the tables of control or of the books at `address`. It blocks its thread.
    /// - Throws: `StoreError.unavailable`.
    public static func holdsInstallation(_ address: PostgreSQLAddress) throws(StoreError) -> Bool {
        let connection = try PostgreSQLConnection(url: address.connectionText, preparation: sessionSettings)
        defer { connection.close() }
        for schema in schemas where try connection.holdsRows(schema) { return true }
        return false
    }
}

/// What an installation's tables lie in.
let schemas = ["control", "book"]

extension PostgreSQLConnection {
    /// Whether a schema is one of ours and any of its tables has rows, beside those it is made with.
    ///
    /// Nobody sees the rows of all businesses at once. Of a table behind the wall its file is asked: one that ever had
    /// rows counts as one that has.
    func holdsRows(_ schema: String) throws(StoreError) -> Bool {
        let isOurs: SQL = "SELECT 1 WHERE to_regclass(?1) IS NOT NULL"
        guard try number(isOurs, [.text("\(schema).migration")]) == 1 else { return false }
        guard try number(hasWrittenWalls, [.text(schema)]) != 1 else { return true }
        for table in try texts(openTables, [.text(schema)]) {
            let rows = try answer(to: "SELECT 1 FROM \(schema).\(table) LIMIT 1").rows
            defer { rows.clear() }
            if rows.count > 0 { return true }
        }
        return false
    }
}

private let hasWrittenWalls: SQL = """
    SELECT CAST(EXISTS (
        SELECT 1 FROM pg_class
        WHERE relnamespace = CAST(CAST(?1 AS TEXT) AS regnamespace) AND relkind = 'r' AND relrowsecurity
            AND pg_relation_size(oid) > 0
    ) AS INTEGER)
    """
private let openTables: SQL = """
    SELECT relname FROM pg_class
    WHERE relnamespace = CAST(CAST(?1 AS TEXT) AS regnamespace) AND relkind IN ('r', 'p') AND NOT relrowsecurity
        AND relname NOT IN ('migration', 'head', 'last_id')
    ORDER BY relname
    """
