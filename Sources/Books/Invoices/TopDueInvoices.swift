import Bookkeeping
import Store

/// An invoice on which something is owed.
public struct DueInvoice: Hashable, Sendable {
    public let id: Int64
    public let number: Int64
    /// Home currency.
    public let due: Money
}

extension Transaction {
    /// How many of the invoices with the most owed are told of.
    ///
    /// - Source: `conventions.md`, Settled.
    public static var topDueMax: Int64 { 10 }

    /// The invoices on which most is owed, the largest sum first; archived ones too.
    ///
    /// - Parameters:
    ///   - customer: a whole code in any case; nil for all.
    ///   - text: in number, reference or the customer's name; nil or empty for all.
    public func topDueInvoices(ofCustomer customer: String?, containing text: String?) throws -> [DueInvoice]
    {
        var conditions = Conditions()
        conditions.add("invoice.due > 0 AND invoice.due <> 0")
        if let customer { conditions.add(ofCustomer, PartyCode.key(of: customer)) }
        if let key = text?.tidied.folded, !key.isEmpty {
            conditions.add("(" + holdsText + ")", likePattern(containing: key))
        }
        conditions.order(by: "invoice.due DESC, invoice.number")
        conditions.addPage(Self.topDueMax, after: 0)
        var found: [DueInvoice] = []
        try query(selectDue + conditions.sql, conditions.parameters) { row in
            var columns = Columns(row)
            found.append(DueInvoice(id: columns.integer(), number: columns.integer(), due: columns.money()))
            return true
        }
        return found
    }

    /// How many invoices and credit notes were made since a day: of a subscription's cycle, as a service would count
    /// it. Reads the newest alone.
    public func invoicesMade(since day: CalendarDate) throws -> Int64 {
        try first(
            """
            SELECT COUNT(*) FROM invoice
            WHERE id > COALESCE((SELECT id FROM invoice WHERE created_on < ?1 ORDER BY id DESC LIMIT 1), 0)
            """, day.text
        ) { $0.integer(0) } ?? 0
    }
}

private let selectDue: SQL = "SELECT invoice.id, invoice.number, invoice.due FROM invoice"
