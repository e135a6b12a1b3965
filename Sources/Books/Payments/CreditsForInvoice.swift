import Bookkeeping
import Store

extension Transaction {
    /// What may be used on an invoice: its customer's free advances, open credit notes and what was overpaid, the
    /// oldest first. Nothing for a credit note.
    ///
    /// - Parameter id: the invoice's id, not its number.
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func credits(forInvoice id: Int64) throws -> [Credit] {
        guard let invoice = try paidInvoice(id: id) else {
            throw BookkeepingError.documentUnknown(.invoice, "with the Id \(id)")
        }
        return try credits(for: invoice)
    }

    func credits(for invoice: PaidDocument) throws -> [Credit] {
        guard !invoice.isCreditNote else { return [] }
        let advances = try all(selectAdvances, invoice.party) { row in
            var columns = Columns(row)
            return Credit(
                .advance, id: columns.integer(), amount: columns.money(), date: try columns.date(),
                comment: columns.optionalText())
        }
        let notes = try all(selectCreditNotes, invoice.party) { row in
            var columns = Columns(row)
            let (id, number, date, due) = (
                columns.integer(), columns.integer(), try columns.date(), columns.integer()
            )
            return Credit(
                .creditNote, id: id, amount: Money(minorUnits: -due), date: date,
                comment: "Credit Note #\(number)",
                document: id)
        }
        let credits = try advances + notes + overpayments(of: invoice.party, but: invoice.key.id)
        return credits.sorted { ($0.date, $0.kind.rawValue, $0.id) < ($1.date, $1.kind.rawValue, $1.id) }
    }

    private func overpayments(of customer: Int64, but invoice: Int64) throws -> [Credit] {
        let excesses = try all(selectOverpaid, customer, invoice) { row in
            (document: row.integer(0), excess: Money(minorUnits: -row.integer(1)))
        }
        guard !excesses.isEmpty else { return [] }
        var payments: [Int64: [Payment]] = [:]
        try query(
            PickedIDs.table + selectPickedPayments, PickedIDs(excesses.map(\.document)).parameters
        ) { row in
            let payment = try Payment(row: row)
            payments[payment.document.id, default: []].append(payment)
            return true
        }
        return excesses.flatMap { Credit.overpayments(payments[$0.document] ?? [], excess: $0.excess) }
    }
}

private let selectAdvances: SQL = """
    SELECT id, free, date, comment FROM bank_transaction WHERE customer = ?1 AND free > 0 ORDER BY date, id
    """
private let selectCreditNotes: SQL = """
    SELECT id, number, issued_on, due FROM invoice WHERE customer = ?1 AND home_gross < 0 AND due < 0
    """
private let selectOverpaid: SQL = """
    SELECT id, due FROM invoice WHERE customer = ?1 AND home_gross >= 0 AND due < 0 AND id <> ?2
    """
private let selectPickedPayments: SQL =
    selectPaymentColumns + """
         FROM picked CROSS JOIN payment LEFT JOIN payment_batch ON payment_batch.id = payment.batch
        WHERE payment.document_kind = 'invoice' AND payment.document = picked.id
        """
