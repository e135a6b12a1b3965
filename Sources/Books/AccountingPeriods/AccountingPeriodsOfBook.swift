import Bookkeeping
import Store

extension Transaction {
    /// The financial years that are set up, earliest first.
    public func accountingPeriods() throws -> AccountingPeriods {
        AccountingPeriods(
            try all("SELECT id, starts_on, ends_on FROM accounting_period ORDER BY starts_on") { row in
                var columns = Columns(row)
                let (id, start, end) = (columns.integer(), try columns.date(), try columns.date())
                guard start <= end else {
                    throw StoreError.damaged("accounting period \(id) ends before it begins")
                }
                return AccountingPeriod(id: id, days: start...end)
            })
    }

    /// Writes a period; returns its id.
    func insertAccountingPeriod(_ days: ClosedRange<CalendarDate>) throws -> Int64 {
        try insert(
            "INSERT INTO accounting_period (starts_on, ends_on) VALUES (?1, ?2) RETURNING id",
            days.lowerBound.text, days.upperBound.text)
    }
}
