/// A payment line of a document as a client sent it. What is nil was left out: an entry with an id keeps it.
public struct PaymentDraft: Hashable, Sendable {
    /// Nil or 0 for a new one.
    public var id: Int64?
    public var date: CalendarDate?
    /// Home currency; settles when positive, refunds when negative.
    public var amount: Money?
    /// A bank account's id.
    public var account: Int64?
    /// A payment method's id; 0 for the default.
    public var method: Int64?
    public var note: String?
    public var reference: String?

    public init() {}
}
