/// One open transaction. Valid only inside the closure that was handed it.
public protocol Transaction: AnyObject {
    /// Runs `sql` and hands its rows over one by one, until `each` gives false. A row is valid only inside
    /// `each`.
    /// - Throws: `StoreError`, and whatever `each` throws.
    func query(_ sql: SQL, _ parameters: [SQLValue], _ each: (any Row) throws -> Bool) throws

    /// Runs a statement that gives no rows. Returns how many rows it changed.
    @discardableResult
    func execute(_ sql: SQL, _ parameters: [SQLValue]) throws -> Int

    /// Runs a statement that gives no rows and whose outcome nobody waits for, which spares a server's engine the way
    /// there and back: what is refused of it is thrown by the next statement, or when the write ends.
    func post(_ sql: SQL, _ parameters: [SQLValue]) throws
}

extension Transaction {
    public func post(_ sql: SQL, _ parameters: [SQLValue]) throws {
        try execute(sql, parameters)
    }
}

/// The row under the cursor; columns count from 0. Reading null as a value gives 0, `""` or `[]`.
public protocol Row: AnyObject {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func blob(_ column: Int) -> [UInt8]
}

extension Row {
    public func flag(_ column: Int) -> Bool { integer(column) != 0 }
    public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    public func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
}

extension Transaction {
    /// Every row, each made into a value.
    public func all<Value>(
        _ sql: SQL, _ parameters: any SQLConvertible..., as value: (any Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try query(sql, parameters.map(\.sqlValue)) {
            values.append(try value($0))
            return true
        }
        return values
    }

    /// The first row made into a value, or nil when there is none.
    public func first<Value>(
        _ sql: SQL, _ parameters: any SQLConvertible..., as value: (any Row) throws -> Value
    ) throws -> Value? {
        var first: Value?
        try query(sql, parameters.map(\.sqlValue)) {
            first = try value($0)
            return false
        }
        return first
    }

    /// Whether there is a row at all.
    public func exists(_ sql: SQL, _ parameters: any SQLConvertible...) throws -> Bool {
        var found = false
        try query(sql, parameters.map(\.sqlValue)) { _ in
            found = true
            return false
        }
        return found
    }

    /// Runs an `INSERT … RETURNING id`. Returns that id.
    public func insert(_ sql: SQL, _ parameters: any SQLConvertible...) throws -> Int64 {
        var id: Int64?
        try query(sql, parameters.map(\.sqlValue)) {
            id = $0.integer(0)
            return true
        }
        guard let id else { throw StoreError.refused(.other) }
        return id
    }

    /// Runs a statement that gives no rows. Returns how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL, _ parameters: any SQLConvertible...) throws -> Int {
        try execute(sql, parameters.map(\.sqlValue))
    }

    /// Runs a statement that gives no rows and whose outcome nobody waits for.
    public func post(_ sql: SQL, _ parameters: any SQLConvertible...) throws {
        try post(sql, parameters.map(\.sqlValue))
    }
}
