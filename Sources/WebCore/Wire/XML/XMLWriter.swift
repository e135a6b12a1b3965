/// Writes elements as XML text in UTF-8.
struct XMLWriter {
    private(set) var bytes: [UInt8] = Array(#"<?xml version="1.0" encoding="utf-8"?>"#.utf8)
    /// How much there was when the last element began: nothing came since, where it is as much as there is.
    private var begun = 0

    mutating func begin(_ name: String) {
        append("<", name)
        begun = bytes.count
    }

    /// An element that holds nothing is written as one tag.
    mutating func end(_ name: String) {
        guard begun != bytes.count else {
            bytes[bytes.count - 1] = UInt8(ascii: "/")
            return bytes.append(UInt8(ascii: ">"))
        }
        append("</", name)
    }

    private mutating func append(_ start: String, _ name: String) {
        bytes += start.utf8
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    /// Text in UTF-8. Characters that XML can't hold become U+FFFD; JSON has them as they are.
    mutating func text(_ text: UnsafeRawBufferPointer) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            // Who reads it would take it for a line feed.
            case 0x0d: bytes += "&#13;".utf8
            case 0x00..<0x09, 0x0b, 0x0c, 0x0e..<0x20: bytes += "\u{FFFD}".utf8
            case 0xef where Self.isNoCharacter(text[index...]):
                bytes += "\u{FFFD}".utf8
                index += 2
            default: bytes.append(byte)
            }
            index += 1
        }
    }

    /// U+FFFE or U+FFFF.
    private static func isNoCharacter(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
        text.starts(with: [0xef, 0xbf, 0xbe]) || text.starts(with: [0xef, 0xbf, 0xbf])
    }
}
