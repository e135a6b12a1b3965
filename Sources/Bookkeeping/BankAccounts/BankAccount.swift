/// A bank account: a nominal of its own, in home currency.
///
/// - Source: `bank.md`, Bank accounts.
public struct BankAccount: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    /// Its nominal's id.
    public let nominal: Int64
    /// Its nominal's code.
    public let code: Int64
    /// From 1.
    public let place: Int64
    public let isDefault: Bool
    public var details: BankAccountDetails
    /// Its nominal's balance, home currency.
    public var balance = Money.zero
    /// Whether anything but the starting amount was ever posted to it.
    public var isEmpty = true

    public init(
        id: Int64, nominal: Int64, code: Int64, place: Int64, isDefault: Bool, details: BankAccountDetails
    ) {
        self.id = id
        self.nominal = nominal
        self.code = code
        self.place = place
        self.isDefault = isDefault
        self.details = details
    }

    /// - Throws: `BookkeepingError.locked` when the account's own lock covers the date.
    public func requireOpen(_ date: CalendarDate) throws(BookkeepingError) {
        guard details.isLocked, let until = details.lockedUntil, date <= until else { return }
        throw .locked("The bank account \(details.name) is locked up to \(until.text).")
    }

    /// What its starting amount posts: the bank against opening balances.
    ///
    /// - Parameter day: on which the books begin, for an account without a starting date.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `bank.md`, Bank accounts.
    public func openingEntries(_ roles: NominalRoles, from day: CalendarDate) throws(BookkeepingError)
        -> LedgerEntries
    {
        try LedgerEntries(
            on: details.startingOn ?? day,
            [
                LedgerEntry(nominal, details.startingAmount),
                LedgerEntry(roles[.openingBalances], try -details.startingAmount),
            ])
    }
}

/// What clients write of a bank account.
public struct BankAccountDetails: Hashable, Sendable {
    public var name = ""
    public var isArchived = false
    /// Nil when it was never set.
    public var startingOn: CalendarDate?
    /// In the account when its books begin.
    public var startingAmount = Money.zero
    public var reconciledUntil: CalendarDate?
    public var isLocked = false
    public var lockedUntil: CalendarDate?
    /// A payment method's id, preset for invoices.
    public var invoiceMethod: Int64?
    public var purchaseMethod: Int64?
    public var isOnDashboard = true
    public var showsPaidInFirst = false
    public var icon: Int64 = 0
    public var note: String?
    public var period: String?

    public init() {}

    /// An opening balance, wherever the account's books begin.
    public var hasStart: Bool { startingAmount != .zero }
}
