extension CalendarDate {
    /// The first instant of this day in the United Kingdom, in milliseconds since 1970 UTC.
    ///
    /// Summer time begins and ends at 01:00 UTC, never at midnight, so every day begins once.
    public var startInUKMilliseconds: Int64 {
        let midnight = daysSince1970 * 86_400
        let summerMidnight = midnight - 3_600
        return (Self.isSummerTime(summerMidnight) ? summerMidnight : midnight) * 1_000
    }

    /// `2026-06-09 00:30:00`: what a calendar and a clock in the United Kingdom show at an instant, to the second
    /// that has begun.
    ///
    /// In the hour that autumn repeats two instants have one text.
    /// - Parameter milliseconds: since 1970 UTC; held at the ends of the years 1 and 9999.
    public static func wireTextOfUKTime(atMilliseconds milliseconds: Int64) -> String {
        let seconds = milliseconds.floored(by: 1_000)
        let local = seconds + (isSummerTime(seconds) ? 3_600 : 0)
        let time = local - local.floored(by: 86_400) * 86_400
        let parts = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(CalendarDate(inUKAtMilliseconds: milliseconds).text) \(parts.joined(separator: ":"))"
    }
}
