/// Money received on an invoice or paid on a purchase, or what counts as that.
///
/// - Source: `payments.md`, Payment line.
public struct Payment: Hashable, Sendable {
    /// Why it counts. Raw values are kept in the tables.
    public enum Kind: String, CaseIterable, Sendable {
        /// Money, with a row on a bank account.
        case money
        /// Money that came before, as an advance; its bank row is the advance's.
        case advance
        /// One half of a credit set against a document.
        case setOff = "set-off"
        /// One half of a bad debt set against the credit note that writes it off: VAT never received never falls due.
        case writeOff = "write-off"
        /// What remained of a foreign document.
        case settlement
    }

    /// Given by the book, never twice.
    public let id: Int64
    public let kind: Kind
    /// What it is on: an invoice, or a purchase.
    public let document: DocumentKey
    public var date: CalendarDate
    /// Home currency.
    public var amount: Money
    /// The bank account's id; nil where no money moved.
    public var account: Int64?
    public var method: Int64
    public var note: String?
    public var reference: String?
    /// The id of the batch it is a line of.
    public var batch: Int64?
    /// The number of that batch.
    public var batchNumber: Int64?
    /// The id of the other half of a set-off.
    public var pair: Int64?
    /// The id of the bank transaction that was the advance.
    public var advance: Int64?
    /// The day on which an advance was used or a credit set off, whatever its date; nil for money.
    public var usedOn: CalendarDate?
    /// What it moved of the document's VAT, on the cash basis.
    public var vatShare = Money.zero
    /// 0 for none.
    public var vatReturn: Int64 = 0
    /// 0 for none.
    public var reconciliation: Int64 = 0
    public let linkKey: String

    public init(
        id: Int64, kind: Kind, document: DocumentKey, date: CalendarDate, amount: Money, account: Int64?,
        method: Int64, linkKey: String
    ) {
        self.id = id
        self.kind = kind
        self.document = document
        self.date = date
        self.amount = amount
        self.account = account
        self.method = method
        self.linkKey = linkKey
    }
}

extension Payment {
    /// Whose posting it is in the ledger.
    public var ledgerKey: DocumentKey {
        switch kind {
        case .money: DocumentKey(.payment, id)
        case .advance, .setOff, .writeOff: DocumentKey(.setOff, id)
        case .settlement: DocumentKey(.settlement, id)
        }
    }

    /// The day on which it counts, and on which it posts whatever it posts.
    public var countsOn: CalendarDate { usedOn ?? date }

    /// Whether a bank account's row is its alone: neither a batch's, nor an advance's, nor none at all.
    public var hasOwnBankRow: Bool { kind == .money && batch == nil }

    /// Whether no money moved by it: a credit set against a document, or what remained of a foreign one.
    public var isWithoutMoney: Bool {
        switch kind {
        case .money, .advance: false
        case .setOff, .writeOff, .settlement: true
        }
    }

    /// What a payment of an invoice posts: the bank against debtors, and on the cash basis its share of the VAT.
    ///
    /// A line of a batch, a set-off and an advance used post no money: the batch and the advance have posted it. The
    /// two shares of a write-off cancel each other.
    ///
    /// - Parameter bank: the id of the bank account's nominal; nil for what has no account.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `ledger.md`, "What each action posts".
    public func salesEntries(
        bank: Int64?, customer: Int64, _ roles: NominalRoles
    ) throws(BookkeepingError) -> LedgerEntries {
        var entries: [LedgerEntry] = []
        let counter: Int64? =
            switch kind {
            case .money: batch == nil ? bank : nil
            case .settlement: roles[.exchangeGainsLosses]
            case .advance, .setOff, .writeOff: nil
            }
        if let counter {
            entries.append(LedgerEntry(counter, amount))
            entries.append(LedgerEntry(roles[.debtors], try -amount, party: customer))
        }
        if kind != .writeOff {
            entries.append(LedgerEntry(roles[.vatOutputDeferred], vatShare))
            entries.append(LedgerEntry(roles[.vatOutput], try -vatShare))
        }
        return try LedgerEntries(on: countsOn, entries)
    }
}
