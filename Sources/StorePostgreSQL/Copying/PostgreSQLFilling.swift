import Store

/// A database that is filled from nothing, all in one transaction: until `commit` nobody sees anything of it, and
/// without it nothing has changed.
///
/// It is used by one at a time, and its calls block their thread.
public final class PostgreSQLFilling {
    private let connection: PostgreSQLConnection
    private let bookMigrations: [Migration]
    /// What the schemas are called that were in the way with something in them.
    public let setAside: [String]

    /// Makes the tables of control and of the books. A schema that is in the way goes when there is nothing in it, and
    /// else is set aside.
    /// - Parameter name: what follows `control_` and `book_` in the names of those that are set aside.
    /// - Throws: `StoreError`.
    public init(
        _ address: PostgreSQLAddress, settingAside name: String, control: [Migration], books: [Migration]
    ) throws {
        let connection = try PostgreSQLConnection.withoutHaste(address, then: ["BEGIN"])
        do {
            setAside = try schemas.compactMap { try Self.makeWay($0, as: name, connection) }
            try Migrator.run(control, .control, making: false, within: connection)
        } catch {
            connection.close()
            throw error
        }
        self.connection = connection
        bookMigrations = books
    }

    /// - Returns: what it is called from now on; nil when there is nothing any more.
    private static func makeWay(
        _ schema: String, as name: String, _ connection: PostgreSQLConnection
    ) throws(StoreError) -> String? {
        let isThere: SQL = "SELECT 1 WHERE to_regclass(?1) IS NOT NULL"
        guard try connection.number(isThere, [.text("\(schema).migration")]) == 1 else { return nil }
        guard try connection.holdsRows(schema) else {
            try connection.command("DROP SCHEMA \(schema) CASCADE")
            return nil
        }
        let aside = "\(schema)_\(name)"
        // What is set aside is out of the program's reach.
        try connection.command(
            """
            ALTER SCHEMA \(schema) RENAME TO \(aside);
            REVOKE ALL ON SCHEMA \(aside) FROM \(programRole)
            """)
        return aside
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
        try Migrator.run(bookMigrations, .business(business), making: true, within: connection)
        return SchemaRows(connection: connection, scope: .business(business), owner: self)
    }

    /// - Throws: `StoreError`; whether all is there or nothing, the server knows.
    public func commit() throws(StoreError) {
        try connection.command("COMMIT")
    }
}
