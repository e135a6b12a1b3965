import Bookkeeping
import Store

extension Transaction {
    /// The notes on a customer or supplier, by number.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func notes(on noted: NotedParty) throws -> [Note] {
        let parent = try parent(noted).id
        return try all(selectNotes + inOrder, noted.party.notes.rawValue, parent, as: note)
    }

    /// One note on a customer or supplier; another's is not found.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`, `.noteUnknown`.
    public func note(_ number: Int64, on noted: NotedParty) throws -> Note {
        try note(number, noted.party.notes, parent(noted).id)
    }

    func note(_ number: Int64, _ kind: NotedKind, _ parent: Int64) throws -> Note {
        guard let note = try first(selectNotes + numbered, kind.rawValue, parent, number, as: note) else {
            throw BookkeepingError.noteUnknown(String(number))
        }
        return note
    }

    /// The customer or supplier of a code: its id, and the code as it is written there.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`.
    func parent(_ noted: NotedParty) throws -> (id: Int64, code: String) {
        let found = try first(selectParent[noted.party], PartyCode.key(of: noted.code)) {
            (id: $0.integer(0), code: $0.text(1))
        }
        guard let found else {
            throw BookkeepingError.partyUnknown(noted.party, code: PartyCode.shown(noted.code))
        }
        return found
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
