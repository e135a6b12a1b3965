/// The forms in which a body comes and goes, all of them made of the same wire table.
public enum MediaType: String, Sendable, Hashable, CaseIterable {
    /// What is meant where nothing is said.
    case json = "application/json"
    case xml = "application/xml"

    /// What a body was sent as, by its `Content-Type`.
    ///
    /// `text/xml` is another name of `application/xml` (RFC 7303, section 9.2). A charset says nothing of JSON, which
    /// is UTF-8 (RFC 8259, section 8.1); of XML it must say UTF-8.
    ///
    /// - Throws: `WebError.unsupportedMediaType` for everything else.
    static func sent(_ contentType: String?) throws(WebError) -> MediaType {
        guard let contentType, contentType != "application/json" else { return .json }
        let parts = contentType[...].partedOutsideQuotes(by: ";")
        let kind = parts.first?.lowercased() ?? ""
        if ["application/json", "text/json"].contains(kind) || kind.hasSuffix("+json") { return .json }
        guard ["application/xml", "text/xml"].contains(kind), parts.dropFirst().allSatisfy(isNoOtherCharset)
        else { throw .unsupportedMediaType }
        return .xml
    }

    private static func isNoOtherCharset(_ parameter: Substring) -> Bool {
        let parameter = parameter.lowercased()
        guard parameter.hasPrefix("charset") else { return true }
        return parameter == "charset=utf-8" || parameter == #"charset="utf-8""#
    }
}

extension Substring {
    /// The parts between separators that stand outside of quoted texts, without the blanks around them.
    func partedOutsideQuotes(by separator: Character) -> [Substring] {
        var (isQuoted, isEscaped) = (false, false)
        return split(omittingEmptySubsequences: false) { character in
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted, character == "\\" {
                isEscaped = true
            }
            return !isQuoted && character == separator
        }.map(\.withoutOuterBlanks)
    }

    private var withoutOuterBlanks: Substring {
        let begun = drop(while: \.isBlank)
        guard let last = begun.lastIndex(where: { !$0.isBlank }) else { return begun }
        return begun[...last]
    }
}

extension Character {
    /// A blank between the words of a header.
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
