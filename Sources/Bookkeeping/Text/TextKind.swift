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

extension String {
    /// Trimmed at both ends and in normal form C: how every text that comes in is kept.
    public var tidied: String {
        // Most texts are plain and end in no blank: those are taken as they are.
        if let first = utf8.first, let last = utf8.last, first > 0x20, last > 0x20, isASCII { return self }
        let text = Substring(self)
            .trimmingPrefix(while: \.isWhitespace)
        guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(text[...end]).composed
    }

    /// Whether a text holds a control character that its kind doesn't allow.
    func hasForbiddenControl(_ kind: TextKind) -> Bool {
        unicodeScalars.contains { scalar in
            guard scalar.properties.generalCategory == .control else { return false }
            switch kind {
            case .line: return true
            case .lines: return scalar != "\n" && scalar != "\r"
            }
        }
    }
}
