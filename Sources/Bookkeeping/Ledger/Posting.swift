/// A balanced set of entries with its place in the chain: as it stands in the ledger for good.
public struct Posting: Hashable, Sendable {
    /// Its place in the chain, from 1, without a gap; also its id.
    public let place: Int64
    public let document: DocumentKey
    /// Counts the document's postings from 1; a reversal has the number of what it reverses.
    public let version: Int64
    /// Of the posting rules that made it.
    public let rules: Int64
    /// When it was written: ISO 8601, UTC.
    public let createdAt: String
    /// The user's id; 0 for the program itself.
    public let createdBy: Int64
    /// The place of the posting that it undoes.
    public let reverses: Int64?
    public let date: CalendarDate
    public let entries: [LedgerEntry]

    public init(
        place: Int64, document: DocumentKey, version: Int64, rules: Int64, createdAt: String,
        createdBy: Int64,
        reverses: Int64?, date: CalendarDate, entries: [LedgerEntry]
    ) {
        self.place = place
        self.document = document
        self.version = version
        self.rules = rules
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.reverses = reverses
        self.date = date
        self.entries = entries
    }
}

extension Posting {
    /// What is hashed, after the hash of the posting before it: a line for the posting and one for each entry, members
    /// parted by `|`, `-` where there is none. ASCII but for nothing; ids and amounts only, never a text that can
    /// change without a posting.
    public var canonicalText: [UInt8] {
        var text = CanonicalText(capacity: 96 + 48 * entries.count)
        text.add(place)
        text.add(document.kind.rawValue)
        text.add(document.id)
        text.add(version)
        text.add(rules)
        text.add(date.text)
        text.add(createdAt)
        text.add(createdBy)
        text.add(reverses)
        text.endLine()
        for (line, entry) in zip(Int64(1)..., entries) {
            text.add(line)
            text.add(entry.nominal)
            text.add(entry.amount.minorUnits)
            text.add(entry.foreign?.currency ?? "-")
            text.add(entry.foreign?.amount.minorUnits)
            text.add(entry.party)
            text.add(entry.project)
            text.add(entry.documentLine)
            text.endLine()
        }
        return text.bytes
    }
}

/// The text that is hashed, growing.
struct CanonicalText {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "|"))
    }

    mutating func add(_ number: Int64?) {
        guard let number else { return add("-") }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
        bytes.append(UInt8(ascii: "|"))
    }

    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
    }
}
