import Bookkeeping
import Store

extension Transaction {
    /// Moves every bank transaction from one nominal to another, and posts it anew.
    ///
    /// - Throws: `BookkeepingError.dateLocked`, `.locked`, `.conflict`.
    func moveBankTransactions(from old: Nominal, to new: Nominal, _ pen: LedgerPen) throws {
        let roles = try nominalRoles()
        for transaction in try bankTransactions(on: old) {
            try put(transaction, on: new, movedFrom: old, roles, pen)
        }
    }

    /// Posts anew the bank transactions whose VAT goes elsewhere once their nominal has another type.
    ///
    /// - Throws: `BookkeepingError.dateLocked`, `.locked`, `.conflict`.
    func repostBankTransactions(of old: Nominal, as new: Nominal, _ pen: LedgerPen) throws {
        let roles = try nominalRoles()
        for transaction in try bankTransactions(on: old) where transaction.vat != .zero {
            try put(transaction, on: new, movedFrom: old, roles, pen)
        }
    }

    /// Puts one bank transaction on a nominal. All that can be refused is refused before anything is written.
    ///
    /// - Throws: `BookkeepingError.conflict` where it bears VAT and the nominal's type can't; `.dateLocked`; `.locked` by
    ///   its account, and where it is on a VAT return whose boxes would change.
    /// - Source: `nominals.md`, DELETE; `reports.md`, 2.6.
    func put(
        _ transaction: BankTransaction, on new: Nominal, movedFrom old: Nominal, _ roles: NominalRoles,
        _ pen: LedgerPen
    ) throws {
        let isIn = transaction.amount > .zero
        let (before, after) = (old.details.type.vatRole(isIn: isIn), new.details.type.vatRole(isIn: isIn))
        guard transaction.vat == .zero || after != nil else {
            throw BookkeepingError.conflict(
                """
                Bank transaction \(transaction.id) bears VAT, which there is none of on \(new.title), of the type \
                \(new.details.type.name); change it first.
                """)
        }
        if transaction.vatReturn != 0, before != after || !old.fillsSameBoxes(as: new),
            try vatSettings().locksFiled
        {
            throw BookkeepingError.locked(
                "Bank transaction \(transaction.id) is on a VAT return, whose boxes would change on \(new.title)."
            )
        }
        var changed = transaction
        changed.counterpart = .init(
            id: new.id, code: new.code, name: new.name, type: new.details.type, isBank: false)
        let bank = try bankAccount(transaction.account).nominal
        let (live, entries) = (
            try transaction.entries(bank: bank, roles), try changed.entries(bank: bank, roles)
        )
        guard live != entries else { return }
        try requireOpen(transaction.date)
        try requireOpenAccounts(transaction)
        try post("UPDATE bank_transaction SET nominal = ?2 WHERE id = ?1", transaction.id, new.id)
        try repost(entries, of: transaction.ledgerKey, pen)
    }

    private func bankTransactions(on nominal: Nominal) throws -> [BankTransaction] {
        try all(
            selectBankTransaction + " WHERE bank_transaction.nominal = ?1 ORDER BY bank_transaction.id",
            nominal.id,
            as: BankTransaction.init(row:))
    }
}
