import Bookkeeping
import Store

extension Book {
    /// Archives all of the invoices, or takes all out of the archive; or does nothing, where one is unknown. It moves
    /// no money, so that no lock holds it.
    ///
    /// - Throws: `BookkeepingError.invalid` with every entry that is no invoice's number.
    public func archiveInvoices(_ numbers: [Int64], isArchived: Bool) async throws {
        try await store.write { transaction in
            var change = ListChange()
            var moved = Money.zero
            for invoice in try transaction.pickedInvoices(numbers) where invoice.isArchived != isArchived {
                try transaction.post(
                    "UPDATE invoice SET is_archived = ?2 WHERE id = ?1", invoice.id, isArchived)
                change.count(-1, isArchived: invoice.isArchived)
                change.count(1, isArchived: isArchived)
                moved = try moved + invoice.homeGross
            }
            try transaction.change(.invoices, by: change)
            try transaction.changeAmount(of: .invoices, by: -moved.minorUnits, isArchived: !isArchived)
            try transaction.changeAmount(of: .invoices, by: moved.minorUnits, isArchived: isArchived)
        }
    }
}
