import Bookkeeping
import Store

extension Book {
    /// Deletes all of the invoices that can go. Each goes in a transaction of its own, so that what is found in the
    /// way of one undoes nothing of another.
    ///
    /// - Parameter numbers: one that is sent twice counts once.
    /// - Returns: those that stayed, in the order sent; empty when all went.
    /// - Throws: `StoreError`; those before it are gone then.
    public func deleteInvoices(_ numbers: [Int64]) async throws -> [DocumentFailure] {
        var seen: Set<Int64> = []
        var failures: [DocumentFailure] = []
        for number in numbers where seen.insert(number).inserted {
            do {
                try await deleteInvoice(number)
            } catch let reason as BookkeepingError {
                let id = try await store.read { try $0.invoiceID(number) }
                failures.append(DocumentFailure(id: id, number: number, reason))
            }
        }
        return failures
    }
}

extension Transaction {
    /// The id of the invoice with a number; nil when there is none.
    func invoiceID(_ number: Int64) throws -> Int64? {
        try first("SELECT id FROM invoice WHERE number = ?1", number) { $0.integer(0) }
    }
}
