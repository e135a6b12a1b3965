import HTTPTypes
import Surroundings
import Synchronization

/// The `Date` of answers, made once a second.
final class DateField: Sendable {
    private let clock: any Timekeeper
    private let last: Mutex<(second: Int64, field: HTTPField)>

    init(_ clock: any Timekeeper) {
        self.clock = clock
        let now = clock.now()
        last = Mutex((now.second, Self.field(now)))
    }

    var current: HTTPField {
        let now = clock.now()
        return last.withLock { last in
            if last.second != now.second { last = (now.second, Self.field(now)) }
            return last.field
        }
    }

    private static func field(_ now: Instant) -> HTTPField {
        HTTPField(name: .date, value: now.httpText)
    }
}

extension Instant {
    fileprivate var second: Int64 { milliseconds / 1_000 }

    /// `Mon, 09 Mar 2026 14:05:06 GMT`
    ///
    /// - Source: RFC 9110, section 5.6.7.
    var httpText: String {
        let text = text
        let parts = text.split { "-T.".contains($0) }
        let (year, month, day, time) = (parts[0], Int(parts[1]) ?? 1, parts[2], parts[3])
        // The first day that was counted was a Thursday.
        let weekday = weekdays[Int((milliseconds / 86_400_000 % 7 + 7) % 7)]
        return "\(weekday), \(day) \(months[month - 1]) \(year) \(time) GMT"
    }
}

private let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
private let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
