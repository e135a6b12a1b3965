/// A quote as a client sent it: to be made, or to take another's place. What is nil was left out.
public struct QuoteDraft: Hashable, Sendable {
    /// 0 or nil for the next.
    public var number: Int64?
    public var date: CalendarDate?
    public var customerCode: String?
    public var reference: String?
    /// 0 for none.
    public var projectNumber: Int64?
    /// 0 for none.
    public var categoryNumber: Int64?
    public var currencyCode: String?
    public var exchangeRate: ExactDecimal?
    public var suppressesAmount = false
    public var usesDeliveryAddress: Bool?
    public var addresses: [PostalAddress]?
    public var deliveryAddresses: [DeliveryAddress]?
    public var lines: [SalesLineDraft] = []

    public init() {}

    /// The draft with its texts tidied and what can be told without the book checked.
    ///
    /// - Parameter needsDescriptions: whether each line must say what it is; a copy's may be as its source's.
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    /// - Source: `quotes.md`: each line of a quote has a description.
    public func checked(needsDescriptions: Bool = true) throws(BookkeepingError) -> CheckedQuoteDraft {
        var check = FieldCheck()
        var draft = self
        check.number(number, "Number")
        if (customerCode ?? "").isEmpty { check.refuse("CustomerCode", .empty) }
        draft.reference = check.text(reference, "CustomerReference")
        check.number(projectNumber, "ProjectNumber")
        check.number(categoryNumber, "Category.Number")
        draft.currencyCode = check.currencyCode(currencyCode, "Currency.Code")
        check.exchangeRate(exchangeRate, "Currency.ExchangeRate")
        draft.addresses = addresses.map {
            check.list($0, "Addresses") { check, address, field in check.address(address, field()) }
        }
        draft.deliveryAddresses = deliveryAddresses.map {
            check.list($0, "DeliveryAddresses") { check, delivery, field in
                check.deliveryAddress(delivery, field())
            }
        }
        if lines.isEmpty { check.refuse("LineItems", "must have at least one line") }
        for (place, line) in lines.enumerated()
        where needsDescriptions && (line.description ?? "").tidied.isEmpty {
            check.refuse("LineItems[\(place)].Description", .empty)
        }
        try check.finish()
        return CheckedQuoteDraft(draft)
    }
}

/// A draft that keeps to every rule that needs no book: only `QuoteDraft.checked()` makes one.
@dynamicMemberLookup
public struct CheckedQuoteDraft: Hashable, Sendable {
    private let draft: QuoteDraft

    fileprivate init(_ draft: QuoteDraft) {
        self.draft = draft
    }

    public subscript<Value>(dynamicMember member: KeyPath<QuoteDraft, Value>) -> Value {
        draft[keyPath: member]
    }
}
