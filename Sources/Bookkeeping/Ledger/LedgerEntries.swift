/// A balanced set of entries on one date: what a document means to the books.
///
/// Two that are equal post the same, so a change from one to the other posts nothing.
public struct LedgerEntries: Hashable, Sendable {
    public let date: CalendarDate
    /// Those that are not of nothing, in the order given. A foreign penny that is nothing at home stays, so that the
    /// foreign amounts come to zero too.
    public let entries: [LedgerEntry]

    /// - Throws: `BookkeepingError.unbalanced` unless debits equal credits; `.amountOutOfRange` when their sum does
    ///   not fit.
    /// - Source: `ledger.md`, invariant 1.
    public init(on date: CalendarDate, _ entries: [LedgerEntry]) throws(BookkeepingError) {
        let sum = try entries.lazy.map(\.amount).total()
        guard sum == .zero else { throw .unbalanced(by: sum) }
        self.date = date
        self.entries = entries.filter { $0.amount != .zero || $0.foreign?.amount ?? .zero != .zero }
    }

    /// What undoes it: the exact negative, on the same date.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var reversal: LedgerEntries {
        get throws(BookkeepingError) {
            var reversed: [LedgerEntry] = []
            reversed.reserveCapacity(entries.count)
            for entry in entries { reversed.append(try entry.reversed) }
            return try LedgerEntries(on: date, reversed)
        }
    }

    /// What each nominal gains by it, in the order in which they come first.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var byNominal: [(nominal: Int64, amount: Money)] {
        get throws(BookkeepingError) {
            var totals: [(nominal: Int64, amount: Money)] = []
            var places: [Int64: Int] = [:]
            for entry in entries {
                if let place = places[entry.nominal] {
                    totals[place].amount = try totals[place].amount + entry.amount
                } else {
                    places[entry.nominal] = totals.count
                    totals.append((entry.nominal, entry.amount))
                }
            }
            return totals
        }
    }
}
