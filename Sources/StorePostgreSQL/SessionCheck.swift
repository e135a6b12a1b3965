import CPostgreSQL
import Store

/// Whether what a URL leads to can hold the tables: asked once, before anything is made.
enum SessionCheck {
    /// The oldest one that its makers still looked after in 2025; the tests run on 15.
    private static let versionMin: Int32 = 13
    private static let asksOfSessions = 8

    /// - Throws: `StoreError.misuse` when it is of no use as it is, `.unavailable` when there is nothing to ask.
    static func requireSessions(_ url: String) throws(StoreError) {
        let first = try PostgreSQLConnection(url: url, preparation: [])
        defer { first.close() }
        try requireVersion(first)
        try requireUTF8(first)
        try requireWalls(first)
        let second = try PostgreSQLConnection(url: url, preparation: [])
        defer { second.close() }
        // What the first leaves between its transactions, a pooler would hand to the second: statements that were
        // prepared and settings that were made would be some other client's. Asked several times: where others use
        // the pooler too, the two may be given different connections by chance, as sessions are by right.
        let own = try backend(of: first)
        for _ in 0..<asksOfSessions {
            _ = try backend(of: second)
            do {
                try second.command("BEGIN")
            } catch {
                throw .misuse(
                    "it takes no transactions: a pooler before it must have its pool_mode set to session")
            }
            // In this order: of a pooler's last connection the first would wait for the second's to end.
            guard try backend(of: second) != own, try backend(of: first) == own else {
                throw .misuse(
                    "a pooler before it gives each transaction another connection; set its pool_mode to session"
                )
            }
            try second.command("COMMIT")
        }
    }

    private static func requireVersion(_ connection: PostgreSQLConnection) throws(StoreError) {
        let version = PQserverVersion(connection.handle) / 10_000
        guard version >= versionMin else {
            throw .misuse("it is PostgreSQL \(version), and \(versionMin) is the oldest that will do")
        }
    }

    private static func requireUTF8(_ connection: PostgreSQLConnection) throws(StoreError) {
        let encoding = PQparameterStatus(connection.handle, "server_encoding").map { String(cString: $0) }
        guard encoding == "UTF8" else {
            throw .misuse(
                "its texts are in \(encoding ?? "an unknown encoding"); make the database with ENCODING 'UTF8'"
            )
        }
    }

    /// Row-level security binds neither a superuser nor who may bypass it; the program's own role is asked about where
    /// it was made beforehand.
    private static func requireWalls(_ connection: PostgreSQLConnection) throws(StoreError) {
        let (rows, _) = try connection.answer(
            to: """
                SELECT rolname FROM pg_roles
                WHERE rolname IN (session_user, current_user, '\(programRole)') AND (rolsuper OR rolbypassrls)
                ORDER BY rolname LIMIT 1
                """)
        defer { rows.clear() }
        guard rows.count == 0 else {
            throw .misuse(
                "its user \(rows.text(0)) is a superuser or has BYPASSRLS, which no wall between businesses holds; "
                    + "use one without")
        }
    }

    /// Not as a prepared statement: behind a pooler its name may be taken.
    private static func backend(of connection: PostgreSQLConnection) throws(StoreError) -> Int64 {
        let (rows, _) = try connection.answer(to: "SELECT pg_backend_pid()")
        defer { rows.clear() }
        return rows.integer(0)
    }
}
