import Bookkeeping
import Store

extension Transaction {
    /// A page of the customers or suppliers: how many there are on all pages, and its rows. A page beyond the end has
    /// no rows and the true total.
    ///
    /// - Parameter columns: of the table, read by `value` in the same order.
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    func page<Value>(
        _ filter: PartyFilter, of party: Party, _ columns: SQL, as value: (inout Columns) throws -> Value
    ) throws -> (total: Int64, rows: [Value]) {
        try filter.check()
        return filter.isSearch
            ? try foundPage(filter, of: party, columns, as: value)
            : try plainPage(filter, of: party, columns, as: value)
    }

    /// Along an index, in the order of the list.
    private func plainPage<Value>(
        _ filter: PartyFilter, of party: Party, _ columns: SQL, as value: (inout Columns) throws -> Value
    ) throws -> (total: Int64, rows: [Value]) {
        let (selection, parameters) = filter.selection
        let total =
            filter.isPlain
            ? try keptTotal(filter, of: party) : try count(countRows[party] + selection, parameters)
        guard let offset = filter.offset, offset < total else { return (total, []) }
        let statement =
            select + columns + fromTable[party] + selection + filter.ordering
            + PartyFilter.paging(after: parameters.count)
        var rows: [Value] = []
        try query(statement, parameters + [.integer(filter.perPage), .integer(offset)]) { row in
            var columns = Columns(row)
            rows.append(try value(&columns))
            return true
        }
        return (total, rows)
    }

    /// All that is found in one pass over the texts, counted and sorted in the same statement.
    private func foundPage<Value>(
        _ filter: PartyFilter, of party: Party, _ columns: SQL, as value: (inout Columns) throws -> Value
    ) throws -> (total: Int64, rows: [Value]) {
        let parameters = filter.selection.parameters
        var (total, rows): (Int64, [Value]) = (0, [])
        if let offset = filter.offset {
            let statement = filter.searching(party, columns)
            try query(statement, parameters + [.integer(filter.perPage), .integer(offset)]) { row in
                var columns = Columns(row)
                total = columns.integer()
                rows.append(try value(&columns))
                return true
            }
        }
        // A page without rows can't tell how many there are on others.
        if rows.isEmpty, filter.page > 1 { total = try count(filter.countingFound(party), parameters) }
        return (total, rows)
    }

    private func keptTotal(_ filter: PartyFilter, of party: Party) throws -> Int64 {
        let total = try total(of: party.list)
        return switch filter.archived {
        case .included: total.live + total.archived
        case .leftOut: total.live
        case .only: total.archived
        }
    }

    private func count(_ statement: SQL, _ parameters: [SQLValue]) throws -> Int64 {
        var count: Int64 = 0
        try query(statement, parameters) { row in
            count = row.integer(0)
            return false
        }
        return count
    }
}

extension PartyFilter {
    /// The statement of a page of a search: how many there are on all pages, and then the columns.
    ///
    /// What is found is counted and sorted by its ids and keys alone; only the rows of the page are read in full.
    func searching(_ party: Party, _ columns: SQL) -> SQL {
        let (order, paging) = (orderingFound, Self.paging(after: selection.parameters.count))
        return withFound + sortKey + found(party) + selectFound + columns + fromFound + order + paging
            + lookUpFound[party] + order
    }

    fileprivate func countingFound(_ party: Party) -> SQL {
        withFound + sortKey + found(party) + countFound
    }

    private func found(_ party: Party) -> SQL {
        fromTexts[party] + selection.sql + ofSameParty[party]
    }
}

private let select: SQL = "SELECT "
private let fromTable: PartyStatement = " FROM {party}"
private let countRows: PartyStatement = "SELECT COUNT(*) FROM {party}"

private let withFound: SQL = "WITH found (party, sort_key) AS MATERIALIZED (SELECT id, "
// The cross joins have SQLite read the narrow table first, and look up what is found there.
private let fromTexts: PartyStatement = " FROM {party}_search CROSS JOIN {party}"
private let ofSameParty: PartyStatement = " AND {party}.id = {party}_search.{party}"
private let selectFound: SQL = ") SELECT (SELECT COUNT(*) FROM found), "
private let fromFound: SQL = " FROM (SELECT party, sort_key FROM found"
private let lookUpFound: PartyStatement = ") AS shown CROSS JOIN {party} WHERE {party}.id = shown.party"
private let countFound: SQL = ") SELECT COUNT(*) FROM found"
