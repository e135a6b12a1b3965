import Store
import Testing

@Suite struct CommitTests {
    @Test(arguments: Engine.available)
    func aWriteThatThrowsIsUndoneAloneInItsBatch(on engine: Engine) async throws {
        try await engine.withStore { store in
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

    @Test(arguments: Engine.available)
    func aRowThatRefersToNothingUntilTheCommitFailsOnlyItsOwnWrite(on engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.migrate(notes + [late])
            let bad = Task { try await store.write { try $0.run("INSERT INTO late (writer) VALUES (99)") } }
            let good = Task { try await store.addNote(1) }
            await #expect(throws: StoreError.refused(.foreignKey)) { try await bad.value }
            _ = try await good.value
            #expect(try await store.noteNumbers() == [1])
        }
    }

    @Test(arguments: Engine.available)
    func aWriteSeesWhatTheOneBeforeItWrote(on engine: Engine) async throws {
        try await engine.withStore { store in
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

    @Test(arguments: Engine.available)
    func aReadSeesOneStateWhileOthersWrite(on engine: Engine) async throws {
        try await engine.withStore { store in
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
}

private let late = Migration(
    "002 late", ["CREATE TABLE late (writer BIGINT REFERENCES writer (id) DEFERRABLE INITIALLY DEFERRED)"])

private enum Changed: Error { case mind }
