import Bookkeeping
import WebCore

/// A financial year, as `/accountingperiods` answers and takes it.
struct AccountingPeriodWire: WireTable {
    private var period: AccountingPeriod?
    private var isCurrent = false
    private(set) var sentStart: CalendarDate?
    private(set) var sentEnd: CalendarDate?

    init() {}

    init(_ period: AccountingPeriod, today: CalendarDate) {
        self.period = period
        isCurrent = period.days.contains(today)
    }

    static let shape = WireShape<AccountingPeriodWire>(
        "AccountingPeriod",
        [
            .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.period?.id ?? 0 })
                .example("1"),
            .day(
                "StartDate", form: .midnight,
                "The day after the period before it ends; the first one may be any.",
                get: { $0.period?.days.lowerBound }, set: { $0.sentStart = $1 }
            ).required().neverNull().example(#""2026-04-01T00:00:00""#),
            .day(
                "EndDate", form: .midnight, "Less than 18 months after StartDate.",
                get: { $0.period?.days.upperBound }, set: { $0.sentEnd = $1 }
            ).required().neverNull().example(#""2027-03-31T00:00:00""#),
            .flag("IsCurrentPeriod", "Whether it holds today in the United Kingdom.", get: { $0.isCurrent }),
            .text("JournalRef", "Of the year-end journal; null until there is one.", get: { _ in nil }),
            .integer(
                "YearEndJournalId", in: 0...Int64.max, "The year-end journal; 0 until there is one.",
                get: { _ in 0 }
            ).example("0"),
        ])
}
