import Bookkeeping
import Store

// The rows of single payments. What follows from them is `settle`'s.
extension Transaction {
    /// Writes a new payment's row.
    func insert(_ new: NewPayment, _ pen: LedgerPen) throws -> Payment {
        let key = pen.newKey()
        let id = try insert(
            insertRow, new.document.kind.rawValue, new.document.id, new.kind.rawValue, new.date.text,
            new.amount.minorUnits, new.account, new.method, new.note, new.reference, new.batch, new.advance,
            new.usedOn?.text, new.vatShare.minorUnits, key, pen.instant, pen.author)
        return Payment(id, new, linkKey: key)
    }

    /// Writes over what can change of a payment.
    func update(_ payment: Payment) throws {
        try post(
            updateRow, payment.id, payment.date.text, payment.amount.minorUnits, payment.account,
            payment.method,
            payment.note, payment.reference, payment.pair, payment.vatShare.minorUnits)
    }

    /// Deletes a payment's row with what it posted; an advance is free again by as much.
    func delete(_ payment: Payment, _ pen: LedgerPen) throws {
        try unpost(payment.ledgerKey, pen)
        try post("DELETE FROM payment WHERE id = ?1", payment.id)
        if let advance = payment.advance { try free(payment.amount, of: advance) }
    }

    /// Makes more of a customer's advance free, less where the amount is negative.
    func free(_ amount: Money, of advance: Int64) throws {
        try post("UPDATE bank_transaction SET free = free + ?2 WHERE id = ?1", advance, amount.minorUnits)
        try post(
            """
            UPDATE customer SET outstanding = outstanding - ?2
            WHERE id = (SELECT customer FROM bank_transaction WHERE id = ?1)
            """, advance, amount.minorUnits)
    }
}

private let insertRow: SQL = """
    INSERT INTO payment (document_kind, document, kind, date, amount, account, method, note, reference, batch, advance,
        used_on, vat_share, link_key, created_at, created_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) RETURNING id
    """
private let updateRow: SQL = """
    UPDATE payment SET date = ?2, amount = ?3, account = ?4, method = ?5, note = ?6, reference = ?7, pair = ?8,
        vat_share = ?9
    WHERE id = ?1
    """
