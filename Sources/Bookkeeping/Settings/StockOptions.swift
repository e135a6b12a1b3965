/// Whether stock is counted and prices differ by customer.
///
/// - Source: `products.md`, Stock options.
public struct StockOptions: Hashable, Sendable {
    /// The master switch: without it no line moves a quantity.
    public var managesStock = false
    public var hasWholesalePricing = false
    /// Whether each nominal says if it is goods: the same fact as the VAT setting.
    public var definesProducts = false

    public init() {}
}
