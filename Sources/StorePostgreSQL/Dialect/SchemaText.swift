import Foundation
import Store

/// The steps of a schema's history in PostgreSQL's words.
enum SchemaText {
    /// - Returns: nil for a statement that reads or writes rows, which both engines take as it is.
    /// - Throws: `StoreError.misuse` for one that is not of the dialect.
    static func statements(
        _ sql: SQL, _ ownership: Ownership, schema: String
    ) throws(StoreError) -> [String]? {
        if let table = try TableText(sql.text) {
            return table.statements(ownership, schema: schema)
        }
        if let index = try index(sql.text, ownership, schema: schema) { return [index] }
        if let trigger = try trigger(sql.text, ownership, schema: schema) { return trigger }
        if let change = try change(sql.text, ownership, schema: schema) { return [change] }
        var words = Words(sql.text)
        guard let verb = words.next()?.uppercased(), rowVerbs.contains(verb) else {
            throw .misuse("no statement of the dialect: \(sql.text)")
        }
        return nil
    }

    private static let rowVerbs: Set = ["DELETE", "INSERT", "SELECT", "UPDATE", "WITH"]

    /// `CREATE [UNIQUE] INDEX name ON table (columns) [WHERE …]`
    private static func index(
        _ text: String, _ ownership: Ownership, schema: String
    ) throws(StoreError) -> String? {
        var words = Words(text)
        let isUnique = words.take("CREATE", "UNIQUE", "INDEX")
        guard isUnique || words.take("CREATE", "INDEX") else { return nil }
        guard let name = words.next(), words.take("ON"), let table = words.next(),
            let columns = words.parenthesised()
        else { throw .misuse("no index: \(text)") }
        let led = ownership == .byBusiness ? "business, \(columns)" : columns
        let kind = isUnique ? "UNIQUE INDEX" : "INDEX"
        return "CREATE \(kind) \(name) ON \(schema).\(table) (\(led)) \(words.remainder())"
    }

    /// `CREATE TRIGGER name BEFORE UPDATE|DELETE ON table [WHEN condition] BEGIN SELECT RAISE(ABORT, 'text'); END`:
    /// the one kind of trigger there is, which keeps rows as they are.
    private static func trigger(
        _ text: String, _ ownership: Ownership, schema: String
    ) throws(StoreError) -> [String]? {
        var words = Words(text)
        guard words.take("CREATE", "TRIGGER") else { return nil }
        guard let name = words.next(), words.take("BEFORE"), let event = words.next(), words.take("ON"),
            let table = words.next()
        else { throw .misuse("no trigger: \(text)") }
        let rest = words.remainder()
        guard let begin = rest.range(of: "BEGIN SELECT RAISE ( ABORT, "), let end = rest.range(of: " ) ;")
        else {
            throw .misuse("no trigger: \(text)")
        }
        let message = rest[begin.upperBound..<end.lowerBound]
        let when = rest[..<begin.lowerBound].split(separator: " ").dropFirst().joined(separator: " ")
        let raise = "RAISE EXCEPTION \(message) USING ERRCODE = 'DB001';"
        let refusal = when.isEmpty ? raise : "IF \(when) THEN \(raise) END IF;"
        let isKept = event.uppercased() == "DELETE" && ownership == .byBusiness
        let body = isKept ? "IF \(isNoRemoval) THEN \(refusal) END IF;" : refusal
        var statements = [
            """
            CREATE FUNCTION \(schema).\(name)() RETURNS trigger LANGUAGE plpgsql
            SET search_path FROM CURRENT AS $$
            BEGIN \(body) RETURN \(event.uppercased() == "DELETE" ? "OLD" : "NEW"); END $$
            """,
            """
            CREATE TRIGGER \(name) BEFORE \(event) ON \(schema).\(table)
            FOR EACH ROW EXECUTE FUNCTION \(schema).\(name)()
            """,
        ]
        if event.uppercased() == "DELETE" {
            statements += [
                """
                CREATE FUNCTION \(schema).\(name)_at_once() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN \(raise) END $$
                """,
                """
                CREATE TRIGGER \(name)_at_once BEFORE TRUNCATE ON \(schema).\(table)
                FOR EACH STATEMENT EXECUTE FUNCTION \(schema).\(name)_at_once()
                """,
            ]
        }
        return statements
    }

    /// Rows that nobody may delete go with their whole book, when who owns the tables says which one is removed.
    private static let isNoRemoval = """
        current_user = '\(programRole)'
            OR current_setting('daybook.removing', true) IS DISTINCT FROM CAST(OLD.business AS TEXT)
        """

    /// `ALTER TABLE table ADD COLUMN …` and `DROP COLUMN …`.
    private static func change(
        _ text: String, _ ownership: Ownership, schema: String
    ) throws(StoreError) -> String? {
        var words = Words(text)
        guard words.take("ALTER", "TABLE") else { return nil }
        guard let table = words.next() else { throw .misuse("no change: \(text)") }
        if words.take("DROP", "COLUMN"), let name = words.next(), words.isAtEnd {
            return "ALTER TABLE \(schema).\(table) DROP COLUMN \(name)"
        }
        guard words.take("ADD", "COLUMN") else { throw .misuse("no change: \(text)") }
        return try TableText(table, adding: words.remainder()).addition(ownership, schema: schema)
    }
}
