import Foundation

/// Text in the headers of a letter: what is not plain ASCII is written in encoded words, and long lines are folded.
///
/// Source: RFC 5322, sections 2.2.3 and 3.2; RFC 2047.
enum HeaderText {
    /// A header line, what ends it included.
    private static let columns = 76

    /// A header whose value is free text, as `Subject`.
    static func unstructured(_ name: String, _ text: String) -> String {
        folded(name + ":", isPlain(text) ? text.split(separator: " ").map(String.init) : encodedWords(text))
    }

    /// A header with one mailbox, as `From` and `To`. An address that is not ASCII stands as it is (RFC 6532).
    static func mailbox(_ name: String, _ mailbox: Mailbox) -> String {
        guard let spoken = mailbox.name else { return folded(name + ":", [mailbox.address]) }
        return folded(name + ":", phrase(spoken) + ["<\(mailbox.address)>"])
    }

    /// A name before an address: plain words as they are, what a header would misread in quotes.
    private static func phrase(_ name: String) -> [String] {
        guard isPlain(name), name.utf8.count <= 60 else { return encodedWords(name) }
        if name.utf8.allSatisfy(isAtomByte) { return name.split(separator: " ").map(String.init) }
        return ["\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""]
    }

    /// Whether a reader takes `text` as it stands: ASCII, with single blanks, and nothing like an encoded word.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7f).contains($0) } && !text.contains("=?") && !text.contains("  ")
            && !text.hasPrefix(" ") && !text.hasSuffix(" ")
            && text.split(separator: " ").allSatisfy { $0.utf8.count < columns }
    }

    /// Letters, digits and what else an atom may have (RFC 5322, section 3.2.3), and the blank between two.
    private static func isAtomByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    /// `=?UTF-8?B?…?=`, each at most 75 characters long and of whole characters.
    private static func encodedWords(_ text: String) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            // 36 bytes are 48 digits of base 64: 60 columns with the frame, which fit behind any header's name.
            if bytes.count + next.count > 36 {
                words.append(encodedWord(bytes))
                bytes = []
            }
            bytes += next
        }
        return words + [encodedWord(bytes)]
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String {
        "=?UTF-8?B?" + Data(bytes).base64EncodedString() + "?="
    }

    /// Puts words behind one another, and a new line with a blank at its head where the next one has no room.
    private static func folded(_ start: String, _ words: [String]) -> String {
        var (header, column) = (start, start.utf8.count)
        for word in words {
            let width = word.utf8.count + 1
            if column + width > columns {
                header += "\r\n"
                column = 0
            }
            header += " " + word
            column += width
        }
        return header
    }
}
