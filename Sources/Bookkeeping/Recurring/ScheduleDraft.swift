/// A schedule as a client sent it, as it stands in the objects `Frequency` and `Duration`. What is nil was left out.
public struct ScheduleDraft: Hashable, Sendable {
    public var start: CalendarDate?
    public var frequencyType: String?
    /// 0 where it is not used.
    public var dayOfMonth: Int64?
    public var weekDay: String?
    public var months: [Int64] = []
    /// What a yearly or periodic schedule counts from; `start` where it is nil.
    public var frequencyStart: CalendarDate?
    /// Days, 0 where it is not used.
    public var interval: Int64?
    public var durationType: String?
    public var recurCount: Int64?
    public var till: CalendarDate?

    public init() {}
}

extension FieldCheck {
    /// A day of the month or week that is left out is the start's own.
    mutating func schedule(_ sent: ScheduleDraft) -> Schedule? {
        if sent.start == nil { refuse("StartDate", "must be set: the day from which it runs") }
        // Whatever the start, so that one answer names every wrong field.
        let start = sent.start ?? .first
        let frequency = frequency(sent, start)
        let duration = duration(sent)
        guard sent.start != nil, let frequency, let duration else { return nil }
        return Schedule(start: start, frequency: frequency, duration: duration)
    }

    private mutating func frequency(_ sent: ScheduleDraft, _ start: CalendarDate) -> Frequency? {
        number(sent.dayOfMonth, "Frequency.DayOfMonth", in: 0...31)
        number(sent.interval, "Frequency.Interval", in: 0...Self.intervalMax)
        let day = sent.dayOfMonth.flatMap { $0 == 0 ? nil : Int($0) } ?? start.day
        guard let kind = sent.frequencyType.flatMap(Frequency.Kind.init(named:)) else {
            refuse("Frequency.Type", .notOneOf(Frequency.Kind.allCases.map(\.rawValue)))
            return nil
        }
        switch kind {
        case .weekly:
            guard let name = sent.weekDay, !name.isEmpty else { return .weekly(start.weekday) }
            guard let weekday = Weekday(named: name) else {
                refuse("Frequency.WeekDay", .notOneOf(Weekday.allCases.map(\.rawValue)))
                return nil
            }
            return .weekly(weekday)
        case .monthly:
            return .monthly(day: day)
        case .multiMonth:
            let months = Set(sent.months)
            guard !months.isEmpty, months.allSatisfy({ (1...12).contains($0) }) else {
                refuse("Frequency.Months", "must have at least one month, each from 1 to 12")
                return nil
            }
            return .multiMonth(day: day, months: Set(months.map { Int($0) }))
        case .annually:
            return .annually(like: sent.frequencyStart ?? start)
        case .periodically:
            guard let interval = sent.interval, interval > 0 else {
                refuse("Frequency.Interval", .notWhole(1...Self.intervalMax))
                return nil
            }
            return .periodically(days: Int(interval), from: sent.frequencyStart ?? start)
        }
    }

    private mutating func duration(_ sent: ScheduleDraft) -> RunDuration? {
        guard let kind = sent.durationType.flatMap(RunDuration.Kind.init(named:)) else {
            refuse("Duration.Type", .notOneOf(RunDuration.Kind.allCases.map(\.rawValue)))
            return nil
        }
        switch kind {
        case .indefinite: return .indefinite
        case .disabled: return .disabled
        case .count:
            guard let count = sent.recurCount, (1...RunDuration.countMax).contains(count) else {
                refuse("Duration.RecurCount", .notWhole(1...RunDuration.countMax))
                return nil
            }
            return .count(count)
        case .till:
            guard let till = sent.till else {
                refuse("Duration.TillSpecificDate", "must be set: the day after which it ends")
                return nil
            }
            return .till(till)
        }
    }

    /// A hundred years of days.
    private static let intervalMax: Int64 = 36_525
}
