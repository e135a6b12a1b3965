import Bookkeeping
import Store

extension Transaction {
    /// Check 9, as far as there are bank rows: each account's balance is its nominal's, and each of its rows is an entry.
    func verifyBankAccounts(_ found: inout BookVerification) throws {
        try verify(
            Agreement(
                check: 9, kept: linesByAccount,
                worked: """
                    SELECT bank_account.id, CAST(SUM(entry.amount) AS BIGINT) FROM bank_account
                        JOIN entry ON entry.nominal = bank_account.nominal
                    GROUP BY bank_account.id
                    """, document: nil, what: "what is on the bank account by its rows"), &found)
    }
}

/// What each account comes to by its starting amount, its payments, batches and transactions.
private let linesByAccount: SQL = """
    SELECT id, CAST(SUM(amount) AS BIGINT) FROM (
        SELECT id, starting_amount AS amount FROM bank_account
        UNION ALL
        SELECT account AS id, CASE WHEN document_kind = 'purchase' THEN -amount ELSE amount END AS amount FROM payment
            WHERE kind = 'money' AND account IS NOT NULL
        UNION ALL
        SELECT account AS id, amount FROM bank_transaction
        UNION ALL
        SELECT bank_account.id, -bank_transaction.amount AS amount FROM bank_transaction
            JOIN bank_account ON bank_account.nominal = bank_transaction.nominal
    ) AS rows_of_account GROUP BY id ORDER BY id
    """
