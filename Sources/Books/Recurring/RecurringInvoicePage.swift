import Bookkeeping
import Store

/// Which templates a list shows, in which order, and which part of it.
public struct RecurringInvoiceFilter: Hashable, Sendable {
    /// In the order of their numbers on the wire.
    public enum Sort: Sendable, CaseIterable {
        case number, nextDue, customerName, reference, description, expiry, gross, vat, net, project
    }

    /// From 1.
    public var page: Int64 = 1
    public var perPage: Int64 = 50
    public var sort = Sort.number
    public var isDescending = false
    public var customerCode: String?
    public var project: Int64?
    public var frequency: Frequency.Kind?

    public init() {}
}

/// One page of a list of templates.
public struct RecurringInvoicePage: Sendable {
    /// Templates on all pages.
    public let total: Int64
    /// What they come to on all pages, gross in home currency.
    public let amount: Money
    /// Without their lines.
    public let rows: [RecurringInvoiceRow]
}

/// A template as a list shows it.
public struct RecurringInvoiceRow: Sendable {
    public let template: RecurringInvoice
    public let previousNumber: Int64
    public let nextNumber: Int64
}

extension Transaction {
    /// A page of the templates. A page beyond the end has no rows and the true totals.
    public func recurringInvoicePage(_ filter: RecurringInvoiceFilter) throws -> RecurringInvoicePage {
        var conditions = filter.conditions
        var (total, amount): (Int64, Money) = (0, .zero)
        try query(countRows + conditions.sql, conditions.parameters) { row in
            (total, amount) = (row.integer(0), Money(minorUnits: row.integer(1)))
            return false
        }
        let (offset, overflow) = (filter.page - 1).multipliedReportingOverflow(by: filter.perPage)
        guard !overflow, offset < total else {
            return RecurringInvoicePage(total: total, amount: amount, rows: [])
        }
        conditions.order(by: filter.ordering)
        conditions.addPage(filter.perPage, after: offset)
        var rows: [RecurringInvoice] = []
        try query(selectRecurringInvoice + conditions.sql, conditions.parameters) { row in
            rows.append(try RecurringInvoice(row: row))
            return true
        }
        let numbers = try numbersAround(rows.map(\.number))
        return RecurringInvoicePage(
            total: total, amount: amount,
            rows: rows.map { row in
                RecurringInvoiceRow(
                    template: row, previousNumber: numbers.last { $0 < row.number } ?? 0,
                    nextNumber: numbers.first { $0 > row.number } ?? 0)
            })
    }

    /// The numbers of all templates from right before some to right after them, in their order.
    private func numbersAround(_ numbers: [Int64]) throws -> [Int64] {
        guard let lowest = numbers.min(), let highest = numbers.max() else { return [] }
        return try all(selectNumbers, lowest, highest) { $0.integer(0) }
    }
}

extension RecurringInvoiceFilter {
    fileprivate var conditions: Conditions {
        var conditions = Conditions()
        if let customerCode {
            conditions.add(
                "recurring_invoice.customer = (SELECT id FROM customer WHERE code_key = {value})",
                PartyCode.key(of: customerCode))
        }
        if let project {
            conditions.add(
                "recurring_invoice.project = (SELECT id FROM project WHERE number = {value})", project)
        }
        if let frequency { conditions.add("frequency = {value}", frequency.rawValue) }
        return conditions
    }

    /// The number breaks ties in the direction of the sort, so that one order is the other backwards.
    fileprivate var ordering: SQL {
        let down: SQL = isDescending ? " DESC" : ""
        let key: SQL
        switch sort {
        case .number: return "recurring_invoice.number" + down
        // What has no such date or text stands at one end on both engines.
        case .nextDue: key = "COALESCE(next_on, '9999-12-32')"
        case .customerName: key = "customer.name_key"
        case .reference: key = "COALESCE(recurring_invoice.reference_key, '')"
        case .description: key = "COALESCE(description_key, '')"
        case .expiry: key = "COALESCE(expires_on, '9999-12-32')"
        case .gross: key = "gross"
        case .vat: key = "vat"
        case .net: key = "net"
        case .project: key = "COALESCE(project.number, 0)"
        }
        return key + down + ", recurring_invoice.number" + down
    }
}

private let countRows: SQL = "SELECT COUNT(*), COALESCE(SUM(home_gross), 0) FROM recurring_invoice"
private let selectNumbers: SQL = """
    SELECT number FROM recurring_invoice
    WHERE number >= COALESCE((SELECT MAX(number) FROM recurring_invoice WHERE number < ?1), ?1)
        AND number <= COALESCE((SELECT MIN(number) FROM recurring_invoice WHERE number > ?2), ?2)
    ORDER BY number
    """
