import Bookkeeping
import Store

extension Book {
    /// Writes the whole journal, some hundred postings at a time, up to the last one there was when it began.
    ///
    /// - Parameter write: takes each piece of text, in order.
    /// - Throws: `StoreError`; what `write` throws.
    public func export(as form: ExportForm, _ write: (String) async throws -> Void) async throws {
        let start = try await store.read { try $0.exportStart() }
        let writer = form.writer(start)
        try await write(writer.head)
        var next: Int64 = 1
        while next <= start.end {
            let range = next...min(next + Self.exportedAtOnce - 1, start.end)
            let text = try await store.read { transaction in
                var text = ""
                try transaction.eachPosting(in: range) { posting, hash in
                    text += writer.posting(posting, hash: hash, isFirst: posting.place == 1)
                }
                return text
            }
            try await write(text)
            next = range.upperBound + 1
        }
        try await write(writer.tail)
    }

    private static let exportedAtOnce: Int64 = 500
}

extension Transaction {
    fileprivate func exportStart() throws -> ExportStart {
        var nominals: [Int64: ExportedNominal] = [:]
        try query("SELECT id, code, name, type FROM nominal", []) { row in
            nominals[row.integer(0)] = ExportedNominal(
                code: row.integer(1), name: row.text(2),
                type: NominalType(rawValue: row.integer(3)) ?? .currentAssetLiability)
            return true
        }
        let firstDay = try first("SELECT MIN(day) FROM nominal_day") { $0.optionalText(0) } ?? nil
        return ExportStart(
            nominals: nominals, currency: try homeCurrency().code, firstDay: firstDay,
            end: try chainHead().place)
    }

    /// Hands over postings with their entries and hashes, in the order of the chain.
    func eachPosting(in range: ClosedRange<Int64>, _ body: (Posting, [UInt8]) throws -> Void) throws {
        var began: (posting: Posting, hash: [UInt8])?
        var entries: [LedgerEntry] = []
        func end() throws {
            guard let (posting, hash) = began else { return }
            try body(posting.with(entries), hash)
            entries.removeAll(keepingCapacity: true)
        }
        try query(selectRange, [.integer(range.lowerBound), .integer(range.upperBound)]) { row in
            if began?.posting.place != row.integer(0) {
                try end()
                began = (try Posting(row), row.blob(9))
            }
            guard !row.isNull(10) else { return true }
            var columns = Columns(row, from: 11)
            entries.append(LedgerEntry(&columns))
            return true
        }
        try end()
    }
}

extension Posting {
    /// Without its entries, in the order of `selectRange`.
    init(_ row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let place = columns.integer()
        let kind: DocumentKind = try columns.name()
        self.init(
            place: place, document: DocumentKey(kind, columns.integer()), version: columns.integer(),
            rules: columns.integer(), createdAt: row.text(6), createdBy: row.integer(7),
            reverses: row.optionalInteger(8),
            date: try columns.date(), entries: [])
    }

    func with(_ entries: [LedgerEntry]) -> Posting {
        Posting(
            place: place, document: document, version: version, rules: rules, createdAt: createdAt,
            createdBy: createdBy, reverses: reverses, date: date, entries: entries)
    }
}

private let selectRange: SQL =
    """
    SELECT posting.id, posting.kind, posting.document, posting.version, posting.rules, posting.date,
        posting.created_at, posting.created_by, posting.reverses, posting.hash, entry.line,
    """ + " " + entryColumns + """
         FROM posting LEFT JOIN entry ON entry.posting = posting.id
        WHERE posting.id BETWEEN ?1 AND ?2 ORDER BY posting.id, entry.line
        """
