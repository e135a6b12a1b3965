/// An invoice or credit note as a client sent it: to be made, or to take another's place. What is nil was left out.
public struct InvoiceDraft: Hashable, Sendable {
    /// 0 or nil for the next.
    public var number: Int64?
    /// A new one needs it; a changed one keeps its customer without.
    public var customerCode: String?
    public var issuedOn: CalendarDate?
    public var dueOn: CalendarDate?
    public var reference: String?
    public var currencyCode: String?
    public var exchangeRate: ExactDecimal?
    /// 0 for none.
    public var projectNumber: Int64?
    public var isReverseCharge: Bool?
    public var hasAutomaticCreditControl: Bool?
    public var address: PostalAddress?
    public var usesDeliveryAddress: Bool?
    public var deliveryAddress: DeliveryAddress?
    /// Whether the customer gets the address too.
    public var updatesCustomerAddress = false
    public var updatesCustomerDeliveryAddress = false
    public var lines: [SalesLineDraft] = []
    public var payments: [PaymentDraft] = []

    public init() {}

    /// The draft with its texts tidied and what can be told without the book checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedInvoiceDraft {
        var check = FieldCheck()
        var draft = self
        check.number(number, "Number", in: 0...Bounds.number.upperBound)
        if let issuedOn, let dueOn, dueOn < issuedOn {
            check.refuse("DueDate", "must not be before IssuedDate")
        }
        draft.reference = check.text(reference, "CustomerReference")
        draft.currencyCode = check.currencyCode(currencyCode, "Currency.Code")
        check.exchangeRate(exchangeRate, "Currency.ExchangeRate")
        check.number(projectNumber, "ProjectNumber")
        draft.address = address.map { check.address($0, "Address") }
        draft.deliveryAddress = deliveryAddress.map { check.deliveryAddress($0, "DeliveryAddress") }
        if lines.isEmpty { check.refuse("LineItems", "must have at least one line") }
        try check.finish()
        return CheckedInvoiceDraft(draft)
    }
}

/// A draft that keeps to every rule that needs no book: only `InvoiceDraft.checked()` makes one.
@dynamicMemberLookup
public struct CheckedInvoiceDraft: Hashable, Sendable {
    private let draft: InvoiceDraft

    fileprivate init(_ draft: InvoiceDraft) {
        self.draft = draft
    }

    public subscript<Value>(dynamicMember member: KeyPath<InvoiceDraft, Value>) -> Value {
        draft[keyPath: member]
    }
}
