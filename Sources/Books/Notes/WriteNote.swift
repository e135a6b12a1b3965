import Bookkeeping
import Store

/// A note that was just written, and where.
public struct WrittenNote: Hashable, Sendable {
    public let note: Note
    /// The own spelling of the code, or the number, of what it is about.
    public let key: String
}

extension Book {
    /// Adds a note on a customer, a supplier or a document, archived or not.
    ///
    /// - Parameter author: the full name of who writes it.
    /// - Throws: `BookkeepingError.partyUnknown`, `.documentUnknown`.
    public func addNote(_ sent: CheckedNote, on noted: Noted, by author: String) async throws
        -> WrittenNote
    {
        let today = moment.day
        return try await store.write { transaction in
            let (parent, key) = try transaction.parent(noted)
            let number = try transaction.nextNoteNumber(noted.kind, parent)
            try transaction.run(
                insertNote, noted.kind.rawValue, parent, number, sent.text, sent.date?.text ?? today,
                author)
            return WrittenNote(note: try transaction.note(number, noted.kind, parent), key: key)
        }
    }

    /// Puts what was sent in the place of a note's text, and of its date where one was sent.
    ///
    /// - Parameter author: the full name of who changes it.
    /// - Throws: `BookkeepingError.partyUnknown`, `.documentUnknown`, `.noteUnknown`.
    public func changeNote(
        _ number: Int64, on noted: Noted, to sent: CheckedNote, by author: String
    ) async throws -> Note {
        try await store.write { transaction in
            let parent = try transaction.parent(noted).id
            let old = try transaction.note(number, noted.kind, parent)
            try transaction.run(
                updateNote, noted.kind.rawValue, parent, number, sent.text,
                (sent.date ?? old.date).text,
                author)
            return try transaction.note(number, noted.kind, parent)
        }
    }

    /// Deletes one note; its number is not given again.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`, `.documentUnknown`, `.noteUnknown`.
    public func deleteNote(_ number: Int64, on noted: Noted) async throws {
        try await store.write { transaction in
            let parent = try transaction.parent(noted).id
            guard try transaction.run(deleteOne, noted.kind.rawValue, parent, number) == 1 else {
                throw BookkeepingError.noteUnknown(String(number))
            }
        }
    }
}

extension Transaction {
    /// Deletes every note on what is itself being deleted.
    ///
    /// - Parameter parent: its id, which is never given again.
    func deleteNotes(on kind: NotedKind, _ parent: Int64) throws {
        try run("DELETE FROM note WHERE kind = ?1 AND parent = ?2", kind.rawValue, parent)
        try run("DELETE FROM note_series WHERE kind = ?1 AND parent = ?2", kind.rawValue, parent)
    }

    /// The number for a new note, which is used up by this.
    fileprivate func nextNoteNumber(_ kind: NotedKind, _ parent: Int64) throws -> Int64 {
        let number = (try first(selectHighest, kind.rawValue, parent) { $0.integer(0) } ?? 0) + 1
        if number == 1 {
            try run(insertHighest, kind.rawValue, parent, number)
        } else {
            try run(raiseHighest, kind.rawValue, parent, number)
        }
        return number
    }
}

private let insertNote: SQL = """
    INSERT INTO note (kind, parent, number, text, date, last_modified_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """

private let updateNote: SQL = """
    UPDATE note SET text = ?4, date = ?5, last_modified_by = ?6 WHERE kind = ?1 AND parent = ?2 AND number = ?3
    """

private let deleteOne: SQL = "DELETE FROM note WHERE kind = ?1 AND parent = ?2 AND number = ?3"
private let selectHighest: SQL = "SELECT highest FROM note_series WHERE kind = ?1 AND parent = ?2"
private let insertHighest: SQL = "INSERT INTO note_series (kind, parent, highest) VALUES (?1, ?2, ?3)"
private let raiseHighest: SQL = "UPDATE note_series SET highest = ?3 WHERE kind = ?1 AND parent = ?2"
