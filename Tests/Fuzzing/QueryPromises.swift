import Bookkeeping
import WebCore

/// What reading a query promises: it is split and decoded as its bytes stand, a link keeps what it does not change,
/// and no parameter is read as what its kind does not take.
enum QueryPromises {
    static func check(_ bytes: [UInt8]) throws {
        let raw = String(decoding: bytes, as: UTF8.self)
        let expected = items(of: raw)
        guard let query = try? Query(Substring(raw)) else {
            return try promise(expected == nil, "refused a query whose escapes are whole")
        }
        guard let expected else { throw BrokenPromise("took a broken escape") }
        try promise(same(query.items, expected), "read \(query.items) for \(expected)")
        try links(query)
        try reencoding(query)
        try parameters(query)
    }

    /// The same rule byte by byte: parts by `&`, names in lower case; nil when an escape is broken.
    private static func items(of raw: String) -> [(name: String, value: String)]? {
        var items: [(name: String, value: String)] = []
        for part in raw.utf8.split(separator: UInt8(ascii: "&")) {
            let sign = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard let name = decoded(part[..<sign]), let value = decoded(part[sign...].dropFirst()) else {
                return nil
            }
            items.append((name.lowercased(), value))
        }
        return items
    }

    private static func decoded(_ sent: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(sent)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard rest.count >= 2, digits.allSatisfy(\.isHexDigit), let byte = UInt8(digits, radix: 16)
                else {
                    return nil
                }
                bytes.append(byte)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Texts that Unicode calls equal may still be other bytes, so bytes are compared.
    private static func same(
        _ left: [(name: String, value: String)], _ right: [(name: String, value: String)]
    ) -> Bool {
        left.elementsEqual(right) {
            $0.name.utf8.elementsEqual($1.name.utf8) && $0.value.utf8.elementsEqual($1.value.utf8)
        }
    }

    private static func links(_ query: Query) throws {
        let link = query.replacing("page", with: 7)
        guard let again = try? Query(Substring(link)) else {
            throw BrokenPromise("made a link it refuses: \(link)")
        }
        let kept = query.items.filter { $0.name != "page" } + [("page", "7")]
        try promise(same(again.items, kept), "made the link \(link)")
    }

    private static func reencoding(_ query: Query) throws {
        let encoded = query.items.map { "\($0.name.percentEncodedSegment)=\($0.value.percentEncodedSegment)" }
        guard let again = try? Query(Substring(encoded.joined(separator: "&"))) else {
            throw BrokenPromise("does not read what it encodes")
        }
        try promise(same(again.items, query.items), "read \(again.items) for \(query.items)")
    }

    private static func parameters(_ query: Query) throws {
        var reader = QueryReader(query)
        let page = reader.read(Self.page)
        try promise((1...500).contains(page), "read page \(page)")
        if let text = reader.read(Self.text) {
            try promise(text.unicodeScalars.count <= 20, "read a text longer than 20")
            try promise(!text.unicodeScalars.contains { $0.value < 0x20 }, "read a control character")
        }
        if let date = reader.read(Self.date) {
            try promise((try? CalendarDate(text: date.text)) == date, "read a date that is none")
        }
        _ = reader.read(Self.flag)
        try promise(["n", "c"].contains(reader.read(Self.choice)), "read no choice there is")
        try promise(!reader.readAll(Self.codes).contains(""), "read an empty code")
        do throws(WebError) {
            try reader.finish()
        } catch {
            guard case .validation(let problems) = error else { throw BrokenPromise("refused with \(error)") }
            try promise(
                (1...5).contains(problems.count), "found \(problems.count) problems in five parameters")
            try promise(problems.allSatisfy { $0.message.hasPrefix($0.field) }, "a problem without its name")
        }
    }

    private static let page = QueryParameter<Int>.integer("page", min: 1, max: 500, absent: 1, "Page.")
    private static let text = QueryParameter<String?>.text("text", max: 20, "A text.")
    private static let date = QueryParameter<CalendarDate?>.date("date", "A day.")
    private static let flag = QueryParameter<Bool?>.flag("flag", "Yes or no.")
    private static let choice = QueryParameter<String>.choice(
        "sort", [("Name", 0, "n"), ("Code", 1, "c")], absent: "n", "What rows are sorted by.")
    private static let codes = QueryParameter<[String]>.repeated("code", "Codes.")
}
