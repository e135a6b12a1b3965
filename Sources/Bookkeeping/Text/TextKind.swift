/// The two kinds of text that are kept, and the bounds where a resource names none of its own.
public enum TextKind: Sendable {
    /// One line, without control characters.
    case line
    /// Several lines; line ends are the only control characters.
    case lines

    /// Unicode scalars, so that a letter under a thousand accents counts as what it takes.
    ///
    /// - Source: `conventions.md`, "Text in".
    public static let codeMax = 50
    public static let nameMax = 200
    public static let lineMax = 255
    public static let linesMax = 10_000
}
