import Bookkeeping
import FrontDoor
import WebCore

/// A row of the history of log-ins.
enum LogInWire {
    static let shape = WireShape<LogIn>(
        "LogIn",
        [
            .date(
                "Date", "When, with the time of day, in the United Kingdom.",
                get: { CalendarDate.wireTextOfUKTime(atMilliseconds: $0.at.milliseconds) }
            ).neverNull().example(#""2026-03-09 10:00:00""#),
            .text("IPAddress", "Where the user was; null when that can't be told.", get: { $0.address })
                .example(#""203.0.113.5""#),
            .text("UserName", max: 100, "As the user was called then.", get: { $0.username }).neverNull()
                .example(#""ines.okafor""#),
            .text(
                "UserType", choices: LogIn.Kind.allCases.map(\.rawValue),
                "MasterAdmin for the owner, Subuser for an additional user.", get: { $0.kind.rawValue }
            ).neverNull().example(#""Subuser""#),
        ])
}
