import Store
import Testing

/// Statements whose outcome nobody waits for.
@Suite struct PostingTests {
    private static let post: SQL = "INSERT INTO note (writer, number, words) VALUES (?1, ?2, 'posted')"

    @Test(arguments: Engine.available)
    func whatIsPostedIsThereForTheNextStatement(on engine: Engine) async throws {
        try await engine.withStore { store in
            let seen = try await store.write { transaction in
                for number in 1...3 { try transaction.post(Self.post, 1, number) }
                return try transaction.first("SELECT COUNT(*) FROM note") { $0.integer(0) }
            }
            #expect(seen == 3)
        }
    }

    @Test(arguments: Engine.available)
    func whatIsRefusedAtTheEndOfItsWriteUndoesThatWriteAlone(on engine: Engine) async throws {
        try await engine.withStore { store in
            let refused = try await withThrowingTaskGroup { group in
                for number in 1...60 {
                    group.addTask {
                        do {
                            try await store.write { transaction in
                                try transaction.post(Self.post, 1, number)
                                guard number.isMultiple(of: 3) else { return }
                                // There is no such writer.
                                try transaction.post(Self.post, 99, number + 60)
                            }
                            return 0
                        } catch StoreError.refused(.foreignKey) {
                            return 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refused == 20)
            #expect(try await store.noteNumbers() == (1...60).filter { !$0.isMultiple(of: 3) })
        }
    }

    @Test(arguments: Engine.available)
    func whatIsRefusedStopsTheStatementsBehindIt(on engine: Engine) async throws {
        try await engine.withStore { store async throws in
            await #expect(throws: StoreError.refused(.foreignKey)) {
                try await store.write { transaction in
                    try transaction.post(Self.post, 99, 1)
                    try transaction.post(Self.post, 1, 2)
                    _ = try transaction.first("SELECT COUNT(*) FROM note") { $0.integer(0) }
                }
            }
            #expect(try await store.noteNumbers() == [])
            #expect(try await store.addNote(3) > 0)
        }
    }

    /// What is refused is refused to the write that posted it, and the others of its batch are done.
    @Test(arguments: Engine.available)
    func whatIsRefusedBeforeItsBodyThrowsIsItsOwnAffair(on engine: Engine) async throws {
        try await engine.withStore { store in
            let refused = try await withThrowingTaskGroup { group in
                for number in 1...60 {
                    group.addTask {
                        do {
                            try await store.write { transaction in
                                try transaction.post(Self.post, 1, number)
                                guard number.isMultiple(of: 3) else { return }
                                try transaction.post(Self.post, 99, number + 60)
                                throw Changed.mind
                            }
                            return 0
                        } catch StoreError.refused(.foreignKey) {
                            return 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refused == 20)
            #expect(try await store.noteNumbers() == (1...60).filter { !$0.isMultiple(of: 3) })
        }
    }

    @Test(arguments: Engine.available)
    func whoPostsAndThrowsIsToldWhatItThrew(on engine: Engine) async throws {
        try await engine.withStore { store async throws in
            await #expect(throws: Changed.mind) {
                try await store.write { transaction in
                    try transaction.post(Self.post, 1, 1)
                    throw Changed.mind
                }
            }
            #expect(try await store.noteNumbers() == [])
        }
    }
}

private enum Changed: Error { case mind }
