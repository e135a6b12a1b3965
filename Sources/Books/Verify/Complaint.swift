import Bookkeeping

/// The first thing wrong that one check found.
public struct Complaint: Hashable, Sendable, CustomStringConvertible {
    /// The number of the check in the list of what must always hold; 0 for figures kept beside a list.
    public let check: Int
    /// Which document, as `invoice 17` by its id; nil where it is of none.
    public let document: String?
    /// The place in the chain; nil where it is of none.
    public let posting: Int64?
    /// A sentence without its full stop.
    public let what: String

    init(_ check: Int, document: DocumentKey? = nil, posting: Int64? = nil, _ what: String) {
        self.check = check
        self.document = document.map { "\($0.kind.rawValue) \($0.id)" }
        self.posting = posting
        self.what = what
    }

    public var description: String {
        let place = [document, posting.map { "posting \($0)" }].compactMap(\.self).joined(separator: ", ")
        return "check \(check)\(place.isEmpty ? "" : " (\(place))"): \(what)"
    }
}

/// What a look at all of a book found.
public struct BookVerification: Sendable {
    /// The first thing wrong of each check that found one, in their order.
    public internal(set) var complaints: [Complaint] = []
    /// What is worth telling and not wrong, as gaps in numbers.
    public internal(set) var notes: [String] = []
    public internal(set) var postings: Int64 = 0
    public internal(set) var entries: Int64 = 0

    /// Notes a complaint, unless its check has one already.
    mutating func note(_ complaint: Complaint) {
        guard !complaints.contains(where: { $0.check == complaint.check }) else { return }
        complaints.append(complaint)
    }
}
