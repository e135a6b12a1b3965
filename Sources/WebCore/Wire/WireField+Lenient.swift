import Bookkeeping

// Members of which the documentation itself knows two forms.
extension WireField {
    /// A whole number, which may also be sent as a text of its digits.
    public static func integerOrText(
        _ name: String, in range: ClosedRange<Int64> = Bounds.number, _ meaning: String,
        get: @escaping @Sendable (Owner) -> Int64, set: @escaping @Sendable (inout Owner, Int64) -> Void
    ) -> WireField {
        WireField(
            name, meaning, .integer(min: range.lowerBound, max: range.upperBound),
            write: { $1.integer(get($0)) },
            read: { owner, value, problems, path in
                var value = value
                if case .text(let text) = value { value = .number(text.tidied) }
                guard let number = SentNumber.whole(value, in: range, &problems, path) else { return }
                set(&owner, number)
            })
    }

    /// One of a few names, which may also be sent as the number that `parse` reads out of its digits; null when unset.
    public static func nameOrNumber<Value>(
        _ name: String, _ choices: [String], _ meaning: String, parse: @escaping @Sendable (String) -> Value?,
        get: (@Sendable (Owner) -> String?)?, set: @escaping @Sendable (inout Owner, Value) -> Void
    ) -> WireField {
        WireField(
            name, meaning, .optional(.text(max: nil, choices: choices)),
            write: get.map { get -> Write in { $1.text(get($0)) } },
            read: { owner, value, problems, path in
                let sent: String
                switch value {
                case .text(let text): sent = text.tidied
                case .number(let digits): sent = digits
                default: return problems.note(path, "has the wrong type.")
                }
                // An empty text is an unset one.
                guard !sent.isEmpty else { return }
                guard let value = parse(sent) else { return problems.note(path, .notOneOf(choices)) }
                set(&owner, value)
            })
    }
}
