import Bookkeeping
import Store

/// A document that a call for many left as it was, and why.
public struct DocumentFailure: Sendable {
    /// Nil when no document has the number.
    public let id: Int64?
    public let number: Int64
    public let reason: BookkeepingError

    public init(id: Int64?, number: Int64, _ reason: BookkeepingError) {
        self.id = id
        self.number = number
        self.reason = reason
    }
}

extension Book {
    /// Deletes a quote with its notes; invoices that were made from it stay. Its number is not given again.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`, `.dateLocked`; then nothing was written.
    public func deleteQuote(_ number: Int64) async throws {
        try await store.write { transaction in
            let quote = try transaction.quote(number: number)
            try transaction.requireOpen(quote.details.date)
            try transaction.delete(quote)
        }
    }

    /// Deletes each of the quotes that can go, in one transaction.
    ///
    /// - Parameter numbers: one that stands twice counts once.
    /// - Returns: those that are left, in the order sent.
    public func deleteQuotes(_ numbers: [Int64]) async throws -> [DocumentFailure] {
        try await store.write { transaction in
            let lock = try transaction.bookLock()
            var (failures, seen): ([DocumentFailure], Set<Int64>) = ([], [])
            for number in numbers where seen.insert(number).inserted {
                var id: Int64?
                do throws {
                    let quote = try transaction.quote(number: number)
                    id = quote.id
                    // Asked before anything of it is written, so that what is left is whole.
                    try lock.require(quote.details.date)
                    try transaction.delete(quote)
                } catch let reason as BookkeepingError {
                    failures.append(DocumentFailure(id: id, number: number, reason))
                }
            }
            return failures
        }
    }
}

extension Transaction {
    /// Deletes a quote and all that hangs on it, within a command's own transaction.
    func delete(_ quote: Quote) throws {
        try deleteNotes(on: .quotes, quote.id)
        try deleteLines(of: .quote, quote.id)
        try post("DELETE FROM quote_address WHERE quote = ?1", quote.id)
        try post("DELETE FROM quote WHERE id = ?1", quote.id)
        try spend(quote.number, of: .quote)
        try count(quote, -1)
    }

    /// Deletes every quote of a customer who goes too.
    ///
    /// - Throws: `BookkeepingError.dateLocked`.
    func deleteQuotes(ofCustomer customer: Int64) throws {
        let numbers = try all("SELECT number FROM quote WHERE customer = ?1 ORDER BY number", customer) {
            $0.integer(0)
        }
        for number in numbers {
            let quote = try quote(number: number)
            try requireOpen(quote.details.date)
            try delete(quote)
        }
    }
}
