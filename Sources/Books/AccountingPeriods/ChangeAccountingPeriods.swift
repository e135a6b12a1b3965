import Bookkeeping
import Store

extension Book {
    /// Adds a financial year after those there are; the first may be any.
    ///
    /// - Throws: `BookkeepingError.invalid`; then nothing was written.
    public func addAccountingPeriod(from start: CalendarDate, to end: CalendarDate) async throws
        -> AccountingPeriod
    {
        try await store.write { transaction in
            let days = try transaction.accountingPeriods().next(from: start, to: end)
            return AccountingPeriod(id: try transaction.insertAccountingPeriod(days), days: days)
        }
    }

    /// Deletes a financial year and all later ones, so that those that are left go on without a gap.
    ///
    /// - Throws: `BookkeepingError.unknown`; then nothing was written.
    public func deleteAccountingPeriod(id: Int64) async throws {
        try await store.write { transaction in
            guard let period = try transaction.accountingPeriods().all.first(where: { $0.id == id }) else {
                throw BookkeepingError.unknown("accounting period", String(id))
            }
            try transaction.run(
                "DELETE FROM accounting_period WHERE starts_on >= ?1", period.days.lowerBound.text)
        }
    }
}
