/// Text as lines of printable ASCII, 76 characters at most, that any transport leaves as they are.
///
/// Source: RFC 2045, section 6.7.
enum QuotedPrintable {
    private static let columns = 76

    /// - Parameter text: lines parted by `\n`; a `\r` before one belongs to the line's end.
    /// - Returns: lines that end in CRLF.
    static func text(_ text: String) -> String {
        // Over scalars: a CR and an LF are one character.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { line in
            let own = String(String.UnicodeScalarView(line.last == "\r" ? line.dropLast() : line))
            return self.line(Array(own.utf8)) + "\r\n"
        }.joined()
    }

    private static func line(_ bytes: [UInt8]) -> String {
        var (written, column) = ("", 0)
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let token =
                isPlain(byte, isFirst: place == 0, isLast: isLast, of: bytes) ? plain(byte) : escaped(byte)
            // A line that goes on ends in `=`, which has to fit in too.
            if column + token.utf8.count > (isLast ? columns : columns - 1) {
                written += "=\r\n"
                column = 0
            }
            written += token
            column += token.utf8.count
        }
        return written
    }

    /// Blanks at a line's end get lost on the way; a dot and `From ` at its head mean something to mail programs.
    private static func isPlain(_ byte: UInt8, isFirst: Bool, isLast: Bool, of line: [UInt8]) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        case UInt8(ascii: "."): !isFirst
        case UInt8(ascii: "F"): !(isFirst && line.starts(with: "From ".utf8))
        default: (0x21..<0x7f).contains(byte)
        }
    }

    private static func plain(_ byte: UInt8) -> String {
        String(Unicode.Scalar(byte))
    }

    private static func escaped(_ byte: UInt8) -> String {
        (byte < 16 ? "=0" : "=") + String(byte, radix: 16, uppercase: true)
    }
}
