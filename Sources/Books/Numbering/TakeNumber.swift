import Bookkeeping
import Store

// Numbers are given inside the transaction that uses them, so that none is given twice and a refused command takes
// none.
extension Transaction {
    /// The number for what is being made: the one that was sent, or the next; the series is raised to it.
    ///
    /// Whether a number that was sent is free is for the caller to ask of its own table.
    ///
    /// - Parameter sent: nil or 0 for the next.
    /// - Throws: `BookkeepingError.amountOutOfRange` past the last number there can be.
    func takeNumber(_ sent: Int64? = nil, of series: NumberSeries) throws -> Int64 {
        let highest = try highestNumber(of: series)
        guard let sent, sent != 0 else {
            let (next, overflow) = (highest ?? series.start).addingReportingOverflow(1)
            guard !overflow else { throw BookkeepingError.amountOutOfRange }
            try raise(series, to: next, isNew: highest == nil)
            return next
        }
        if sent > highest ?? series.start { try raise(series, to: sent, isNew: highest == nil) }
        return sent
    }

    /// The number that would be given next. Sets nothing aside.
    public func nextNumber(of series: NumberSeries) throws -> Int64 {
        let (next, overflow) = (try highestNumber(of: series) ?? series.start).addingReportingOverflow(1)
        guard !overflow else { throw BookkeepingError.amountOutOfRange }
        return next
    }

    private func highestNumber(of series: NumberSeries) throws -> Int64? {
        try first("SELECT highest FROM number_series WHERE series = ?1", series.rawValue) { $0.integer(0) }
    }

    private func raise(_ series: NumberSeries, to number: Int64, isNew: Bool) throws {
        if isNew {
            try post("INSERT INTO number_series (series, highest) VALUES (?1, ?2)", series.rawValue, number)
        } else {
            try post("UPDATE number_series SET highest = ?2 WHERE series = ?1", series.rawValue, number)
        }
    }
}
