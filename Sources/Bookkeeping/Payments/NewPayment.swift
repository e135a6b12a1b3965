/// A payment that has no id yet.
public struct NewPayment: Hashable, Sendable {
    /// An invoice, or a purchase.
    public let document: DocumentKey
    public var kind = Payment.Kind.money
    public var date: CalendarDate
    /// Home currency; settles when positive, refunds when negative.
    public var amount: Money
    /// The bank account's id; nil for what remained of a foreign document.
    public var account: Int64?
    public var method: Int64
    public var note: String?
    public var reference: String?
    /// The id of the batch it is a line of.
    public var batch: Int64?
    /// The id of the bank transaction that was the advance.
    public var advance: Int64?
    /// The day on which a credit was used; nil for money.
    public var usedOn: CalendarDate?
    public var vatShare = Money.zero

    public init(
        _ kind: Payment.Kind = .money, on document: DocumentKey, date: CalendarDate, amount: Money,
        account: Int64?,
        method: Int64
    ) {
        self.kind = kind
        self.document = document
        self.date = date
        self.amount = amount
        self.account = account
        self.method = method
    }
}

extension Payment {
    /// A new payment, once it has an id.
    public init(_ id: Int64, _ new: NewPayment, linkKey: String) {
        self.init(
            id: id, kind: new.kind, document: new.document, date: new.date, amount: new.amount,
            account: new.account,
            method: new.method, linkKey: linkKey)
        (note, reference, batch, advance) = (new.note, new.reference, new.batch, new.advance)
        (usedOn, vatShare) = (new.usedOn, new.vatShare)
    }
}
