import Dispatch
import Store

/// The role that the program works as: it owns nothing, so that no table's wall can be taken down by it.
let programRole = "daybook_program"

/// What every connection begins with, whatever the server's own configuration says.
let sessionSettings = [
    "SET client_encoding = 'UTF8'", "SET standard_conforming_strings = on", "SET bytea_output = 'hex'",
    "SET idle_in_transaction_session_timeout = '60s'",
]

let migrationQueue = DispatchQueue(label: "daybook.postgresql.migration")

/// Makes and changes the tables, as the role that owns them.
enum Migrator {
    /// - Throws: `StoreError.damaged` when a newer program has been here.
    /// - Parameter making: whether a business is made, that is, given its head row; none is by being opened, or one
    ///   that another process removes meanwhile would come back.
    static func run(_ migrations: [Migration], _ scope: Scope, making: Bool, url: String) throws {
        let connection = try PostgreSQLConnection(url: url, preparation: sessionSettings)
        defer { connection.close() }
        try connection.retrying {
            try connection.command("BEGIN")
            do {
                try run(migrations, scope, making: making, within: connection)
                try connection.command("COMMIT")
            } catch {
                _ = connection.rollBack()
                throw error
            }
        }
    }

    /// The same as a part of the transaction that `connection` has open.
    static func run(
        _ migrations: [Migration], _ scope: Scope, making: Bool, within connection: PostgreSQLConnection
    ) throws {
        // Four processes that start together wait here, and three of them find it done.
        try connection.command("SELECT pg_advisory_xact_lock(\(PostgreSQLLock.Name.tables.rawValue))")
        try prepare(connection, scope.schema, scope.ownership)
        try connection.command("SET LOCAL search_path = \(scope.schema)")
        try apply(migrations, scope, connection)
        if making, case .business(let id) = scope { try settle(id, connection) }
    }

    /// Gives a business its head row, once.
    private static func settle(_ business: Int64, _ connection: PostgreSQLConnection) throws {
        try connection.command(
            """
            SET LOCAL daybook.business = '\(business)';
            INSERT INTO tenant VALUES (\(business)) ON CONFLICT DO NOTHING;
            INSERT INTO head DEFAULT VALUES ON CONFLICT DO NOTHING
            """)
    }

    private static func apply(
        _ migrations: [Migration], _ scope: Scope, _ connection: PostgreSQLConnection
    ) throws {
        let seen = try Set(connection.texts("SELECT name FROM migration"))
        let unknown = seen.subtracting(migrations.map(\.name))
        guard unknown.isEmpty else {
            throw StoreError.damaged("written by a newer version (\(unknown.sorted()[0]))")
        }
        for (place, migration) in zip(1..., migrations) where !seen.contains(migration.name) {
            for statement in migration.statements { try run(statement, scope, connection) }
            try connection.run(
                "INSERT INTO migration (name, place) VALUES (?1, ?2)",
                [.text(migration.name), .integer(Int64(place))]
            ).rows.clear()
        }
    }

    private static func run(_ sql: SQL, _ scope: Scope, _ connection: PostgreSQLConnection) throws {
        guard let made = try SchemaText.statements(sql, scope.ownership, schema: scope.schema) else {
            return try writeRows(sql, scope, connection)
        }
        for statement in made { try connection.command(statement) }
    }

    /// A step that writes rows changes those of every business, each behind its wall. A business that comes later has
    /// none to change.
    private static func writeRows(_ sql: SQL, _ scope: Scope, _ connection: PostgreSQLConnection) throws {
        guard scope.ownership == .byBusiness else {
            try connection.command(sql.text)
            return
        }
        for business in try connection.texts("SELECT CAST(business AS TEXT) FROM tenant ORDER BY business") {
            try connection.command("SET LOCAL daybook.business = '\(business)'")
            try connection.command(sql.text)
        }
    }

    /// Makes the schema, its functions and the program's rights, once.
    private static func prepare(
        _ connection: PostgreSQLConnection, _ schema: String, _ ownership: Ownership
    ) throws {
        let isThere = try connection.number(
            "SELECT 1 WHERE to_regclass(?1) IS NOT NULL", [.text("\(schema).migration")])
        guard isThere == nil else { return }
        try connection.command(role + schemaWithRights(schema))
        if ownership == .byBusiness { try connection.command(businesses(schema)) }
        for table in [head, lastID] {
            for statement in try SchemaText.statements(table, ownership, schema: schema) ?? [] {
                try connection.command(statement)
            }
        }
        try connection.command(numbering(schema, ownership))
        if ownership == .shared { try connection.command("INSERT INTO \(schema).head (place) VALUES (1)") }
    }

    private static let role = """
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '\(programRole)') THEN
                BEGIN
                    CREATE ROLE \(programRole) NOLOGIN;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                END;
            END IF;
            IF NOT pg_has_role(current_user, '\(programRole)', 'MEMBER') THEN
                EXECUTE format('GRANT \(programRole) TO %I', current_user);
            END IF;
        END $$;
        """

    private static func schemaWithRights(_ schema: String) -> String {
        """
        CREATE SCHEMA IF NOT EXISTS \(schema);
        GRANT USAGE ON SCHEMA \(schema) TO \(programRole);
        CREATE TABLE \(schema).migration (name TEXT PRIMARY KEY, place BIGINT NOT NULL);
        GRANT SELECT ON \(schema).migration TO \(programRole);
        ALTER DEFAULT PRIVILEGES IN SCHEMA \(schema)
            GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO \(programRole);
        """
    }

    /// Whose rows the tables hold: known to the owner, who brings them up to date; the program can't read it.
    private static func businesses(_ schema: String) -> String {
        """
        CREATE TABLE \(schema).tenant (business BIGINT PRIMARY KEY);
        REVOKE ALL ON \(schema).tenant FROM \(programRole);
        CREATE FUNCTION \(schema).this_business() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
            AS $$ SELECT NULLIF(current_setting('daybook.business', true), '')::bigint $$;
        """
    }

    /// The row that whoever writes locks first.
    private static let head: SQL = "CREATE TABLE head (place BIGINT PRIMARY KEY DEFAULT 1 CHECK (place = 1))"
    /// The highest number each table ever gave: as with SQLite's AUTOINCREMENT, none is given twice, and those of
    /// one business say nothing of another's.
    private static let lastID: SQL = "CREATE TABLE last_id (list TEXT PRIMARY KEY, last BIGINT NOT NULL)"

    private static func numbering(_ schema: String, _ ownership: Ownership) -> String {
        let key = ownership == .byBusiness ? "business, list" : "list"
        return """
            CREATE FUNCTION \(schema).next_id(wanted text) RETURNS bigint LANGUAGE sql VOLATILE
                AS $$ INSERT INTO \(schema).last_id AS kept (list, last) VALUES (wanted, 1)
                    ON CONFLICT (\(key)) DO UPDATE SET last = kept.last + 1 RETURNING last $$;
            """
    }
}
