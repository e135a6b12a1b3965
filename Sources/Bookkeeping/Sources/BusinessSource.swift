/// Where customers came from: an advertisement, a fair, word of mouth; with what it cost and what it brought.
public struct BusinessSource: Hashable, Sendable {
    /// Never given twice.
    public let id: Int64
    public let name: String
    /// Home currency; it is told and never posted.
    public let cost: Money
    /// By their ids, archived ones too.
    public var customers: [SourceCustomer] = []
    /// Net of the customers' invoices less credit notes, in home currency. Zero while there are no invoices.
    public var invoicedNet = Money.zero
    /// What the customers have paid, VAT included, in home currency.
    public var paid = Money.zero

    public init(id: Int64, name: String, cost: Money) {
        self.id = id
        self.name = name
        self.cost = cost
    }

    /// The form in which two names are the same, and by which a source is found.
    public static func key(of name: String) -> String { name.tidied.caseFolded }
}

/// A customer that came from a source.
public struct SourceCustomer: Hashable, Sendable {
    public let id: Int64
    public let name: String

    public init(id: Int64, name: String) {
        self.id = id
        self.name = name
    }
}

/// A source by its name alone, as a form offers it.
public struct SourceChoice: Hashable, Sendable {
    public let id: Int64
    public let name: String

    public init(id: Int64, name: String) {
        self.id = id
        self.name = name
    }
}
