/// A quote, as the books have it. It posts nothing.
///
/// - Source: `quotes.md`.
public struct Quote: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    public var number: Int64
    public var customer: CustomerLink
    public var details: QuoteDetails
    public var lines: [SalesLine]
    public var totals: SalesTotals
    /// What was so when it was made, as on invoices.
    public var posted: PostedWith
    public var isEmailSent = false
    public var fileCount: Int64 = 0
    /// The GUID of its permalink.
    public let linkKey: String

    public init(
        id: Int64, number: Int64, customer: CustomerLink, details: QuoteDetails, lines: [SalesLine],
        totals: SalesTotals, posted: PostedWith, linkKey: String
    ) {
        self.id = id
        self.number = number
        self.customer = customer
        self.details = details
        self.lines = lines
        self.totals = totals
        self.posted = posted
        self.linkKey = linkKey
    }
}

/// What clients write of a quote beside its lines.
public struct QuoteDetails: Hashable, Sendable {
    public var date: CalendarDate
    public var reference: String?
    public var currency: DocumentCurrency
    public var project: ProjectLink?
    public var category: DocumentCategory?
    /// Whether the printed quote leaves the totals off.
    public var suppressesAmount = false
    public var usesDeliveryAddress = false
    public var addresses: [PostalAddress] = []
    public var deliveryAddresses: [DeliveryAddress] = []

    public init(date: CalendarDate, currency: DocumentCurrency) {
        self.date = date
        self.currency = currency
    }
}
