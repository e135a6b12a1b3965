extension String {
    /// The text as it is kept: tidied, and held to the rules of its kind. Every text that comes in goes through
    /// here, and may do so twice: what was tidied once stays as it is.
    ///
    /// - Parameter max: in Unicode scalars.
    /// - Throws: `.controlCharacters`, `.tooLong`. An empty text is none of this floor's faults: most may be.
    /// - Source: `conventions.md`, "Text in".
    public func tidied(_ kind: TextKind, max: Int) throws(FieldFault) -> String {
        // In plain text every byte is a character, and none of them is a control character.
        if isPlain {
            guard utf8.count <= max else { throw .tooLong(max: max) }
            return self
        }
        let text = trimmed.composed
        guard !text.hasForbiddenControl(kind) else { throw .controlCharacters }
        guard text.utf8.count <= max || text.unicodeScalars.count <= max else { throw .tooLong(max: max) }
        return text
    }

    /// Trimmed at both ends and in normal form C: how every text that comes in is kept.
    ///
    /// Ends are trimmed of blanks and of what shows nothing, as U+200B and U+FEFF: two codes that look alike are
    /// one, and a name that nobody can see is empty. Within a letter, as in an emoji's sequence, all stays.
    public var tidied: String {
        isPlain ? self : trimmed.composed
    }

    /// Whether nothing is to be done, as for most texts: printable ASCII without a blank at either end.
    private var isPlain: Bool {
        guard let first = utf8.first, let last = utf8.last else { return true }
        return first > 0x20 && last > 0x20 && utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
    }

    private var trimmed: String {
        let text = Substring(self).trimmingPrefix(while: \.showsNothing)
        guard let end = text.lastIndex(where: { !$0.showsNothing }) else { return "" }
        return String(text[...end])
    }

    /// Whether a text holds a control character that its kind doesn't allow.
    private func hasForbiddenControl(_ kind: TextKind) -> Bool {
        unicodeScalars.contains { scalar in
            guard scalar.properties.generalCategory == .control else { return false }
            switch kind {
            case .line: return true
            case .lines: return scalar != "\n" && scalar != "\r"
            }
        }
    }
}

extension Character {
    /// Blank, or made of nothing but code points that are not shown.
    fileprivate var showsNothing: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }
}
