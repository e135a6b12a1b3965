import Bookkeeping
import Store

extension Transaction {
    /// What a customer's invoices and credit notes add up to, in home currency, but for what the customer's row keeps
    /// itself. One statement along an index.
    ///
    /// - Parameter today: for what is overdue.
    func addTotals(ofCustomer id: Int64, on today: () -> CalendarDate, to totals: inout CustomerTotals) throws
    {
        var found = totals
        try query(countInvoices, [.integer(id)]) { row in
            found.invoiceCount = row.integer(0)
            guard !row.isNull(3) else { return false }
            var columns = Columns(row, from: 1)
            (found.invoicedNet, found.invoicedVAT) = (columns.money(), columns.money())
            (found.firstInvoice, found.lastInvoice) = (try columns.optionalDate(), try columns.optionalDate())
            let (settled, days) = (columns.integer(), columns.integer())
            // To the nearest whole day, halves up. What was paid before its date took none.
            found.averageDaysToPay = settled == 0 ? 0 : (2 * days + settled) / (2 * settled)
            return false
        }
        if found.lastInvoice != nil {
            found.overdue =
                try first(sumOverdue, id, today().text) { Money(minorUnits: $0.integer(0)) } ?? .zero
        }
        totals = found
    }
}

private let countInvoices: SQL =
    """
    SELECT COUNT(CASE WHEN home_gross >= 0 THEN 1 END), CAST(COALESCE(SUM(home_gross - home_vat), 0) AS BIGINT),
        CAST(COALESCE(SUM(home_vat), 0) AS BIGINT), MIN(issued_on), MAX(issued_on), COUNT(settled_on),
        CAST(COALESCE(SUM(CASE WHEN settled_on IS NULL OR settled_on < issued_on THEN 0 ELSE
    """ + " " + .days(of: "settled_on") + " - " + .days(of: "issued_on") + """
         END), 0) AS BIGINT)
        FROM invoice WHERE customer = ?1
        """
private let sumOverdue: SQL = """
    SELECT CAST(COALESCE(SUM(due), 0) AS BIGINT) FROM invoice
    WHERE customer = ?1 AND due > 0 AND home_gross > 0 AND due_on < ?2
    """
