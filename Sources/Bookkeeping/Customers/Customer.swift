/// A customer as the books have it.
public struct Customer: Hashable, Sendable {
    /// Never given twice, also when the customer is deleted.
    public let id: Int64
    public let code: PartyCode
    /// A GUID in lower case that links to papers carry in place of the code.
    public let key: String
    /// The day in the United Kingdom.
    public let createdOn: CalendarDate
    /// The day in the United Kingdom.
    public let updatedOn: CalendarDate
    public let totals: CustomerTotals
    /// What clients may write.
    public var details: CustomerDetails
    /// Nil without a source.
    public let sourceName: String?
    /// What the details' code stands for, with the rate of the day it was read for; nil for the home currency.
    public let currency: Currency?

    public init(
        id: Int64, code: PartyCode, key: String, createdOn: CalendarDate, updatedOn: CalendarDate,
        totals: CustomerTotals, details: CustomerDetails, sourceName: String? = nil, currency: Currency? = nil
    ) {
        self.id = id
        self.code = code
        self.key = key
        self.createdOn = createdOn
        self.updatedOn = updatedOn
        self.totals = totals
        self.details = details
        self.sourceName = sourceName
        self.currency = currency
    }
}

/// What a customer's documents add up to, in home currency. All zero for one that has none.
public struct CustomerTotals: Hashable, Sendable {
    public var invoiceCount: Int64 = 0
    public var invoicedNet = Money.zero
    public var invoicedVAT = Money.zero
    public var paid = Money.zero
    public var outstanding = Money.zero
    public var overdue = Money.zero
    public var averageDaysToPay: Int64 = 0
    /// Nil when there is none; the wire has `CalendarDate.never` then.
    public var firstInvoice: CalendarDate?
    public var lastInvoice: CalendarDate?

    public init() {}
}
