import Bookkeeping
import Testing

@Suite struct InvoiceStatusTests {
    /// Gross and paid in pence, and the days from today to the last day to pay.
    @Test(arguments: [
        (0, 0, -9, InvoiceStatus.notApplicable), (0, 0, 9, .notApplicable), (0, 5, 9, .overpaid),
        (100, 100, -9, .paid), (100, 100, 9, .paid), (100, 101, -9, .overpaid), (100, 101, 9, .overpaid),
        (100, 0, 0, .unpaid), (100, 0, 1, .unpaid), (100, 0, -1, .overdue), (100, 1, 0, .partPaid),
        (100, 99, -1, .overduePartPaid), (100, -1, 0, .partPaid),
        // A credit note is never overdue, and its signs are turned round.
        (-100, 0, -9, .unpaid), (-100, -1, -9, .partPaid), (-100, -100, -9, .paid),
        (-100, -101, -9, .overpaid),
        (-100, 1, -9, .partPaid),
    ])
    func followsFromTheAmountsAndTheDay(gross: Int64, paid: Int64, days: Int, status: InvoiceStatus) throws {
        let today = try CalendarDate(text: "2026-03-09")
        let due = try #require(today.adding(days: days))
        #expect(
            InvoiceStatus(
                gross: Money(minorUnits: gross), paid: Money(minorUnits: paid), dueOn: due, today: today)
                == status)
    }

    @Test(arguments: [
        (Int64(14), PaymentTerms.Start.issuedDate, "2026-05-12", "2026-05-26"),
        (0, .issuedDate, "2026-05-12", "2026-05-12"), (30, .issuedDate, "2026-12-31", "2027-01-30"),
        (0, .monthEnd, "2026-02-01", "2026-02-28"), (0, .monthEnd, "2028-02-29", "2028-02-29"),
        (30, .monthEnd, "2026-01-31", "2026-03-02"), (7, .monthEnd, "2026-12-01", "2027-01-07"),
        (3_650, .issuedDate, "9999-12-01", "9999-12-31"),
    ])
    func termsLeadToTheLastDayToPay(days: Int64, start: PaymentTerms.Start, issued: String, due: String)
        throws
    {
        let terms = PaymentTerms(days: days, after: start)
        #expect(try terms.due(from: CalendarDate(text: issued)) == CalendarDate(text: due))
    }

    @Test func daysOverdueCountOnlyWhileSomethingIsOwed() throws {
        var invoice = try InvoiceWorkshop().invoice(SalesLineDraft("1", at: "100"))
        let today = try CalendarDate(text: "2026-06-02")
        #expect(invoice.status(on: today) == .overdue && invoice.overdueDays(on: today) == 7)
        #expect(invoice.overdueDays(on: invoice.details.dueOn) == 0)
        invoice.payments.paid = invoice.totals.homeGross
        #expect(invoice.status(on: today) == .paid && invoice.overdueDays(on: today) == 0)
    }
}
