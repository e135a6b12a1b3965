import Bookkeeping
import Store

/// How much a book holds, archived entries too: figures that are kept, so that to read them is to read a few rows.
public struct BookCounts: Hashable, Sendable {
    public let customers: Int64
    public let suppliers: Int64
    /// What all bank accounts hold, in home currency.
    public let bankBalance = Money.zero
}

extension Transaction {
    /// - Throws: `StoreError`.
    public func bookCounts() throws -> BookCounts {
        let (customers, suppliers) = (try total(of: .customers), try total(of: .suppliers))
        return BookCounts(
            customers: customers.live + customers.archived, suppliers: suppliers.live + suppliers.archived)
    }
}
