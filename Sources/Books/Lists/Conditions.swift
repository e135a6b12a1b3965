import Store

/// The conditions of a list and their parameters, put together of literals: each clause says `{value}` where its
/// parameter goes, and gets the next one's place there.
struct Conditions {
    private(set) var sql: SQL = " WHERE 1 = 1"
    private(set) var parameters: [SQLValue] = []

    /// Whether nothing was asked for.
    private(set) var isEmpty = true

    /// A condition without a value.
    mutating func add(_ clause: SQL) {
        isEmpty = false
        sql = sql + " AND " + clause
    }

    /// - Parameter clause: one condition, as `quote.customer = {value}`; the same value stands at each mark.
    mutating func add(_ clause: SQL, _ value: some SQLConvertible) {
        add(clause.replacing("{value}", with: takePlace(for: value.sqlValue)))
    }

    /// ` LIMIT … OFFSET …`, after which nothing is added.
    mutating func addPage(_ rows: Int64, after offset: Int64) {
        sql = sql + paging(rows, after: offset)
    }

    /// The same for the end of a statement that has more behind its conditions.
    mutating func paging(_ rows: Int64, after offset: Int64) -> SQL {
        " LIMIT " + takePlace(for: .integer(rows)) + " OFFSET " + takePlace(for: .integer(offset))
    }

    /// Goes on with what a list is sorted by.
    mutating func order(by ordering: SQL) {
        sql = sql + " ORDER BY " + ordering
    }

    /// The place of one more value, for a clause that has several.
    mutating func takePlace(for value: SQLValue) -> SQL {
        parameters.append(value)
        return Self.places[min(parameters.count, Self.places.count) - 1]
    }

    private static let places: [SQL] = [
        "?1", "?2", "?3", "?4", "?5", "?6", "?7", "?8", "?9", "?10", "?11", "?12", "?13", "?14", "?15", "?16",
    ]
}
