/// One line of what passed between the business and a customer: a document or a payment.
///
/// - Source: `customers.md`, transactions.
public struct AccountRow: Hashable, Sendable {
    /// By the numbers of the documentation.
    public enum Kind: Int64, CaseIterable, Sendable {
        case invoice = 1
        case payment = 2
        case quote = 3
        case creditNote = 6
    }

    public let kind: Kind
    /// Of the document or payment.
    public let id: Int64
    /// The document's number; of a payment its document's.
    public let number: Int64
    public let date: CalendarDate
    public let projectName: String?
    /// Document currency for documents, home currency for payments.
    public let amount: Money
    public let reference: String?
    /// The GUID of its link; nil where it has none.
    public let linkKey: String?
    /// Home currency, for the status of invoices.
    public let gross: Money
    public let paid: Money
    /// Nil for what never falls due.
    public let dueOn: CalendarDate?

    public init(
        kind: Kind, id: Int64, number: Int64, date: CalendarDate, projectName: String?, amount: Money,
        reference: String?, linkKey: String?, gross: Money, paid: Money, dueOn: CalendarDate?
    ) {
        self.kind = kind
        self.id = id
        self.number = number
        self.date = date
        self.projectName = projectName
        self.amount = amount
        self.reference = reference
        self.linkKey = linkKey
        self.gross = gross
        self.paid = paid
        self.dueOn = dueOn
    }

    /// How far an invoice or credit note is paid; nil for payments and quotes.
    public func status(on today: CalendarDate) -> InvoiceStatus? {
        guard let dueOn else { return nil }
        return InvoiceStatus(gross: gross, paid: paid, dueOn: dueOn, today: today)
    }
}
