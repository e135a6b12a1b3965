import Bookkeeping
import Store

/// A bank account with what its resource tells.
public struct BankAccountInFull: Sendable {
    public let account: BankAccount
    /// Preset for invoices.
    public let invoiceMethod: PaymentMethod?
    public let purchaseMethod: PaymentMethod?
}

extension Book {
    /// The bank accounts, in their order.
    ///
    /// - Parameter withArchived: whether archived ones are among them.
    public func bankAccounts(withArchived: Bool) async throws -> [BankAccountInFull] {
        try await store.read { try $0.bankAccountsInFull(withArchived: withArchived) }
    }

    /// The code that a new account would get. Sets nothing aside.
    public func suggestedBankCode() async throws -> Int64 {
        try await store.read { try $0.suggestedBankCode() }
    }
}

extension Transaction {
    /// The bank accounts in full, in their order.
    public func bankAccountsInFull(withArchived: Bool) throws -> [BankAccountInFull] {
        let rows = try all(
            selectInFull + " WHERE bank_account.is_archived <= ?1 ORDER BY place, bank_account.id",
            withArchived,
            as: BankAccount.init(fullRow:))
        return try inFull(rows)
    }

    /// One bank account in full.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    public func bankAccountInFull(_ id: Int64) throws -> BankAccountInFull {
        let rows = try all(selectInFull + " WHERE bank_account.id = ?1", id, as: BankAccount.init(fullRow:))
        guard let found = try inFull(rows).first else {
            throw BookkeepingError.unknown("bank account", String(id))
        }
        return found
    }

    private func inFull(_ accounts: [BankAccount]) throws -> [BankAccountInFull] {
        var methods: [Int64: PaymentMethod] = [:]
        if accounts.contains(where: { $0.details.invoiceMethod != nil || $0.details.purchaseMethod != nil }) {
            for kind in [DocumentKind.invoice, .purchase] {
                for method in try paymentMethods(kind) { methods[method.id] = method }
            }
        }
        return accounts.map { account in
            BankAccountInFull(
                account: account, invoiceMethod: account.details.invoiceMethod.flatMap { methods[$0] },
                purchaseMethod: account.details.purchaseMethod.flatMap { methods[$0] })
        }
    }

    /// The highest code of a bank account and one more, or the next above it that no nominal has.
    ///
    /// - Source: `bank.md`, suggestedcode.
    func suggestedBankCode() throws -> Int64 {
        var code =
            (try first("SELECT MAX(code) FROM nominal WHERE is_bank = 1") { $0.optionalInteger(0) } ?? nil)
            ?? 1_199
        repeat { code += 1 } while try exists("SELECT 1 FROM nominal WHERE code = ?1", code)
        guard BankAccountDraft.codes.contains(code) else {
            throw BookkeepingError.conflict("There is no higher code left for a bank account; send Code.")
        }
        return code
    }
}

extension BankAccount {
    /// In the order of `selectInFull`.
    fileprivate init(fullRow row: any Row) throws(StoreError) {
        try self.init(row: row)
        balance = Money(minorUnits: row.integer(19))
        isEmpty = !row.flag(20)
    }
}

private let selectInFull: SQL =
    bankAccountColumns + """
        , COALESCE((SELECT SUM(amount) FROM nominal_month WHERE nominal_month.nominal = bank_account.nominal), 0),
            CASE
                WHEN EXISTS (SELECT 1 FROM payment WHERE payment.account = bank_account.id) THEN 1
                WHEN EXISTS (SELECT 1 FROM bank_transaction
                    WHERE bank_transaction.account = bank_account.id OR bank_transaction.nominal = bank_account.nominal)
                    THEN 1
                WHEN EXISTS (SELECT 1 FROM entry JOIN posting ON posting.id = entry.posting
                    WHERE entry.nominal = bank_account.nominal AND posting.kind = 'journal') THEN 1
                ELSE 0
            END
        """ + bankAccountTables
