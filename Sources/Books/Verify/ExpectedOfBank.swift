import Bookkeeping
import Store

// What batches, bank transactions and starting amounts post by the rules, for ids in a range.
extension Transaction {
    func expectedOfBatches(
        _ range: ClosedRange<Int64>, _ roles: NominalRoles
    ) throws -> [Int64: LedgerEntries] {
        let banks = try nominalsOfAccounts()
        var batches: [Int64: PaymentBatch] = [:]
        try query(
            selectBatches + " WHERE kind = 'invoice' AND id BETWEEN ?1 AND ?2 ORDER BY id",
            [.integer(range.lowerBound), .integer(range.upperBound)]
        ) { row in
            let batch = try PaymentBatch(row: row)
            batches[batch.id] = batch
            return true
        }
        var items: [Int64: [(amount: Money, customer: Int64)]] = [:]
        try query(selectItems, [.integer(range.lowerBound), .integer(range.upperBound)]) { row in
            items[row.integer(0), default: []].append((Money(minorUnits: row.integer(1)), row.integer(2)))
            return true
        }
        var expected: [Int64: LedgerEntries] = [:]
        for (id, batch) in batches {
            expected[id] = try batch.salesEntries(items[id] ?? [], bank: banks[batch.account] ?? 0, roles)
        }
        return expected
    }

    /// - Parameter kind: transactions or transfers, which are rows of one table.
    func expectedOfBankTransactions(
        _ kind: DocumentKind, _ range: ClosedRange<Int64>, _ roles: NominalRoles
    ) throws -> [Int64: LedgerEntries] {
        let banks = try nominalsOfAccounts()
        var expected: [Int64: LedgerEntries] = [:]
        try query(
            selectBankTransaction + " WHERE bank_transaction.id BETWEEN ?1 AND ?2",
            [.integer(range.lowerBound), .integer(range.upperBound)]
        ) { row in
            let transaction = try BankTransaction(row: row)
            guard transaction.ledgerKey.kind == kind else { return true }
            expected[transaction.id] = try transaction.entries(bank: banks[transaction.account] ?? 0, roles)
            return true
        }
        return expected
    }

    /// A starting amount without a date keeps the one that it was posted on.
    func expectedOfStartingAmounts(
        _ range: ClosedRange<Int64>, _ roles: NominalRoles
    ) throws -> [Int64: LedgerEntries] {
        var expected: [Int64: LedgerEntries] = [:]
        for account in try bankAccounts() where range.contains(account.id) && account.details.hasStart {
            let posted = try liveEntries(of: DocumentKey(.openingBalance, account.id))?.date
            expected[account.id] = try account.openingEntries(roles, from: posted ?? .first)
        }
        return expected
    }

    private func nominalsOfAccounts() throws -> [Int64: Int64] {
        try Dictionary(uniqueKeysWithValues: bankAccounts().map { ($0.id, $0.nominal) })
    }
}

private let selectItems: SQL = """
    SELECT payment.batch, payment.amount, invoice.customer FROM payment JOIN invoice ON invoice.id = payment.document
    WHERE payment.document_kind = 'invoice' AND payment.batch BETWEEN ?1 AND ?2 ORDER BY payment.batch, payment.id
    """
