import Bookkeeping
import Store

/// Which statement is asked for.
public struct StatementFilter: Hashable, Sendable {
    public var from: CalendarDate
    public var to: CalendarDate
    /// Leaves out documents that were paid in full at the end, with their payments.
    public var leavesOutPaid = false
    /// Leaves out what came before.
    public var leavesOutOpening = false

    public init(from: CalendarDate, to: CalendarDate) {
        self.from = from
        self.to = to
    }
}

extension Transaction {
    /// A customer's statement.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`.
    /// - Source: `documents.md`, Statement.
    public func statement(ofCustomer code: String, _ filter: StatementFilter) throws -> Statement {
        guard let customer = try id(of: .customer, PartyCode(checked: code)) else {
            throw BookkeepingError.partyUnknown(.customer, code: PartyCode.shown(code))
        }
        var (opening, rows): (Money, [StatementRow]) = (.zero, [])
        let paid = filter.leavesOutPaid ? try settled(ofCustomer: customer, on: filter.to) : []
        try query(selectRows, [.integer(customer), .text(filter.to.text)]) { row in
            var columns = Columns(row)
            guard let kind = StatementRow.Kind(rawValue: columns.text()) else {
                throw StoreError.damaged("no row of a statement")
            }
            let (id, document) = (columns.integer(), columns.integer())
            guard document == 0 || !paid.contains(document) else { return true }
            let read = StatementRow(
                kind: kind, id: id, number: columns.integer(), date: try columns.date(),
                amount: columns.money(),
                reference: columns.optionalText(), text: columns.optionalText(),
                dueOn: try columns.optionalDate(),
                gross: columns.money(), paid: columns.money(), linkKey: columns.optionalText())
            if read.date < filter.from { opening = try opening + read.amount } else { rows.append(read) }
            return true
        }
        return try Statement(opening: filter.leavesOutOpening ? .zero : opening, rows)
    }

    /// The ids of the invoices and credit notes that payments up to a day have settled exactly.
    private func settled(ofCustomer customer: Int64, on day: CalendarDate) throws -> Set<Int64> {
        try Set(all(selectSettled, customer, day.text) { $0.integer(0) })
    }
}

private let selectSettled: SQL = """
    SELECT id FROM invoice WHERE customer = ?1 AND home_gross = (
        SELECT COALESCE(SUM(amount), 0) FROM payment
        WHERE document_kind = 'invoice' AND document = invoice.id AND payment.date <= ?2)
    """

/// Everything that moved the account up to a day. A set-off has two halves that cancel, an advance that was used moves
/// nothing more, so neither is shown.
private let selectRows: SQL = """
    SELECT CASE WHEN gross < 0 THEN 'CreditNote' ELSE 'Invoice' END, id, id, number, issued_on, home_gross, reference,
        CAST(NULL AS TEXT), due_on, home_gross, paid, link_key
    FROM invoice WHERE customer = ?1 AND issued_on <= ?2
    UNION ALL
    SELECT CASE WHEN payment.amount < 0 THEN 'Refund' ELSE 'Payment' END, payment.id, invoice.id, invoice.number,
        payment.date, -payment.amount, payment.reference, payment.note, CAST(NULL AS TEXT), 0, 0, payment.link_key
    FROM invoice JOIN payment ON payment.document_kind = 'invoice' AND payment.document = invoice.id
    WHERE invoice.customer = ?1 AND payment.date <= ?2 AND payment.kind IN ('money', 'settlement')
    UNION ALL
    SELECT CASE WHEN amount < 0 THEN 'Refund' ELSE 'UnallocatedPayment' END, id, 0, 0, date, -amount,
        CAST(NULL AS TEXT), comment, CAST(NULL AS TEXT), 0, 0, CAST(NULL AS TEXT)
    FROM bank_transaction WHERE customer = ?1 AND date <= ?2
    """
