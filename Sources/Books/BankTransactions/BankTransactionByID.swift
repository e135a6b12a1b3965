import Bookkeeping
import Store

/// A bank transaction as one of its accounts sees it.
public struct SeenBankTransaction: Sendable {
    public let transaction: BankTransaction
    /// The id of the account that sees it.
    public let account: Int64
    /// The name of the account that it was entered on, where that is the other one of a transfer.
    public let enteredOn: String?
}

extension Transaction {
    /// A transaction of a bank account, as that account sees it.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    public func seenBankTransaction(_ id: Int64, on account: Int64) throws -> SeenBankTransaction {
        let found = try bankTransaction(id, on: account)
        let other = try found.account == account ? nil : bankAccount(found.account).details.name
        return SeenBankTransaction(transaction: found, account: account, enteredOn: other)
    }

    /// A transaction of a bank account: one that was entered on it, or a transfer that was entered on the other.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    func bankTransaction(_ id: Int64, on account: Int64) throws -> BankTransaction {
        let nominal = try bankAccount(account).nominal
        let found = try first(
            selectBankTransaction
                + " WHERE bank_transaction.id = ?1 AND (bank_transaction.account = ?2 OR bank_transaction.nominal = ?3)",
            id, account, nominal, as: BankTransaction.init(row:))
        guard let found else { throw BookkeepingError.unknown("bank transaction", String(id)) }
        return found
    }
}

extension BankTransaction {
    /// In the order of `selectBankTransaction`.
    init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let (id, number, account) = (columns.integer(), columns.integer(), columns.integer())
        let (date, amount) = (try columns.date(), columns.money())
        let (nominal, code, name) = (columns.integer(), columns.integer(), columns.text())
        let (type, isBank) = (columns.integer(), columns.flag())
        guard let type = NominalType(rawValue: type) else { throw .damaged("nominal \(code) has no type") }
        let (comment, isVATable) = (columns.optionalText(), columns.flag())
        let (rate, vat) = (Percentage(tenThousandths: columns.integer()), columns.money())
        let project = ProjectLink(&columns)
        let (customer, supplier) = (Party(&columns), Party(&columns))
        let (free, isDisallowed, feed) = (columns.money(), columns.flag(), columns.integer())
        self.init(
            id: id, number: number, account: account, date: date, amount: amount,
            counterpart: Counterpart(id: nominal, code: code, name: name, type: type, isBank: isBank),
            isVATRegistered: columns.flag())
        (self.comment, self.isVATable, vatRate, self.vat) = (comment, isVATable, rate, vat)
        (self.project, self.customer, self.supplier) = (project, customer, supplier)
        (self.free, self.isDisallowed, self.feed) = (free, isDisallowed, feed)
        vatReturn = columns.optionalInteger() ?? 0
        reconciliation = columns.optionalInteger() ?? 0
    }
}

extension BankTransaction.Party {
    /// Id, code and name; nil where the first is null.
    fileprivate init?(_ columns: inout Columns) {
        let (id, code, name) = (columns.optionalInteger(), columns.optionalText(), columns.optionalText())
        guard let id else { return nil }
        self.init(id: id, code: code ?? "", name: name ?? "")
    }
}

/// Every column, as `BankTransaction.init(row:)` reads them.
let selectBankTransaction: SQL = """
    SELECT bank_transaction.id, bank_transaction.number, bank_transaction.account, bank_transaction.date,
        bank_transaction.amount, bank_transaction.nominal, nominal.code, nominal.name, nominal.type, nominal.is_bank,
        bank_transaction.comment, is_vatable, bank_transaction.vat_rate, bank_transaction.vat, project.id,
        project.number, project.name, customer.id, customer.code, customer.name, supplier.id, supplier.code,
        supplier.name, free, bank_transaction.disallowed, feed, bank_transaction.vat_registered, vat_return,
        reconciliation
    FROM bank_transaction JOIN nominal ON nominal.id = bank_transaction.nominal
        LEFT JOIN project ON project.id = bank_transaction.project
        LEFT JOIN customer ON customer.id = bank_transaction.customer
        LEFT JOIN supplier ON supplier.id = bank_transaction.supplier
    """
