/// A template as a client sent it: to be made, or to take another's place. What is nil was left out.
public struct RecurringInvoiceDraft: Hashable, Sendable {
    /// 0 or nil for the next.
    public var number: Int64?
    public var description: String?
    public var schedule = ScheduleDraft()
    public var customerCode: String?
    public var reference: String?
    /// 0 for none.
    public var projectNumber: Int64?
    public var currencyCode: String?
    public var exchangeRate: ExactDecimal?
    public var usesLatestRate = false
    public var emailsAutomatically = false
    public var emailTemplateNumber: Int64?
    public var lines: [SalesLineDraft] = []
    public var payment = RecurringPayment()

    public init() {}

    /// The draft with its texts tidied and what can be told without the book checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedRecurringInvoiceDraft {
        var check = FieldCheck()
        var draft = self
        check.number(number, "Number")
        draft.description = check.text(description, "Description")
        let schedule = check.schedule(self.schedule)
        if (customerCode ?? "").isEmpty { check.refuse("InvoiceDetails.CustomerCode", .empty) }
        draft.reference = check.text(reference, "InvoiceDetails.CustomerReference")
        check.number(projectNumber, "InvoiceDetails.ProjectNumber")
        draft.currencyCode = check.currencyCode(currencyCode, "Currency.Code")
        check.exchangeRate(exchangeRate, "Currency.ExchangeRate")
        check.number(emailTemplateNumber, "EmailTemplateNumber")
        if lines.isEmpty { check.refuse("InvoiceDetails.LineItems", "must have at least one line") }
        draft.payment.note = check.text(payment.note, "InvoiceDetails.PaymentDetails.Note")
        if payment.kind == .partial, payment.amount ?? .zero == .zero {
            check.refuse("InvoiceDetails.PaymentDetails.Amount", "must be set: what is paid of each invoice")
        }
        try check.finish()
        guard let schedule else { throw .invalid([]) }
        return CheckedRecurringInvoiceDraft(draft, schedule)
    }
}

/// A draft that keeps to every rule that needs no book: only `RecurringInvoiceDraft.checked()` makes one.
@dynamicMemberLookup
public struct CheckedRecurringInvoiceDraft: Hashable, Sendable {
    private let draft: RecurringInvoiceDraft
    public let schedule: Schedule

    fileprivate init(_ draft: RecurringInvoiceDraft, _ schedule: Schedule) {
        self.draft = draft
        self.schedule = schedule
    }

    public subscript<Value>(dynamicMember member: KeyPath<RecurringInvoiceDraft, Value>) -> Value {
        draft[keyPath: member]
    }
}
