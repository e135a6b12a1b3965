import Store

/// A database that is filled from nothing, all in one transaction: until `commit` nobody sees anything of it, and
/// without it nothing has changed.
///
/// It is used by one at a time, and its calls block their thread.
public final class PostgreSQLFilling {
    private let connection: PostgreSQLConnection
    private let bookMigrations: [Migration]

    /// Makes the tables of control and of the books.
    /// - Parameter name: what schemas that are in the way are called from now on: `control_` and `book_` before it; nil
    ///   drops them.
    /// - Throws: `StoreError`.
    public init(
        _ address: PostgreSQLAddress, settingAside name: String?, control: [Migration], books: [Migration]
    ) throws {
        let connection = try PostgreSQLConnection.withoutHaste(address, then: ["BEGIN"])
        do {
            for schema in ["control", "book"] { try Self.makeWay(schema, as: name, connection) }
            try Migrator.run(control, .control, within: connection)
        } catch {
            connection.close()
            throw error
        }
        self.connection = connection
        bookMigrations = books
    }

    private static func makeWay(
        _ schema: String, as name: String?, _ connection: PostgreSQLConnection
    ) throws(StoreError) {
        let isOurs: SQL = "SELECT 1 WHERE to_regclass(?1) IS NOT NULL"
        guard try connection.number(isOurs, [.text("\(schema).migration")]) == 1 else { return }
        guard let name else {
            try connection.command("DROP SCHEMA \(schema) CASCADE")
            return
        }
        // What is set aside is out of the program's reach.
        try connection.command(
            """
            ALTER SCHEMA \(schema) RENAME TO \(schema)_\(name);
            REVOKE ALL ON SCHEMA \(schema)_\(name) FROM \(programRole)
            """)
    }

    // What was not committed goes with the connection.
    deinit { connection.close() }

    /// The front door's rows.
    public func control() -> any RowTarget {
        SchemaRows(connection: connection, scope: .control, owner: self)
    }

    /// The rows of one business's book, which is made here.
    /// - Throws: `StoreError`.
    public func book(_ business: Int64) throws -> any RowTarget {
        try Migrator.run(bookMigrations, .business(business), within: connection)
        return SchemaRows(connection: connection, scope: .business(business), owner: self)
    }

    /// - Throws: `StoreError`; whether all is there or nothing, the server knows.
    public func commit() throws(StoreError) {
        try connection.command("COMMIT")
    }
}
