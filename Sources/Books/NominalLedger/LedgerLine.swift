import Bookkeeping
import Store

/// One entry of the ledger as reports show it, with the document behind it.
public struct LedgerLine: Hashable, Sendable {
    /// What a report calls the document. Raw values are the wire's.
    public enum Source: Int64, CaseIterable, Sendable {
        case invoice = 1
        case purchase, bank, journal

        /// As the wire writes it.
        public var name: String {
            switch self {
            case .invoice: "Invoice"
            case .purchase: "Purchase"
            case .bank: "Bank"
            case .journal: "Journal"
            }
        }

        fileprivate init(_ kind: DocumentKind) {
            switch kind {
            case .invoice: self = .invoice
            case .purchase: self = .purchase
            case .journal, .vatReturn, .schemeChange, .advanceMove: self = .journal
            case .payment, .batchPayment, .setOff, .settlement, .bankTransaction, .transfer, .openingBalance:
                self = .bank
            }
        }
    }

    public let nominal: NominalLink
    public let source: Source
    /// The document's.
    public let id: Int64
    /// The number of the document's line, 0 for what none of them caused.
    public let line: Int64
    /// What people know the document by; the id where it has none.
    public let number: Int64
    public let date: CalendarDate
    /// Debit positive, home currency.
    public let amount: Money
    /// The bank account's id, 0 for none.
    public let account: Int64
    /// The document's number, or the bank account's name.
    public let reference: String
    /// The customer's name on invoices, the comment elsewhere.
    public let secondReference: String?
    public let narrative: String?
    public let productCode: String?
    public let productName: String?
    public let project: ProjectLink?
    public let partyCode: String?
    public let partyName: String?
    /// Of the customer.
    public let partyReference: String?
    public let isLocked: Bool

    /// - Parameter locks: what may hold it.
    init(row: any Row, _ locks: LedgerLocks) throws(StoreError) {
        var columns = Columns(row)
        nominal = NominalLink(id: columns.integer(), code: columns.integer(), name: columns.text())
        let kind: DocumentKind = try columns.name()
        source = Source(kind)
        id = columns.integer()
        line = columns.integer()
        date = try columns.date()
        amount = columns.money()
        let invoiceNumber = columns.optionalInteger()
        number = invoiceNumber ?? id
        account = columns.optionalInteger() ?? 0
        let (accountName, isAccountLocked) = (columns.optionalText(), columns.flag())
        let accountLock = try columns.optionalDate()
        reference = accountName ?? String(number)
        (partyCode, partyName, partyReference) = (
            columns.optionalText(), columns.optionalText(), columns.optionalText()
        )
        narrative = columns.optionalText()
        (productCode, productName) = (columns.optionalText(), columns.optionalText())
        let comment = columns.optionalText()
        secondReference = source == .invoice ? partyName : comment
        project = ProjectLink(&columns)
        let isOnReturn = columns.integer() != 0
        let isHeldByAccount = isAccountLocked && date <= accountLock ?? .never
        isLocked = locks.book.covers(date) || isHeldByAccount || isOnReturn && locks.locksFiled
    }
}

/// What may hold an entry beside its bank account.
struct LedgerLocks {
    let book: BookLock
    /// Whether documents on a filed VAT return are held.
    let locksFiled: Bool

    init(_ transaction: any Transaction) throws {
        book = try transaction.bookLock()
        locksFiled = try transaction.vatSettings().locksFiled
    }
}

extension BookLock {
    fileprivate func covers(_ date: CalendarDate) -> Bool { isOn && date <= until }
}

/// The columns of `LedgerLine`.
let ledgerLineColumns: SQL = """
    nominal.id, nominal.code, nominal.name, posting.kind, posting.document, COALESCE(entry.document_line, 0),
    entry.date, entry.amount, invoice.number, account.id, account.name, COALESCE(account.is_locked, 0),
    account.locked_until, customer.code, customer.name, COALESCE(invoice.reference, paid.reference),
    line.description, line.product_code, line.product_name, COALESCE(payment.note, batch.comment, bank.comment),
    project.id, project.number, project.name,
    COALESCE(invoice.vat_return, payment.vat_return, bank.vat_return, 0)
    """

/// What the columns are read from, with `isLiveEntry` as a condition. The entries come first, so that one nominal's are
/// read by its index in the order of their dates.
let ledgerLineTables: SQL = """
     FROM entry CROSS JOIN posting CROSS JOIN nominal
        LEFT JOIN invoice ON posting.kind = 'invoice' AND invoice.id = posting.document
        LEFT JOIN invoice_line AS line ON line.invoice = invoice.id AND line.number = entry.document_line
        LEFT JOIN payment ON posting.kind IN ('payment', 'set-off', 'settlement') AND payment.id = posting.document
        LEFT JOIN invoice AS paid ON payment.document_kind = 'invoice' AND paid.id = payment.document
        LEFT JOIN payment_batch AS batch ON posting.kind = 'batch payment' AND batch.id = posting.document
        LEFT JOIN bank_transaction AS bank ON posting.kind = 'bank transaction' AND bank.id = posting.document
        LEFT JOIN bank_account AS account ON account.id = COALESCE(payment.account, batch.account, bank.account)
        LEFT JOIN customer ON customer.id = COALESCE(invoice.customer, paid.customer, bank.customer)
        LEFT JOIN project ON project.id = entry.project
    """

/// The condition that joins what the columns are read from, and leaves out what was reversed.
let isLiveEntry: SQL = """
    posting.id = entry.posting AND nominal.id = entry.nominal AND posting.reverses IS NULL
        AND NOT EXISTS (SELECT 1 FROM posting AS reversal WHERE reversal.reverses = posting.id)
    """
