/// One sum of money for several documents, of one or of several customers or suppliers.
///
/// - Source: `payments.md`, Batch payments.
public struct PaymentBatch: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    /// Whether it pays invoices or purchases.
    public let kind: DocumentKind
    public var number: Int64
    public var date: CalendarDate
    public var comment: String?
    /// The bank account's id.
    public var account: Int64
    public var method: Int64
    /// Of a bank feed, 0 for none.
    public var feed: Int64
    /// 0 for none.
    public var reconciliation: Int64 = 0
    /// The GUID of its permalink.
    public let linkKey: String

    public init(
        id: Int64, kind: DocumentKind, number: Int64, date: CalendarDate, comment: String?, account: Int64,
        method: Int64, feed: Int64, linkKey: String
    ) {
        self.id = id
        self.kind = kind
        self.number = number
        self.date = date
        self.comment = comment
        self.account = account
        self.method = method
        self.feed = feed
        self.linkKey = linkKey
    }

    public var ledgerKey: DocumentKey { DocumentKey(.batchPayment, id) }

    /// What a batch of invoices posts: the bank against debtors, each item for its own customer. One that comes to
    /// nothing moves a balance between customers, or a credit note to an invoice, and no money.
    ///
    /// - Parameters:
    ///   - items: amounts, home currency, and the customers' ids.
    ///   - bank: the id of the account's nominal.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func salesEntries(
        _ items: [(amount: Money, customer: Int64)], bank: Int64, _ roles: NominalRoles
    ) throws(BookkeepingError) -> LedgerEntries {
        var entries = [LedgerEntry(bank, try items.lazy.map(\.amount).total())]
        for item in items {
            entries.append(LedgerEntry(roles[.debtors], try -item.amount, party: item.customer))
        }
        return try LedgerEntries(on: date, entries)
    }
}

extension DocumentKind {
    /// The numbers of the batches that pay documents of this kind.
    public var batchSeries: NumberSeries { self == .purchase ? .purchaseBatch : .invoiceBatch }
}
