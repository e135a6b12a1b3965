import Bookkeeping
import Store

// The three ways to the ledger. Each is part of the transaction that writes the document, and nothing else inserts
// into `posting` or `entry`.
extension Transaction {
    /// Writes what a document posts for the first time; nothing when it has no entries.
    ///
    /// - Throws: `BookkeepingError.dateLocked`.
    func post(_ entries: LedgerEntries, of document: DocumentKey, _ pen: LedgerPen) throws {
        guard !entries.entries.isEmpty else { return }
        try requireOpen(entries.date)
        try append(entries, of: document, version: 1, rules: PostedWith.rulesNow, reverses: nil, pen)
    }

    /// Puts what a changed document posts in the place of what it posted last; nothing when both are equal.
    ///
    /// - Parameter rules: the version of the posting rules that the document was made under.
    /// - Throws: `BookkeepingError.dateLocked` for the old date and the new.
    func repost(
        _ entries: LedgerEntries, of document: DocumentKey, rules: Int64 = PostedWith.rulesNow,
        _ pen: LedgerPen
    ) throws {
        let last = try lastPosting(of: document)
        let live = try last.flatMap { $0.isReversal ? nil : try self.entries(of: $0) }
        guard entries != live, !(live == nil && entries.entries.isEmpty) else { return }
        if let last, let live {
            try requireOpen(live.date)
            if !entries.entries.isEmpty { try requireOpen(entries.date) }
            try append(
                live.reversal, of: document, version: last.version, rules: last.rules, reverses: last.place,
                pen)
        } else {
            try requireOpen(entries.date)
        }
        guard !entries.entries.isEmpty else { return }
        try append(
            entries, of: document, version: (last?.version ?? 0) + 1, rules: rules, reverses: nil, pen)
    }

    /// Undoes what a document posted, since it goes; nothing when it has posted nothing.
    ///
    /// - Throws: `BookkeepingError.dateLocked`.
    func unpost(_ document: DocumentKey, _ pen: LedgerPen) throws {
        guard let last = try lastPosting(of: document), !last.isReversal else { return }
        let live = try entries(of: last)
        try requireOpen(live.date)
        try append(
            live.reversal, of: document, version: last.version, rules: last.rules, reverses: last.place, pen)
    }

    /// What a document's live posting holds; nil when it has none.
    func liveEntries(of document: DocumentKey) throws -> LedgerEntries? {
        guard let last = try lastPosting(of: document), !last.isReversal else { return nil }
        return try entries(of: last)
    }

    private func append(
        _ entries: LedgerEntries, of document: DocumentKey, version: Int64, rules: Int64, reverses: Int64?,
        _ pen: LedgerPen
    ) throws {
        let head = try chainHead()
        let posting = Posting(
            place: head.place + 1, document: document, version: version, rules: rules, createdAt: pen.instant,
            createdBy: pen.author, reverses: reverses, date: entries.date, entries: entries.entries)
        let date = entries.date.text
        try post(
            insertPosting, posting.place, document.kind.rawValue, document.id, version, rules, date,
            pen.instant,
            pen.author, reverses, posting.chained(after: head.hash))
        for (line, entry) in zip(Int64(1)..., entries.entries) {
            try post(
                insertEntry, posting.place, line, entry.nominal, date, entry.amount.minorUnits,
                entry.foreign?.currency, entry.foreign?.amount.minorUnits, entry.party, entry.project,
                entry.documentLine)
        }
        let month = String(date.prefix(7))
        for (nominal, amount) in try entries.byNominal where amount != .zero {
            try post(addToDay, nominal, date, amount.minorUnits)
            try post(addToMonth, nominal, month, amount.minorUnits)
        }
    }

    private func lastPosting(of document: DocumentKey) throws -> LastPosting? {
        try first(selectLast, document.kind.rawValue, document.id) { row in
            var columns = Columns(row)
            return LastPosting(
                place: columns.integer(), version: columns.integer(), rules: columns.integer(),
                date: try columns.date(), isReversal: columns.optionalInteger() != nil)
        }
    }

    private func entries(of posting: LastPosting) throws -> LedgerEntries {
        let entries = try all(selectEntries, posting.place) { row in
            var columns = Columns(row)
            return LedgerEntry(&columns)
        }
        return try LedgerEntries(on: posting.date, entries)
    }
}

extension LedgerEntry {
    /// In the order of `entryColumns`.
    init(_ columns: inout Columns) {
        self.init(columns.integer(), columns.money())
        if let currency = columns.optionalText() {
            foreign = ForeignAmount(currency, columns.money())
        } else {
            _ = columns.optionalMoney()
        }
        party = columns.optionalInteger()
        project = columns.optionalInteger()
        documentLine = columns.optionalInteger()
    }
}

private struct LastPosting {
    let place: Int64
    let version: Int64
    let rules: Int64
    let date: CalendarDate
    let isReversal: Bool
}

/// What `LedgerEntry` is read from.
let entryColumns: SQL = "nominal, amount, currency, foreign_amount, party, project, document_line"

private let selectLast: SQL = """
    SELECT id, version, rules, date, reverses FROM posting WHERE kind = ?1 AND document = ?2 ORDER BY id DESC LIMIT 1
    """
private let selectEntries: SQL = "SELECT " + entryColumns + " FROM entry WHERE posting = ?1 ORDER BY line"

private let insertPosting: SQL = """
    INSERT INTO posting (id, kind, document, version, rules, date, created_at, created_by, reverses, hash)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """
private let insertEntry: SQL = """
    INSERT INTO entry (posting, line, nominal, date, amount, currency, foreign_amount, party, project, document_line)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """
private let addToDay: SQL = """
    INSERT INTO nominal_day (nominal, day, amount) VALUES (?1, ?2, ?3)
    ON CONFLICT (nominal, day) DO UPDATE SET amount = nominal_day.amount + excluded.amount
    """
private let addToMonth: SQL = """
    INSERT INTO nominal_month (nominal, month, amount) VALUES (?1, ?2, ?3)
    ON CONFLICT (nominal, month) DO UPDATE SET amount = nominal_month.amount + excluded.amount
    """
