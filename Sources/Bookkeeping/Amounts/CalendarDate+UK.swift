extension CalendarDate {
    /// The day it is in the United Kingdom at an instant.
    ///
    /// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
    /// October. The rule is applied to every year, so that no table of zones is needed.
    ///
    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z; held at the ends of the years 1 and 9999.
    /// - Source: Summer Time Act 1972 as amended by the Summer Time Order 2002.
    public init(inUKAtMilliseconds milliseconds: Int64) {
        let seconds = milliseconds.floored(by: 1_000)
        let summerHour: Int64 = Self.isSummerTime(seconds) ? 3_600 : 0
        // Safe from overflow: a count of milliseconds made into seconds leaves room.
        let days = (seconds + summerHour).floored(by: 86_400)
        self = CalendarDate(daysSince1970: days) ?? (days < 0 ? .first : .last)
    }

    static func isSummerTime(_ seconds: Int64) -> Bool {
        guard let utc = CalendarDate(daysSince1970: seconds.floored(by: 86_400)),
            let march = lastSunday(of: 3, year: utc.year), let october = lastSunday(of: 10, year: utc.year)
        else { return false }
        return seconds >= march * 86_400 + 3_600 && seconds < october * 86_400 + 3_600
    }

    /// Days since 1970 of the last Sunday of a month that has 31 days.
    private static func lastSunday(of month: Int, year: Int) -> Int64? {
        guard let end = CalendarDate(year: year, month: month, day: 31)?.daysSince1970 else { return nil }
        // 1970-01-01 was a Thursday: four days after a Sunday.
        let daysAfterSunday = (end + 4) - (end + 4).floored(by: 7) * 7
        return end - daysAfterSunday
    }
}

extension Int64 {
    /// The quotient rounded down, also below zero.
    func floored(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
