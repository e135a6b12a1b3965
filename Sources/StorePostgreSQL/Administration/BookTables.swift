import Store

extension PostgreSQLConnection {
    /// The tables that hold the rows of books, each after those it refers to.
    func bookTables() throws(StoreError) -> [String] {
        let names = try texts(tablesOfBooks)
        let pairs = try texts(referencesOfBooks).map { $0.split(separator: " ").map(String.init) }
        return orderedByReferences(names, pairs.map { (from: $0[0], to: $0[1]) })
    }

    /// Whether the tables of books were ever made here.
    func hasBooks() throws(StoreError) -> Bool {
        try number("SELECT CAST(to_regclass('book.head') IS NOT NULL AS INTEGER)") == 1
    }
}

/// `tenant` has no wall, and `head` is what writers hold.
private let tablesOfBooks: SQL = """
    SELECT relname FROM pg_class
    WHERE relnamespace = CAST('book' AS regnamespace) AND relkind IN ('r', 'p') AND relrowsecurity
        AND relname <> 'head'
    ORDER BY relname
    """
private let referencesOfBooks: SQL = """
    SELECT own.relname || ' ' || other.relname
    FROM pg_constraint
        JOIN pg_class own ON own.oid = conrelid
        JOIN pg_class other ON other.oid = confrelid
    WHERE contype = 'f' AND connamespace = CAST('book' AS regnamespace)
    """
