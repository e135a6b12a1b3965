import Testing

@testable import Bookkeeping

@Suite struct VATRateHistoryTests {
    private let history = VATRateHistory(rows: [
        ["IE", "standard", "2012-01-01", "23"], ["IE", "standard", "2020-09-01", "21"],
        ["IE", "standard", "2021-03-01", "23"], ["IE", "reduced", "2011-07-01", "9 13.5"],
        ["PL", "super-reduced", "2000-09-04", "3"], ["PL", "super-reduced", "2011-01-01", ""],
        ["DE", "parking", "2020-01-01", "12"],
    ])

    private func ireland(_ day: String) throws -> CountryVATRates {
        let rates = try history.rates(on: CalendarDate(text: day))
        return try #require(rates.first { $0.country.code == "IE" })
    }

    @Test(arguments: [
        ("2011-12-31", []), ("2012-01-01", ["23.0000"]), ("2020-08-31", ["23.0000"]),
        ("2020-09-01", ["21.0000"]), ("2021-02-28", ["21.0000"]), ("2021-03-01", ["23.0000"]),
    ])
    func aRateHoldsFromItsDayUntilTheNext(day: String, rates: [String]) throws {
        #expect(try ireland(day).standard.map(\.decimalText) == rates)
    }

    @Test func kindsDoNotReplaceEachOther() throws {
        let rates = try ireland("2026-03-09")
        #expect(rates.standard.map(\.decimalText) == ["23.0000"])
        #expect(rates.reduced.map(\.decimalText) == ["9.0000", "13.5000"])
        #expect(rates.superReduced.isEmpty && rates.parking.isEmpty)
    }

    @Test func aKindCanEnd() throws {
        let before = try history.rates(on: CalendarDate(text: "2010-12-31"))
        let after = try history.rates(on: CalendarDate(text: "2011-01-01"))
        #expect(before.last?.superReduced.map(\.decimalText) == ["3.0000"])
        #expect(after.last?.country.code == "PL" && after.last?.superReduced.isEmpty == true)
    }

    @Test func countriesStandByName() {
        #expect(history.rates(on: .last).map(\.country.code) == ["DE", "IE", "PL"])
    }
}
