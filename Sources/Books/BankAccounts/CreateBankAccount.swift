import Bookkeeping
import Store

extension Book {
    /// Adds a bank account with its nominal, and posts its starting amount.
    ///
    /// - Throws: `BookkeepingError.taken` for its name or code, `.invalid`, `.dateLocked`; then nothing was written.
    public func create(_ sent: CheckedBankAccountDraft) async throws -> BankAccountInFull {
        let (draft, pen) = (sent.draft, pen)
        return try await store.write { transaction in
            try transaction.requireFreeName(draft.details.name)
            try transaction.requireMethods(of: draft.details)
            let code = try draft.code ?? transaction.suggestedBankCode()
            try transaction.requireFreeCode(code)
            let nominal = try transaction.insertNominal(
                code: code, .ofBankAccount(named: draft.details.name), isBank: true)
            let id = try transaction.insertBankAccount(draft.details, nominal: nominal, isDefault: false)
            if draft.isDefault { try transaction.makeDefault(id) }
            try transaction.postStart(transaction.bankAccount(id), pen)
            return try transaction.bankAccountInFull(id)
        }
    }
}

extension Transaction {
    /// - Throws: `BookkeepingError.taken`.
    func requireFreeName(_ name: String, but id: Int64 = 0) throws {
        guard try exists("SELECT 1 FROM bank_account WHERE name_key = ?1 AND id <> ?2", name.caseFolded, id)
        else {
            return
        }
        throw BookkeepingError.taken("bank account", name)
    }

    /// - Throws: `BookkeepingError.taken`.
    func requireFreeCode(_ code: Int64) throws {
        guard try nominal(code: code) == nil else {
            throw BookkeepingError.taken("nominal code", String(code))
        }
    }

    /// - Throws: `BookkeepingError.invalid` where a preset is no payment method of its list.
    func requireMethods(of details: BankAccountDetails) throws {
        var problems: [FieldProblem] = []
        for (id, kind, field) in [
            (details.invoiceMethod, DocumentKind.invoice, "DefaultInvoicePaymentType.Id"),
            (details.purchaseMethod, .purchase, "DefaultPurchasePaymentType.Id"),
        ] {
            guard let id, try !paymentMethods(kind).contains(where: { $0.id == id }) else { continue }
            problems.append(FieldProblem(field, "must be the Id of a payment method for \(kind.rawValue)s"))
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
    }

    /// Makes an account the one that payments go to which name none.
    func makeDefault(_ id: Int64) throws {
        try run("UPDATE bank_account SET is_default = 0 WHERE is_default = 1")
        try run("UPDATE bank_account SET is_default = 1 WHERE id = ?1", id)
    }

    /// Posts an account's starting amount in the place of what it posted before.
    func postStart(_ account: BankAccount, _ pen: LedgerPen) throws {
        let entries = try account.openingEntries(nominalRoles(), from: firstDayOfBooks(pen.today))
        try repost(entries, of: DocumentKey(.openingBalance, account.id), pen)
    }

    /// When a starting amount counts that has no date: the first day of the first financial year.
    ///
    /// - Source: `bank.md`, `StartingDate`.
    func firstDayOfBooks(_ today: CalendarDate) throws -> CalendarDate {
        try (accountingPeriods().all.first?.days ?? AccountingPeriods.first(holding: today)).lowerBound
    }
}
