import Testing

@testable import Bookkeeping

@Suite struct UKTimeTests {
    @Test(
        arguments: [
            // Milliseconds since 1970 of instants in UTC, and British clocks.
            (1_773_050_400_000, "2026-03-09 10:00:00"), (1_773_050_399_999, "2026-03-09 09:59:59"),
            // The clocks go forward at 01:00 UTC on 29 March 2026, and back on 25 October.
            (1_774_745_999_000, "2026-03-29 00:59:59"), (1_774_746_000_000, "2026-03-29 02:00:00"),
            (1_792_889_999_000, "2026-10-25 01:59:59"), (1_792_890_000_000, "2026-10-25 01:00:00"),
            (1_780_961_400_000, "2026-06-09 00:30:00"), (0, "1970-01-01 00:00:00"),
            (-1, "1969-12-31 23:59:59"),
        ] as [(Int64, String)])
    func anInstantIsWhatABritishClockShows(milliseconds: Int64, text: String) {
        #expect(CalendarDate.wireTextOfUKTime(atMilliseconds: milliseconds) == text)
    }

    @Test(
        arguments: [
            (CalendarDate(year: 2026, month: 3, day: 9), 1_773_014_400_000),
            // The Sundays on which clocks change begin by the old time.
            (CalendarDate(year: 2026, month: 3, day: 29), 1_774_742_400_000),
            (CalendarDate(year: 2026, month: 3, day: 30), 1_774_825_200_000),
            (CalendarDate(year: 2026, month: 10, day: 25), 1_792_882_800_000),
            (CalendarDate(year: 2026, month: 10, day: 26), 1_792_972_800_000),
        ] as [(CalendarDate?, Int64)])
    func aDayBeginsAtItsMidnight(day: CalendarDate?, milliseconds: Int64) throws {
        let day = try #require(day)
        #expect(day.startInUKMilliseconds == milliseconds)
        #expect(CalendarDate(inUKAtMilliseconds: milliseconds) == day)
        #expect(CalendarDate(inUKAtMilliseconds: milliseconds - 1) == day.adding(days: -1))
    }
}
