import Store
import StoreSQLite
import Testing

@Suite struct RefusalWordsTests {
    @Test func aRefusedStatementMayBeCaughtAndTheWriteGoesOn() async throws {
        try await withStore { store in
            try await store.addNote(1)
            try await store.write { transaction in
                #expect(throws: StoreError.refused(.unique)) {
                    try transaction.insert(insertNote, 1, "again")
                }
                _ = try transaction.insert(insertNote, 2, "after")
            }
            #expect(try await store.noteNumbers() == [1, 2])
        }
    }

    @Test func aStatementThatIsNoneIsAFaultOfOurs() async throws {
        try await withStore { store in
            await #expect(throws: StoreError.self) { try await store.read { try $0.exists("SELEC 1") } }
            await #expect(throws: StoreError.misuse("no such table: nowhere (SQLite 1)")) {
                try await store.write { try $0.run("DELETE FROM nowhere") }
            }
        }
    }

    @Test func aReadCanNotWrite() async throws {
        try await withStore { store in
            await #expect(throws: StoreError.misuse("a read can't write (SQLite 8)")) {
                try await store.read { try $0.insert(insertNote, 1, "no") }
            }
            let numbers = try await store.noteNumbers()
            #expect(numbers.isEmpty)
        }
    }
}
