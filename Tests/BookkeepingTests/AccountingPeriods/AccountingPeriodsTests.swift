import Testing

@testable import Bookkeeping

@Suite struct AccountingPeriodsTests {
    private func day(_ text: String) throws -> CalendarDate { try CalendarDate(text: text) }

    private func periods(_ spans: (String, String)...) throws -> AccountingPeriods {
        AccountingPeriods(
            try zip(1..., spans).map { AccountingPeriod(id: $0, days: try day($1.0)...day($1.1)) })
    }

    @Test(arguments: [
        ("2026-03-09", "2025-04-01", "2026-03-31"), ("2026-04-01", "2026-04-01", "2027-03-31"),
        ("2026-03-31", "2025-04-01", "2026-03-31"), ("0001-01-01", "0001-01-01", "0001-03-31"),
        ("9999-12-31", "9999-04-01", "9999-12-31"),
    ])
    func aNewBookHasTheYearFromAprilToMarch(on today: String, from: String, to: String) throws {
        #expect(AccountingPeriods.first(holding: try day(today)) == (try day(from)...day(to)))
        #expect(AccountingPeriods([]).year(holding: try day(today)) == (try day(from)...day(to)))
    }

    /// The periods here are 15 months and then 3, so that years before and after go on from different days.
    @Test(arguments: [
        ("2025-06-30", "2025-01-01", "2026-03-31"), ("2026-05-01", "2026-04-01", "2026-06-30"),
        ("2024-12-31", "2024-01-01", "2024-12-31"), ("2023-07-01", "2023-01-01", "2023-12-31"),
        ("2026-07-01", "2026-07-01", "2027-06-30"), ("2029-06-30", "2028-07-01", "2029-06-30"),
    ])
    func beyondThePeriodsYearsGoOnFromTheNearest(day text: String, from: String, to: String) throws {
        let periods = try periods(("2025-01-01", "2026-03-31"), ("2026-04-01", "2026-06-30"))
        #expect(periods.year(holding: try day(text)) == (try day(from)...day(to)))
    }

    /// Ends of February: no day is in two years or in none.
    @Test func yearsThatBeginOnLeapDayMeet() throws {
        let periods = try periods(("2024-02-29", "2025-02-27"))
        var start = try day("2020-02-29")
        for _ in 0..<12 {
            let year = periods.year(holding: start)
            #expect(year.lowerBound == start)
            #expect(periods.year(holding: year.upperBound) == year)
            start = try #require(year.upperBound.adding(days: 1))
        }
        #expect(start.text == "2032-02-28")
    }

    @Test(arguments: [
        ("2026-04-01", "2026-04-01"), ("2026-04-01", "2027-09-30"), ("2026-04-01", "2027-03-31"),
    ])
    func aPeriodHasADayToEighteenMonths(from: String, to: String) throws {
        let days = try periods(("2025-04-01", "2026-03-31")).next(from: day(from), to: day(to))
        #expect(days == (try day(from)...day(to)))
    }

    @Test(arguments: [
        ("2026-04-02", "2027-03-31", ["StartDate must be 2026-04-01, the day after the last period ends"]),
        ("2026-03-31", "2027-03-31", ["StartDate must be 2026-04-01, the day after the last period ends"]),
        ("2026-04-01", "2026-03-31", ["EndDate must not be before StartDate"]),
        ("2026-04-01", "2027-10-01", ["EndDate must be before 2027-10-01: a period has at most 18 months"]),
        (
            "2027-01-01", "2026-01-01",
            [
                "StartDate must be 2026-04-01, the day after the last period ends",
                "EndDate must not be before StartDate",
            ]
        ),
    ])
    func anythingElseIsRefused(from: String, to: String, problems: [String]) throws {
        let periods = try periods(("2025-04-01", "2026-03-31"))
        let (from, to) = (try day(from), try day(to))
        let error = #expect(throws: BookkeepingError.self) { try periods.next(from: from, to: to) }
        guard case .invalid(let found) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.map(\.message) == problems.map { "\($0)." })
    }

    @Test func theFirstMayBeginOnAnyDay() throws {
        let days = try AccountingPeriods([]).next(from: day("2019-11-11"), to: day("2020-11-10"))
        #expect(days.lowerBound.text == "2019-11-11")
    }
}
