import Bookkeeping
import Store
import Testing

@testable import Books

@Suite struct HomeCurrencyTests {
    /// - Parameter day: from which the rate holds; nil for today.
    private func setUp(_ book: Book, _ code: String, _ rate: String, from day: String? = nil) async throws {
        var draft = CurrencyDraft()
        draft.code = code
        draft.rate = try ExactDecimal(decimalText: rate, .sixDecimals)
        _ = try await book.create(draft.checked(), from: day.map { try CalendarDate(text: $0) })
    }

    private func change(_ book: Book, to code: String) async throws {
        try await book.store.write { try $0.setHomeCurrency(code) }
    }

    private func rates(_ book: Book, on day: String? = nil) async throws -> [String] {
        try await book.currencies(on: day.map { try CalendarDate(text: $0) }).map {
            "\($0.code) \($0.rate.decimalText)\($0.isHome ? " home" : "")"
        }
    }

    private func use(_ code: String, _ test: TestBook) async throws {
        try await test.add("Hafen", code: "HAFE01")
        try await test.book.store.write { try $0.run("UPDATE customer SET currency = ?1", code) }
    }

    @Test func aloneItIsReplaced() async throws {
        try await TestBook.run { test async throws in
            try await change(test.book, to: "GBP")
            #expect(try await test.book.currencies().map(\.id) == [1])
            try await change(test.book, to: "EUR")
            #expect(try await rates(test.book) == ["EUR 1.0000 home"])
            #expect(try await test.book.currencies()[0].name == "Euro")
        }
    }

    @Test func ratesBecomeRatesForTheNewOne() async throws {
        try await TestBook.run { test async throws in
            try await setUp(test.book, "EUR", "1.165")
            try await setUp(test.book, "USD", "1.3")
            try await change(test.book, to: "EUR")
            #expect(try await rates(test.book) == ["EUR 1.0000 home", "GBP 0.858369", "USD 1.11588"])
        }
    }

    @Test func aCustomersHomeCurrencyIsNotReplacedWithoutARate() async throws {
        try await TestBook.run { test async throws in
            try await use("GBP", test)
            let conflict = BookkeepingError.conflict(
                "GBP is still used by customer HAFE01: set EUR up with its rate first (POST /currencies).")
            await #expect(throws: conflict) { try await change(test.book, to: "EUR") }
            #expect(try await rates(test.book) == ["GBP 1.0000 home"])
            try await setUp(test.book, "EUR", "1.165")
            try await change(test.book, to: "EUR")
            #expect(try await rates(test.book) == ["EUR 1.0000 home", "GBP 0.858369"])
        }
    }

    @Test func ratesOfOtherDaysFollowToo() async throws {
        try await TestBook.run { test async throws in
            let book = test.book
            try await setUp(book, "DKK", "8.7")
            try await setUp(book, "USD", "1.25", from: "2026-01-01")
            try await rate(book, 2, "9.5", from: "2027-06-01")
            try await rate(book, 3, "1.6", from: "2027-01-01")
            try await change(book, to: "USD")
            #expect(try await rates(book) == ["DKK 6.9600", "GBP 0.8000", "USD 1.0000 home"])
            // The rate for one USD moves on a day on which the one for one GBP did not.
            #expect(
                try await rates(book, on: "2027-01-01") == ["DKK 5.4375", "GBP 0.6250", "USD 1.0000 home"])
            #expect(
                try await rates(book, on: "2027-07-01") == ["DKK 5.9375", "GBP 0.6250", "USD 1.0000 home"])
        }
    }

    @Test func thereAndBackAreTheSameRates() async throws {
        try await TestBook.run { test async throws in
            let book = test.book
            try await setUp(book, "DKK", "8.7")
            try await setUp(book, "USD", "1.25")
            try await rate(book, 2, "9.5", from: "2027-06-01")
            try await rename(book, 1, "Sterling")
            let before = try await book.currencies()
            try await change(book, to: "USD")
            try await change(book, to: "GBP")
            #expect(try await book.currencies() == before)
            #expect(
                try await rates(book, on: "2027-05-31") == ["DKK 8.7000", "GBP 1.0000 home", "USD 1.2500"])
            #expect(
                try await rates(book, on: "2027-07-01") == ["DKK 9.5000", "GBP 1.0000 home", "USD 1.2500"])
        }
    }

    private func rate(_ book: Book, _ id: Int64, _ rate: String, from day: String) async throws {
        var draft = CurrencyDraft()
        draft.rate = try ExactDecimal(decimalText: rate, .sixDecimals)
        _ = try await book.changeCurrency(id: id, to: draft.checked(), from: CalendarDate(text: day))
    }

    private func rename(_ book: Book, _ id: Int64, _ name: String) async throws {
        var draft = CurrencyDraft()
        draft.name = name
        _ = try await book.changeCurrency(id: id, to: draft.checked())
    }

    @Test func withoutARateItIsRefusedAndNothingChanges() async throws {
        try await TestBook.run { test async throws in
            try await setUp(test.book, "USD", "1.3")
            let before = try await rates(test.book)
            let conflict = BookkeepingError.conflict(
                "The rate of USD is for one GBP: set EUR up with its rate first (POST /currencies).")
            await #expect(throws: conflict) { try await change(test.book, to: "EUR") }
            #expect(try await rates(test.book) == before)
        }
    }

    @Test func aRateThatWouldVanishIsRefusedAndNothingChanges() async throws {
        try await TestBook.run { test async throws in
            try await setUp(test.book, "IRR", "1000000")
            try await setUp(test.book, "KWD", "0.000001")
            let before = try await rates(test.book)
            let conflict = BookkeepingError.conflict(
                "The rate of KWD for one IRR is out of range: delete KWD first.")
            await #expect(throws: conflict) { try await change(test.book, to: "IRR") }
            #expect(try await rates(test.book) == before)
        }
    }

    @Test func theOldOnesRateMayNotVanishEither() async throws {
        try await TestBook.run { test async throws in
            try await setUp(test.book, "IRR", "1000000000")
            let before = try await rates(test.book)
            let conflict = BookkeepingError.conflict(
                "The rate of GBP for one IRR is out of range: change the rate of IRR first.")
            await #expect(throws: conflict) { try await change(test.book, to: "IRR") }
            #expect(try await rates(test.book) == before)
        }
    }
}
