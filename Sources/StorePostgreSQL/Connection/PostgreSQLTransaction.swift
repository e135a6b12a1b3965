import Store

/// One open transaction on one connection.
final class PostgreSQLTransaction: Transaction {
    private let connection: PostgreSQLConnection
    private var isOpen = true
    /// What went wrong with the server in this transaction, kept even when a body swallows the error.
    private(set) var failure: (error: StoreError, aftermath: Aftermath)?

    init(_ connection: PostgreSQLConnection) {
        self.connection = connection
    }

    func query(_ sql: SQL, _ parameters: [SQLValue], _ each: (any Row) throws -> Bool) throws {
        let rows = try answer(sql, parameters).rows
        defer { rows.clear() }
        while rows.current < rows.count {
            guard try each(rows) else { return }
            rows.current += 1
        }
    }

    @discardableResult
    func execute(_ sql: SQL, _ parameters: [SQLValue]) throws -> Int {
        let (rows, changed) = try answer(sql, parameters)
        rows.clear()
        return changed
    }

    func post(_ sql: SQL, _ parameters: [SQLValue]) throws {
        try noting { connection throws(StoreError) in try connection.post(sql, parameters) }
    }

    /// Waits for what was posted.
    func settle() throws(StoreError) {
        try noting { connection throws(StoreError) in try connection.settle() }
    }

    private func answer(_ sql: SQL, _ parameters: [SQLValue]) throws(StoreError) -> (
        rows: ResultRows, changed: Int
    ) {
        try noting { connection throws(StoreError) in try connection.run(sql, parameters) }
    }

    /// Keeps what goes wrong in `work`.
    private func noting<Value>(
        _ work: (PostgreSQLConnection) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        guard isOpen else { throw .misuse("the transaction has ended") }
        // After a failed statement PostgreSQL takes none but the way back.
        if let failure { throw failure.error }
        do throws(StoreError) {
            return try work(connection)
        } catch {
            failure = (error, Aftermath(state: connection.lastState))
            throw error
        }
    }

    /// For the next savepoint.
    func forgetFailure() {
        failure = nil
    }

    func end() {
        isOpen = false
    }
}
