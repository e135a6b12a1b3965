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

    public init() {}
}

/// How many lines a document may have.
///
/// - Source: our choice; 10,000 are ordinary, a million are a mistake.
public let salesLinesMax = 100_000
