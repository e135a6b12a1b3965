/// A line of an invoice, credit note, quote or recurring invoice, worked out.
///
/// - Source: `invoices.md`, Line.
public struct SalesLine: Hashable, Sendable {
    /// Identifies and orders it, from 1.
    public var number: Int64
    public var description: String
    public var quantity: ExactDecimal
    /// Net price of one, in the document's currency.
    public var rate: ExactDecimal
    /// VAT, per cent.
    public var vatLevel: Percentage
    /// Outside VAT altogether.
    public var isVATExempt: Bool
    /// Document currency.
    public var net: Money
    public var vat: Money
    /// Home currency, as posted.
    public var homeNet: Money
    public var homeVAT: Money
    public var nominal: NominalLink
    public var product: ProductLink?
    /// The project's; a document's own counts for lines that name none when it is made.
    public var project: ProjectLink?
    public var taxCode: String?
    public var isDisallowed: Bool
    /// The line that deducts withholding tax (CIS).
    public var isWithholding: Bool

    public init(
        number: Int64, description: String, quantity: ExactDecimal, rate: ExactDecimal, vatLevel: Percentage,
        isVATExempt: Bool, net: Money, vat: Money, homeNet: Money, homeVAT: Money, nominal: NominalLink,
        product: ProductLink? = nil, project: ProjectLink? = nil, taxCode: String? = nil,
        isDisallowed: Bool = false,
        isWithholding: Bool = false
    ) {
        self.number = number
        self.description = description
        self.quantity = quantity
        self.rate = rate
        self.vatLevel = vatLevel
        self.isVATExempt = isVATExempt
        self.net = net
        self.vat = vat
        self.homeNet = homeNet
        self.homeVAT = homeVAT
        self.nominal = nominal
        self.product = product
        self.project = project
        self.taxCode = taxCode
        self.isDisallowed = isDisallowed
        self.isWithholding = isWithholding
    }
}

/// The nominal that a line posts to.
public struct NominalLink: Hashable, Sendable {
    public let id: Int64
    public let code: Int64
    public let name: String

    public init(id: Int64, code: Int64, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}

/// The product that a line sells, by the code and name that it had then.
public struct ProductLink: Hashable, Sendable {
    /// Nil once the product is deleted.
    public let id: Int64?
    public let code: String
    public let name: String

    public init(id: Int64?, code: String, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}

/// The project that a document or line belongs to.
public struct ProjectLink: Hashable, Sendable {
    public let id: Int64
    public let number: Int64
    public let name: String

    public init(id: Int64, number: Int64, name: String) {
        self.id = id
        self.number = number
        self.name = name
    }
}
