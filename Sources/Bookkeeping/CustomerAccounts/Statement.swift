/// What happened on a customer's account in a period, with a running balance, home currency.
///
/// - Source: `documents.md`, Statement.
public struct Statement: Hashable, Sendable {
    /// One row of it.
    public struct Row: Hashable, Sendable {
        public let row: StatementRow
        /// What is owed after it.
        public let balance: Money
    }

    /// Owed before the first row.
    public let opening: Money
    /// Owed after the last.
    public let closing: Money
    public let rows: [Row]

    /// - Parameters:
    ///   - opening: what came before the period.
    ///   - rows: of the period, in any order.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public init(opening: Money, _ rows: [StatementRow]) throws(BookkeepingError) {
        self.opening = opening
        var balance = opening
        var told: [Row] = []
        for row in rows.sorted(by: {
            ($0.date, $0.number, $0.kind.rawValue, $0.id) < ($1.date, $1.number, $1.kind.rawValue, $1.id)
        }) {
            balance = try balance + row.amount
            told.append(Row(row: row, balance: balance))
        }
        self.rows = told
        closing = balance
    }

    /// The sum of what made the balance larger.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var debit: Money {
        get throws(BookkeepingError) { try rows.lazy.map(\.row.amount).filter { $0 > .zero }.total() }
    }

    /// The sum of what made it smaller, above zero.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var credit: Money {
        get throws(BookkeepingError) { try -rows.lazy.map(\.row.amount).filter(\.isNegative).total() }
    }
}

/// What stands in one row of a statement.
public struct StatementRow: Hashable, Sendable {
    /// By its name on the wire.
    public enum Kind: String, CaseIterable, Sendable {
        case invoice = "Invoice"
        case creditNote = "CreditNote"
        case payment = "Payment"
        case unallocated = "UnallocatedPayment"
        case refund = "Refund"
    }

    public let kind: Kind
    /// Of the document, the payment or the bank transaction.
    public let id: Int64
    /// The document's number; 0 for what is on none.
    public let number: Int64
    public let date: CalendarDate
    /// Home currency: positive makes the balance larger.
    public let amount: Money
    public let reference: String?
    public let text: String?
    public let dueOn: CalendarDate?
    /// Of an invoice or credit note.
    public let gross: Money
    public let paid: Money
    public let linkKey: String?

    public init(
        kind: Kind, id: Int64, number: Int64, date: CalendarDate, amount: Money, reference: String? = nil,
        text: String? = nil, dueOn: CalendarDate? = nil, gross: Money = .zero, paid: Money = .zero,
        linkKey: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.number = number
        self.date = date
        self.amount = amount
        self.reference = reference
        self.text = text
        self.dueOn = dueOn
        self.gross = gross
        self.paid = paid
        self.linkKey = linkKey
    }
}
