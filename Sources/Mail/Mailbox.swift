/// Who a letter goes to or comes from: an address, and the name that stands before it.
public struct Mailbox: Hashable, Sendable {
    /// Nil when there is none.
    public let name: String?
    /// The bare address: `ines@harbour.example`.
    public let address: String

    /// Whom letters are from until an owner says so: nobody who could be answered.
    public static let unset = Mailbox("Daybook", "daybook@localhost")

    private init(_ name: String, _ address: String) {
        self.name = name
        self.address = address
    }

    /// - Throws: `MailError.malformed` for what is no address, and for a name that could end a line.
    public init(name: String? = nil, address: String, field: String) throws(MailError) {
        guard Self.isAddress(address), name?.isOneLine ?? true else { throw .malformed(field: field) }
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    /// Reads what an owner sets: `daybook@harbour.example`, or `Harbour Joinery <daybook@harbour.example>`.
    public init?(text: String) {
        let parts = text.split(separator: "<", omittingEmptySubsequences: false)
        let (name, address): (Substring?, Substring)
        switch parts.count {
        case 1: (name, address) = (nil, text[...])
        case 2 where text.hasSuffix(">"): (name, address) = (parts[0], parts[1].dropLast())
        default: return nil
        }
        let spoken = name.map { $0.trimmingSpaces }
        guard spoken?.isEmpty != true,
            let mailbox = try? Mailbox(name: spoken, address: String(address), field: "From")
        else { return nil }
        self = mailbox
    }

    /// What follows the `@`.
    var domain: Substring {
        address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...]
    }
}

extension Mailbox {
    /// Whether `text` can stand as an address in a header: one `@`, 1 to 64 bytes before it, no empty part of a domain
    /// behind it, 254 bytes at most, and nothing that a header reads as its own. Whether it exists, only sending tells.
    ///
    /// Source: RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3.
    public static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
        else { return false }
        return text.isOneLine
            && !text.unicodeScalars.contains {
                $0.properties.isWhitespace || reserved.contains($0)
            }
    }

    private static let reserved = Set("<>(),;:[]\\\"".unicodeScalars)
}

extension String {
    /// Whether nothing in it could end a line or steer what shows it.
    var isOneLine: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: true
            }
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
