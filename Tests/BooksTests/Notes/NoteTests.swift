import Bookkeeping
import Store
import Testing

@testable import Books

@Suite struct NoteTests {
    private func rows(_ test: TestBook) async throws -> [String] {
        try await test.book.store.read { transaction in
            try transaction.all("SELECT kind || '/' || parent || '/' || text FROM note ORDER BY 1") {
                $0.text(0)
            }
                + transaction.all(
                    "SELECT kind || '/' || parent || '/' || highest FROM note_series ORDER BY 1"
                ) {
                    $0.text(0)
                }
        }
    }

    @Test func whatGoesTakesItsNotesAndNobodyElses() async throws {
        try await TestBook.run { test in
            let note = try NoteDraft(text: "Called").checked()
            for code in ["A", "B"] {
                try await test.add(code, code: code)
                _ = try await test.book.addNote(note, on: Noted(.customer, code), by: "Ines Okafor")
            }
            try await test.book.store.write { transaction in
                // A supplier's, whose id is a customer's too.
                try transaction.run("INSERT INTO note_series (kind, parent, highest) VALUES (2, 1, 1)")
                try transaction.deleteNotes(on: .customers, 1)
            }
            #expect(try await rows(test) == ["1/2/Called", "1/2/1", "2/1/1"])
        }
    }

    @Test func aRefusalUsesUpNoNumber() async throws {
        try await TestBook.run { test in
            let note = try NoteDraft(text: "Called").checked()
            await #expect(throws: BookkeepingError.partyUnknown(.customer, code: "NONE")) {
                try await test.book.addNote(note, on: Noted(.customer, "NONE"), by: "Ines Okafor")
            }
            #expect(try await rows(test).isEmpty)
        }
    }

    @Test(.onSQLite) func aNoteIsLookedUpAndNotSearched() async throws {
        try await TestBook.run { test in
            let plan = try await test.book.store.read { transaction in
                try transaction.all(
                    """
                    EXPLAIN QUERY PLAN SELECT number, text, date, last_modified_by FROM note
                    WHERE kind = 1 AND parent = 1 ORDER BY number
                    """
                ) { $0.text(3) }.joined()
            }
            #expect(plan.contains("SEARCH note") && !plan.contains("TEMP B-TREE"))
        }
    }
}
