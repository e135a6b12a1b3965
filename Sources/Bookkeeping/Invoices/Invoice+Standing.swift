extension Invoice {
    /// How far it is paid on a day.
    public func status(on today: CalendarDate) -> InvoiceStatus {
        InvoiceStatus(gross: totals.homeGross, paid: payments.paid, dueOn: details.dueOn, today: today)
    }

    /// Days since it fell due, while something is owed on it; else 0.
    public func overdueDays(on today: CalendarDate) -> Int64 {
        switch status(on: today) {
        case .overdue, .overduePartPaid: Int64(details.dueOn.days(to: today))
        case .notApplicable, .paid, .overpaid, .partPaid, .unpaid: 0
        }
    }

    /// Under the construction reverse charge: the net of the lines with a VAT level, and the VAT that they would bear,
    /// for which the customer accounts. Document currency; zero for an ordinary invoice.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `invoices.md`, Reverse charge.
    public var reverseCharge: (net: Money, vat: Money) {
        get throws(BookkeepingError) {
            var (net, vat) = (Money.zero, Money.zero)
            guard details.isReverseCharge else { return (net, vat) }
            let rules = details.rules(posted)
            for line in lines where !line.isVATExempt && line.vatLevel > .zero {
                net = try net + line.net
                vat =
                    try vat
                    + rules.ruledVAT(
                        net: line.net, quantity: line.quantity, rate: line.rate, level: line.vatLevel)
            }
            return (net, vat)
        }
    }
}

extension CalendarDate {
    /// The first day of its month.
    public var firstOfMonth: CalendarDate {
        CalendarDate(year: self.year, month: self.month, day: 1) ?? self
    }
}
