import Store

extension PostgreSQLDatabase {
    /// Reads every row of control or of one business's book, so that a page the server can't read is met. It blocks
    /// its thread for as long as that takes.
    /// - Parameter business: nil for control.
    /// - Throws: `StoreError.damaged` when a row can't be read; `.unavailable`.
    public func readEverything(ofBook business: Int64?) throws(StoreError) {
        let connection = try PostgreSQLConnection(
            url: url, preparation: sessionSettings + ["SET statement_timeout = 0"])
        defer { connection.close() }
        let scope = business.map { Scope.business($0) } ?? .control
        let rows = SchemaRows(connection: connection, scope: scope, owner: nil)
        try connection.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try rows.enter()
        for table in try connection.texts(tablesOfSchema, [.text(scope.schema)]) {
            // Counted with all their columns: rows alone could be counted by an index.
            try connection.command(
                "SELECT COUNT(kept) FROM \(scope.schema).\(table) AS kept \(rows.whose)")
        }
        try connection.command("COMMIT")
    }
}

/// Those of a book, which all have a wall, or all of control.
private let tablesOfSchema: SQL = """
    SELECT relname FROM pg_class
    WHERE relnamespace = CAST(CAST(?1 AS TEXT) AS regnamespace) AND relkind IN ('r', 'p')
        AND (relrowsecurity OR ?1 = 'control')
    ORDER BY relname
    """
