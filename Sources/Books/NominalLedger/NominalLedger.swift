import Bookkeeping
import Store

/// Whose ledger is read, and which part of it.
public struct NominalLedgerFilter: Hashable, Sendable {
    /// This day and later; nil from the first.
    public var from: CalendarDate?
    /// This day and earlier; nil to the last.
    public var to: CalendarDate?
    /// Ids, of bank accounts' nominals too; empty for all.
    public var nominals: [Int64] = []
    /// The id of a project; 0 for all.
    public var project: Int64 = 0
    public var withOpeningBalance = false
    /// Only lines that are disallowed for tax.
    public var isDisallowedOnly = false

    public init() {}
}

/// An entry with the balance that its nominal had before the first day that was asked for.
public struct NominalLedgerRow: Hashable, Sendable {
    public let line: LedgerLine
    /// Debits less credits, home currency; zero where it was not asked for.
    public let opening: Money
}

extension Transaction {
    /// The live entries of several nominals, by code, date and place in the ledger.
    ///
    /// - Throws: `BookkeepingError.unknown` for an id that nothing has.
    public func nominalLedger(_ filter: NominalLedgerFilter) throws -> [NominalLedgerRow] {
        let found = try nominals(ids: Set(filter.nominals))
        if let unknown = filter.nominals.first(where: { found[$0] == nil }) {
            throw BookkeepingError.unknown("nominal", String(unknown))
        }
        let openings = try openings(filter)
        let locks = try LedgerLocks(self)
        var conditions = Conditions()
        var table: SQL = ""
        if !filter.nominals.isEmpty {
            // The first three places are the list's.
            for value in PickedIDs(filter.nominals).parameters { _ = conditions.takePlace(for: value) }
            table = PickedIDs.table
            conditions.add("entry.nominal IN (SELECT id FROM picked)")
        }
        if let from = filter.from { conditions.add("entry.date >= {value}", from.text) }
        if let to = filter.to { conditions.add("entry.date <= {value}", to.text) }
        if filter.project != 0 { conditions.add("entry.project = {value}", filter.project) }
        if filter.isDisallowedOnly { conditions.add("(line.disallowed = 1 OR bank.disallowed = 1)") }
        conditions.add(isLiveEntry)
        conditions.order(by: "nominal.code, entry.date, entry.posting, entry.line")
        let statement = table + "SELECT " + ledgerLineColumns + ledgerLineTables + conditions.sql
        var rows: [NominalLedgerRow] = []
        try query(statement, conditions.parameters) { row in
            let line = try LedgerLine(row: row, locks)
            rows.append(NominalLedgerRow(line: line, opening: openings[line.nominal.id] ?? .zero))
            return true
        }
        return rows
    }

    /// The balances at the end of the day before the first one, by nominal.
    private func openings(_ filter: NominalLedgerFilter) throws -> [Int64: Money] {
        guard filter.withOpeningBalance, let before = filter.from?.adding(days: -1) else { return [:] }
        guard filter.project != 0 else {
            let rows = try trialBalance(on: before).rows
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.nominal, $0.balance) })
        }
        let sums = try all(selectOfProject, filter.project, before.text) {
            ($0.integer(0), Money(minorUnits: $0.integer(1)))
        }
        return Dictionary(uniqueKeysWithValues: sums)
    }
}

/// What was reversed sums to nothing.
private let selectOfProject: SQL = """
    SELECT nominal, CAST(SUM(amount) AS BIGINT) FROM entry WHERE project = ?1 AND date <= ?2 GROUP BY nominal
    """
