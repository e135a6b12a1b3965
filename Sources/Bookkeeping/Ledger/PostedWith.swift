/// What a document's posting depends on, kept beside it when it is first made: neither a later setting nor a change of
/// the document decides it anew.
///
/// - Source: `ledger.md`, "What each action posts".
public struct PostedWith: Hashable, Sendable {
    /// Whether the business was registered for VAT.
    public var isVATRegistered: Bool
    /// Whether its VAT waits for the payments.
    public var isCashBasis: Bool
    /// Whether VAT is worked out on one unit and then multiplied by the quantity.
    public var calculatesVATPerUnit: Bool
    /// Of the posting rules.
    public var rules: Int64

    /// The posting rules as they are now. A rule that changes gets a number of its own, and the old one stays.
    public static let rulesNow: Int64 = 1

    public init(
        isVATRegistered: Bool, isCashBasis: Bool, calculatesVATPerUnit: Bool,
        rules: Int64 = PostedWith.rulesNow
    ) {
        self.isVATRegistered = isVATRegistered
        self.isCashBasis = isCashBasis
        self.calculatesVATPerUnit = calculatesVATPerUnit
        self.rules = rules
    }
}
