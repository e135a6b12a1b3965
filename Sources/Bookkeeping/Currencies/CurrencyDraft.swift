/// A currency as a client sent it: to be set up, or to take another's place.
public struct CurrencyDraft: Hashable, Sendable {
    /// Needed to set one up; a change leaves it as it is.
    public var code: String?
    /// Nil for the name in the standard.
    public var name: String?
    /// Nil for the sign in the standard.
    public var symbol: String?
    public var isSymbolOnRight = false
    /// Nil is one for a new currency, and leaves the rates of an old one as they are.
    public var rate: ExactDecimal?
    public var updatesItself = false

    /// Signs are short: `GH₵`, `MXN`.
    public static let symbolMax = 10

    public init() {}

    /// The draft with its texts tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedCurrencyDraft {
        var check = FieldCheck()
        var draft = self
        draft.code = check.currencyCode(code, "Code")
        draft.name = check.text(name, "Name", max: TextKind.nameMax)
        draft.symbol = check.text(symbol, "Symbol", max: Self.symbolMax)
        check.exchangeRate(rate, "ExchangeRate")
        try check.finish()
        return CheckedCurrencyDraft(draft: draft)
    }
}

/// A draft that keeps to every rule: only `CurrencyDraft.checked()` makes one.
public struct CheckedCurrencyDraft: Hashable, Sendable {
    public let draft: CurrencyDraft

    fileprivate init(draft: CurrencyDraft) {
        self.draft = draft
    }
}
