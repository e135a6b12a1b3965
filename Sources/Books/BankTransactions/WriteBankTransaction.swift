import Bookkeeping
import Store

extension Book {
    /// Enters money on a bank account and posts it.
    ///
    /// - Throws: `BookkeepingError.unknown` for the account, `.invalid`, `.locked`, `.dateLocked`; then nothing was
    ///   written.
    public func enter(_ draft: BankTransactionDraft, on account: Int64) async throws -> SeenBankTransaction {
        let pen = pen
        return try await store.write { transaction in
            let account = try transaction.bankAccount(account)
            let roles = try transaction.nominalRoles()
            let sent = try draft.checked(on: account.id)
            let new = try transaction.resolve(sent, on: account, roles)
            try transaction.requireOpenAccounts(new)
            let id = try transaction.insert(new, roles, pen)
            return try transaction.seenBankTransaction(id, on: account.id)
        }
    }

    /// Puts what was sent in the place of a bank transaction and posts the difference. What was left out has its
    /// default then, but date, amount, nominal and party stay.
    ///
    /// - Parameter account: one that it is on; for a transfer seen from the other account, paid in and out are turned.
    /// - Throws: `BookkeepingError.unknown`, `.invalid`, `.locked`, `.dateLocked`; `.conflict` for an advance that is
    ///   used; then nothing was written.
    public func changeBankTransaction(
        _ id: Int64, on account: Int64, to draft: BankTransactionDraft
    ) async throws -> SeenBankTransaction {
        let pen = pen
        return try await store.write { transaction in
            let old = try transaction.bankTransaction(id, on: account)
            let home = try transaction.bankAccount(old.account)
            let roles = try transaction.nominalRoles()
            let sent = try draft.seen(from: account, old).checked(on: account, over: old)
            var new = try transaction.resolve(sent, on: home, over: old, roles)
            if new.movesMoney(from: old) {
                try transaction.requireFree(old)
                try transaction.requireOpenAccounts(old)
                try transaction.requireOpenAccounts(new)
                try transaction.takeBack(old)
            } else {
                new.free = old.free
            }
            try transaction.update(new, over: old, roles, pen)
            return try transaction.seenBankTransaction(id, on: account)
        }
    }

    /// Deletes a bank transaction, a transfer from both accounts; what it posted is reversed.
    ///
    /// - Throws: `BookkeepingError.unknown`, `.locked`, `.dateLocked`; `.conflict` for an advance that is used; then
    ///   nothing was written.
    public func deleteBankTransaction(_ id: Int64, on account: Int64) async throws {
        let pen = pen
        try await store.write { transaction in
            try transaction.deleteBankTransaction(id, on: account, pen)
        }
    }
}

extension Transaction {
    /// Deletes a bank transaction within a command's own transaction.
    func deleteBankTransaction(_ id: Int64, on account: Int64, _ pen: LedgerPen) throws {
        let old = try bankTransaction(id, on: account)
        try requireFree(old)
        try requireOpenAccounts(old)
        try requireOpen(old.date)
        try takeBack(old)
        try unpost(old.ledgerKey, pen)
        try run("DELETE FROM bank_transaction WHERE id = ?1", id)
    }

    /// Writes a new transaction, with what it means for advances, and posts it. Its locks were asked for.
    ///
    /// - Returns: its id.
    func insert(_ new: BankTransaction, _ roles: NominalRoles, _ pen: LedgerPen) throws -> Int64 {
        let number = try takeNumber(of: .bankTransaction)
        let id = try insert(
            insertRow, number, new.account, new.date.text, new.amount.minorUnits, new.counterpart.id,
            new.comment,
            new.isVATable, new.vatRate.tenThousandths, new.vat.minorUnits, new.project?.id, new.customer?.id,
            new.supplier?.id, new.free.minorUnits, new.isDisallowed, new.feed, new.isVATRegistered,
            new.reconciliation == 0 ? nil : new.reconciliation, pen.instant, pen.author)
        try giveBack(new, id)
        let key = DocumentKey(new.ledgerKey.kind, id)
        try post(new.entries(bank: bankAccount(new.account).nominal, roles), of: key, pen)
        return id
    }

    fileprivate func update(
        _ new: BankTransaction, over old: BankTransaction, _ roles: NominalRoles, _ pen: LedgerPen
    ) throws {
        try run(
            updateRow, new.id, new.date.text, new.amount.minorUnits, new.counterpart.id, new.comment,
            new.isVATable,
            new.vatRate.tenThousandths, new.vat.minorUnits, new.project?.id, new.customer?.id,
            new.supplier?.id,
            new.free.minorUnits, new.isDisallowed, new.feed)
        if new.movesMoney(from: old) { try giveBack(new, new.id) }
        let entries = try new.entries(bank: bankAccount(new.account).nominal, roles)
        if new.ledgerKey != old.ledgerKey { try unpost(old.ledgerKey, pen) }
        try repost(entries, of: new.ledgerKey, pen)
    }

    /// - Throws: `BookkeepingError.locked` when the lock of one of its accounts covers the date.
    func requireOpenAccounts(_ transaction: BankTransaction) throws {
        let accounts = try bankAccounts()
        for account in accounts
        where account.id == transaction.account || account.nominal == transaction.counterpart.id {
            try account.requireOpen(transaction.date)
        }
    }

    /// - Throws: `BookkeepingError.conflict` for an advance of which some is used; `.locked` for what a reconciliation
    ///   or a filed return holds.
    fileprivate func requireFree(_ old: BankTransaction) throws {
        guard old.reconciliation == 0 else {
            throw BookkeepingError.locked(
                "The transaction is in the bank reconciliation \(old.reconciliation); untick it first.")
        }
        if old.vatReturn != 0, try vatSettings().locksFiled {
            throw BookkeepingError.locked("The transaction is on the VAT return \(old.vatReturn).")
        }
        guard try old.used == .zero else {
            throw BookkeepingError.conflict(
                """
                Of this advance \(try (old.isAdvance && old.supplier != nil ? -old.used : old.used).decimalText) is \
                used; take it off the documents first.
                """)
        }
    }
}

extension BankTransaction {
    /// Whether it is not the same money any more: what locks and advances hold.
    fileprivate func movesMoney(from old: BankTransaction) -> Bool {
        date != old.date || amount != old.amount || party != old.party || isTransfer != old.isTransfer
            || isTransfer && counterpart.id != old.counterpart.id
            || old.vatReturn != 0 && (vat != old.vat || counterpart != old.counterpart)
    }
}

extension BankTransactionDraft {
    /// The draft as it is on the account that the transaction was entered on.
    fileprivate func seen(from account: Int64, _ old: BankTransaction) -> BankTransactionDraft {
        guard account != old.account else { return self }
        var draft = self
        (draft.paidIn, draft.paidOut) = (paidOut, paidIn)
        draft.moneyType = old.counterpart.code
        draft.account = nil
        return draft
    }
}

private let insertRow: SQL = """
    INSERT INTO bank_transaction (number, account, date, amount, nominal, comment, is_vatable, vat_rate, vat, project,
        customer, supplier, free, disallowed, feed, vat_registered, reconciliation, created_at, created_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) RETURNING id
    """
private let updateRow: SQL = """
    UPDATE bank_transaction SET date = ?2, amount = ?3, nominal = ?4, comment = ?5, is_vatable = ?6, vat_rate = ?7,
        vat = ?8, project = ?9, customer = ?10, supplier = ?11, free = ?12, disallowed = ?13, feed = ?14
    WHERE id = ?1
    """
