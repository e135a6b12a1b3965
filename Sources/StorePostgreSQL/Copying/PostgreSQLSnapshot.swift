import Store

/// Everything in a database as it was at one moment, however long reading it takes and whatever is written meanwhile.
///
/// One transaction on a connection of its own, as the role that owns the tables. It is used by one at a time, and its
/// calls block their thread.
public final class PostgreSQLSnapshot {
    private let connection: PostgreSQLConnection

    /// The tables have to be up to date.
    /// - Throws: `StoreError`.
    public init(_ address: PostgreSQLAddress) throws(StoreError) {
        connection = try .withoutHaste(
            address,
            // Only the first statement takes the moment.
            then: ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "SELECT 1"])
    }

    deinit { connection.close() }

    /// The front door's rows.
    public func control() -> any RowSource {
        SchemaRows(connection: connection, scope: .control, owner: self)
    }

    /// The rows of one business's book.
    /// - Throws: `StoreError.damaged` when there is none.
    public func book(_ business: Int64) throws(StoreError) -> any RowSource {
        let isThere: SQL = "SELECT 1 FROM book.tenant WHERE business = ?1"
        guard try connection.hasBooks(), try connection.number(isThere, [.integer(business)]) == 1 else {
            throw .damaged("the book of business \(business) is missing")
        }
        return SchemaRows(connection: connection, scope: .business(business), owner: self)
    }
}

extension PostgreSQLConnection {
    /// One that may take its time: what it reads or writes is everything.
    static func withoutHaste(
        _ address: PostgreSQLAddress, then statements: [String]
    ) throws(StoreError) -> PostgreSQLConnection {
        let patience = ["SET statement_timeout = 0", "SET idle_in_transaction_session_timeout = 0"]
        return try PostgreSQLConnection(
            url: address.connectionText, preparation: sessionSettings + patience + statements)
    }
}

/// The rows of control, or those of one business, within the transaction that a connection has open.
struct SchemaRows {
    let connection: PostgreSQLConnection
    let scope: Scope
    /// Who closes the connection in the end.
    let owner: AnyObject?

    /// Lets the wall show this business's rows, and gives new ones to it.
    func enter() throws(StoreError) {
        if case .business(let id) = scope { try connection.command("SET LOCAL daybook.business = '\(id)'") }
    }

    /// The wall does not bind a superuser.
    var whose: String {
        switch scope {
        case .control: ""
        case .business(let id): "WHERE business = \(id)"
        }
    }
}

extension SchemaRows: RowSource {
    func rows(of table: TableShape, _ each: ([[SQLValue]]) throws -> Void) throws {
        try enter()
        try connection.command(
            """
            DECLARE reading NO SCROLL CURSOR FOR SELECT \(table.columnList) FROM \(scope.schema).\(table.name) \(whose)
            """)
        while true {
            let batch = try next(of: table)
            guard !batch.isEmpty else { break }
            try each(batch)
        }
        try connection.command("CLOSE reading")
    }

    private func next(of table: TableShape) throws(StoreError) -> [[SQLValue]] {
        let rows = try connection.answer(to: "FETCH \(rowsAtOnce) FROM reading").rows
        defer { rows.clear() }
        var batch: [[SQLValue]] = []
        while rows.current < rows.count {
            batch.append(table.columns.enumerated().map { rows.value($0.offset, $0.element.kind) })
            rows.current += 1
        }
        return batch
    }

    func lastNumbers() throws -> [String: Int64] {
        try enter()
        let rows = try connection.answer(to: "SELECT list, last FROM \(scope.schema).last_id \(whose)").rows
        defer { rows.clear() }
        var numbers: [String: Int64] = [:]
        while rows.current < rows.count {
            numbers[rows.text(0)] = rows.integer(1)
            rows.current += 1
        }
        return numbers
    }
}

extension ResultRows {
    fileprivate func value(_ column: Int, _ kind: TableShape.Kind) -> SQLValue {
        guard !isNull(column) else { return .null }
        return switch kind {
        case .integer: .integer(integer(column))
        case .text: .text(text(column))
        case .blob: .blob(blob(column))
        }
    }
}
