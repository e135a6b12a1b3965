import Bookkeeping
import Store

/// A sales document that is to be made.
public enum NewSalesDocument: Sendable {
    case invoice(CheckedInvoiceDraft)
    case quote(CheckedQuoteDraft)
}

extension Book {
    /// Adds several documents in their order, all or none, as each is added alone. For what is brought in by the hundred:
    /// one transaction and one fsync.
    ///
    /// - Throws: `BookkeepingError.invalid`, `.numberTaken`, `.dateLocked`; then nothing was written.
    public func create(_ documents: [NewSalesDocument]) async throws {
        let pen = pen
        try await store.write { transaction in
            for document in documents {
                switch document {
                case .invoice(let draft): _ = try transaction.createInvoice(draft, pen)
                case .quote(let draft): _ = try transaction.createQuote(draft, pen)
                }
            }
        }
    }

    /// How many invoices, credit notes among them, and quotes there are.
    public func documentCounts() async throws -> (invoices: Int64, quotes: Int64) {
        try await store.read { transaction in
            let invoices = try transaction.first("SELECT COUNT(*) FROM invoice") { $0.integer(0) }
            let quotes = try transaction.first("SELECT COUNT(*) FROM quote") { $0.integer(0) }
            return (invoices ?? 0, quotes ?? 0)
        }
    }

    /// The codes of the first customers by their ids.
    public func customerCodes(most: Int) async throws -> [String] {
        try await store.read { transaction in
            try transaction.all("SELECT code FROM customer ORDER BY id LIMIT ?1", most) { $0.text(0) }
        }
    }
}
