/// An invoice or a sales credit note, as the books have it.
///
/// - Source: `invoices.md`.
public struct Invoice: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    /// Shared by invoices and credit notes, unique.
    public var number: Int64
    public var customer: CustomerLink
    public var details: InvoiceDetails
    public var lines: [SalesLine]
    public var totals: SalesTotals
    public var payments = DocumentPayments()
    public var posted: PostedWith
    /// What the customer's discount was when it was made; worked into the prices already.
    public var customerDiscount: Percentage
    public var emailCount: Int64 = 0
    public var fileCount: Int64 = 0
    public var isArchived = false
    /// The VAT return that holds it, 0 for none.
    public var vatReturn: Int64 = 0
    /// The GUID of its permalinks.
    public let linkKey: String
    /// The day in the United Kingdom.
    public let createdOn: CalendarDate

    public init(
        id: Int64, number: Int64, customer: CustomerLink, details: InvoiceDetails, lines: [SalesLine],
        totals: SalesTotals, posted: PostedWith, customerDiscount: Percentage, linkKey: String,
        createdOn: CalendarDate
    ) {
        self.id = id
        self.number = number
        self.customer = customer
        self.details = details
        self.lines = lines
        self.totals = totals
        self.posted = posted
        self.customerDiscount = customerDiscount
        self.linkKey = linkKey
        self.createdOn = createdOn
    }

    /// A negative total makes a credit note.
    public var isCreditNote: Bool { totals.gross.isNegative }

    /// What is still owed, home currency; negative when too much was paid, and for an open credit note.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var due: Money {
        get throws(BookkeepingError) { try totals.homeGross - payments.paid }
    }
}

/// The customer of a document.
public struct CustomerLink: Hashable, Sendable {
    public let id: Int64
    public let code: String
    public let name: String
    public let key: String
    public let vatNumber: String?

    public init(id: Int64, code: String, name: String, key: String, vatNumber: String?) {
        self.id = id
        self.code = code
        self.name = name
        self.key = key
        self.vatNumber = vatNumber
    }
}

/// What clients write of an invoice beside its lines and payments.
public struct InvoiceDetails: Hashable, Sendable {
    /// The tax point.
    public var issuedOn: CalendarDate
    public var dueOn: CalendarDate
    public var reference: String?
    public var currency: DocumentCurrency
    public var project: ProjectLink?
    public var isReverseCharge = false
    public var tradeBorder = TradeBorderType.domestic
    public var hasAutomaticCreditControl = false
    public var address = PostalAddress()
    public var usesDeliveryAddress = false
    public var deliveryAddress: DeliveryAddress?

    public init(issuedOn: CalendarDate, dueOn: CalendarDate, currency: DocumentCurrency) {
        self.issuedOn = issuedOn
        self.dueOn = dueOn
        self.currency = currency
    }

    /// What decides the amounts of its lines.
    public func rules(_ posted: PostedWith) -> LineRules {
        LineRules(
            currency: currency, posted: posted, isReverseCharge: isReverseCharge, tradeBorder: tradeBorder)
    }
}

/// What was paid on a document, home currency.
public struct DocumentPayments: Hashable, Sendable {
    public var paid = Money.zero
    /// The day of the payment that settled it in full.
    public var settledOn: CalendarDate?
    public var lastOn: CalendarDate?

    public init() {}
}
