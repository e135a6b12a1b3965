/// Money that moved on a bank account without a document: for a nominal, to another bank account, or from a customer or
/// to a supplier in advance.
///
/// - Source: `bank.md`, Bank transactions.
public struct BankTransaction: Hashable, Sendable {
    /// What a transaction is for.
    public struct Counterpart: Hashable, Sendable {
        /// The nominal's id.
        public let id: Int64
        public let code: Int64
        public let name: String
        public let type: NominalType
        /// Whether it is another bank account's, which makes a transfer.
        public let isBank: Bool

        public init(id: Int64, code: Int64, name: String, type: NominalType, isBank: Bool) {
            self.id = id
            self.code = code
            self.name = name
            self.type = type
            self.isBank = isBank
        }
    }

    /// A customer or a supplier.
    public struct Party: Hashable, Sendable {
        public let id: Int64
        public let code: String
        public let name: String

        public init(id: Int64, code: String, name: String) {
            self.id = id
            self.code = code
            self.name = name
        }
    }

    /// Given by the book, never twice.
    public let id: Int64
    /// Counts the transactions, for people.
    public let number: Int64
    /// The id of the account that it was entered on.
    public let account: Int64
    public var date: CalendarDate
    /// Home currency, VAT included; in is positive.
    public var amount: Money
    public var counterpart: Counterpart
    public var comment: String?
    /// Whether it counts for VAT returns.
    public var isVATable = false
    public var vatRate = Percentage.zero
    /// With the sign of the amount.
    public var vat = Money.zero
    public var project: ProjectLink?
    public var customer: Party?
    public var supplier: Party?
    /// What is left of an advance, with its sign; zero for all else.
    public var free = Money.zero
    public var isDisallowed = false
    /// Of a bank feed, 0 for none.
    public var feed: Int64 = 0
    /// Whether the business was registered for VAT when it was entered.
    public let isVATRegistered: Bool
    /// 0 for none.
    public var vatReturn: Int64 = 0
    /// 0 for none.
    public var reconciliation: Int64 = 0

    public init(
        id: Int64, number: Int64, account: Int64, date: CalendarDate, amount: Money, counterpart: Counterpart,
        isVATRegistered: Bool
    ) {
        self.id = id
        self.number = number
        self.account = account
        self.date = date
        self.amount = amount
        self.counterpart = counterpart
        self.isVATRegistered = isVATRegistered
    }

    public var isTransfer: Bool { counterpart.isBank }
    public var party: Party? { customer ?? supplier }

    /// Whether it is money that a document can be paid with: in from a customer, out to a supplier.
    public var isAdvance: Bool { customer != nil && amount > .zero || supplier != nil && amount < .zero }

    /// Whether it gives an advance back.
    public var isGivenBack: Bool { party != nil && !isAdvance }

    /// What of an advance was used or given back, with its sign.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var used: Money {
        get throws(BookkeepingError) { isAdvance ? try amount - free : .zero }
    }

    public var ledgerKey: DocumentKey { DocumentKey(isTransfer ? .transfer : .bankTransaction, id) }
}

extension BankTransaction {
    /// What it posts: the bank against its nominal, less the VAT.
    ///
    /// - Parameter bank: the id of the account's nominal.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `bank.md`, Postings.
    public func entries(bank: Int64, _ roles: NominalRoles) throws(BookkeepingError) -> LedgerEntries {
        var entries = [
            LedgerEntry(bank, amount),
            LedgerEntry(counterpart.id, try vat - amount, party: party?.id, project: project?.id),
        ]
        if let role = counterpart.type.vatRole(isIn: amount > .zero) {
            entries.append(LedgerEntry(roles[role], try -vat))
        }
        return try LedgerEntries(on: date, entries)
    }
}

extension NominalType {
    /// Where the VAT of money goes that moves for a nominal of this type; nil where there is none.
    ///
    /// - Source: `bank.md`, Postings: the direction decides for fixed assets alone.
    public func vatRole(isIn: Bool) -> NominalRole? {
        switch self {
        case .turnover: .vatOutput
        case .costOfSale, .expense: .vatInput
        case .fixedAsset: isIn ? .vatOutput : .vatInput
        case .currentAssetLiability, .capitalAndReserves: nil
        }
    }
}
