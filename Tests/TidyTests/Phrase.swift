/// Words and marks to look for in a text: `DELETE FROM`, `try!`, `Task.sleep`.
///
/// It is found word by word, so that `Doubled` is not `Double`; a blank in it stands for any run of blanks, and no
/// blank for none, so that `try !done` is not `try!`.
struct Phrase: Sendable, ExpressibleByStringLiteral {
    let text: String
    private let tokens: [Token]

    init(stringLiteral text: String) {
        self.text = text
        tokens = Token.all(in: text)
    }

    /// The lines of `text`, from 1, on which the phrase begins.
    func lines(in text: [Token]) -> [Int] {
        guard text.count >= tokens.count else { return [] }
        return (0...(text.count - tokens.count)).filter { start in
            text[start].word == tokens[0].word
                && zip(text[start...], tokens).allSatisfy { $0.word == $1.word }
        }.map { text[$0].line }
    }
}

/// A word, a mark, or a run of blanks (as one blank).
struct Token: Sendable {
    let word: Substring
    let line: Int

    static func all(in text: String) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        let bytes = text.utf8
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let kind = Kind(bytes[start])
            var end = bytes.index(after: start)
            while kind != .mark, end < bytes.endIndex, Kind(bytes[end]) == kind {
                end = bytes.index(after: end)
            }
            tokens.append(Token(word: kind == .blank ? " " : text[start..<end], line: line))
            if kind == .blank { line += bytes[start..<end].count { $0 == UInt8(ascii: "\n") } }
            start = end
        }
        return tokens
    }

    private enum Kind {
        case word, blank, mark

        /// Bytes past ASCII count as letters: a mark is never cut out of the middle of a character.
        init(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): self = .blank
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
                self = .word
            default: self = .mark
            }
        }
    }
}
