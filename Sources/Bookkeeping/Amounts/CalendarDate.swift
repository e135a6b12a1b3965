/// A day of the (proleptic) Gregorian calendar, from 0001-01-01 to 9999-12-31: the date of a document,
/// without time or zone.
public struct CalendarDate: Hashable, Sendable {
    /// `YYYYMMDD` as a number, which sorts as the days do.
    private let number: Int32

    public var year: Int { Int(number / 10_000) }
    public var month: Int { Int(number / 100 % 100) }
    public var day: Int { Int(number % 100) }

    /// - Returns: nil when the calendar has no such day, as 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(month, year: year)
        else { return nil }
        number = Int32(year * 10_000 + month * 100 + day)
    }

    private init(_ civil: (year: Int64, month: Int64, day: Int64)) {
        number = Int32(civil.year * 10_000 + civil.month * 100 + civil.day)
    }

    /// 0001-01-01.
    public static let first = CalendarDate((1, 1, 1))
    /// 9999-12-31.
    public static let last = CalendarDate((9_999, 12, 31))
    /// 1900-01-01, which stands on the wire for an event that never was, as a customer's first invoice.
    public static let never = CalendarDate((1_900, 1, 1))

    private static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: Comparable {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.number < right.number
    }
}

extension CalendarDate {
    /// Days since 1970-01-01, negative before it.
    ///
    /// - Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    public var daysSince1970: Int64 {
        let (year, month) = (Int64(year), Int64(month))
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + Int64(day) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// - Returns: nil outside the years 1 to 9999.
    /// - Source: Howard Hinnant, `civil_from_days`.
    public init?(daysSince1970 days: Int64) {
        guard days >= Self.first.daysSince1970, days <= Self.last.daysSince1970 else { return nil }
        // From year 1 on the count from 0000-03-01 is never negative.
        let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init((year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
    }

    /// The day so many days later, or earlier when negative; nil outside the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(Int64(days))
        return overflow ? nil : CalendarDate(daysSince1970: sum)
    }

    /// How many days from `self` to `other`; negative when `other` is earlier.
    public func days(to other: CalendarDate) -> Int {
        Int(other.daysSince1970 - daysSince1970)
    }
}
