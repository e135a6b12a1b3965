/// The balance of every nominal on one day.
public struct TrialBalance: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// The nominal's id.
        public let nominal: Int64
        public let code: Int64
        public let name: String
        public let type: NominalType
        /// Debits less credits, home currency.
        public let balance: Money

        public init(nominal: Int64, code: Int64, name: String, type: NominalType, balance: Money) {
            self.nominal = nominal
            self.code = code
            self.name = name
            self.type = type
            self.balance = balance
        }
    }

    /// The last day that counts.
    public let date: CalendarDate
    /// Nominals with a balance, by code.
    public let rows: [Row]

    public init(on date: CalendarDate, _ rows: [Row]) {
        self.date = date
        self.rows = rows
    }

    /// Debits less credits of all: zero, or the books are damaged.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `ledger.md`, "What must always hold".
    public var difference: Money {
        get throws(BookkeepingError) { try rows.lazy.map(\.balance).total() }
    }
}
