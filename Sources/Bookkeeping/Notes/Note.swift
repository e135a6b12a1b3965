/// What somebody wrote down about a customer, a supplier or a document.
public struct Note: Hashable, Sendable {
    /// From 1 within what it is about, never given twice there.
    public let number: Int64
    /// Several lines.
    public let text: String
    /// The day it was written in the United Kingdom, or the one that was sent.
    public let date: CalendarDate
    /// The full name that whoever wrote or changed it last had then.
    public let lastModifiedBy: String

    public init(number: Int64, text: String, date: CalendarDate, lastModifiedBy: String) {
        self.number = number
        self.text = text
        self.date = date
        self.lastModifiedBy = lastModifiedBy
    }
}

/// A note as a client sent it.
public struct NoteDraft: Hashable, Sendable {
    public var text: String
    /// Nil for today on a new note, and for the date it has on a change.
    public var date: CalendarDate?

    public init(text: String = "", date: CalendarDate? = nil) {
        self.text = text
        self.date = date
    }

    /// The draft with its text tidied and its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedNote {
        var check = FieldCheck()
        let text = check.requiredText(text, "Text", max: TextKind.linesMax, kind: .lines)
        try check.finish()
        return CheckedNote(text: text, date: date)
    }
}

/// A draft that keeps to every rule: only `NoteDraft.checked()` makes one.
public struct CheckedNote: Hashable, Sendable {
    public let text: String
    /// Nil for today on a new note, and for the date it has on a change.
    public let date: CalendarDate?

    fileprivate init(text: String, date: CalendarDate?) {
        self.text = text
        self.date = date
    }
}
