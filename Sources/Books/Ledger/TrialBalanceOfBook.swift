import Bookkeeping
import Store

extension Transaction {
    /// The balance of every nominal at the end of a day: whole months from the totals of months, the days of the last
    /// month from those of days, so that it costs the same however many entries there are.
    ///
    /// - Throws: `StoreError.damaged` for a nominal without a type.
    public func trialBalance(on date: CalendarDate) throws -> TrialBalance {
        let day = date.text
        let month = String(day.prefix(7))
        let rows = try all(selectBalances, month, month + "-01", day) { row in
            guard let type = NominalType(rawValue: row.integer(3)) else {
                throw StoreError.damaged("nominal \(row.integer(1)) has no type")
            }
            return TrialBalance.Row(
                nominal: row.integer(0), code: row.integer(1), name: row.text(2), type: type,
                balance: try Money(minorUnits: row.integer(4)) + Money(minorUnits: row.integer(5)))
        }
        return TrialBalance(on: date, rows.filter { $0.balance != .zero })
    }
}

private let selectBalances: SQL = """
    SELECT nominal.id, nominal.code, nominal.name, nominal.type,
        (SELECT CAST(COALESCE(SUM(nominal_month.amount), 0) AS BIGINT) FROM nominal_month
            WHERE nominal_month.nominal = nominal.id AND nominal_month.month < ?1),
        (SELECT CAST(COALESCE(SUM(nominal_day.amount), 0) AS BIGINT) FROM nominal_day
            WHERE nominal_day.nominal = nominal.id AND nominal_day.day >= ?2 AND nominal_day.day <= ?3)
    FROM nominal ORDER BY nominal.code
    """
