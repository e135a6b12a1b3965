/// How far an invoice or credit note is paid. Worked out on each read, never set.
///
/// - Source: `invoices.md`, Status; spellings beyond the first two are inferred there.
public enum InvoiceStatus: String, CaseIterable, Sendable {
    case notApplicable = "NA"
    case paid = "Paid"
    case overpaid = "Overpaid"
    case overdue = "Overdue"
    case overduePartPaid = "OverduePartPaid"
    case partPaid = "PartPaid"
    case unpaid = "Unpaid"

    /// - Parameters:
    ///   - gross: home currency, negative for a credit note.
    ///   - paid: home currency.
    ///   - dueOn: the last day to pay.
    ///   - today: in the United Kingdom.
    public init(gross: Money, paid: Money, dueOn: CalendarDate, today: CalendarDate) {
        let isCreditNote = gross.isNegative
        // The signs of a credit note turned round, so that one rule reads both.
        let (owed, given) = isCreditNote ? (paid, gross) : (gross, paid)
        if gross == .zero, paid == .zero {
            self = .notApplicable
        } else if gross == paid {
            self = .paid
        } else if given > owed {
            self = .overpaid
        } else if !isCreditNote, dueOn < today {
            self = paid == .zero ? .overdue : .overduePartPaid
        } else {
            self = paid == .zero ? .unpaid : .partPaid
        }
    }
}

extension PaymentTerms {
    /// The last day to pay what was issued on a day.
    ///
    /// - Returns: the last day there is, where the terms lead past it.
    /// - Source: `invoices.md`, Due date.
    public func due(from issued: CalendarDate) -> CalendarDate {
        let start =
            switch self.start {
            case .issuedDate: issued
            case .monthEnd: issued.lastOfMonth
            }
        return start.adding(days: Int(days)) ?? .last
    }
}

extension CalendarDate {
    /// The last day of its month.
    public var lastOfMonth: CalendarDate {
        (28...31).reversed().lazy.compactMap { CalendarDate(year: self.year, month: self.month, day: $0) }
            .first ?? self
    }
}
