import Bookkeeping
import Store

extension Transaction {
    /// The payments of one document, by date.
    ///
    /// - Parameter document: an invoice or a purchase.
    public func payments(of document: DocumentKey) throws -> [Payment] {
        try all(
            selectPayment + " WHERE document_kind = ?1 AND document = ?2 ORDER BY payment.date, payment.id",
            document.kind.rawValue, document.id, as: Payment.init(row:))
    }

    /// One payment by its id; nil when there is none.
    func payment(_ id: Int64) throws -> Payment? {
        try first(selectPayment + " WHERE payment.id = ?1", id, as: Payment.init(row:))
    }
}

extension Payment {
    /// In the order of `selectPayment`.
    init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let id = columns.integer()
        let document: DocumentKind = try columns.name()
        let key = DocumentKey(document, columns.integer())
        let kind: Kind = try columns.name()
        let (date, amount, account, method) = (
            try columns.date(), columns.money(), columns.optionalInteger(), columns.integer()
        )
        let (note, reference, batch, number) = (
            columns.optionalText(), columns.optionalText(), columns.optionalInteger(),
            columns.optionalInteger()
        )
        let (pair, advance, share) = (columns.optionalInteger(), columns.optionalInteger(), columns.money())
        let usedOn = try columns.optionalDate()
        let (vatReturn, reconciliation) = (columns.optionalInteger(), columns.optionalInteger())
        self.init(
            id: id, kind: kind, document: key, date: date, amount: amount, account: account, method: method,
            linkKey: columns.text())
        (self.note, self.reference, self.batch, batchNumber) = (note, reference, batch, number)
        (self.pair, self.advance, self.usedOn, vatShare) = (pair, advance, usedOn, share)
        (self.vatReturn, self.reconciliation) = (vatReturn ?? 0, reconciliation ?? 0)
    }
}

/// Every column, as `Payment.init(row:)` reads them.
let selectPaymentColumns: SQL = """
    SELECT payment.id, payment.document_kind, payment.document, payment.kind, payment.date, payment.amount,
        payment.account, payment.method, payment.note, payment.reference, payment.batch, payment_batch.number,
        payment.pair, payment.advance, payment.vat_share, payment.used_on, payment.vat_return,
        COALESCE(payment_batch.reconciliation, payment.reconciliation), payment.link_key
    """
let selectPayment: SQL =
    selectPaymentColumns + """
         FROM payment LEFT JOIN payment_batch ON payment_batch.id = payment.batch
        """
