import Bookkeeping
import Store

extension Transaction {
    /// Deletes what goes with a customer: invoices with their payments, recurring invoices and quotes; advances go on
    /// to the nominal for those of deleted customers, projects stay and are nobody's.
    ///
    /// - Throws: `BookkeepingError.dateLocked`, `.locked`, `.inUse`: what stands in the way.
    /// - Source: `customers.md`, DELETE /customerlist.
    func deleteDocuments(ofCustomer id: Int64, _ pen: LedgerPen) throws {
        let numbers = try all("SELECT number FROM invoice WHERE customer = ?1 ORDER BY number", id) {
            $0.integer(0)
        }
        for number in numbers { try deleteInvoice(number, pen) }
        try deleteRecurringInvoices(ofCustomer: id)
        try deleteQuotes(ofCustomer: id)
        try moveAdvances(ofCustomer: id, pen)
        try post("UPDATE project SET customer = NULL WHERE customer = ?1", id)
    }

    private func moveAdvances(ofCustomer id: Int64, _ pen: LedgerPen) throws {
        let rows = try all("SELECT id, account FROM bank_transaction WHERE customer = ?1 ORDER BY id", id) {
            (id: $0.integer(0), account: $0.integer(1))
        }
        guard !rows.isEmpty else { return }
        let roles = try nominalRoles()
        try run(forgetGivenBack, id)
        try run(moveToPrepayments, id, roles[.customerPrepayments])
        for row in rows {
            let (account, moved) = (
                try bankAccount(row.account), try bankTransaction(row.id, on: row.account)
            )
            try account.requireOpen(moved.date)
            try repost(
                moved.entries(bank: account.nominal, roles), of: DocumentKey(.bankTransaction, row.id), pen)
        }
    }
}

private let forgetGivenBack: SQL = """
    DELETE FROM advance_given_back WHERE given_back IN (SELECT id FROM bank_transaction WHERE customer = ?1)
    """
private let moveToPrepayments: SQL =
    "UPDATE bank_transaction SET nominal = ?2, customer = NULL, free = 0 WHERE customer = ?1"
