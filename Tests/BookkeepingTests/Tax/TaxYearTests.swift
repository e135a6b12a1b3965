import Testing

@testable import Bookkeeping

@Suite struct TaxYearTests {
    @Test(arguments: [
        ("2026-04-05", "2025-26"), ("2026-04-06", "2026-27"), ("2026-01-01", "2025-26"),
        ("2026-12-31", "2026-27"), ("1999-04-06", "1999-00"), ("2009-04-05", "2008-09"),
    ])
    func itBeginsOnTheSixthOfApril(date: String, name: String) throws {
        #expect(try TaxYear(of: CalendarDate(text: date)).name == name)
    }
}
