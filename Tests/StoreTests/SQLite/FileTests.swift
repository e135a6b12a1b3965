import Store
import StoreSQLite
import Testing

@Suite struct FileTests {
    @Test func writesSideBySideAreAllAnsweredAndAllOnDisk() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder + "/test.sqlite")
            try await store.beginNotes()
            let ids = try await withThrowingTaskGroup { group in
                for number in 1...500 {
                    group.addTask { try await store.addNote(number) }
                }
                return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
            }
            #expect(ids == Set(1...500))
            await store.close()
            let again = try SQLiteStore(path: folder + "/test.sqlite")
            #expect(try await again.noteNumbers() == Array(1...500))
            #expect(try DatabaseFile(path: again.path).firstComplaint() == nil)
            await again.close()
        }
    }

    /// PostgreSQL's texts have no room for this one character.
    @Test func aTextMayHoldANull() async throws {
        try await withStore { store in
            let back = try await store.read { try $0.first("SELECT ?1", "a\u{0}b") { $0.text(0) } }
            #expect(back == "a\u{0}b")
        }
    }

    @Test func theLogIsEmptiedAsItGrows() async throws {
        try await withStore { store in
            let page = String(repeating: "x", count: 100_000)
            for number in 1...200 { try await store.addNote(number, page) }
            // 20 MB were written; the log starts again after some 4 MiB.
            #expect(try fileBytes(store.path + "-wal") < 9 << 20)
            #expect(try fileBytes(store.path) > 9 << 20)
        }
    }

    @Test func closingFinishesWhatIsQueuedAndRefusesTheRest() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder + "/test.sqlite")
            try await store.beginNotes()
            async let queued: [Void] = withThrowingTaskGroup { group in
                for number in 1...50 { group.addTask { _ = try? await store.addNote(number) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            await store.close()
            _ = try await queued
            await #expect(throws: StoreError.closed) { try await store.addNote(99) }
            await #expect(throws: StoreError.closed) { try await store.noteNumbers() }
            await store.close()
            #expect(try fileNames(folder) == ["test.sqlite"])
        }
    }

    @Test func onlyItsOwnerCanReadTheFile() async throws {
        try await withStore { store in
            try await store.addNote(1)
            for file in [store.path, store.path + "-wal", store.path + "-shm"] {
                #expect(try filePermissions(file) == 0o600)
            }
        }
    }
}
