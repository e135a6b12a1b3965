/// A sub-category of a nominal: what is sold or bought under it.
///
/// - Source: `products.md`, Fields.
public struct Product: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    /// Its nominal's id.
    public let nominal: Int64
    public let nominalCode: Int64
    /// Unique within the nominal, in any case.
    public let code: String
    public var details: ProductDetails

    public init(id: Int64, nominal: Int64, nominalCode: Int64, code: String, details: ProductDetails) {
        self.id = id
        self.nominal = nominal
        self.nominalCode = nominalCode
        self.code = code
        self.details = details
    }

    public var link: ProductLink { ProductLink(id: id, code: code, name: details.name) }
}

/// What clients write of a product.
public struct ProductDetails: Hashable, Sendable {
    public var name = ""
    public var description = ""
    public var fillsLines = false
    /// Net, for one unit, home currency.
    public var price = ExactDecimal.zero
    public var wholesalePrice = ExactDecimal.zero
    public var vatRate = Percentage.zero
    /// No VAT applies: not the same as a rate of zero.
    public var isVATExempt = false
    public var managesStock = false
    /// On hand; may be below zero.
    public var stock = ExactDecimal.zero
    public var stockWarning = ExactDecimal.zero
    public var raisesStockOnPurchase = false
    /// The id of the nominal whose purchases raise the stock, 0 for none.
    public var purchaseNominal: Int64 = 0
    /// The id of the product under it, 0 for any.
    public var purchaseProduct: Int64 = 0
    public var isDefault = false
    /// Else hidden from lists.
    public var isInUse = true

    public init() {}
}

/// By what a line names a product: its nominal's id, and its code without regard to case.
public struct ProductKey: Hashable, Sendable {
    public let nominal: Int64
    public let code: String

    /// - Parameter code: in any case.
    public init(nominal: Int64, code: String) {
        self.nominal = nominal
        self.code = code.caseFolded
    }
}
