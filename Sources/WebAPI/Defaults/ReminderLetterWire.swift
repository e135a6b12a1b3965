import Bookkeeping
import WebCore

/// The words of a reminder letter.
enum ReminderLetterWire {
    static let shape = WireShape<ReminderLetter>(
        "ReminderLetter",
        [
            .integer("Number", in: 1...3, "1, 2 or 3, from friendly to firm.", get: { $0.number })
                .example("1"),
            .text("Title", "Its heading; tokens as #INVNUM# are replaced.", get: { $0.title }).neverNull()
                .example(#""Reminder: invoice #INVNUM#""#),
            .text(
                "Text", max: TextKind.linesMax, kind: .lines,
                "Its words, on several lines; tokens as #NAME# are replaced.", get: { $0.text }
            ).neverNull().example(#""Dear #NAME#, …""#),
        ])
}
