/// To whom the rows of a schema belong.
enum Ownership {
    /// To the installation: control.
    case shared
    /// To one business each: `business` leads every key, and a statement without one sees nothing.
    case byBusiness
}

extension TableText {
    /// The statements that make the table in PostgreSQL.
    ///
    /// - Parameter schema: where its own functions are found.
    func statements(_ ownership: Ownership, schema: String) -> [String] {
        var items: [String] = []
        if ownership == .byBusiness {
            items.append("business BIGINT NOT NULL DEFAULT \(schema).this_business()")
        }
        items += columns.map { column in definition(column, schema: schema) }
        if !primaryKey.isEmpty { items.append("PRIMARY KEY (\(key(primaryKey, ownership)))") }
        items += uniques.map { "UNIQUE (\(key($0, ownership)))" }
        items += references.map { foreignKey($0, ownership, schema: schema) }
        items += checks
        let optional = isOptional ? "IF NOT EXISTS " : ""
        var statements = ["CREATE TABLE \(optional)\(schema).\(name) (\(items.joined(separator: ", ")))"]
        if ownership == .byBusiness { statements += wall(schema: schema) }
        return statements
    }

    /// The statement that gives these columns to the table, which is there.
    func addition(_ ownership: Ownership, schema: String) -> String {
        let parts =
            columns.map { "ADD COLUMN " + definition($0, schema: schema) }
            + references.map { "ADD " + foreignKey($0, ownership, schema: schema) }
        return "ALTER TABLE \(schema).\(name) \(parts.joined(separator: ", "))"
    }

    private func foreignKey(_ reference: Reference, _ ownership: Ownership, schema: String) -> String {
        """
        FOREIGN KEY (\(key(reference.columns, ownership))) \
        REFERENCES \(schema).\(reference.table) (\(key(reference.targets, ownership))) \(reference.rest)
        """
    }

    private func definition(_ column: Column, schema: String) -> String {
        let numbering = column.name == numbered ? " DEFAULT \(schema).next_id('\(name)')" : ""
        return "\(column.name) \(column.type)\(collation(column.type)) \(column.rest)\(numbering)"
    }

    private func key(_ columns: [String], _ ownership: Ownership) -> String {
        (ownership == .byBusiness ? ["business"] + columns : columns).joined(separator: ", ")
    }

    /// Row-level security that binds the table's owner too.
    private func wall(schema: String) -> [String] {
        [
            "ALTER TABLE \(schema).\(name) ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE \(schema).\(name) FORCE ROW LEVEL SECURITY",
            """
            CREATE POLICY own_business ON \(schema).\(name)
            USING (business = \(schema).this_business()) WITH CHECK (business = \(schema).this_business())
            """,
        ]
    }
}

/// Texts compare by their bytes, as in SQLite.
func collation(_ type: String) -> String {
    type == "TEXT" ? #" COLLATE "C""# : ""
}
