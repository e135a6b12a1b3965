import Bookkeeping

extension WireField {
    /// A quantity or unit price that may be unset: four decimals on the wire.
    @inlinable
    public static func decimal(
        _ name: String, _ meaning: String, get: @escaping @Sendable (Owner) -> ExactDecimal?,
        set: (@Sendable (inout Owner, ExactDecimal) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .optional(.number(min: nil, max: nil)),
            write: { owner, writer in
                guard let number = get(owner) else { return writer.null() }
                writer.number(number.decimalText)
            },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .number(let text) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    guard let number = try? ExactDecimal(decimalText: text, .fourDecimals) else {
                        return problems.note(path, "is out of range.")
                    }
                    set(&owner, number)
                }
            })
    }
}
