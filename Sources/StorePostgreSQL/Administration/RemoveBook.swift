import Store

extension PostgreSQLDatabase {
    /// Deletes every row of a business's book, table by table and not too many at once. From its first moment on no
    /// process can write the book any more. It blocks its thread. Again: nothing happens.
    /// - Throws: `StoreError`; then what is left goes the next time.
    public func removeBook(_ business: Int64) throws(StoreError) {
        let connection = try PostgreSQLConnection(url: url, preparation: sessionSettings)
        defer { connection.close() }
        guard try connection.hasBooks() else { return }
        // The wall binds who owns the tables too, but no superuser: each statement says whose rows it means.
        try connection.command(
            "SET daybook.business = '\(business)'; SET daybook.removing = '\(business)'")
        // Whoever writes the book holds this row, and without it nobody begins to.
        _ = try connection.deleted(by: "DELETE FROM book.head WHERE business = \(business)")
        for table in try connection.bookTables().reversed() {
            let delete = """
                DELETE FROM book.\(table) WHERE ctid = ANY (
                    ARRAY(SELECT ctid FROM book.\(table) WHERE business = \(business) LIMIT \(rowsAtOnce)))
                """
            while try connection.deleted(by: delete) == rowsAtOnce {}
        }
        _ = try connection.deleted(by: "DELETE FROM book.tenant WHERE business = \(business)")
    }

    /// The businesses whose books were made here and not removed. It blocks its thread.
    /// - Throws: `StoreError`.
    public func books() throws(StoreError) -> [Int64] {
        let connection = try PostgreSQLConnection(url: url, preparation: sessionSettings)
        defer { connection.close() }
        guard try connection.hasBooks() else { return [] }
        return try connection.texts("SELECT CAST(business AS TEXT) FROM book.tenant").compactMap { Int64($0) }
    }
}

extension PostgreSQLConnection {
    /// Each statement is a transaction of its own.
    fileprivate func deleted(by statement: String) throws(StoreError) -> Int {
        try retrying { () throws(StoreError) in try changes(by: statement) }
    }
}

/// How many rows one transaction deletes.
private let rowsAtOnce = 10_000
