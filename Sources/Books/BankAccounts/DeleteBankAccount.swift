import Bookkeeping
import Store

extension Book {
    /// Deletes a bank account without transactions, with its starting amount.
    ///
    /// Its nominal goes too, unless something was ever posted to it: then it stays, archived, since entries name it.
    ///
    /// - Throws: `BookkeepingError.unknown`, `.inUse`, `.locked`, `.dateLocked`; then nothing was written.
    public func deleteBankAccount(_ id: Int64) async throws {
        let pen = pen
        try await store.write { transaction in
            let account = try transaction.bankAccountInFull(id).account
            if account.isDefault { throw BookkeepingError.inUse(by: defaultUse) }
            guard account.isEmpty else {
                throw BookkeepingError.inUse(by: "transactions and payments: archive it instead")
            }
            if account.details.hasStart {
                try account.requireOpen(account.details.startingOn ?? transaction.firstDayOfBooks(pen.today))
                try transaction.unpost(DocumentKey(.openingBalance, id), pen)
            }
            try transaction.run("DELETE FROM bank_account WHERE id = ?1", id)
            if try transaction.exists("SELECT 1 FROM entry WHERE nominal = ?1", account.nominal) {
                try transaction.run("UPDATE nominal SET is_archived = 1 WHERE id = ?1", account.nominal)
            } else {
                try transaction.run("DELETE FROM nominal WHERE id = ?1", account.nominal)
            }
        }
    }
}
