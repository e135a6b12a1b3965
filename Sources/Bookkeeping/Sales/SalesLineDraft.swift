/// A line as a client sent it. What is nil was left out.
public struct SalesLineDraft: Hashable, Sendable {
    /// 0 or nil for a new line.
    public var number: Int64?
    public var description: String?
    /// Four decimals.
    public var quantity: ExactDecimal?
    /// Net price of one in the document's currency, four decimals.
    public var rate: ExactDecimal?
    /// The same in home currency; only asked where `rate` is nil.
    public var homeRate: ExactDecimal?
    public var vatLevel: Percentage?
    public var isVATExempt: Bool?
    public var vat: Money?
    public var nominalCode: Int64?
    public var productCode: String?
    /// 0 for none.
    public var projectNumber: Int64?
    public var taxCode: String?
    public var isDisallowed = false
    /// Set by the call that deducts withholding tax, never by a client.
    public var isWithholding = false

    public init() {}
}
