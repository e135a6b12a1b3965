/// A template from which invoices are made on the days of a schedule. It posts nothing itself.
///
/// - Source: `invoices.md`, Recurring invoices.
public struct RecurringInvoice: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    public var number: Int64
    public var customer: CustomerLink
    public var details: RecurringInvoiceDetails
    public var lines: [SalesLine]
    public var totals: SalesTotals
    /// What was so when it was made; each invoice has its own.
    public var posted: PostedWith
    public var passed: PassedRuns
    /// Nil when no run is left.
    public var nextOn: CalendarDate?
    /// The last run; nil when it goes on for ever.
    public var expiresOn: CalendarDate?

    public init(
        id: Int64, number: Int64, customer: CustomerLink, details: RecurringInvoiceDetails,
        lines: [SalesLine],
        totals: SalesTotals, posted: PostedWith, passed: PassedRuns, nextOn: CalendarDate?,
        expiresOn: CalendarDate?
    ) {
        self.id = id
        self.number = number
        self.customer = customer
        self.details = details
        self.lines = lines
        self.totals = totals
        self.posted = posted
        self.passed = passed
        self.nextOn = nextOn
        self.expiresOn = expiresOn
    }
}

/// What clients write of a template beside its lines.
public struct RecurringInvoiceDetails: Hashable, Sendable {
    /// The template's name.
    public var description: String?
    public var schedule: Schedule
    public var currency: DocumentCurrency
    /// Whether each invoice takes the rate of its own day, not `currency.rate`.
    public var usesLatestRate = false
    public var reference: String?
    public var project: ProjectLink?
    public var emailsAutomatically = false
    public var emailTemplateNumber: Int64?
    public var payment = RecurringPayment()

    public init(schedule: Schedule, currency: DocumentCurrency) {
        self.schedule = schedule
        self.currency = currency
    }
}

/// The payment that comes with each invoice of a template.
public struct RecurringPayment: Hashable, Sendable {
    /// The names on the wire and in the tables.
    ///
    /// - Source: `invoices.md`, `PaymentType`, inferred.
    public enum Kind: String, CaseIterable, Sendable {
        case none = "None"
        case full = "Full"
        case partial = "Partial"

        /// - Parameter name: in any case.
        public init?(named name: String) {
            let name = name.lowercased()
            guard let kind = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
                return nil
            }
            self = kind
        }
    }

    public var kind = Kind.none
    /// A bank account's id; nil for the default one.
    public var account: Int64?
    /// A payment method's id; nil for the default one.
    public var method: Int64?
    /// Home currency; counts where `kind` is partial.
    public var amount: Money?
    public var note: String?

    public init() {}
}
