/// What a customer has to their credit and may use on an invoice.
///
/// - Source: `payments.md`, Credits.
public struct Credit: Hashable, Sendable {
    /// Raw values are those of the wire.
    public enum Kind: String, CaseIterable, Sendable {
        /// Money received before its invoice; the id is the bank transaction's.
        case advance = "AdvancePayment"
        /// A credit note; the id is its own.
        case creditNote = "CreditNote"
        /// More paid on another invoice than was due; the id is the payment's that passed it.
        case overpayment = "OverPayment"
    }

    public let kind: Kind
    public let id: Int64
    /// Still free, home currency; above zero.
    public let amount: Money
    public let date: CalendarDate
    public let comment: String?
    /// The invoice or credit note that it lies on; nil for an advance.
    public let document: Int64?

    public init(
        _ kind: Kind, id: Int64, amount: Money, date: CalendarDate, comment: String?, document: Int64? = nil
    ) {
        self.kind = kind
        self.id = id
        self.amount = amount
        self.date = date
        self.comment = comment
        self.document = document
    }

    /// What is over on an invoice on which too much was paid, by the payments that passed it, the latest first.
    ///
    /// - Parameters:
    ///   - excess: paid less what was due, above zero.
    ///   - payments: of the invoice.
    public static func overpayments(_ payments: [Payment], excess: Money) -> [Credit] {
        var rest = excess
        var credits: [Credit] = []
        for payment in payments.sorted(by: { ($0.date, $0.id) > ($1.date, $1.id) })
        where payment.amount > .zero {
            guard rest > .zero else { break }
            let part = min(payment.amount, rest)
            credits.append(
                Credit(
                    .overpayment, id: payment.id, amount: part, date: payment.date, comment: payment.note,
                    document: payment.document.id))
            rest = Money(minorUnits: rest.minorUnits - part.minorUnits)
        }
        return credits
    }
}

/// A credit that is to be used, as a client sent it.
public struct CreditUse: Hashable, Sendable {
    public var id: Int64 = 0
    public var kind: Credit.Kind?
    /// Nil for all that is free.
    public var amount: Money?

    public init() {}
}
