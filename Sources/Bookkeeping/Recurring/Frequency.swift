/// How often something comes again.
///
/// - Source: `invoices.md`, Recurring invoices, Frequency.
public enum Frequency: Hashable, Sendable {
    case weekly(Weekday)
    /// On this day of the month, 1 to 31, or its last where it is shorter.
    case monthly(day: Int)
    /// The same in some months only, 1 to 12, at least one.
    case multiMonth(day: Int, months: Set<Int>)
    /// On the day and month of a date; what is of 29 February comes on the 28th in common years.
    case annually(like: CalendarDate)
    /// Every so many days from a date, at least one.
    case periodically(days: Int, from: CalendarDate)

    /// The names on the wire and in the tables.
    public enum Kind: String, CaseIterable, Sendable {
        case monthly = "Monthly"
        case annually = "Annually"
        case weekly = "Weekly"
        case multiMonth = "MultiMonth"
        case periodically = "Periodically"

        /// - Parameter name: in any case.
        public init?(named name: String) {
            let name = name.lowercased()
            guard let kind = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
                return nil
            }
            self = kind
        }
    }

    public var kind: Kind {
        switch self {
        case .weekly: .weekly
        case .monthly: .monthly
        case .multiMonth: .multiMonth
        case .annually: .annually
        case .periodically: .periodically
        }
    }

    /// Its first date that is not before `date`; nil past the year 9999.
    public func first(onOrAfter date: CalendarDate) -> CalendarDate? {
        switch self {
        case .weekly(let weekday): return date.first(weekday)
        case .monthly(let day): return first(on: day, of: nil, onOrAfter: date)
        case .multiMonth(let day, let months): return first(on: day, of: months, onOrAfter: date)
        case .annually(let like):
            return first(on: like.day, of: [like.month], onOrAfter: date)
        case .periodically(let days, let from):
            let passed = from.days(to: date)
            guard passed > 0 else { return from }
            return from.adding(days: (passed + days - 1) / days * days)
        }
    }

    /// Its last date that is not after `date`, of those that are not before `start`; nil when there is none.
    func last(onOrBefore date: CalendarDate, from start: CalendarDate) -> CalendarDate? {
        let back = date.adding(days: -longestPause) ?? .first
        var found: CalendarDate?
        var next = first(onOrAfter: max(start, back))
        while let run = next, run <= date {
            found = run
            next = run.adding(days: 1).flatMap { first(onOrAfter: $0) }
        }
        return found
    }

    /// No two dates lie further apart than this, in days.
    private var longestPause: Int {
        switch self {
        case .weekly: 7
        case .monthly: 31
        case .multiMonth, .annually: 366
        case .periodically(let days, _): days
        }
    }

    private func first(on day: Int, of months: Set<Int>?, onOrAfter date: CalendarDate) -> CalendarDate? {
        var month = CalendarDate(year: date.year, month: date.month, day: 1)
        // A year and the month it ends in hold every month twice at its ends.
        for _ in 0...12 {
            guard let first = month else { return nil }
            if months?.contains(first.month) ?? true {
                let run = CalendarDate(year: first.year, month: first.month, day: day) ?? first.lastOfMonth
                if run >= date { return run }
            }
            month = first.adding(months: 1)
        }
        return nil
    }
}
