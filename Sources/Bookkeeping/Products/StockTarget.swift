/// What has a stock that is counted: a product, or a nominal as a whole.
public enum StockTarget: Hashable, Sendable {
    /// By its id.
    case product(Int64)
    /// By its id.
    case nominal(Int64)
}

extension SalesLine {
    /// What the line takes out of stock; below zero for what comes back. A credit of price alone, with a rate below
    /// zero, takes nothing.
    ///
    /// - Source: `products.md`, Stock rules.
    public var stockTaken: ExactDecimal {
        rate < .zero && quantity > .zero ? .zero : quantity
    }
}
