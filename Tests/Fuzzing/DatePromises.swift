import Bookkeeping
import Surroundings

/// What reading dates and instants promises: a day that is written is that day, what is written is read again, and
/// no count of milliseconds is too large to be shown.
enum DatePromises {
    static func check(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        try date(text)
        try instant(text)
        guard bytes.count >= 8 else { return }
        let count = bytes.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        try milliseconds(Int64(bitPattern: count))
    }

    private static func date(_ text: String) throws {
        switch Result(catching: { () throws(BookkeepingError) in try CalendarDate(text: text) }) {
        case .success(let date):
            try day(date)
            try written(date, text)
        case .failure(let error):
            guard case .notADate(let shown) = error else { throw BrokenPromise("refused with \(error)") }
            try promise(text.hasPrefix(shown) && shown.count <= 50, "told another date than was sent")
        }
    }

    private static func day(_ date: CalendarDate) throws {
        try promise((1...9_999).contains(date.year), "read the year \(date.year)")
        try promise(CalendarDate(year: date.year, month: date.month, day: date.day) == date, "is no day")
        try promise((try? CalendarDate(text: date.text)) == date, "does not read \(date.text)")
        try promise((try? CalendarDate(text: date.wireText)) == date, "does not read \(date.wireText)")
        let days = date.daysSince1970
        try promise(CalendarDate(daysSince1970: days) == date, "counts \(date.text) otherwise than back")
        try promise(date.adding(days: 0) == date, "moved by nothing")
        if let next = date.adding(days: 1) {
            try promise(
                next > date && date.days(to: next) == 1 && next.text > date.text, "the day after is none")
        } else {
            try promise(date == .last, "has no day after it")
        }
        let start = date.startInUKMilliseconds
        try promise(CalendarDate(inUKAtMilliseconds: start) == date, "\(date.text) begins on another day")
        if date != .first {
            try promise(CalendarDate(inUKAtMilliseconds: start - 1) < date, "\(date.text) had begun before")
        }
    }

    /// The day is the one that is written; only `Z` may make it the next.
    private static func written(_ date: CalendarDate, _ text: String) throws(BrokenPromise) {
        let digits = String(text.filter(\.isNumber).prefix(8))
        let shown = date.text.filter { $0 != "-" }
        if text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "z") }) {
            let isNext = (try? CalendarDate(text: digits))?.adding(days: 1) == date
            try promise(digits == shown || isNext, "read \(shown) in \(text)")
        } else {
            try promise(digits == shown, "read \(shown) in \(text)")
        }
        let allowed = text.utf8.allSatisfy { (0x20...0x7a).contains($0) }
        try promise(allowed && text.utf8.count >= 8, "took \(text.debugDescription)")
    }

    private static func instant(_ text: String) throws(BrokenPromise) {
        guard let instant = Instant(text: text) else { return }
        try promise(instant.text == text, "shows \(instant.text) for \(text)")
    }

    private static func milliseconds(_ count: Int64) throws(BrokenPromise) {
        let instant = Instant(milliseconds: count)
        // The years 0 to 9999, which four digits can show.
        if (-62_167_219_200_000...253_402_300_799_999).contains(count) {
            try promise(Instant(text: instant.text) == instant, "does not read \(instant.text)")
        }
        let there = instant.advanced(by: .milliseconds(count))
        try promise(count < 0 ? there <= instant : there >= instant, "advanced to the other side")
        _ = there.since(instant)

        let date = CalendarDate(inUKAtMilliseconds: count)
        let shown = CalendarDate.wireTextOfUKTime(atMilliseconds: count)
        try promise((try? CalendarDate(text: shown)) == date, "shows \(shown) on \(date.text)")
        let days = Int(truncatingIfNeeded: count)
        if let moved = date.adding(days: days) {
            try promise(date.days(to: moved) == days, "moved by another count of days")
        }
    }
}
