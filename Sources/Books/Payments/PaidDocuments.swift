import Bookkeeping
import Store

extension Transaction {
    /// What payments need to know of an invoice or credit note; nil when there is none with the number.
    func paidInvoice(number: Int64) throws -> PaidDocument? {
        try first(selectInvoiceRow + " WHERE number = ?1", number, as: PaidDocument.init(row:)).map(withVAT)
    }

    /// The same by its id.
    func paidInvoice(id: Int64) throws -> PaidDocument? {
        try first(selectInvoiceRow + " WHERE invoice.id = ?1", id, as: PaidDocument.init(row:)).map(withVAT)
    }

    /// What there is to pay with.
    ///
    /// - Parameter payments: those that may change; where one is on a VAT return, its lock is asked for.
    func paymentDesk(_ kind: DocumentKind, changing payments: [Payment] = [], _ pen: LedgerPen) throws
        -> PaymentDesk
    {
        let isOnReturn = payments.contains { $0.vatReturn != 0 }
        return PaymentDesk(
            accounts: try bankAccounts(), methods: try paymentMethods(kind), today: pen.today,
            locksFiled: try isOnReturn && vatSettings().locksFiled)
    }

    private func withVAT(_ document: PaidDocument) throws -> PaidDocument {
        guard document.isCashBasis else { return document }
        let vats = try all(
            "SELECT home_vat FROM invoice_line WHERE invoice = ?1 ORDER BY number", document.key.id
        ) {
            Money(minorUnits: $0.integer(0))
        }
        return PaidDocument(document, vats: vats)
    }
}

extension PaidDocument {
    /// In the order of `selectInvoiceRow`; the VAT of the lines is read apart.
    fileprivate init(row: any Row) {
        var columns = Columns(row)
        self.init(
            key: DocumentKey(.invoice, columns.integer()), number: columns.integer(),
            party: columns.integer(),
            currency: columns.text(), isHomeCurrency: columns.flag(), gross: columns.money(),
            paid: columns.money(),
            isCashBasis: columns.flag(), vats: [])
    }

    fileprivate init(_ other: PaidDocument, vats: [Money]) {
        self.init(
            key: other.key, number: other.number, party: other.party, currency: other.currency,
            isHomeCurrency: other.isHomeCurrency, gross: other.gross, paid: other.paid,
            isCashBasis: other.isCashBasis, vats: vats)
    }
}

private let selectInvoiceRow: SQL = """
    SELECT invoice.id, number, customer, currency, is_home, home_gross, paid, cash_basis
    FROM invoice JOIN currency ON currency.code = invoice.currency
    """
