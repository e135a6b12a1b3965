import Bookkeeping
import Store

/// A batch payment with its items, and what is told of their documents.
public struct BatchInFull: Sendable {
    public let batch: PaymentBatch
    public let items: [BatchItem]
}

/// One document's part of a batch.
public struct BatchItem: Sendable {
    public let payment: Payment
    public let documentNumber: Int64
    public let partyID: Int64
    public let partyCode: String
    public let partyName: String
    public let reference: String?
    public let issuedOn: CalendarDate
    public let dueOn: CalendarDate
    public let email: String?
}

extension Transaction {
    /// A batch of invoices with its items, by the order in which they came.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func batch(ofInvoices number: Int64) throws -> BatchInFull {
        guard
            let batch = try first(
                selectBatch, DocumentKind.invoice.rawValue, number, as: PaymentBatch.init(row:))
        else { throw BookkeepingError.documentUnknown(.invoiceBatch, String(number)) }
        return BatchInFull(batch: batch, items: try all(selectItems, batch.id, as: BatchItem.init(row:)))
    }

    /// The same by its id.
    func batch(id: Int64) throws -> BatchInFull {
        guard
            let number = try first(
                "SELECT number FROM payment_batch WHERE id = ?1", id, as: { $0.integer(0) })
        else {
            throw StoreError.damaged("no batch \(id)")
        }
        return try batch(ofInvoices: number)
    }
}

extension PaymentBatch {
    /// In the order of `selectBatches`.
    init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        self.init(
            id: columns.integer(), kind: try columns.name(), number: columns.integer(),
            date: try columns.date(),
            comment: columns.optionalText(), account: columns.integer(), method: columns.integer(),
            feed: columns.integer(), linkKey: columns.text())
        reconciliation = columns.optionalInteger() ?? 0
    }
}

extension BatchItem {
    /// The payment's columns, and after them the document's.
    fileprivate init(row: any Row) throws(StoreError) {
        payment = try Payment(row: row)
        var columns = Columns(row, from: 19)
        documentNumber = columns.integer()
        partyID = columns.integer()
        partyCode = columns.text()
        partyName = columns.text()
        reference = columns.optionalText()
        issuedOn = try columns.date()
        dueOn = try columns.date()
        email = columns.optionalText()
    }
}

/// Every column, as `PaymentBatch.init(row:)` reads them.
let selectBatches: SQL = """
    SELECT id, kind, number, date, comment, account, method, feed, link_key, reconciliation FROM payment_batch
    """
private let selectBatch: SQL = selectBatches + " WHERE kind = ?1 AND number = ?2"
private let selectItems: SQL =
    selectPaymentColumns + """
        , invoice.number, invoice.customer, customer.code, customer.name, invoice.reference, invoice.issued_on,
            invoice.due_on, customer.email
        FROM payment JOIN payment_batch ON payment_batch.id = payment.batch
            JOIN invoice ON invoice.id = payment.document JOIN customer ON customer.id = invoice.customer
        WHERE payment.batch = ?1 ORDER BY payment.id
        """
