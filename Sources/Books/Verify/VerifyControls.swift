import Bookkeeping
import Store

extension Transaction {
    /// Check 7: debtors, in all and for each customer, are what is open on documents less advances that are free; VAT not
    /// yet due is that of cash-basis documents less what payments moved; and what is kept of a customer agrees.
    func verifyControls(_ found: inout BookVerification) throws {
        let debtors = try nominalRoles()[.debtors]
        try verify(
            Agreement(
                check: 7, kept: openByCustomer,
                worked: """
                    SELECT party, CAST(SUM(amount) AS BIGINT) FROM entry WHERE nominal = ?1 AND party IS NOT NULL
                    GROUP BY party
                    """, document: nil, what: "what customers owe by their documents"),
            with: [.integer(debtors)],
            &found)
        try verify(
            Agreement(
                check: 7, kept: "SELECT id, vat_kept FROM (" + deferredOfDocuments + ") AS kept ORDER BY id",
                worked: """
                    SELECT id, vat_ledger FROM (SELECT posting.document AS id, CAST(-SUM(entry.amount) AS BIGINT) AS vat_ledger
                        FROM posting JOIN entry ON entry.posting = posting.id
                        WHERE posting.kind = 'invoice' AND entry.nominal = ?1 GROUP BY posting.document) AS posted
                    """, document: .invoice, what: "the VAT that waits for payment"),
            with: [.integer(try nominalRoles()[.vatOutputDeferred])], &found)
        try tellFirst(
            7, .invoice, "it is paid in full on the cash basis, and some of its VAT still waits",
            """
            SELECT invoice.id FROM invoice WHERE cash_basis = 1 AND due = 0 AND home_gross <> 0
                AND home_vat <> COALESCE((SELECT SUM(vat_share) FROM payment
                    WHERE document_kind = 'invoice' AND document = invoice.id), 0)
            ORDER BY invoice.id LIMIT 1
            """, &found)
    }

    /// Check 12: what is kept beside rows that it derives from.
    func verifyDerived(_ found: inout BookVerification) throws {
        try verify(
            Agreement(
                check: 12, kept: "SELECT id, outstanding FROM customer ORDER BY id", worked: openByCustomer,
                document: nil, what: "what a customer owes"), &found)
        try verify(
            Agreement(
                check: 12, kept: "SELECT id, total_paid FROM customer ORDER BY id",
                worked: "SELECT customer, CAST(SUM(paid) AS BIGINT) FROM invoice GROUP BY customer",
                document: nil,
                what: "what a customer has paid"), &found)
        try verifyStockAndProjects(&found)
        try verifyQuotes(&found)
        let counted = try first(countInvoices) {
            [$0.integer(0), $0.integer(1), $0.integer(2), $0.integer(3)]
        }
        let (rows, amounts) = (try total(of: .invoices), try amount(of: .invoices))
        if counted != [rows.live, rows.archived, amounts.live, amounts.archived] {
            found.note(Complaint(12, "the number or the sum of the invoices is not what is kept of them"))
        }
    }
}

/// What is due on documents less what is free of advances, for each customer that has any.
private let openByCustomer: SQL = """
    SELECT id, CAST(SUM(amount) AS BIGINT) FROM (
        SELECT customer AS id, due AS amount FROM invoice
        UNION ALL
        SELECT customer AS id, -free AS amount FROM bank_transaction WHERE customer IS NOT NULL AND free <> 0
    ) AS open GROUP BY id ORDER BY id
    """

/// The VAT that each cash-basis document has posted as not yet due.
private let deferredOfDocuments: SQL = """
    SELECT id, home_vat AS vat_kept FROM invoice WHERE cash_basis = 1
    """

private let countInvoices: SQL = """
    SELECT COUNT(*) - COALESCE(SUM(is_archived), 0), COALESCE(SUM(is_archived), 0),
        CAST(COALESCE(SUM(CASE WHEN is_archived = 0 THEN home_gross ELSE 0 END), 0) AS BIGINT),
        CAST(COALESCE(SUM(CASE WHEN is_archived = 1 THEN home_gross ELSE 0 END), 0) AS BIGINT)
    FROM invoice
    """
