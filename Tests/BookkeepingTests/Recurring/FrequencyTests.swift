import Testing

@testable import Bookkeeping

@Suite struct FrequencyTests {
    @Test(arguments: [
        ("Weekly", ["2026-03-04", "2026-03-11", "2026-03-18"]),
        ("Monthly31", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("Monthly30", ["2027-01-30", "2027-02-28", "2027-03-30"]),
        ("MonthlyLeap", ["2028-01-29", "2028-02-29", "2028-03-29"]),
        ("Quarters", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31", "2027-03-31"]),
        ("LeapYearly", ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        ("Every10", ["2026-02-22", "2026-03-04", "2026-03-14"]),
    ])
    func theDatesAreTheCalendars(name: String, dates: [String]) throws {
        let frequency: Frequency =
            switch name {
            case "Weekly": .weekly(.wednesday)
            case "Monthly31": .monthly(day: 31)
            case "Monthly30": .monthly(day: 30)
            case "MonthlyLeap": .monthly(day: 29)
            case "Quarters": .multiMonth(day: 31, months: [3, 6, 9, 12])
            case "LeapYearly": .annually(like: try day("2024-02-29"))
            default: .periodically(days: 10, from: try day("2026-02-22"))
            }
        var found: [String] = []
        var next = frequency.first(onOrAfter: try day(dates[0]))
        while let run = next, found.count < dates.count {
            found.append(run.text)
            next = frequency.first(onOrAfter: try #require(run.adding(days: 1)))
        }
        #expect(found == dates)
    }

    @Test func thereIsNoDatePastTheLastYear() throws {
        #expect(Frequency.monthly(day: 1).first(onOrAfter: try day("9999-12-02")) == nil)
        #expect(Frequency.weekly(.monday).first(onOrAfter: .last) == nil)
        #expect(
            Frequency.annually(like: try day("2026-01-01")).first(onOrAfter: try day("9999-01-02")) == nil)
        #expect(Frequency.periodically(days: 7, from: .first).first(onOrAfter: .last) == nil)
    }

    /// Against going through every day and asking each whether it is one.
    @Test(arguments: 1...200)
    func eachDateIsTheFirstDayThatFits(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let start = try #require(
            CalendarDate(daysSince1970: Int64.random(in: -200_000...200_000, using: &random)))
        let frequency = anyFrequency(near: start, &random)
        let found = try #require(frequency.first(onOrAfter: start), "seed \(seed)")
        var day = start
        while !fits(day, frequency) { day = try #require(day.adding(days: 1)) }
        #expect(found == day, "seed \(seed): \(frequency) from \(start.text)")
        let until = try #require(start.adding(days: Int.random(in: 0...800, using: &random)))
        var last: CalendarDate?
        var next = frequency.first(onOrAfter: start)
        while let run = next, run <= until {
            last = run
            next = frequency.first(onOrAfter: try #require(run.adding(days: 1)))
        }
        #expect(frequency.last(onOrBefore: until, from: start) == last, "seed \(seed): \(frequency)")
    }

    private func anyFrequency(near start: CalendarDate, _ random: inout SplitMix) -> Frequency {
        let day = Int.random(in: 1...31, using: &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: return .weekly(Weekday.allCases.randomElement(using: &random) ?? .monday)
        case 1: return .monthly(day: day)
        case 2:
            let months = (0...Int.random(in: 0...5, using: &random)).map { _ in
                Int.random(in: 1...12, using: &random)
            }
            return .multiMonth(day: day, months: Set(months))
        case 3:
            return .annually(like: start.adding(days: Int.random(in: -400...400, using: &random)) ?? start)
        default:
            let from = start.adding(days: Int.random(in: -100...100, using: &random)) ?? start
            return .periodically(days: Int.random(in: 1...90, using: &random), from: from)
        }
    }

    private func fits(_ date: CalendarDate, _ frequency: Frequency) -> Bool {
        let isLast = date.adding(days: 1).map { $0.month != date.month } ?? true
        func isDay(_ day: Int) -> Bool { date.day == day || isLast && date.day < day }
        return switch frequency {
        case .weekly(let weekday): date.weekday == weekday
        case .monthly(let day): isDay(day)
        case .multiMonth(let day, let months): months.contains(date.month) && isDay(day)
        case .annually(let like): date.month == like.month && isDay(like.day)
        case .periodically(let days, let from): date >= from && from.days(to: date) % days == 0
        }
    }
}

@Suite struct WeekdayTests {
    @Test func daysOfTheWeekAreThoseOfTheCalendar() throws {
        #expect(try day("1970-01-01").weekday == .thursday)
        #expect(try day("2026-03-09").weekday == .monday)
        #expect(try day("1900-01-01").weekday == .monday)
        #expect(try day("0001-01-01").weekday == .monday)
        #expect(try day("2000-02-29").weekday == .tuesday)
    }

    @Test func namesAreReadInAnyCase() {
        #expect(Weekday(named: "FRIDAY") == .friday)
        #expect(Weekday(named: "Fri") == nil)
    }
}

func day(_ text: String) throws -> CalendarDate {
    try CalendarDate(text: text)
}
