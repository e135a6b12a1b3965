import Bookkeeping

extension WireField {
    /// An exchange rate that may be unset: four decimals on the wire, or up to six where it has them.
    @inlinable
    public static func rate(
        _ name: String, _ meaning: String, get: @escaping @Sendable (Owner) -> ExactDecimal?,
        set: (@Sendable (inout Owner, ExactDecimal) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .optional(.number(min: "0.000001", max: "1000000000")),
            write: { owner, writer in
                guard let rate = get(owner) else { return writer.null() }
                writer.number(rate.decimalText)
            },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .number(let text) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    guard let rate = try? ExactDecimal(decimalText: text, .sixDecimals),
                        Bounds.exchangeRate.contains(rate)
                    else { return problems.note(path, .notAnExchangeRate) }
                    set(&owner, rate)
                }
            })
    }

    /// Percentages that are answered as a list, each with four decimals.
    public static func percentages(
        _ name: String, _ meaning: String, get: @escaping @Sendable (Owner) -> [Percentage]
    ) -> WireField {
        WireField(
            name, meaning, .list(.number(min: "0", max: "100"), max: nil),
            write: { owner, writer in writer.list(get(owner)) { $1.number($0.decimalText) } }, read: nil)
    }
}
