import Bookkeeping
import WebCore

/// How often something comes again, as recurring documents have it.
struct FrequencyWire: WireTable {
    private var frequency: Frequency?
    private var draft = ScheduleDraft()

    init() {}

    init(_ frequency: Frequency) {
        self.frequency = frequency
    }

    /// Puts what was sent into a draft.
    func write(to schedule: inout ScheduleDraft) {
        schedule.frequencyType = draft.frequencyType
        schedule.dayOfMonth = draft.dayOfMonth
        schedule.weekDay = draft.weekDay
        schedule.months = draft.months
        schedule.frequencyStart = draft.frequencyStart
        schedule.interval = draft.interval
    }

    static let shape = WireShape<FrequencyWire>(
        "Frequency",
        [
            .choice(
                "Type", Frequency.Kind.allCases.map(\.rawValue),
                """
                Monthly on DayOfMonth, MultiMonth the same in the Months, Weekly on WeekDay, Annually on the day and \
                month of StartDate, Periodically every Interval days from it.
                """, parse: Frequency.Kind.init(named:), get: { $0.frequency?.kind.rawValue },
                set: { $0.draft.frequencyType = $1.rawValue }
            ).neverNull().example(#""Monthly""#),
            .integer(
                "DayOfMonth", in: 0...31,
                "29 to 31 fall back to the last day of a shorter month; 0 or left out: the day of the start.",
                get: { $0.dayOfMonth }, set: { $0.draft.dayOfMonth = $1 }
            ).example("31"),
            .choice(
                "WeekDay", Weekday.allCases.map(\.rawValue), "The day of the start when left out.",
                parse: Weekday.init(named:), get: { $0.weekday?.rawValue },
                set: { $0.draft.weekDay = $1.rawValue }),
            .integers(
                "Months", in: 1...12, max: 12, "1 to 12, for MultiMonth.", get: { $0.months },
                set: { $0.draft.months = $1 }),
            .day(
                "StartDate",
                "What Annually and Periodically count from; the document's StartDate when left out.",
                get: { $0.start }, set: { $0.draft.frequencyStart = $1 }),
            .integer(
                "Interval", "Days, for Periodically; else 0.", get: { $0.interval },
                set: { $0.draft.interval = $1 }),
        ])

    private var dayOfMonth: Int64 {
        switch frequency {
        case .monthly(let day), .multiMonth(let day, _): Int64(day)
        case .weekly, .annually, .periodically, nil: 0
        }
    }

    private var weekday: Weekday? {
        if case .weekly(let weekday) = frequency { weekday } else { nil }
    }

    private var months: [Int64] {
        if case .multiMonth(_, let months) = frequency { months.sorted().map { Int64($0) } } else { [] }
    }

    private var start: CalendarDate? {
        switch frequency {
        case .annually(let start), .periodically(_, let start): start
        case .weekly, .monthly, .multiMonth, nil: nil
        }
    }

    private var interval: Int64 {
        if case .periodically(let days, _) = frequency { Int64(days) } else { 0 }
    }
}

/// How long a recurring document goes on.
struct DurationWire: WireTable {
    private var duration: RunDuration?
    private var draft = ScheduleDraft()

    init() {}

    init(_ duration: RunDuration) {
        self.duration = duration
    }

    /// Puts what was sent into a draft.
    func write(to schedule: inout ScheduleDraft) {
        schedule.durationType = draft.durationType
        schedule.recurCount = draft.recurCount
        schedule.till = draft.till
    }

    static let shape = WireShape<DurationWire>(
        "Duration",
        [
            .choice(
                "Type", RunDuration.Kind.allCases.map(\.rawValue),
                "Indefinite, RecurCount times, till a last day, or not at all.",
                parse: RunDuration.Kind.init(named:), get: { $0.duration?.kind.rawValue },
                set: { $0.draft.durationType = $1.rawValue }
            ).neverNull().required().example(#""RecurCount""#),
            .integer(
                "RecurCount", in: 0...RunDuration.countMax, "How many times; else 0.",
                get: { if case .count(let count) = $0.duration { count } else { 0 } },
                set: { $0.draft.recurCount = $1 }
            ).example("12"),
            .day(
                "TillSpecificDate", "The last time is on it or before it.",
                get: { if case .till(let last) = $0.duration { last } else { nil } },
                set: { $0.draft.till = $1 }),
        ])
}
