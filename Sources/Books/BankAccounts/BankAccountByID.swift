import Bookkeeping
import Store

extension Transaction {
    /// A bank account without its balance.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    func bankAccount(_ id: Int64) throws -> BankAccount {
        guard
            let found = try first(
                selectBankAccount + " WHERE bank_account.id = ?1", id, as: BankAccount.init(row:))
        else { throw BookkeepingError.unknown("bank account", String(id)) }
        return found
    }

    /// The account that payments go to which name none.
    ///
    /// - Throws: `StoreError.damaged` where there is none.
    func defaultBankAccount() throws -> BankAccount {
        guard let account = try first(selectBankAccount + " WHERE is_default = 1", as: BankAccount.init(row:))
        else {
            throw StoreError.damaged("no default bank account")
        }
        return account
    }

    /// Every account, in their order.
    func bankAccounts() throws -> [BankAccount] {
        try all(selectBankAccount + " ORDER BY place, bank_account.id", as: BankAccount.init(row:))
    }

    /// What a payment of one kind of document can be made by, the default first.
    ///
    /// - Parameter kind: invoices or purchases.
    public func paymentMethods(_ kind: DocumentKind) throws -> [PaymentMethod] {
        try all(
            "SELECT id, name, is_default FROM payment_method WHERE kind = ?1 ORDER BY id", kind.rawValue
        ) { PaymentMethod(id: $0.integer(0), name: $0.text(1), isDefault: $0.flag(2)) }
    }
}

extension BankAccount {
    /// In the order of `selectBankAccount`.
    init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let (id, nominal, code, place, isDefault) = (
            columns.integer(), columns.integer(), columns.integer(), columns.integer(), columns.flag()
        )
        var details = BankAccountDetails()
        details.name = columns.text()
        details.isArchived = columns.flag()
        details.startingOn = try columns.optionalDate()
        details.startingAmount = columns.money()
        details.reconciledUntil = try columns.optionalDate()
        details.isLocked = columns.flag()
        details.lockedUntil = try columns.optionalDate()
        details.invoiceMethod = columns.optionalInteger()
        details.purchaseMethod = columns.optionalInteger()
        details.isOnDashboard = columns.flag()
        details.showsPaidInFirst = columns.flag()
        details.icon = columns.integer()
        details.note = columns.optionalText()
        details.period = columns.optionalText()
        self.init(id: id, nominal: nominal, code: code, place: place, isDefault: isDefault, details: details)
    }
}

/// Every column, as `BankAccount.init(row:)` reads them.
let bankAccountColumns: SQL = """
    SELECT bank_account.id, bank_account.nominal, nominal.code, place, is_default, bank_account.name,
        bank_account.is_archived, starting_on, starting_amount, reconciled_until, is_locked, locked_until,
        invoice_method, purchase_method, on_dashboard, paid_in_first, icon, note, period
    """
let bankAccountTables: SQL = " FROM bank_account JOIN nominal ON nominal.id = bank_account.nominal"

private let selectBankAccount = bankAccountColumns + bankAccountTables
