import Bookkeeping
import Store

/// One line of a bank account, whatever made it.
///
/// - Source: `bank.md`, Bank transactions.
public struct BankRow: Sendable {
    /// What made a line; raw values are the wire's `TransactionType`.
    public enum Kind: Int64, Sendable {
        case transaction = 0
        case invoicePayment = 1
        case purchasePayment = 2
        case invoiceBatch = 3
        case purchaseBatch = 4
        case journal = 5
        /// A transfer seen from the account that it was not entered on.
        case transferFromOther = 6
    }

    public let kind: Kind
    /// Of what made it; unique in one kind alone.
    public let id: Int64
    public let date: CalendarDate
    /// As the account sees it: in is positive.
    public let amount: Money
    /// What was on the account after it, by date and then by id.
    public let balance: Money
    public let comment: String?
    /// The customer's or supplier's.
    public let partyName: String?
    /// Of the document or batch, 0 for none.
    public let documentNumber: Int64
    /// A bank feed's row, 0 for none.
    public let feed: Int64
    /// 0 for none.
    public let reconciliation: Int64
    /// 0 for none.
    public let vatReturn: Int64
    /// Set where it is one.
    public internal(set) var transaction: SeenBankTransaction?

    init(_ columns: inout Columns) throws(StoreError) {
        let kind = columns.integer()
        guard let kind = Kind(rawValue: kind) else { throw .damaged("a bank row of kind \(kind)") }
        self.kind = kind
        id = columns.integer()
        date = try columns.date()
        amount = columns.money()
        comment = columns.optionalText()
        partyName = columns.optionalText()
        documentNumber = columns.integer()
        feed = columns.integer()
        reconciliation = columns.integer()
        vatReturn = columns.integer()
        balance = columns.money()
    }

    /// Whether a text stands in what people see of it, in any case.
    ///
    /// - Parameter folded: the text, case-folded.
    func contains(_ folded: String) -> Bool {
        let amount = Money(minorUnits: Int64(amount.minorUnits.magnitude)).decimalText
        return [comment, partyName, amount].contains { $0?.caseFolded.contains(folded) ?? false }
    }
}

/// Every line of an account with the balance after it: `?1` is the account, `?2` its nominal. The starting amount is a
/// line of the kind -1, which is no row of the list.
let bankRows: SQL = """
    WITH bank_line (kind, id, date, amount, comment, name, number, feed, reconciliation, vat_return) AS (
        SELECT 0, bank_transaction.id, date, amount, comment, COALESCE(customer.name, supplier.name), 0, feed,
            COALESCE(reconciliation, 0), COALESCE(vat_return, 0)
        FROM bank_transaction LEFT JOIN customer ON customer.id = customer LEFT JOIN supplier ON supplier.id = supplier
        WHERE account = ?1
        UNION ALL
        SELECT 6, id, date, -amount, comment, NULL, 0, feed, 0, COALESCE(vat_return, 0)
        FROM bank_transaction WHERE nominal = ?2
        UNION ALL
        SELECT 1, payment.id, payment.date, payment.amount, 'Invoice - ' || customer.code, customer.name,
            invoice.number, 0, COALESCE(payment.reconciliation, 0), COALESCE(payment.vat_return, 0)
        FROM payment JOIN invoice ON invoice.id = payment.document JOIN customer ON customer.id = invoice.customer
        WHERE payment.account = ?1 AND payment.document_kind = 'invoice' AND payment.kind = 'money'
            AND payment.batch IS NULL
        UNION ALL
        SELECT 3, payment_batch.id, payment_batch.date, CAST(SUM(payment.amount) AS BIGINT), payment_batch.comment, NULL,
            payment_batch.number, payment_batch.feed, COALESCE(payment_batch.reconciliation, 0), 0
        FROM payment_batch JOIN payment ON payment.batch = payment_batch.id
        WHERE payment_batch.account = ?1 AND payment_batch.kind = 'invoice'
        GROUP BY payment_batch.id, payment_batch.date, payment_batch.comment, payment_batch.number, payment_batch.feed,
            payment_batch.reconciliation
        HAVING SUM(payment.amount) <> 0
        UNION ALL
        SELECT -1, 0, posting.date, entry.amount, NULL, NULL, 0, 0, 0, 0
        FROM entry JOIN posting ON posting.id = entry.posting
        WHERE posting.kind = 'opening balance' AND posting.document = ?1 AND entry.nominal = ?2
            AND posting.reverses IS NULL
            AND NOT EXISTS (SELECT 1 FROM posting AS undone WHERE undone.reverses = posting.id)
    ), bank_row AS (
        SELECT kind, id, date, amount, comment, name, number, feed, reconciliation, vat_return,
            CAST(SUM(amount) OVER (ORDER BY date, id, kind) AS BIGINT) AS balance
        FROM bank_line
    )

    """
