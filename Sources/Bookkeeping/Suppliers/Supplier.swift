/// A supplier as the books have it.
public struct Supplier: Hashable, Sendable {
    /// Never given twice, also when the supplier is deleted.
    public let id: Int64
    public let code: PartyCode
    /// A GUID in lower case that links to papers carry in place of the code.
    public let key: String
    /// The day in the United Kingdom.
    public let createdOn: CalendarDate
    /// The day in the United Kingdom.
    public let updatedOn: CalendarDate
    public let totals: SupplierTotals
    /// What clients may write.
    public var details: SupplierDetails
    /// What the details' code stands for, with the rate of the day it was read for; nil for the home currency.
    public let currency: Currency?

    public init(
        id: Int64, code: PartyCode, key: String, createdOn: CalendarDate, updatedOn: CalendarDate,
        totals: SupplierTotals, details: SupplierDetails, currency: Currency? = nil
    ) {
        self.id = id
        self.code = code
        self.key = key
        self.createdOn = createdOn
        self.updatedOn = updatedOn
        self.totals = totals
        self.details = details
        self.currency = currency
    }
}

/// What a supplier's documents add up to, in home currency. All zero for one that has none.
public struct SupplierTotals: Hashable, Sendable {
    public var billedNet = Money.zero
    public var billedVAT = Money.zero
    public var paid = Money.zero
    public var outstanding = Money.zero
    /// Nil when there is none; the wire has `CalendarDate.never` then.
    public var firstPurchase: CalendarDate?
    public var lastPurchase: CalendarDate?
    /// Whether any of them is in a VAT return that is filed.
    public var isInVATReturn = false

    public init() {}
}
