import Bookkeeping
import Store

extension Transaction {
    /// Checks 1, 2, 3, 6 and 13, which one walk along the chain can tell: postings balance, name what exists, are
    /// chained without a gap, agree with the totals by day and month, and lie in no period that was locked then.
    func verifyChain(_ heads: [ChainHead], _ found: inout BookVerification) throws {
        var walk = ChainWalk(heads: heads)
        walk.nominals = try Set(all("SELECT id FROM nominal") { $0.integer(0) })
        let roles = try nominalRoles()
        (walk.debtors, walk.creditors) = (roles[.debtors], roles[.creditors])
        walk.locks = try all("SELECT place, is_on, locked_until FROM book_lock_change ORDER BY id") {
            LockStep(after: $0.integer(0), until: $0.flag(1) ? $0.text(2) : "")
        }
        try query(selectChain, []) { row in
            try walk.take(row, &found)
            return true
        }
        try walk.finish(&found)
        try compare(walk.days, with: "SELECT nominal, day, amount FROM nominal_day", "day", &found)
        try compare(walk.months, with: "SELECT nominal, month, amount FROM nominal_month", "month", &found)
    }

    /// Holds the kept totals against those that the walk added up.
    private func compare(
        _ sums: [NominalTime: Int64], with kept: SQL, _ unit: String, _ found: inout BookVerification
    ) throws {
        var rest = sums
        try query(kept, []) { row in
            let key = NominalTime(nominal: row.integer(0), time: row.text(1))
            let sum = rest.removeValue(forKey: key) ?? 0
            guard sum != row.integer(2) else { return true }
            found.note(
                Complaint(
                    6,
                    "nominal \(key.nominal) has \(row.integer(2)) noted for the \(unit) \(key.time); its entries come to \(sum)"
                ))
            return false
        }
        if let (key, sum) = rest.first(where: { $0.value != 0 }) {
            found.note(
                Complaint(
                    6,
                    "nominal \(key.nominal) has entries of \(sum) on the \(unit) \(key.time) and no total for it"
                ))
        }
    }
}

struct NominalTime: Hashable {
    let nominal: Int64
    let time: String
}

/// A change of the book's lock: what was posted after a place lies after this day.
struct LockStep {
    let after: Int64
    /// Empty when it was off.
    let until: String
}

/// One walk along the chain, posting by posting.
private struct ChainWalk {
    var nominals: Set<Int64> = []
    var debtors: Int64 = 0
    var creditors: Int64 = 0
    var locks: [LockStep] = []
    private(set) var days: [NominalTime: Int64] = [:]
    private(set) var months: [NominalTime: Int64] = [:]
    private var heads: [Int64: [UInt8]]
    private var head = ChainHead.beginning
    private var current: Posting?
    private var hash: [UInt8] = []
    private var entries: [LedgerEntry] = []
    private var lines: Int64 = 0

    init(heads: [ChainHead]) {
        self.heads = Dictionary(heads.map { ($0.place, $0.hash) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func take(_ row: any Row, _ found: inout BookVerification) throws {
        var columns = Columns(row)
        let place = columns.integer()
        if current?.place != place {
            try end(&found)
            try begin(place, &columns, &found)
        } else {
            for _ in 0..<9 { _ = columns.optionalInteger() }
        }
        guard let posting = current, let line = columns.optionalInteger() else { return }
        lines += 1
        if line != lines {
            found.note(Complaint(2, document: posting.document, posting: place, "line \(lines) is missing"))
        }
        let date = columns.text()
        if date != posting.date.text {
            found.note(
                Complaint(
                    2, document: posting.document, posting: place,
                    "line \(line) is dated \(date), not \(posting.date.text)"))
        }
        let entry = LedgerEntry(&columns)
        entries.append(entry)
        check(entry, line, posting, &found)
        add(entry, on: date)
    }

    mutating func finish(_ found: inout BookVerification) throws {
        try end(&found)
        for (place, _) in heads.sorted(by: { $0.key < $1.key }) where place > head.place {
            found.note(
                Complaint(
                    3, posting: place, "it was noted outside the book, which ends at posting \(head.place)"))
        }
    }

    private mutating func begin(_ place: Int64, _ columns: inout Columns, _ found: inout BookVerification)
        throws
    {
        if place != head.place + 1 {
            found.note(Complaint(3, posting: place, "the posting before it, \(head.place + 1), is missing"))
        }
        let kind: DocumentKind = try columns.name()
        let document = DocumentKey(kind, columns.integer())
        let (version, rules, date) = (columns.integer(), columns.integer(), try columns.date())
        let (at, author, reverses) = (columns.text(), columns.integer(), columns.optionalInteger())
        hash = columns.bytes()
        current = Posting(
            place: place, document: document, version: version, rules: rules, createdAt: at,
            createdBy: author,
            reverses: reverses, date: date, entries: [])
        entries.removeAll(keepingCapacity: true)
        lines = 0
        found.postings += 1
        if let lock = locks.last(where: { $0.after < place }), date.text <= lock.until {
            found.note(
                Complaint(
                    13, document: document, posting: place,
                    "it is dated \(date.text), and the books were locked up to \(lock.until) when it was written"
                ))
        }
    }

    private mutating func end(_ found: inout BookVerification) throws {
        guard let began = current else { return }
        let posting = Posting(
            place: began.place, document: began.document, version: began.version, rules: began.rules,
            createdAt: began.createdAt, createdBy: began.createdBy, reverses: began.reverses,
            date: began.date,
            entries: entries)
        found.entries += Int64(entries.count)
        let sum = try entries.lazy.map(\.amount).total()
        if sum != .zero {
            found.note(
                Complaint(
                    1, document: posting.document, posting: posting.place,
                    "debits less credits are \(sum.decimalText)"))
        } else if !entries.isEmpty, let foreign = try unbalancedForeign {
            found.note(
                Complaint(
                    1, document: posting.document, posting: posting.place,
                    "debits less credits are \(foreign)"))
        }
        let computed = posting.chained(after: head.hash)
        if computed != hash {
            found.note(
                Complaint(
                    3, document: posting.document, posting: posting.place,
                    "its hash is not that of what it holds and of the posting before it"))
        }
        // On from what is kept, so that the first wrong one is told and not all after it.
        head = ChainHead(place: posting.place, hash: hash)
        if let noted = heads.removeValue(forKey: posting.place), noted != hash {
            found.note(
                Complaint(
                    3, posting: posting.place, "its hash is another one than was noted outside the book"))
        }
        current = nil
    }

    /// Where all entries carry one foreign currency, they balance in it too.
    private var unbalancedForeign: String? {
        get throws {
            guard let currency = entries.first?.foreign?.currency,
                entries.allSatisfy({ $0.foreign?.currency == currency })
            else { return nil }
            let sum = try entries.compactMap(\.foreign?.amount).total()
            return sum == .zero ? nil : "\(sum.decimalText) \(currency)"
        }
    }

    private func check(
        _ entry: LedgerEntry, _ line: Int64, _ posting: Posting, _ found: inout BookVerification
    ) {
        if !nominals.contains(entry.nominal) {
            found.note(
                Complaint(
                    2, document: posting.document, posting: posting.place,
                    "line \(line) names nominal \(entry.nominal), which there is not"))
        }
        let isControl = entry.nominal == debtors || entry.nominal == creditors
        if isControl != (entry.party != nil) {
            let fault =
                isControl ? "names no customer or supplier" : "names a party and is on no control account"
            found.note(
                Complaint(2, document: posting.document, posting: posting.place, "line \(line) \(fault)"))
        }
    }

    private mutating func add(_ entry: LedgerEntry, on date: String) {
        days[NominalTime(nominal: entry.nominal, time: date), default: 0] &+= entry.amount.minorUnits
        months[NominalTime(nominal: entry.nominal, time: String(date.prefix(7))), default: 0] &+=
            entry.amount.minorUnits
    }
}

private let selectChain: SQL = """
    SELECT posting.id, posting.kind, posting.document, posting.version, posting.rules, posting.date,
        posting.created_at, posting.created_by, posting.reverses, posting.hash, entry.line, entry.date, entry.nominal,
        entry.amount, entry.currency, entry.foreign_amount, entry.party, entry.project, entry.document_line
    FROM posting LEFT JOIN entry ON entry.posting = posting.id
    ORDER BY posting.id, entry.line
    """
