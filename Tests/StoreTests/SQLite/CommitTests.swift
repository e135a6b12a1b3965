import Store
import StoreSQLite
import Testing

@Suite struct CommitTests {
    @Test func writesSideBySideAreAllAnsweredAndAllOnDisk() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder + "/test.sqlite")
            try await store.migrate(notes)
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

    @Test func aWriteThatThrowsIsUndoneAloneInItsBatch() async throws {
        try await withStore { store in
            let refused = try await withThrowingTaskGroup { group in
                for number in 1...200 {
                    group.addTask {
                        do {
                            try await store.write { transaction in
                                _ = try transaction.insert(insertNote, number, "kept, if all goes well")
                                if number.isMultiple(of: 3) { throw Changed.mind }
                            }
                            return 0
                        } catch Changed.mind {
                            return 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refused == 66)
            #expect(try await store.noteNumbers() == (1...200).filter { !$0.isMultiple(of: 3) })
        }
    }

    @Test func aRowThatRefersToNothingUntilTheCommitFailsOnlyItsOwnWrite() async throws {
        try await withStore { store in
            try await store.write {
                try $0.run(
                    "CREATE TABLE late (writer BIGINT REFERENCES writer (id) DEFERRABLE INITIALLY DEFERRED)")
            }
            let bad = Task { try await store.write { try $0.run("INSERT INTO late (writer) VALUES (99)") } }
            let good = Task { try await store.addNote(1) }
            await #expect(throws: StoreError.refused(.foreignKey)) { try await bad.value }
            _ = try await good.value
            #expect(try await store.noteNumbers() == [1])
        }
    }

    @Test func aWriteSeesWhatTheOneBeforeItWrote() async throws {
        try await withStore { store in
            try await withThrowingTaskGroup { group in
                for _ in 1...300 {
                    group.addTask {
                        try await store.write { transaction in
                            let last = try transaction.first("SELECT COALESCE(MAX(number), 0) FROM note") {
                                $0.integer(0)
                            }
                            _ = try transaction.insert(insertNote, (last ?? 0) + 1, "next")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.noteNumbers() == Array(1...300))
        }
    }

    @Test func aReadSeesOneStateWhileOthersWrite() async throws {
        try await withStore { store in
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for number in 1...200 {
                        try await store.write { transaction in
                            _ = try transaction.insert(insertNote, number, "left")
                            _ = try transaction.insert(insertNote, number + 1_000, "right")
                        }
                    }
                }
                for _ in 1...2 {
                    group.addTask {
                        for _ in 1...400 {
                            try await store.read { transaction in
                                let count: SQL = "SELECT COUNT(*) FROM note WHERE words = ?1"
                                let left = try transaction.first(count, "left") { $0.integer(0) }
                                let right = try transaction.first(count, "right") { $0.integer(0) }
                                #expect(left == right)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
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
            try await store.migrate(notes)
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

private enum Changed: Error { case mind }
