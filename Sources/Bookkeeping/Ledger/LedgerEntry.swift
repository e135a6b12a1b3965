/// One debit or credit on one nominal: a line of a posting.
public struct LedgerEntry: Hashable, Sendable {
    /// The nominal's id, which stays when its code changes.
    public var nominal: Int64
    /// In home currency; a debit is positive, a credit negative.
    public var amount: Money
    /// The same in the document's own currency, where that is another.
    public var foreign: ForeignAmount?
    /// The customer's id on debtors, the supplier's on creditors; there always, elsewhere never.
    public var party: Int64?
    /// The project's id.
    public var project: Int64?
    /// The number of the document's line that caused it.
    public var documentLine: Int64?

    public init(
        _ nominal: Int64, _ amount: Money, foreign: ForeignAmount? = nil, party: Int64? = nil,
        project: Int64? = nil, documentLine: Int64? = nil
    ) {
        self.nominal = nominal
        self.amount = amount
        self.foreign = foreign
        self.party = party
        self.project = project
        self.documentLine = documentLine
    }

    /// The exact negative.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var reversed: LedgerEntry {
        get throws(BookkeepingError) {
            var entry = self
            entry.amount = try -amount
            entry.foreign = try foreign?.reversed
            return entry
        }
    }
}

/// An amount in a currency that is not the home currency.
public struct ForeignAmount: Hashable, Sendable {
    /// ISO 4217, in capitals.
    public let currency: String
    public let amount: Money

    public init(_ currency: String, _ amount: Money) {
        self.currency = currency
        self.amount = amount
    }

    /// - Throws: `BookkeepingError.amountOutOfRange`.
    var reversed: ForeignAmount {
        get throws(BookkeepingError) { ForeignAmount(currency, try -amount) }
    }
}
