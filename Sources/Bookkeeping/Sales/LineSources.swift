/// What the lines of a document may name, looked up before they are worked out.
public struct LineSources: Sendable {
    /// By code.
    public var nominals: [Int64: Nominal] = [:]
    public var products: [ProductKey: Product] = [:]
    /// By number.
    public var projects: [Int64: ProjectLink] = [:]
    /// The rates of the account.
    public var vatRates: Set<Percentage> = []
    public var defaultVATRate = Percentage.zero
    /// Of lines that name none, and have no product that does.
    public var defaultNominal: Nominal?
    /// Of lines that name none.
    public var project: ProjectLink?
    /// Off the prices of products, for lines that name no price of their own.
    public var discount = Percentage.zero
    public var isWholesale = false
    /// Each line's level before, by its number: an old level stays right.
    public var levelsBefore: [Int64: Percentage] = [:]
    /// Each line's product before, by its number, with the nominal that the line is on.
    private var productsBefore: [Int64: (product: ProductLink, nominal: Int64)] = [:]

    public init() {}

    /// Takes in what lines were like before.
    public mutating func remember(_ lines: [SalesLine]) {
        for line in lines {
            levelsBefore[line.number] = line.vatLevel
            if let product = line.product { productsBefore[line.number] = (product, line.nominal.id) }
        }
    }

    /// The product that a line has had, where it still names it under the nominal it is on: what was deleted since, or
    /// moved to another nominal, stays on the lines that have it.
    func keptProduct(of draft: SalesLineDraft, under nominal: Nominal) -> ProductLink? {
        guard let code = draft.productCode, let before = productsBefore[draft.number ?? 0],
            before.nominal == nominal.id, before.product.code.caseFolded == code.caseFolded
        else { return nil }
        return before.product
    }
}

/// How many lines a document may have.
///
/// - Source: our choice; 10,000 are ordinary, a million are a mistake.
public let salesLinesMax = 100_000
