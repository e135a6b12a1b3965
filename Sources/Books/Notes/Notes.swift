import Bookkeeping
import Store

extension Transaction {
    /// The notes on a customer, supplier or document, by number.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`, `.documentUnknown`.
    public func notes(on noted: Noted) throws -> [Note] {
        let parent = try parent(noted).id
        return try all(selectNotes + inOrder, noted.kind.rawValue, parent, as: note)
    }

    /// One note on a customer, supplier or document; another's is not found.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`, `.documentUnknown`, `.noteUnknown`.
    public func note(_ number: Int64, on noted: Noted) throws -> Note {
        try note(number, noted.kind, parent(noted).id)
    }

    func note(_ number: Int64, _ kind: NotedKind, _ parent: Int64) throws -> Note {
        guard let note = try first(selectNotes + numbered, kind.rawValue, parent, number, as: note) else {
            throw BookkeepingError.noteUnknown(String(number))
        }
        return note
    }

    /// What notes are about: its id, and its code or number as it is written there.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`, `.documentUnknown`.
    func parent(_ noted: Noted) throws -> (id: Int64, key: String) {
        switch noted.kind {
        case .customers: try parent(.customer, noted.key)
        case .suppliers: try parent(.supplier, noted.key)
        case .invoices: try parent(.invoice, noted.key, "SELECT id FROM invoice WHERE number = ?1")
        case .quotes: try parent(.quote, noted.key, "SELECT id FROM quote WHERE number = ?1")
        // They have no tables yet.
        case .purchases: throw BookkeepingError.documentUnknown(.purchase, noted.key.shown())
        case .purchaseOrders: throw BookkeepingError.documentUnknown(.purchaseOrder, noted.key.shown())
        }
    }

    private func parent(_ party: Party, _ code: String) throws -> (id: Int64, key: String) {
        let found = try first(selectParent[party], PartyCode.key(of: code)) {
            (id: $0.integer(0), key: $0.text(1))
        }
        guard let found else { throw BookkeepingError.partyUnknown(party, code: PartyCode.shown(code)) }
        return found
    }

    private func parent(_ series: NumberSeries, _ sent: String, _ sql: SQL) throws -> (id: Int64, key: String)
    {
        guard let number = Int64(sent), let id = try first(sql, number, as: { $0.integer(0) }) else {
            throw BookkeepingError.documentUnknown(series, sent.shown())
        }
        return (id, String(number))
    }

    private func note(_ row: any Row) throws -> Note {
        var columns = Columns(row)
        return Note(
            number: columns.integer(), text: columns.text(), date: try columns.date(),
            lastModifiedBy: columns.text())
    }
}

private let selectNotes: SQL = """
    SELECT number, text, date, last_modified_by FROM note WHERE kind = ?1 AND parent = ?2
    """
private let inOrder: SQL = " ORDER BY number"
private let numbered: SQL = " AND number = ?3"

private let selectParent: PartyStatement = "SELECT id, code FROM {party} WHERE code_key = ?1"
