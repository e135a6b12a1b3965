import Bookkeeping
import Store

extension Transaction {
    /// Check 8: what is paid on each document are its payments, a set-off has two ends, a batch is the sum of its lines,
    /// and no advance is used twice.
    func verifyPayments(_ found: inout BookVerification) throws {
        try verify(
            Agreement(
                check: 8, kept: "SELECT id, paid FROM invoice ORDER BY id",
                worked: """
                    SELECT document, CAST(SUM(amount) AS BIGINT) FROM payment WHERE document_kind = 'invoice'
                    GROUP BY document
                    """, document: .invoice, what: "what is paid"), &found)
        try verify(
            Agreement(
                check: 8, kept: "SELECT id, due FROM invoice ORDER BY id",
                worked: "SELECT id, home_gross - paid FROM invoice", document: .invoice, what: "what is due"),
            &found)
        try tellFirst(
            8, .payment, "its document is gone",
            """
            SELECT payment.id FROM payment LEFT JOIN invoice ON invoice.id = payment.document
            WHERE payment.document_kind = 'invoice' AND invoice.id IS NULL ORDER BY payment.id LIMIT 1
            """, &found)
        try tellFirst(
            8, .setOff, "its other half is gone, or is another amount",
            """
            SELECT payment.id FROM payment LEFT JOIN payment AS half ON half.id = payment.pair AND half.pair = payment.id
            WHERE payment.kind IN ('set-off', 'write-off') AND (half.id IS NULL OR half.amount + payment.amount <> 0)
            ORDER BY payment.id LIMIT 1
            """, &found)
        try tellFirst(
            8, .bankTransaction, "more of it is used than it is",
            """
            SELECT id FROM bank_transaction WHERE free <> 0 AND (free < 0 AND amount > 0 OR free > 0 AND amount < 0)
            ORDER BY id LIMIT 1
            """, &found)
        try tellFirst(
            8, .invoice, "the day on which it was settled does not fit what is due",
            """
            SELECT id FROM invoice
            WHERE settled_on IS NULL AND due = 0 AND paid <> 0
                OR settled_on IS NOT NULL AND (home_gross >= 0 AND due > 0 OR home_gross < 0 AND due < 0)
            ORDER BY id LIMIT 1
            """, &found)
    }

    /// Tells of the first document that a statement finds.
    func tellFirst(
        _ check: Int, _ kind: DocumentKind?, _ what: String, _ select: SQL, _ found: inout BookVerification
    ) throws {
        guard let id = try first(select, as: { $0.integer(0) }) else { return }
        if let kind {
            found.note(Complaint(check, document: DocumentKey(kind, id), what))
        } else {
            found.note(Complaint(check, "\(what): \(id)"))
        }
    }
}
