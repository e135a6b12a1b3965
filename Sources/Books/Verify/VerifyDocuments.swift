import Bookkeeping
import Store

extension Transaction {
    /// Checks 4 and 5: what each document posted is what it posts by the rules, reversals are exact, and its totals are
    /// the sums of its lines.
    func verifyDocuments(_ found: inout BookVerification) throws {
        let roles = try nominalRoles()
        for kind in DocumentKind.allCases {
            try verifyPostings(of: kind, roles, &found)
        }
    }

    /// Some hundred documents at a time, by their ids.
    private func verifyPostings(of kind: DocumentKind, _ roles: NominalRoles, _ found: inout BookVerification)
        throws
    {
        var next: Int64 = 0
        var isLast = false
        while !isLast {
            let some = try all(
                "SELECT DISTINCT document FROM posting WHERE kind = ?1 AND document >= ?2 ORDER BY document LIMIT 500",
                kind.rawValue, next
            ) { $0.integer(0) }
            isLast = some.count < 500
            let range = next...(isLast ? Int64.max : some[some.count - 1])
            let expected = try expectedEntries(of: kind, in: range, roles, &found)
            let posted = try postings(of: kind, in: range)
            for (id, postings) in posted.sorted(by: { $0.key < $1.key }) {
                let document = DocumentKey(kind, id)
                check(postings, of: document, &found)
                if let expected { compare(postings, with: expected[id], of: document, &found) }
            }
            for (id, entries) in expected ?? [:] where posted[id] == nil && !entries.entries.isEmpty {
                found.note(Complaint(4, document: DocumentKey(kind, id), "it has posted nothing"))
            }
            guard !isLast else { return }
            next = range.upperBound + 1
        }
    }

    private func postings(of kind: DocumentKind, in range: ClosedRange<Int64>) throws -> [Int64:
        [KeptPosting]]
    {
        var found: [Int64: [KeptPosting]] = [:]
        try query(
            selectPostings, [.text(kind.rawValue), .integer(range.lowerBound), .integer(range.upperBound)]
        ) { row in
            var columns = Columns(row)
            let (document, place, reverses, date) = (
                columns.integer(), columns.integer(), columns.optionalInteger(), columns.text()
            )
            let entry = LedgerEntry(&columns)
            let count = found[document]?.count ?? 0
            if count > 0, found[document]?[count - 1].place == place {
                found[document]?[count - 1].entries.append(entry)
            } else {
                found[document, default: []].append(
                    KeptPosting(place: place, reverses: reverses, date: date, entries: [entry]))
            }
            return true
        }
        return found
    }

    /// Reversals are exact, none is reversed twice, and one posting at most stands.
    private func check(_ postings: [KeptPosting], of document: DocumentKey, _ found: inout BookVerification) {
        var standing: [Int64: KeptPosting] = [:]
        for posting in postings {
            guard let reversed = posting.reverses else {
                standing[posting.place] = posting
                continue
            }
            guard let original = standing.removeValue(forKey: reversed) else {
                found.note(
                    Complaint(
                        4, document: document, posting: posting.place,
                        "it reverses posting \(reversed), which does not stand"))
                continue
            }
            let negative = original.entries.compactMap { try? $0.reversed }
            if negative != posting.entries || original.date != posting.date {
                found.note(
                    Complaint(
                        4, document: document, posting: posting.place,
                        "it is not the exact negative of posting \(reversed)"))
            }
        }
        if standing.count > 1, let second = standing.keys.max() {
            found.note(Complaint(4, document: document, posting: second, "it stands beside another posting"))
        }
    }

    /// - Parameter expected: nil for a document that is gone.
    private func compare(
        _ postings: [KeptPosting], with expected: LedgerEntries?, of document: DocumentKey,
        _ found: inout BookVerification
    ) {
        var sums: [EntryKey: Int64] = [:]
        for posting in postings {
            for entry in posting.entries {
                sums[EntryKey(posting.date, entry), default: 0] &+= entry.amount.minorUnits
            }
        }
        if let expected {
            for entry in expected.entries {
                sums[EntryKey(expected.date.text, entry), default: 0] &-= entry.amount.minorUnits
            }
        }
        guard let (key, rest) = sums.first(where: { $0.value != 0 }) else { return }
        let amount = Money(minorUnits: rest).decimalText
        let place = postings.last?.place
        found.note(
            Complaint(
                4, document: document, posting: place,
                expected == nil
                    ? "it is gone, and leaves \(amount) on nominal \(key.nominal)"
                    : "nominal \(key.nominal) on \(key.date) has \(amount) more than the document posts"))
    }
}

/// What check 4 compares by.
private struct EntryKey: Hashable {
    let date: String
    let nominal: Int64
    let party: Int64?
    let project: Int64?

    init(_ date: String, _ entry: LedgerEntry) {
        self.date = date
        nominal = entry.nominal
        party = entry.party
        project = entry.project
    }
}

/// A posting as it is kept.
private struct KeptPosting {
    let place: Int64
    let reverses: Int64?
    let date: String
    var entries: [LedgerEntry]
}

private let selectPostings: SQL =
    "SELECT posting.document, posting.id, posting.reverses, posting.date, " + entryColumns + """
         FROM posting JOIN entry ON entry.posting = posting.id
        WHERE posting.kind = ?1 AND posting.document BETWEEN ?2 AND ?3
        ORDER BY posting.document, posting.id, entry.line
        """
