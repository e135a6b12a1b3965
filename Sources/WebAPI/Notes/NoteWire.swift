import Bookkeeping
import WebCore

/// A note as the calls answer it, and as two of them take it.
struct NoteWire: WireTable {
    private var note: Note?
    private var draft = NoteDraft()

    init() {}

    init(_ note: Note) {
        self.note = note
    }

    /// What was sent, checked.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: CheckedNote {
        get throws(BookkeepingError) { try draft.checked() }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    func check(_ problems: inout WireProblems) {
        problems.addRefusals(of: draft.checked)
    }

    static let shape = WireShape<NoteWire>(
        "Note",
        [
            .integer(
                "Number", in: Bounds.id, "From 1 within what the note is about, never given twice there.",
                get: { $0.note?.number ?? 0 }
            ).example("3"),
            .requiredText(
                "Text", max: TextKind.linesMax, kind: .lines, "What it says.",
                get: { $0.note?.text ?? "" }, set: { $0.draft.text = $1 }
            ).example(#""Called about the deposit.""#),
            .day(
                "Date", "Today in the United Kingdom when left out on a new note, unchanged on a change.",
                get: { $0.note?.date }, set: { $0.draft.date = $1 }
            ).neverNull(),
            .text(
                "LastModifiedBy", max: TextKind.nameMax,
                "Full name of who wrote or changed it last, as it was then.",
                get: { $0.note?.lastModifiedBy }
            ).neverNull().example(#""Ines Okafor""#),
        ])
}
