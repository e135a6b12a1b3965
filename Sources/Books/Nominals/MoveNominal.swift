import Bookkeeping
import Store

extension Transaction {
    /// Has all that points at one nominal point at another: products with their stock, lines of invoices, quotes and
    /// recurring templates, bank transactions, stock links, what customers and suppliers fall back to.
    ///
    /// - Throws: `BookkeepingError.conflict` where both have a product of one code, or VAT has no place on the other;
    ///   `.dateLocked`, `.locked`.
    func move(from old: Nominal, to new: Nominal, _ pen: LedgerPen) throws {
        try moveProducts(from: old, to: new)
        try moveInvoiceLines(from: old, to: new, pen)
        try moveBankTransactions(from: old, to: new, pen)
        for update in moves { try post(update, old.id, new.id) }
        try moveDefaults(from: old.code, to: new.code)
        try moveStockOnHand(from: old, to: new)
    }

    private func moveProducts(from old: Nominal, to new: Nominal) throws {
        if let code = try first(selectClash, old.id, new.id, as: { $0.text(0) }) {
            throw BookkeepingError.conflict(
                "\(old.title) and \(new.title) both have a product \(code); give one another code first.")
        }
        if try exists("SELECT 1 FROM product WHERE nominal = ?1 AND is_default = 1", new.id) {
            try post("UPDATE product SET is_default = 0 WHERE nominal = ?1", old.id)
        }
        try post("UPDATE product SET nominal = ?2 WHERE nominal = ?1", old.id, new.id)
    }

    /// What lines gave back to the old one and took from the new one has been moved with them; this is the rest.
    private func moveStockOnHand(from old: Nominal, to new: Nominal) throws {
        let stock = try first("SELECT stock FROM nominal WHERE id = ?1", old.id) { $0.integer(0) } ?? 0
        try post("UPDATE stock_movement SET nominal = ?2 WHERE nominal = ?1", old.id, new.id)
        guard stock != 0 else { return }
        try post("UPDATE nominal SET stock = stock + ?2 WHERE id = ?1", new.id, stock)
        try post("UPDATE nominal SET stock = 0 WHERE id = ?1", old.id)
    }
}

private let selectClash: SQL = """
    SELECT product.code FROM product JOIN product AS other ON other.code_key = product.code_key
    WHERE product.nominal = ?1 AND other.nominal = ?2 ORDER BY product.id LIMIT 1
    """
private let moves: [SQL] = [
    "UPDATE quote_line SET nominal = ?2 WHERE nominal = ?1",
    "UPDATE recurring_invoice_line SET nominal = ?2 WHERE nominal = ?1",
    "UPDATE nominal SET purchase_nominal = ?2 WHERE purchase_nominal = ?1",
    "UPDATE product SET purchase_nominal = ?2 WHERE purchase_nominal = ?1",
]
