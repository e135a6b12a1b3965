import Bookkeeping
import Testing

@Suite struct CalendarDateTests {
    @Test func daysFollowEachOtherThroughTwoCenturies() throws {
        var (year, month, day) = (1_899, 12, 31)
        var days = try #require(CalendarDate(year: year, month: month, day: day)).daysSince1970
        #expect(days == -25_568)
        while year < 2_101 {
            day += 1
            if CalendarDate(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            days += 1
            let date = try #require(CalendarDate(year: year, month: month, day: day))
            guard date.daysSince1970 == days, CalendarDate(daysSince1970: days) == date else {
                Issue.record("\(date.text) is not \(days) days after 1970")
                return
            }
        }
        #expect(CalendarDate(daysSince1970: 0)?.text == "1970-01-01")
    }

    @Test func theCalendarHasTwoEnds() {
        #expect(CalendarDate(daysSince1970: CalendarDate.first.daysSince1970) == .first)
        #expect(CalendarDate(daysSince1970: CalendarDate.last.daysSince1970) == .last)
        #expect(CalendarDate.first.adding(days: -1) == nil)
        #expect(CalendarDate.last.adding(days: 1) == nil)
        #expect(CalendarDate.last.adding(days: Int.max) == nil)
        #expect(CalendarDate.first.adding(days: 3_652_058) == .last)
        #expect(CalendarDate.first.days(to: .last) == 3_652_058)
    }

    @Test(arguments: [
        "2026-03-09", "2026/03/09", "20260309", "2026-03-09 12:00:00", "2026-03-09T00:00:00",
        "2026-03-09T00:00",
        "2026-03-09T23:59:59.9999999", "2026-03-09 12:00:00 +05:30", "2026-03-09T00:00:00.0000000+01:00",
        "2026-03-09T00:00:00+14:00", "2026-03-09T23:59:59Z", "2026-03-09T00:00:00.0000000 00:00",
    ])
    func clientsWriteADayInManyWays(text: String) throws {
        #expect(try CalendarDate(text: text).text == "2026-03-09")
    }

    @Test(arguments: [
        ("2026-06-08T22:59:59Z", "2026-06-08"), ("2026-06-08T23:00:00.000Z", "2026-06-09"),
        ("2026-12-31T23:59:59Z", "2026-12-31"), ("2026-03-28T23:30:00Z", "2026-03-28"),
        ("2026-03-29T23:30:00Z", "2026-03-30"), ("2026-10-24T23:30:00Z", "2026-10-25"),
        ("2026-10-25T23:30:00Z", "2026-10-25"),
    ])
    func anInstantInUTCIsItsDayInTheUnitedKingdom(text: String, day: String) throws {
        #expect(try CalendarDate(text: text).text == day)
    }

    @Test(arguments: [
        "", "2026", "2026-3-9", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
        "2026-03/09", "2026-0309", "202603-09", "2026-03-09T", "2026-03-09 24:00:00", "2026-03-09 12:60",
        "2026-03-09 12:00:00 +25:00", "2026-03-09 12:00:00 GMT", "2026-03-09 12:00:0005:30",
        "2026-03-09T12:00:00.Z", "20260309T120000",
        "2026-03-09Z", " 2026-03-09", "2026-03-09 ", "09/03/2026", "٢٠٢٦-٠٣-٠٩", "2026-03-09\u{0}",
    ])
    func otherTextIsNoDate(text: String) {
        #expect(throws: BookkeepingError.notADate(text)) { try CalendarDate(text: text) }
    }

    @Test func summerTimeTurnsOnTheHour() throws {
        // In 2026 it runs from 29 March to 25 October; midnight in London is 23:00 UTC in between.
        let july = try #require(CalendarDate(year: 2_026, month: 7, day: 1)).daysSince1970 * 86_400_000
        #expect(CalendarDate(inUKAtMilliseconds: july - 3_600_001).text == "2026-06-30")
        #expect(CalendarDate(inUKAtMilliseconds: july - 3_600_000).text == "2026-07-01")
        let january = try #require(CalendarDate(year: 2_026, month: 1, day: 1)).daysSince1970 * 86_400_000
        #expect(CalendarDate(inUKAtMilliseconds: january - 1).text == "2025-12-31")
        #expect(CalendarDate(inUKAtMilliseconds: january).text == "2026-01-01")
        #expect(CalendarDate(inUKAtMilliseconds: -1).text == "1969-12-31")
        #expect(CalendarDate(inUKAtMilliseconds: .min) == .first)
        #expect(CalendarDate(inUKAtMilliseconds: .max) == .last)
    }

    @Test func theWireHasDatesAtNoon() throws {
        #expect(try CalendarDate(text: "20240229").wireText == "2024-02-29 12:00:00")
        #expect(CalendarDate.never.wireText == "1900-01-01 12:00:00")
        #expect(CalendarDate.first.text == "0001-01-01")
    }
}
