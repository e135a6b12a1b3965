/// A currency that is set up in a book, with the rate of one day.
public struct Currency: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    /// ISO 4217, in capitals; one row each.
    public let code: String
    public let name: String
    /// What is written beside an amount.
    public let symbol: String
    public let isSymbolOnRight: Bool
    /// Units of this currency for one unit of the home currency; of the home currency always one.
    public let rate: ExactDecimal
    /// Whether the account wishes its rate kept up from outside; there is no such source yet.
    public let updatesItself: Bool
    /// Whether the ledger is kept in it.
    public let isHome: Bool

    public init(
        id: Int64, code: String, name: String, symbol: String, isSymbolOnRight: Bool, rate: ExactDecimal,
        updatesItself: Bool, isHome: Bool
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.symbol = symbol
        self.isSymbolOnRight = isSymbolOnRight
        self.rate = rate
        self.updatesItself = updatesItself
        self.isHome = isHome
    }
}
