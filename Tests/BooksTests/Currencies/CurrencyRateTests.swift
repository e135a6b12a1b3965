import Bookkeeping
import Store
import Testing

@testable import Books

@Suite struct CurrencyRateTests {
    private func draft(_ code: String?, _ rate: String?) throws -> CheckedCurrencyDraft {
        var draft = CurrencyDraft()
        draft.code = code
        draft.rate = try rate.map { try ExactDecimal(decimalText: $0, .sixDecimals) }
        return try draft.checked()
    }

    private func day(_ text: String) throws -> CalendarDate { try CalendarDate(text: text) }

    private func rate(_ book: Book, _ id: Int64, _ day: String) async throws -> String {
        try await book.currency(id: id, on: self.day(day)).rate.decimalText
    }

    @Test func aRateHoldsFromItsDayUntilTheNext() async throws {
        try await TestBook.run { test async throws in
            let book = test.book
            let id = try await book.create(draft("EUR", "1.2"), from: day("2026-01-01")).id
            _ = try await book.changeCurrency(id: id, to: draft(nil, "1.1"), from: day("2026-02-01"))
            _ = try await book.changeCurrency(id: id, to: draft(nil, "1.3"), from: day("2026-04-01"))
            #expect(try await rate(book, id, "2025-12-31") == "1.2000")
            #expect(try await rate(book, id, "2026-01-01") == "1.2000")
            #expect(try await rate(book, id, "2026-01-31") == "1.2000")
            #expect(try await rate(book, id, "2026-02-01") == "1.1000")
            #expect(try await book.currency(id: id).rate.decimalText == "1.1000")
            #expect(try await rate(book, id, "2026-03-31") == "1.1000")
            #expect(try await rate(book, id, "2026-04-01") == "1.3000")
            _ = try await book.changeCurrency(id: id, to: draft(nil, "1.15"), from: day("2026-02-01"))
            #expect(try await rate(book, id, "2026-02-01") == "1.1500")
            #expect(try await rate(book, id, "2026-01-31") == "1.2000")
        }
    }

    @Test func theRateThatHoldsTodayIsNotNotedAnew() async throws {
        try await TestBook.run { test async throws in
            let book = test.book
            let id = try await book.create(draft("EUR", "1.2")).id
            test.clock.advance(by: .seconds(86_400 * 7))
            _ = try await book.changeCurrency(id: id, to: draft(nil, "1.2"))
            #expect(try await rows(book) == ["EUR/2026-03-09/1200000"])
            _ = try await book.changeCurrency(id: id, to: draft(nil, "1.25"))
            #expect(try await rows(book) == ["EUR/2026-03-09/1200000", "EUR/2026-03-16/1250000"])
            _ = try await book.changeCurrency(id: id, to: draft(nil, nil))
            #expect(try await rows(book).count == 2)
        }
    }

    private func rows(_ book: Book) async throws -> [String] {
        try await book.store.read { transaction in
            try transaction.all(
                """
                SELECT code || '/' || from_day || '/' || rate
                FROM currency_rate JOIN currency ON currency.id = currency_rate.currency ORDER BY code, from_day
                """
            ) { $0.text(0) }
        }
    }

    @Test func aBookBeginsWithItsHomeCurrencyAndCompany() async throws {
        try await TestBook.run { test async throws in
            let currencies = try await test.book.currencies()
            #expect(currencies.map(\.code) == ["GBP"])
            #expect(currencies[0].isHome && currencies[0].rate == .one)
            #expect(try await test.book.company().homeCurrency == currencies[0])
            #expect(try await test.book.company().address.countryCode == "GB")
            try await test.book.migrate()
            #expect(try await test.book.currencies() == currencies)
        }
    }

    @Test func aCurrencyThatComesWithARateIsSetUp() async throws {
        try await TestBook.run { test async throws in
            let (book, today) = (test.book, try day("2026-03-09"))
            let rate = try ExactDecimal(decimalText: "1.165", .sixDecimals)
            try await book.store.write { transaction in
                try transaction.requireCurrency(nil, rate: nil, on: today)
                try transaction.requireCurrency("GBP", rate: nil, on: today)
                try transaction.requireCurrency("EUR", rate: rate, on: today)
                try transaction.requireCurrency("EUR", rate: .one, on: today)
            }
            #expect(try await book.currencies().map(\.code) == ["EUR", "GBP"])
            #expect(try await self.rate(book, 2, "2026-03-09") == "1.1650")
            let problem = FieldProblem(
                "Currency.Code",
                "must be a currency that is set up; POST /currencies first or send Currency.ExchangeRate")
            await #expect(throws: BookkeepingError.invalid([problem])) {
                try await book.store.write { try $0.requireCurrency("USD", rate: nil, on: today) }
            }
        }
    }

    @Test func aBookFromBeforeSetsUpWhatItsCustomersAreIn() async throws {
        try await TestBook.run { test async throws in
            let book = test.book
            try await book.store.write { transaction in
                try transaction.run("DELETE FROM currency_rate")
                try transaction.run("DELETE FROM currency")
                try transaction.run("DELETE FROM company")
            }
            try await test.add("Hafen", code: "A")
            try await book.store.write { try $0.run("UPDATE customer SET currency = 'EUR'") }
            try await book.migrate()
            #expect(try await book.currencies().map(\.code) == ["EUR", "GBP"])
        }
    }
}
