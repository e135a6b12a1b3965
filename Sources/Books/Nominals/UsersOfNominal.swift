import Bookkeeping
import Store

extension Transaction {
    /// The first thing found that points at a nominal: `invoice 318`, for refusals. Nil where nothing does.
    ///
    /// - Throws: what the store throws.
    func userOfNominal(_ nominal: Nominal) throws -> String? {
        for (name, select) in users {
            if let found = try first(select, nominal.id, as: { $0.text(0) }) { return "\(name) \(found)" }
        }
        for (name, select) in usersByCode {
            if let found = try first(select, nominal.code, as: { $0.text(0) }) { return "\(name) \(found)" }
        }
        return try documentOn(nominal)
    }

    /// A document whose live posting has an entry on a nominal: `journal 7`. Nil where there is none.
    func documentOn(_ nominal: Nominal) throws -> String? {
        try first(selectLive, nominal.id) { row in "\(row.text(0)) \(row.integer(1))" }
    }
}

private let users: [(String, SQL)] = [
    (
        "invoice",
        """
        SELECT CAST(invoice.number AS TEXT) FROM invoice_line AS line JOIN invoice ON invoice.id = line.invoice
        WHERE line.nominal = ?1 ORDER BY line.invoice LIMIT 1
        """
    ),
    (
        "quote",
        """
        SELECT CAST(quote.number AS TEXT) FROM quote_line AS line JOIN quote ON quote.id = line.quote
        WHERE line.nominal = ?1 ORDER BY line.quote LIMIT 1
        """
    ),
    (
        "recurring invoice",
        """
        SELECT CAST(template.number AS TEXT)
        FROM recurring_invoice_line AS line JOIN recurring_invoice AS template ON template.id = line.recurring_invoice
        WHERE line.nominal = ?1 ORDER BY line.recurring_invoice LIMIT 1
        """
    ),
    ("product", "SELECT code FROM product WHERE nominal = ?1 ORDER BY id LIMIT 1"),
    ("the stock link of product", "SELECT code FROM product WHERE purchase_nominal = ?1 ORDER BY id LIMIT 1"),
    (
        "the stock link of nominal",
        "SELECT CAST(code AS TEXT) FROM nominal WHERE purchase_nominal = ?1 ORDER BY id LIMIT 1"
    ),
    (
        "bank transaction",
        "SELECT CAST(number AS TEXT) FROM bank_transaction WHERE nominal = ?1 ORDER BY id LIMIT 1"
    ),
]

/// Those that keep the code as a number.
private let usersByCode: [(String, SQL)] = [
    ("customer", "SELECT code FROM customer WHERE default_nominal = ?1 ORDER BY id LIMIT 1"),
    ("supplier", "SELECT code FROM supplier WHERE default_nominal = ?1 ORDER BY id LIMIT 1"),
]

/// What is live has neither been reversed nor is itself a reversal.
private let selectLive: SQL = """
    SELECT posting.kind, posting.document FROM entry JOIN posting ON posting.id = entry.posting
    WHERE entry.nominal = ?1 AND posting.reverses IS NULL
        AND NOT EXISTS (SELECT 1 FROM posting AS reversal WHERE reversal.reverses = posting.id)
    ORDER BY entry.date, entry.posting LIMIT 1
    """
