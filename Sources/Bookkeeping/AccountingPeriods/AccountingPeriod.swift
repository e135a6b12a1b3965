/// One financial year, or what stands for one.
public struct AccountingPeriod: Hashable, Sendable {
    public let id: Int64
    public let days: ClosedRange<CalendarDate>

    public init(id: Int64, days: ClosedRange<CalendarDate>) {
        self.id = id
        self.days = days
    }
}

/// The financial years of a book, each beginning the day after the one before it ends.
///
/// - Source: `nominals.md`, Accounting periods and year end.
public struct AccountingPeriods: Hashable, Sendable {
    /// Earliest first.
    public let all: [AccountingPeriod]

    /// Months that a period can have at most.
    public static let monthsMax = 18

    /// - Parameter all: earliest first.
    public init(_ all: [AccountingPeriod]) {
        self.all = all
    }

    /// A new period's days, where they may follow what there is.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func next(from start: CalendarDate, to end: CalendarDate) throws(BookkeepingError)
        -> ClosedRange<CalendarDate>
    {
        var check = FieldCheck()
        if let last = all.last?.days.upperBound, last.adding(days: 1) != start {
            let wanted = last.adding(days: 1).map { "must be \($0.text)" } ?? "can't be"
            check.refuse("StartDate", "\(wanted), the day after the last period ends")
        }
        if end < start {
            check.refuse("EndDate", "must not be before StartDate")
        } else if let beyond = start.adding(months: Self.monthsMax), end >= beyond {
            check.refuse(
                "EndDate", "must be before \(beyond.text): a period has at most \(Self.monthsMax) months")
        }
        try check.finish()
        return start...max(start, end)
    }

    /// The financial year that holds a day: a period, or beyond all of them the year of twelve months that continues
    /// from the nearest one.
    public func year(holding day: CalendarDate) -> ClosedRange<CalendarDate> {
        if let period = all.first(where: { $0.days.contains(day) }) { return period.days }
        guard let first = all.first?.days.lowerBound, let last = all.last?.days.upperBound else {
            return Self.year(holding: day, beginningOn: Self.usualStart)
        }
        return Self.year(holding: day, beginningOn: day < first ? first : last.adding(days: 1) ?? first)
    }

    /// What a new book has: the year from April to March that holds a day.
    public static func first(holding day: CalendarDate) -> ClosedRange<CalendarDate> {
        year(holding: day, beginningOn: usualStart)
    }

    /// The first of April; of which year counts for nothing.
    private static let usualStart = CalendarDate(year: 2_001, month: 4, day: 1) ?? .first

    /// The year of twelve months that holds `day`, of those that begin on a day of the year. One that begins on
    /// 29 February begins on the 28th where there is none.
    private static func year(
        holding day: CalendarDate, beginningOn start: CalendarDate
    ) -> ClosedRange<CalendarDate> {
        var years = day.year - start.year
        if start.adding(months: years * 12) ?? .first > day { years -= 1 }
        let from = start.adding(months: years * 12) ?? .first
        let next = start.adding(months: (years + 1) * 12)?.adding(days: -1) ?? .last
        return from...max(from, next)
    }
}
