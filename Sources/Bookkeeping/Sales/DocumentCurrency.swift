/// The currency of one document, with the rate that was fixed on it when it was made.
public struct DocumentCurrency: Hashable, Sendable {
    /// ISO 4217, in capitals; the home currency's own where it is that.
    public let code: String
    /// Units of it for one home unit; one for the home currency.
    public let rate: ExactDecimal
    public let isHome: Bool

    public init(code: String, rate: ExactDecimal, isHome: Bool) {
        self.code = code
        self.rate = isHome ? .one : rate
        self.isHome = isHome
    }

    /// What an entry carries beside its amount; nil for the home currency.
    func foreign(_ amount: Money) -> ForeignAmount? {
        isHome ? nil : ForeignAmount(code, amount)
    }
}
