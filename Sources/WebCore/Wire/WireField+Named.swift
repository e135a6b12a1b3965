import Bookkeeping

extension WireField {
    /// One of a few cases, answered by its name; taken by its name in any case, or by its number. An empty text is an
    /// unset one.
    ///
    /// - Parameter choices: with the value that each stands for.
    public static func named<Value: Sendable>(
        _ name: String, _ choices: [(name: NumberedName, value: Value)], _ meaning: String,
        get: @escaping @Sendable (Owner) -> String?, set: (@Sendable (inout Owner, Value) -> Void)? = nil
    ) -> WireField {
        let words = FieldFault.notOneOf(choices.map { "\($0.name.number) \($0.name.name)" })
        return WireField(
            name, meaning, .named(choices.map(\.name)), write: { $1.text(get($0)) },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    let sent: String
                    switch value {
                    case .text(let text): sent = text.tidied.lowercased()
                    case .number(let text): sent = SentNumber.whole(text).map(String.init) ?? text
                    default: return problems.note(path, "has the wrong type.")
                    }
                    guard !sent.isEmpty else { return }
                    let choice = choices.first {
                        $0.name.name.lowercased() == sent || String($0.name.number) == sent
                    }
                    guard let choice else { return problems.note(path, words) }
                    set(&owner, choice.value)
                }
            })
    }
}
