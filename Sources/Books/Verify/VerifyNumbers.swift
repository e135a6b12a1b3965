import Bookkeeping
import Store

extension Transaction {
    /// Check 10: no number was given twice, and none passes what the series has given; gaps are told and not wrong.
    func verifyNumbers(_ found: inout BookVerification) throws {
        for (series, select) in numbered {
            try verify(series, select, &found)
        }
    }

    private func verify(_ series: NumberSeries, _ select: SQL, _ found: inout BookVerification) throws {
        let highest =
            try first("SELECT highest FROM number_series WHERE series = ?1", series.rawValue) {
                $0.integer(0)
            }
            ?? series.start
        let spent = try Set(
            all("SELECT number FROM spent_number WHERE series = ?1", series.rawValue) { $0.integer(0) })
        var (last, gaps): (Int64, Int64) = (series.start, 0)
        var complaint: Complaint?
        try query(select, []) { row in
            let number = row.integer(0)
            if number == last {
                complaint = Complaint(10, "the \(series.rawValue) number \(number) is given twice")
            }
            if number > highest {
                complaint = Complaint(
                    10,
                    "the \(series.rawValue) number \(number) passes the highest that was given, \(highest)")
            }
            if spent.contains(number) {
                complaint = Complaint(10, "the \(series.rawValue) number \(number) was another one's before")
            }
            if number > last + 1 { gaps += number - last - 1 }
            last = number
            return complaint == nil
        }
        if let complaint { return found.note(complaint) }
        let unexplained = gaps - Int64(spent.lazy.filter { $0 < last }.count)
        if unexplained > 0 {
            found.notes.append("\(unexplained) \(series.rawValue) numbers were never given")
        }
    }
}

/// The numbers in use, in their order.
private let numbered: [(NumberSeries, SQL)] = [
    (.invoice, "SELECT number FROM invoice ORDER BY number"),
    (.quote, "SELECT number FROM quote ORDER BY number"),
    (.project, "SELECT number FROM project ORDER BY number"),
    (.recurringInvoice, "SELECT number FROM recurring_invoice ORDER BY number"),
]
