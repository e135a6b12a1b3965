import Bookkeeping
import Store

/// One page of the invoices, and what all that match come to.
public struct InvoicePage: Sendable {
    /// Rows on all pages.
    public let total: Int64
    /// Their gross, home currency.
    public let amount: Money
    /// Without payments; with lines only where they were asked for.
    public let rows: [Invoice]
}

extension Transaction {
    /// A page of the invoices and credit notes. A page beyond the end has no rows and the true totals.
    ///
    /// - Parameter today: in the United Kingdom, for statuses.
    public func invoicePage(_ filter: InvoiceFilter, on today: CalendarDate) throws -> InvoicePage {
        let (selection, parameters) = filter.selection(on: today)
        let (total, amount) = try filter.isPlain ? plainTotals(filter) : totals(selection, parameters)
        guard let offset = filter.offset, offset < total else {
            return InvoicePage(total: total, amount: amount, rows: [])
        }
        var rows: [Invoice] = []
        let statement = selectInvoice + selection + filter.ordering + " LIMIT ?9 OFFSET ?10"
        try query(statement, parameters + [.integer(filter.perPage), .integer(offset)]) { row in
            rows.append(try Invoice(row: row))
            return true
        }
        if filter.withLines {
            for place in rows.indices { rows[place].lines = try lines(of: .invoice, rows[place].id) }
        }
        return InvoicePage(total: total, amount: amount, rows: rows)
    }

    private func plainTotals(_ filter: InvoiceFilter) throws -> (total: Int64, amount: Money) {
        let (count, amount) = (try total(of: .invoices), try amount(of: .invoices))
        switch filter.archived {
        case .leftOut: return (count.live, Money(minorUnits: amount.live))
        case .only: return (count.archived, Money(minorUnits: amount.archived))
        case .included:
            let all = try Money(minorUnits: amount.live) + Money(minorUnits: amount.archived)
            return (count.live + count.archived, all)
        }
    }

    private func totals(_ selection: SQL, _ parameters: [SQLValue]) throws -> (total: Int64, amount: Money) {
        var (count, amount): (Int64, Int64) = (0, 0)
        try query(countInvoices + selection, parameters) { row in
            (count, amount) = (row.integer(0), row.integer(1))
            return false
        }
        return (count, Money(minorUnits: amount))
    }
}

private let countInvoices: SQL = """
    SELECT COUNT(*), CAST(COALESCE(SUM(invoice.home_gross), 0) AS BIGINT) FROM invoice
        JOIN customer ON customer.id = invoice.customer
    """
