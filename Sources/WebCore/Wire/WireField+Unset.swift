import Bookkeeping

extension WireField {
    /// Money that may be unset: null on the wire.
    @inlinable
    public static func optionalAmount(
        _ name: String, _ meaning: String, get: (@Sendable (Owner) -> Money?)?,
        set: (@Sendable (inout Owner, Money) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .optional(.number(min: nil, max: nil)),
            write: get.map { get -> Write in
                { owner, writer in
                    guard let money = get(owner) else { return writer.null() }
                    writer.money(money)
                }
            },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .number(let text) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    guard let money = try? Money(decimalText: text) else {
                        return problems.note(path, "is out of range.")
                    }
                    set(&owner, money)
                }
            })
    }

    /// A percentage from 0 to 100 that may be unset; four decimals on the wire.
    ///
    /// - Parameter none: whole per cent that are sent to say that there are none, and read as if left out.
    @inlinable
    public static func percentage(
        _ name: String, none: Int64? = nil, _ meaning: String, get: (@Sendable (Owner) -> Percentage?)?,
        set: (@Sendable (inout Owner, Percentage) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .optional(.number(min: none.map { "\($0)" } ?? "0", max: "100")),
            write: get.map { get -> Write in
                { owner, writer in
                    guard let percentage = get(owner) else { return writer.null() }
                    writer.number(percentage.decimalText)
                }
            },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .number(let text) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    let percentage = try? Percentage(decimalText: text)
                    if let none, percentage == Percentage(tenThousandths: none * 10_000) { return }
                    guard let percentage, (Percentage.zero...Percentage.hundred).contains(percentage)
                    else { return problems.note(path, .notAPercentage) }
                    set(&owner, percentage)
                }
            })
    }

    /// One of a few names, which `parse` may read with more tolerance than `choices` spells them; null when unset.
    @inlinable
    public static func choice<Value>(
        _ name: String, _ choices: [String], _ meaning: String, parse: @escaping @Sendable (String) -> Value?,
        get: (@Sendable (Owner) -> String?)?, set: (@Sendable (inout Owner, Value) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .optional(.text(max: nil, choices: choices)),
            write: get.map { get -> Write in { $1.text(get($0)) } },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .text(let sent) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    let text = sent.tidied
                    // An empty text is an unset one.
                    guard !text.isEmpty else { return }
                    guard let value = parse(text) else {
                        return problems.note(path, .notOneOf(choices))
                    }
                    set(&owner, value)
                }
            })
    }
}
