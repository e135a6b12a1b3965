/// On which days something comes again: from when, how often and how long.
///
/// - Source: `conventions.md`, Frequency and Duration; `invoices.md`, Recurring invoices.
public struct Schedule: Hashable, Sendable {
    /// No date lies before it.
    public var start: CalendarDate
    public var frequency: Frequency
    public var duration: RunDuration

    public init(start: CalendarDate, frequency: Frequency, duration: RunDuration) {
        self.start = start
        self.frequency = frequency
        self.duration = duration
    }

    /// The next date.
    ///
    /// - Parameter passed: the dates that have come and gone.
    /// - Returns: nil when there is none any more.
    public func next(after passed: PassedRuns) -> CalendarDate? {
        guard let next = upcoming(after: passed) else { return nil }
        return switch duration {
        case .indefinite: next
        case .count(let count): passed.count < count ? next : nil
        case .till(let last): next <= last ? next : nil
        case .disabled: nil
        }
    }

    /// The last date of all; nil for a schedule that goes on for ever, is disabled, or has no date.
    ///
    /// - Parameter passed: the dates that have come and gone.
    public func expiry(after passed: PassedRuns) -> CalendarDate? {
        switch duration {
        case .indefinite, .disabled: return nil
        case .till(let last):
            guard let next = next(after: passed) else { return passed.last }
            return frequency.last(onOrBefore: last, from: next)
        case .count(let count):
            guard var date = next(after: passed) else { return passed.last }
            for _ in stride(from: passed.count + 1, to: count, by: 1) {
                guard let next = date.adding(days: 1).flatMap({ frequency.first(onOrAfter: $0) }) else {
                    break
                }
                date = next
            }
            return date
        }
    }

    private func upcoming(after passed: PassedRuns) -> CalendarDate? {
        guard let last = passed.last else { return frequency.first(onOrAfter: start) }
        guard let day = last.adding(days: 1) else { return nil }
        return frequency.first(onOrAfter: max(start, day))
    }
}

/// The dates of a schedule that have come and gone, whether something was made on them or not.
public struct PassedRuns: Hashable, Sendable {
    public var count: Int64
    /// Nothing comes on this day or before it any more.
    public var last: CalendarDate?

    public init(count: Int64 = 0, last: CalendarDate? = nil) {
        self.count = count
        self.last = last
    }

    /// The same with one more.
    public func passing(_ date: CalendarDate) -> PassedRuns {
        PassedRuns(count: count + 1, last: date)
    }
}
