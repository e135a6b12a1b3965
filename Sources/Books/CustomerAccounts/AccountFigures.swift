import Bookkeeping
import Store

/// What all customers' documents come to, home currency.
public struct SalesFigures: Hashable, Sendable {
    public let invoiced: Money
    public let due: Money
    public let overdue: Money
}

/// One customer's invoices, for the call that asks for several.
public struct CustomerInvoices: Hashable, Sendable {
    public let code: String
    public let name: String
    public let net: Money
    public let vat: Money
    public let paid: Money
    public let count: Int64
    /// Nil when there is none.
    public let last: CalendarDate?
}

extension Transaction {
    /// What all customers' invoices and credit notes come to.
    ///
    /// - Parameter today: for what is overdue.
    public func salesFigures(on today: CalendarDate) throws -> SalesFigures {
        let totals = try amount(of: .invoices)
        let invoiced = try Money(minorUnits: totals.live) + Money(minorUnits: totals.archived)
        let open = try first(sumOpen, today.text) {
            (Money(minorUnits: $0.integer(0)), Money(minorUnits: $0.integer(1)))
        }
        return SalesFigures(invoiced: invoiced, due: open?.0 ?? .zero, overdue: open?.1 ?? .zero)
    }

    /// The invoices of several customers, at the place of each code; codes of nobody are left out.
    public func invoices(ofCustomers codes: [String]) throws -> [CustomerInvoices] {
        try picked(codes, of: .customer, sumOfCustomer) { columns in
            CustomerInvoices(
                code: columns.text(), name: columns.text(), net: columns.money(), vat: columns.money(),
                paid: columns.money(), count: columns.integer(), last: try columns.optionalDate())
        }.compactMap(\.self)
    }
}

private let sumOpen: SQL = """
    SELECT CAST(COALESCE(SUM(due), 0) AS BIGINT),
        CAST(COALESCE(SUM(CASE WHEN due > 0 AND home_gross > 0 AND due_on < ?1 THEN due ELSE 0 END), 0) AS BIGINT)
    FROM invoice WHERE due <> 0
    """
private let sumOfCustomer: SQL = """
    code, name,
        (SELECT CAST(COALESCE(SUM(home_gross - home_vat), 0) AS BIGINT) FROM invoice WHERE invoice.customer = customer.id),
        (SELECT CAST(COALESCE(SUM(home_vat), 0) AS BIGINT) FROM invoice WHERE invoice.customer = customer.id),
        total_paid, (SELECT COUNT(*) FROM invoice WHERE invoice.customer = customer.id),
        (SELECT MAX(issued_on) FROM invoice WHERE invoice.customer = customer.id)
    """
