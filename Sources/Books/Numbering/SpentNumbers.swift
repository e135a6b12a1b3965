import Bookkeeping
import Store

// A number that a document has had and has no more is kept, so that none is given to two documents.
extension Transaction {
    /// Notes that a number is no document's any more, and never will be again.
    func spend(_ number: Int64, of series: NumberSeries) throws {
        try post(
            "INSERT INTO spent_number (series, number) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            series.rawValue, number)
    }

    /// - Throws: `BookkeepingError.numberTaken` for a number that a document had which is gone or has another now.
    func requireUnspent(_ number: Int64, of series: NumberSeries) throws {
        guard
            try exists(
                "SELECT 1 FROM spent_number WHERE series = ?1 AND number = ?2", series.rawValue, number)
        else { return }
        throw BookkeepingError.numberTaken(series, number)
    }
}
