import Bookkeeping

extension WireField {
    /// Text that may be unset: null on the wire. An empty string that is sent is unset too.
    @inlinable
    public static func text(
        _ name: String, max: Int = TextKind.lineMax, kind: TextKind = .line, choices: [String] = [],
        _ meaning: String,
        get: (@Sendable (Owner) -> String?)?, set: (@Sendable (inout Owner, String?) -> Void)? = nil
    ) -> WireField {
        var read: Read?
        if let set {
            read = { owner, value, problems, path in
                guard let text = SentText.read(value, max: max, kind: kind, &problems, path) else { return }
                if text.isEmpty { return set(&owner, nil) }
                guard let chosen = SentText.choose(text, from: choices, &problems, path) else { return }
                set(&owner, chosen)
            }
        }
        return WireField(
            name, meaning, .optional(.text(max: max, choices: choices)),
            write: get.map { get -> Write in { $1.text(get($0)) } }, read: read)
    }

    /// Text that must be sent and must not be empty.
    @inlinable
    public static func requiredText(
        _ name: String, max: Int = TextKind.lineMax, kind: TextKind = .line, _ meaning: String,
        get: (@Sendable (Owner) -> String)?, set: @escaping @Sendable (inout Owner, String) -> Void
    ) -> WireField {
        WireField(
            name, meaning, .text(max: max, min: 1),
            write: get.map { get -> Write in { $1.text(get($0)) } },
            read: { owner, value, problems, path in
                guard let text = SentText.read(value, max: max, kind: kind, &problems, path) else { return }
                guard !text.isEmpty else { return problems.note(path, .empty) }
                set(&owner, text)
            }
        ).required()
    }

    /// A secret, or a part of one: taken as it was sent, neither trimmed nor normalised nor bounded here.
    ///
    /// - Parameter shown: what stands in its place when the table is answered; nil: it is never written.
    @inlinable
    public static func secret(
        _ name: String, _ meaning: String, readAs shown: String? = nil,
        set: @escaping @Sendable (inout Owner, String) -> Void
    ) -> WireField {
        WireField(
            name, meaning, .text(max: nil), write: shown.map { shown -> Write in { $1.text(shown) } },
            read: { owner, value, problems, path in
                guard case .text(let text) = value else { return problems.note(path, "has the wrong type.") }
                set(&owner, text)
            })
    }

    /// A date, an instant or another read-only text with a format of its own.
    @inlinable
    public static func date(
        _ name: String, _ meaning: String, get: @escaping @Sendable (Owner) -> String?
    ) -> WireField {
        WireField(name, meaning, .optional(.date), write: { $1.text(get($0)) }, read: nil)
    }

    /// A day that may be sent too, in any of the forms in which dates are; an empty text is an unset one.
    ///
    /// - Parameter form: how it is answered.
    @inlinable
    public static func day(
        _ name: String, form: DayForm = .noon, _ meaning: String,
        get: @escaping @Sendable (Owner) -> CalendarDate?,
        set: @escaping @Sendable (inout Owner, CalendarDate) -> Void
    ) -> WireField {
        WireField(
            name, meaning, .optional(.date), write: { $1.text(get($0).map(form.text)) },
            read: { owner, value, problems, path in
                guard case .text(let sent) = value else { return problems.note(path, "has the wrong type.") }
                let text = sent.tidied
                guard !text.isEmpty else { return }
                guard let day = try? CalendarDate(text: text) else {
                    return problems.note(path, "must be a date, as 2026-03-09.")
                }
                set(&owner, day)
            })
    }
}

/// How a day is written: the documentation has three ways, each in families of its own.
public enum DayForm: Sendable {
    /// `2026-03-09 12:00:00`
    case noon
    /// `2026-03-09`
    case plain
    /// `2026-03-09T00:00:00`
    case midnight

    @inlinable
    public func text(_ day: CalendarDate) -> String {
        switch self {
        case .noon: day.wireText
        case .plain: day.text
        case .midnight: day.text + "T00:00:00"
        }
    }
}

/// Text that comes in, by the books' own rules.
@usableFromInline
enum SentText {
    @usableFromInline
    static func read(
        _ value: WireValue, max: Int, kind: TextKind, _ problems: inout WireProblems, _ path: String
    ) -> String? {
        guard case .text(let sent) = value else {
            problems.note(path, "has the wrong type.")
            return nil
        }
        do {
            return try sent.tidied(kind, max: max)
        } catch {
            problems.note(path, error)
            return nil
        }
    }

    /// The choice that `text` names in any case, or a note of what there is to choose from.
    @usableFromInline
    static func choose(
        _ text: String, from choices: [String], _ problems: inout WireProblems, _ path: String
    ) -> String? {
        guard !choices.isEmpty else { return text }
        if let choice = choices.first(where: { $0.lowercased() == text.lowercased() }) { return choice }
        problems.note(path, .notOneOf(choices))
        return nil
    }
}
