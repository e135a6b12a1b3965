import HTTPTypes

/// What names one version of what a path answers (RFC 9110, section 8.8.3): strong, since it is made of all its bytes.
///
/// What follows a dot in it tells the form that it came in, as `.xml` and `.gzip`: each has a tag of its own, and all of
/// them name the same version.
struct EntityTag: Sendable, Hashable {
    private let mark: [UInt8]
    private let form: MediaType

    /// - Parameter mark: of the answer's bytes in JSON, whatever form they go out in.
    init(mark: [UInt8], _ form: MediaType = .json) {
        self.mark = mark
        self.form = form
    }

    /// What the forms of one version have in common.
    var version: String { text(opening: "", closing: "") }

    /// The tag of this form, without its quotes.
    var text: String { text(opening: "", closing: suffix) }

    var quoted: String { text(opening: "\"", closing: suffix + "\"") }

    /// What is added to the tag of an answer that goes out compressed.
    static let compressed = ".gzip"

    private var suffix: String {
        switch form {
        case .json: ""
        case .xml: ".xml"
        }
    }

    /// The mark's digits with what stands around them, written in one go: every read makes one.
    private func text(opening: String, closing: String) -> String {
        let digits = (mark.count * 8 + 5) / 6
        return String(unsafeUninitializedCapacity: opening.utf8.count + digits + closing.utf8.count) {
            buffer in
            var end = buffer.initialize(fromContentsOf: opening.utf8)
            var (bits, count): (UInt32, UInt32) = (0, 0)
            for byte in mark {
                bits = bits << 8 | UInt32(byte)
                count += 8
                while count >= 6 {
                    count -= 6
                    buffer.initializeElement(at: end, to: Self.digit(bits >> count & 63))
                    end += 1
                }
            }
            if count > 0 {
                buffer.initializeElement(at: end, to: Self.digit(bits << (6 - count) & 63))
                end += 1
            }
            return buffer[end...].initialize(fromContentsOf: closing.utf8)
        }
    }

    /// Of RFC 4648, section 5, which has none that a shell or a log takes for something else.
    private static func digit(_ value: UInt32) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + UInt8(truncatingIfNeeded: value)
        case 26..<52: UInt8(ascii: "a") + UInt8(truncatingIfNeeded: value - 26)
        case 52..<62: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value - 52)
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
    }
}

/// The value of `If-Match` or `If-None-Match`.
struct EntityTags: Sendable {
    /// `*`: any version.
    private(set) var isAny = false
    /// What stands between the quotes of each, as sent.
    private(set) var strong: [Substring] = []
    private(set) var weak: [Substring] = []

    /// Nil for what is neither `*` nor a list of tags.
    init?(_ value: String) {
        var rest = value[...].drop { $0 == " " || $0 == "\t" }
        if rest.first == "*" {
            guard rest.dropFirst().allSatisfy({ $0 == " " || $0 == "\t" }) else { return nil }
            isAny = true
            return
        }
        while !rest.isEmpty {
            let isWeak = rest.hasPrefix("W/")
            if isWeak { rest = rest.dropFirst(2) }
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            if isWeak { weak.append(tag) } else { strong.append(tag) }
            rest = rest[rest.index(after: end)...].drop { $0 == " " || $0 == "\t" }
            guard rest.isEmpty || rest.first == "," else { return nil }
            rest = rest.drop { $0 == "," || $0 == " " || $0 == "\t" }
        }
        if strong.isEmpty && weak.isEmpty { return nil }
    }

    /// Whether one of them names the version of `tag`, in whatever form the client has seen it. A weak one doesn't: it
    /// says that something may have changed.
    func allowChange(of tag: EntityTag) -> Bool {
        let version = tag.version
        return isAny || strong.contains { $0.prefix { $0 != "." } == version }
    }

    /// Whether one of them names the version of `tag` in whatever form, or any will do.
    func name(_ tag: EntityTag) -> Bool {
        let version = tag.version
        return isAny || (strong + weak).contains { $0.prefix { $0 != "." } == version }
    }

    /// The tag, with its quotes, that a client has of this version in this form; nil when it has none.
    func known(_ tag: EntityTag) -> String? {
        if isAny { return tag.quoted }
        let text = tag.text
        let same = (strong + weak).first { $0 == text || $0 == text + EntityTag.compressed }
        return same.map { "\"\($0)\"" }
    }
}
