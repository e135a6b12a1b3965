import Bookkeeping
import Store

/// Which entries a breakdown shows, in which order, and which part of them.
public struct NominalBreakdownFilter: Hashable, Sendable {
    public enum Sort: Int, CaseIterable, Sendable {
        case date = 1
        case reference, narrative, debit, credit, number, source, product
    }

    /// This day and later.
    public var from: CalendarDate
    /// This day and earlier.
    public var to: CalendarDate
    /// The code of a nominal or a bank account; nil for all.
    public var code: Int64?
    /// 0 for all.
    public var project: Int64 = 0
    public var sort = Sort.date
    public var isDescending = false
    /// From 1.
    public var page: Int64 = 1
    public var perPage: Int64 = 50

    public init(from: CalendarDate, to: CalendarDate) {
        self.from = from
        self.to = to
    }

    /// - Parameter nominal: the id of the nominal that has the code.
    fileprivate func conditions(_ nominal: Int64?) -> Conditions {
        var conditions = Conditions()
        conditions.add("entry.date >= {value}", from.text)
        conditions.add("entry.date <= {value}", to.text)
        if let nominal { conditions.add("entry.nominal = {value}", nominal) }
        if project != 0 {
            conditions.add("entry.project = (SELECT id FROM project WHERE number = {value})", project)
        }
        conditions.add(isLiveEntry)
        return conditions
    }

    /// Entries that are equal in it stand by date and by their places in the ledger.
    fileprivate var ordering: SQL {
        let direction: SQL = isDescending ? " DESC" : ""
        let ties = "entry.date" + direction + ", entry.posting" + direction + ", entry.line" + direction
        guard sort != .date else { return ties }
        return sortKey + direction + ", " + ties
    }

    private var sortKey: SQL {
        switch sort {
        case .date: "entry.date"
        case .reference: "COALESCE(account.name_key, CAST(invoice.number AS TEXT), '')"
        case .narrative: "COALESCE(line.description, '')"
        case .debit: "CASE WHEN entry.amount > 0 THEN entry.amount ELSE 0 END"
        case .credit: "CASE WHEN entry.amount < 0 THEN -entry.amount ELSE 0 END"
        case .number: "COALESCE(invoice.number, posting.document)"
        case .source:
            """
            CASE posting.kind WHEN 'invoice' THEN 1 WHEN 'purchase' THEN 2 WHEN 'journal' THEN 4
                WHEN 'VAT return' THEN 4 WHEN 'scheme change' THEN 4 WHEN 'advance move' THEN 4 ELSE 3 END
            """
        case .product: "COALESCE(line.product_code, '')"
        }
    }
}

/// One page of the entries of one nominal, or of all.
public struct NominalBreakdown: Sendable {
    /// Rows on all pages.
    public let total: Int64
    /// On all pages, home currency; neither is negative.
    public let debit: Money
    public let credit: Money
    public let rows: [LedgerLine]

    /// Debits less credits.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var balance: Money {
        get throws(BookkeepingError) { try debit - credit }
    }
}

extension Transaction {
    /// A page of the live entries of a nominal: of documents as they are now, without what was reversed. A page beyond
    /// the end has no rows and the true totals.
    ///
    /// - Throws: `BookkeepingError.unknown` for a code that nothing has.
    public func nominalBreakdown(_ filter: NominalBreakdownFilter) throws -> NominalBreakdown {
        let nominal = try filter.code.map { code in
            guard let found = try self.nominal(code: code) else {
                throw BookkeepingError.unknown("nominal", String(code))
            }
            return found.id
        }
        var conditions = filter.conditions(nominal)
        let (total, debit, credit) = try sums(conditions)
        let (offset, overflow) = (filter.page - 1).multipliedReportingOverflow(by: filter.perPage)
        guard !overflow, offset < total else {
            return NominalBreakdown(total: total, debit: debit, credit: credit, rows: [])
        }
        let locks = try LedgerLocks(self)
        conditions.order(by: filter.ordering)
        conditions.addPage(filter.perPage, after: offset)
        let statement = "SELECT " + ledgerLineColumns + ledgerLineTables + conditions.sql
        var rows: [LedgerLine] = []
        try query(statement, conditions.parameters) { row in
            rows.append(try LedgerLine(row: row, locks))
            return true
        }
        return NominalBreakdown(total: total, debit: debit, credit: credit, rows: rows)
    }

    private func sums(_ conditions: Conditions) throws -> (rows: Int64, debit: Money, credit: Money) {
        var sums: (rows: Int64, debit: Money, credit: Money) = (0, .zero, .zero)
        try query(selectSums + conditions.sql, conditions.parameters) { row in
            sums = (row.integer(0), Money(minorUnits: row.integer(1)), Money(minorUnits: row.integer(2)))
            return false
        }
        return sums
    }
}

private let selectSums: SQL = """
    SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN entry.amount > 0 THEN entry.amount ELSE 0 END), 0) AS BIGINT),
        CAST(COALESCE(SUM(CASE WHEN entry.amount < 0 THEN -entry.amount ELSE 0 END), 0) AS BIGINT)
    FROM entry CROSS JOIN posting CROSS JOIN nominal
    """
