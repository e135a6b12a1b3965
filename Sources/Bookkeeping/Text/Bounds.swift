/// The bounds of what comes in, where a resource names none of its own; those of texts are `TextKind`'s.
///
/// They stand here once: the wire refuses by them, the contract shows them, and the books hold to them whoever
/// calls.
public enum Bounds {
    /// Entries of one list within a resource, as its contacts.
    public static let entriesMax = 100
    /// Rows of a list on one page.
    ///
    /// - Source: `conventions.md`, "perpage".
    public static let pageRows: ClosedRange<Int64> = 1...1_000
    /// Resources that one call for many can name.
    public static let codesInCall = 1...1_000
    /// Counts, and numbers of what the account set up: 32 bits, as clients of the documentation keep them.
    public static let number: ClosedRange<Int64> = 0...2_147_483_647
    /// Units of a currency for one of the home currency: above zero, in millionths.
    public static let exchangeRate =
        ExactDecimal(millionths: 1)...ExactDecimal(millionths: 1_000_000_000_000_000)
    /// Ids that the server gives, which are never used up.
    public static let id: ClosedRange<Int64> = 1...Int64.max
}
