import Bookkeeping
import Store

/// One page of a list of invoices and credit notes.
public struct InvoicePage: Sendable {
    /// Rows on all pages.
    public let total: Int64
    /// Sum of their gross amounts, home currency.
    public let amount: Money
    public let rows: [InvoiceRow]
}

/// What a list shows of an invoice.
public struct InvoiceRow: Sendable {
    /// With its lines where the list has them, or something in the row follows from them.
    public internal(set) var invoice: Invoice
    /// What it is in, with its own rate.
    public let currency: Currency
    /// Gross of the lines of the project that was asked for, document currency; else of all.
    public internal(set) var projectGross: Money
    /// Whether the list shows the lines.
    public let showsLines: Bool
    /// Of the day on which the list was read.
    public let status: InvoiceStatus
    /// Days since it fell due, while something is owed, else 0.
    public let overdueDays: Int64

    init(_ invoice: Invoice, _ currency: Currency, showsLines: Bool, on today: CalendarDate) {
        self.invoice = invoice
        self.currency = currency
        self.showsLines = showsLines
        projectGross = invoice.totals.gross
        status = invoice.status(on: today)
        overdueDays = invoice.overdueDays(on: today)
    }
}

extension Transaction {
    /// A page of the invoices and credit notes, with one statement for the rows and one for the lines where any are
    /// needed. A page beyond the end has no rows and the true totals.
    ///
    /// - Parameter today: in the United Kingdom.
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func invoicePage(_ filter: InvoiceFilter, on today: CalendarDate) throws -> InvoicePage {
        try filter.check()
        let kept = try total(of: .invoices)
        let conditions = filter.conditions(on: today, hasArchived: kept.archived > 0)
        let (total, amount) = try filter.isPlain ? keptTotal(filter.archived, kept) : countedTotal(conditions)
        guard let offset = filter.offset, offset < total else {
            return InvoicePage(total: total, amount: amount, rows: [])
        }
        var rows = try rows(filter, conditions, offset, today)
        try readLines(into: &rows, filter)
        return InvoicePage(total: total, amount: amount, rows: rows)
    }

    private func rows(
        _ filter: InvoiceFilter, _ conditions: Conditions, _ offset: Int64, _ today: CalendarDate
    ) throws -> [InvoiceRow] {
        var conditions = conditions
        let ordering = filter.ordering(&conditions, on: today)
        conditions.order(by: ordering)
        conditions.addPage(filter.perPage, after: offset)
        // Of the rows before the page, only what they are sorted by is read.
        let page = "(SELECT invoice.id FROM invoice" + filter.sortJoin + conditions.sql + ") AS page"
        let statement =
            "SELECT " + invoiceColumns + " FROM " + page + " CROSS JOIN invoice " + besideInvoice
            + " WHERE invoice.id = page.id ORDER BY " + ordering
        let currencies = try currencies(on: today).reduce(into: [:]) { $0[$1.code] = $1 }
        var rows: [InvoiceRow] = []
        try query(statement, conditions.parameters) { row in
            let invoice = try Invoice(row: row)
            let own = invoice.details.currency
            guard let currency = currencies[own.code] else {
                throw StoreError.damaged("no currency \(own.code)")
            }
            rows.append(InvoiceRow(invoice, currency.at(own.rate), showsLines: filter.withLines, on: today))
            return true
        }
        return rows
    }

    private func readLines(into rows: inout [InvoiceRow], _ filter: InvoiceFilter) throws {
        let isForAll = filter.withLines || filter.projectNumber != 0
        let needed = rows.filter { isForAll || $0.invoice.details.isReverseCharge }.map(\.invoice.id)
        let lines = try lines(of: .invoice, needed)
        for place in rows.indices {
            guard let own = lines[rows[place].invoice.id] else { continue }
            rows[place].invoice.lines = own
            guard filter.projectNumber != 0 else { continue }
            let gross = try own.filter { $0.project?.number == filter.projectNumber }.map {
                try $0.net + $0.vat
            }.total()
            rows[place].projectGross = gross
        }
    }

    private func keptTotal(
        _ archived: InvoiceFilter.Archived, _ count: (live: Int64, archived: Int64)
    ) throws -> (total: Int64, amount: Money) {
        let sums = try amount(of: .invoices)
        let (live, gone) = (Money(minorUnits: sums.live), Money(minorUnits: sums.archived))
        return switch archived {
        case .included: (count.live + count.archived, try live + gone)
        case .leftOut: (count.live, live)
        case .only: (count.archived, gone)
        }
    }

    private func countedTotal(_ conditions: Conditions) throws -> (total: Int64, amount: Money) {
        var counted: (total: Int64, amount: Money) = (0, .zero)
        try query(countRows + conditions.sql, conditions.parameters) { row in
            counted = (row.integer(0), Money(minorUnits: row.integer(1)))
            return false
        }
        return counted
    }
}

private let countRows: SQL =
    "SELECT COUNT(*), CAST(COALESCE(SUM(invoice.home_gross), 0) AS BIGINT) FROM invoice"
