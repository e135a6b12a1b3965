/// Gives all rows of a database, as they were at one moment. Its calls block their thread.
public protocol RowSource {
    /// Hands over the rows of `table`, a bounded number at once, the values in the order of its columns.
    func rows(of table: TableShape, _ each: ([[SQLValue]]) throws -> Void) throws
    /// The highest number that each numbered table ever gave, by the table's name: none is given twice.
    func lastNumbers() throws -> [String: Int64]
}

/// Takes all rows of a database whose tables are there and empty. Its calls block their thread.
public protocol RowTarget {
    func insert(_ rows: [[SQLValue]], into table: TableShape) throws
    func setLastNumbers(_ numbers: [String: Int64]) throws
}

extension RowTarget {
    /// Takes over every row of `tables`, with the numbers that were given.
    /// - Parameter tables: each after those it refers to.
    public func fill(from source: some RowSource, _ tables: [TableShape]) throws {
        for table in tables {
            try source.rows(of: table) { try insert($0, into: table) }
        }
        try setLastNumbers(source.lastNumbers())
    }
}

/// How many rows of a table are in memory at once.
public let rowsAtOnce = 500
