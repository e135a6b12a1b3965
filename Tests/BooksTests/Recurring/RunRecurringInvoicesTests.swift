import Bookkeeping
import Store
import Testing

@testable import Books

@Suite struct RunRecurringInvoicesTests {
    @Test func everyMissedDateIsMadeOnceInTheOrderOfDates() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.add("Abbey Bells", code: "ABBE01") {
                $0.paymentTerms = PaymentTerms(days: 14, after: .issuedDate)
            }
            try await test.addTemplate()
            try await test.addTemplate("ABBE01", start: "2026-02-10", day: 10)
            #expect(try await test.run(until: "2026-03-09") == 3)
            #expect(
                try await test.invoices() == [
                    "1: 2026-01-31 500.00 paid 0.00",
                    "2: 2026-02-10 500.00 paid 0.00",
                    "3: 2026-02-28 500.00 paid 0.00",
                ])
            let due = try await test.book.store.read { try $0.invoice(number: 2).details.dueOn.text }
            #expect(due == "2026-02-24")
            #expect(try await test.run(until: "2026-03-09") == 0)
            #expect(try await test.run(until: "2026-03-31") == 2)
            #expect(
                try await test.runs() == [
                    "2026-01-31 made 1", "2026-02-10 made 2", "2026-02-28 made 3", "2026-03-10 made 4",
                    "2026-03-31 made 5",
                ])
        }
    }

    @Test func aCountEndsIt() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.addTemplate(count: 2)
            #expect(try await test.run(until: "2027-01-01") == 2)
            let template = try await test.book.store.read { try $0.recurringInvoice(number: 1) }
            #expect(template.nextOn == nil && template.passed.count == 2)
            #expect(template.expiresOn?.text == "2026-02-28")
        }
    }

    @Test func leapDaysComeOnTheLastOfFebruary() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.addTemplate(start: "2024-02-29", type: "Annually")
            #expect(try await test.run(until: "2028-03-01") == 5)
            #expect(
                try await test.runs().map { $0.prefix(10) } == [
                    "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29",
                ])
        }
    }

    @Test func aPaymentComesWithEachInvoice() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.addTemplate(count: 1) { $0.payment.kind = .full }
            try await test.addTemplate(count: 1) {
                $0.payment.kind = .partial
                $0.payment.amount = Money(minorUnits: 120_00)
            }
            #expect(try await test.run(until: "2026-03-09") == 2)
            #expect(
                try await test.invoices() == [
                    "1: 2026-01-31 500.00 paid 500.00",
                    "2: 2026-01-31 500.00 paid 120.00",
                ])
        }
    }

    @Test func aLockedDateIsPassedAndToldOnceAndMadeOnAnOpenDay() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.addTemplate()
            try await test.lock(until: "2026-02-15")
            #expect(try await test.run(until: "2026-03-09") == 1)
            #expect(try await test.runs() == ["2026-01-31 locked 0", "2026-02-28 made 1"])
            let missed = try await test.book.missedRuns()
            #expect(missed.map(\.date.text) == ["2026-01-31"])
            #expect(missed.first?.reason == "The books are locked up to 2026-02-15.")
            // It is not tried again by itself.
            #expect(try await test.run(until: "2026-03-09") == 0)
            let before = try await test.everything()
            await #expect(throws: BookkeepingError.self) {
                _ = try await test.run(until: "2026-02-15", replacing: "2026-02-15")
            }
            #expect(try await test.everything() == before)
            #expect(try await test.run(until: "2026-03-09", replacing: "2026-03-09") == 1)
            #expect(try await test.invoices().last == "2: 2026-03-09 500.00 paid 0.00")
            #expect(try await test.runs() == ["2026-01-31 made 2", "2026-02-28 made 1"])
            #expect(try await test.run(until: "2026-03-09", replacing: "2026-03-09") == 0)
            #expect(try await test.book.missedRuns().isEmpty)
        }
    }

    @Test func aRunGivenAnOpenDayMakesLockedDatesOnIt() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.addTemplate()
            try await test.lock(until: "2026-02-15")
            #expect(try await test.run(until: "2026-03-09", replacing: "2026-03-05") == 2)
            #expect(
                try await test.invoices() == [
                    "1: 2026-03-05 500.00 paid 0.00",
                    "2: 2026-02-28 500.00 paid 0.00",
                ])
        }
    }

    @Test func anArchivedCustomerSkipsTheDateAndGoesOnLater() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01") { $0.isArchived = true }
            try await test.addTemplate()
            #expect(try await test.run(until: "2026-02-01") == 0)
            #expect(try await test.book.missedRuns().map(\.outcome) == [.archived])
            try await test.book.store.write { _ = try $0.run("UPDATE customer SET is_archived = 0") }
            #expect(try await test.run(until: "2026-03-09", replacing: "2026-03-09") == 1)
            #expect(try await test.runs() == ["2026-01-31 archived 0", "2026-02-28 made 1"])
        }
    }

    @Test func whatTheBooksRefuseIsPassedWithTheReason() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.addTemplate { $0.payment.kind = .full }
            try await test.book.store.write {
                _ = try $0.run("UPDATE recurring_invoice SET payment_account = 99")
            }
            #expect(try await test.run(until: "2026-02-01") == 0)
            #expect(try await test.invoices().isEmpty)
            let missed = try await test.book.missedRuns()
            #expect(missed.map(\.outcome) == [.refused])
            #expect(missed.first?.reason?.contains("AccountId must be") == true, "\(missed)")
            for run in missed { try await test.book.markTold(run) }
            #expect(try await test.book.missedRuns().isEmpty)
        }
    }

    @Test func tokensInTextsStandForTheInvoicesOwn() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01") {
                $0.paymentTerms = PaymentTerms(days: 14, after: .issuedDate)
            }
            try await test.addTemplate(count: 2) { draft in
                draft.reference = "R-#INVNUM#"
                draft.lines[0].description =
                    "#NAME# ([CUSTCODE]), #TOTAL# by #INVDUE#, #PAYMENTTERMS# days #UNKNOWN#"
            }
            #expect(try await test.run(until: "2026-03-09") == 2)
            let invoice = try await test.book.store.read { try $0.invoice(number: 2) }
            #expect(invoice.details.reference == "R-2")
            #expect(
                invoice.lines.first?.description
                    == "Harbour Joinery (HARB01), £500.00 by 14/03/2026, 14 days #UNKNOWN#")
        }
    }

    @Test func whatWasDisabledOwesNothingOfTheTimeInBetween() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            let number = try await test.addTemplate { $0.schedule.durationType = "Disabled" }
            #expect(try await test.run(until: "2026-03-09") == 0)
            var draft = RecurringInvoiceDraft()
            draft.customerCode = "HARB01"
            draft.schedule.start = try CalendarDate(text: "2026-01-31")
            (draft.schedule.frequencyType, draft.schedule.durationType) = ("Monthly", "Indefinite")
            var line = SalesLineDraft()
            (line.description, line.rate) = ("Rent", .one)
            draft.lines = [line]
            let changed = try await test.book.changeRecurringInvoice(number, to: draft.checked())
            #expect(changed.template.template.nextOn?.text == "2026-03-31")
        }
    }

    @Test func aForeignTemplateTakesTheRateOfTheDayWhereItAsks() async throws {
        try await TestBook.run { test in
            var euro = CurrencyDraft()
            euro.rate = ExactDecimal(millionths: 1_250_000)
            let draft = euro
            try await test.book.store.write { transaction in
                let id = try transaction.insertCurrency("EUR", draft)
                try transaction.setRate(
                    ExactDecimal(millionths: 1_250_000), ofCurrency: id,
                    from: CalendarDate(text: "2026-01-01"))
                try transaction.setRate(
                    ExactDecimal(millionths: 1_000_000), ofCurrency: id,
                    from: CalendarDate(text: "2026-02-01"))
            }
            try await test.add("Harbour Joinery", code: "HARB01") { $0.currencyCode = "EUR" }
            for isLatest in [false, true] {
                try await test.addTemplate(count: 2) {
                    $0.currencyCode = "EUR"
                    $0.exchangeRate = ExactDecimal(millionths: 2_000_000)
                    $0.usesLatestRate = isLatest
                }
            }
            #expect(try await test.run(until: "2026-03-09") == 4)
            #expect(
                try await test.invoices() == [
                    "1: 2026-01-31 250.00 paid 0.00",
                    "2: 2026-01-31 400.00 paid 0.00",
                    "3: 2026-02-28 250.00 paid 0.00",
                    "4: 2026-02-28 500.00 paid 0.00",
                ])
        }
    }
}
