import Store
import Synchronization
import TestSupport
import Testing

@testable import StorePostgreSQL

/// What a write is told that PostgreSQL could not carry out, or perhaps did.
@Suite(.enabled(if: TestPostgreSQL.isThere))
struct OutcomeTests {
    @Test func aCommitWhoseAnswerIsLostIsNotSaidToBeUndone() async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            let way = try CutConnection(to: url)
            defer { way.close() }
            let database = try PostgreSQLDatabase(url: way.url, settings: TestPostgreSQL.settings)
            let store = database.newBook(7)
            try await store.beginNotes()
            way.arm()
            await #expect(throws: StoreError.outcomeUnknown("PostgreSQL was lost in a commit")) {
                try await store.addNote(1)
            }
            // This one was done.
            #expect(try await store.noteNumbers() == [1])
            try await store.addNote(2)
            #expect(try await store.noteNumbers() == [1, 2])
            await database.close()
        }
    }

    @Test func aConnectionThatIsLostBeforeItsCommitHasChangedNothing() async throws {
        try await withPostgreSQL { database async throws in
            let store = database.newBook(7)
            try await store.beginNotes()
            await #expect {
                try await store.write { transaction in
                    _ = try transaction.insert(insertNote, 1, "lost")
                    // The program's role may not, and who signed in may.
                    try transaction.run("RESET ROLE")
                    _ = try transaction.exists("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            } throws: { error in
                guard case StoreError.unavailable = error else { return false }
                return true
            }
            #expect(try await store.noteNumbers() == [])
        }
    }

    /// The others of its batch go on.
    @Test func aStatementOverItsTimeFailsItsOwnWriteAlone() async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            var settings = TestPostgreSQL.settings
            settings.statementTimeout = .milliseconds(400)
            let database = try PostgreSQLDatabase(url: url, settings: settings)
            let store = database.newBook(7)
            try await store.beginNotes()
            let late = try await withThrowingTaskGroup { group in
                for number in 1...40 {
                    group.addTask {
                        do {
                            try await store.write { transaction in
                                _ = try transaction.insert(insertNote, number, "in time")
                                guard number == 20 else { return }
                                _ = try transaction.exists("SELECT pg_sleep(5)")
                            }
                            return 0
                        } catch StoreError.unavailable("PostgreSQL 57014") {
                            return number
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(late == 20)
            #expect(try await store.noteNumbers() == (1...40).filter { $0 != 20 })
            await database.close()
        }
    }

    @Test(arguments: [
        ("40001", Aftermath.retry), ("40P01", .retry), ("55P03", .retry), ("40003", .reconnect),
        ("57014", .rollBackToSavepoint), ("23505", .rollBackToSavepoint), ("53100", .rollBack),
        ("57P01", .reconnect), ("08006", .reconnect), ("25006", .reconnect), ("", .reconnect),
    ])
    func whatHasToFollowIsTheServersToSay(state: String, aftermath: Aftermath) {
        #expect(Aftermath(state: state) == aftermath)
    }

    @Test func whatTheServerItselfDoesNotKnowIsNotCalledUndone() {
        #expect(StoreError(state: "40003", message: "") == .outcomeUnknown("PostgreSQL 40003"))
    }

    // MARK: Others in the way

    /// Whoever can't have the head row waits no longer than is set, however many they are.
    @Test func writesBehindALockedBookAreAllAnsweredInTime() async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            var settings = TestPostgreSQL.settings
            settings.statementTimeout = .seconds(2)
            settings.waitMax = .seconds(1)
            let database = try PostgreSQLDatabase(url: url, settings: settings)
            let store = database.newBook(7)
            try await store.beginNotes()
            let other = try Other(url)
            try await other.run("BEGIN; SELECT 1 FROM head FOR UPDATE")
            let began = ContinuousClock.now
            let refused = try await withThrowingTaskGroup { group in
                for number in 1...3_000 {
                    group.addTask {
                        do {
                            try await store.addNote(number)
                            return 0
                        } catch StoreError.unavailable {
                            return 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refused == 3_000)
            // One statement and one wait are 3 s; the rest is for a busy machine. Batch after batch would take 18.
            #expect(began.duration(to: .now) < .seconds(8))
            try await other.run("ROLLBACK")
            try await store.addNote(1)
            #expect(try await store.noteNumbers() == [1])
            other.close()
            await database.close()
        }
    }

    @Test func jobsThatFindNoConnectionAreRefusedInTimeThoughNoneComesFree() async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            var settings = TestPostgreSQL.settings
            settings.connectionsMax = 1
            settings.waitMax = .milliseconds(300)
            let database = try PostgreSQLDatabase(url: url, settings: settings)
            let store = database.newBook(7)
            try await store.beginNotes()
            let (underWay, mark) = AsyncStream.makeStream(of: Void.self)
            let slow = Task {
                try await store.read { transaction in
                    mark.yield()
                    return try transaction.exists("SELECT pg_sleep(3)")
                }
            }
            for await _ in underWay { break }
            let began = ContinuousClock.now
            await #expect(throws: StoreError.unavailable("no connection came free in time")) {
                try await store.noteNumbers()
            }
            #expect(began.duration(to: .now) < .seconds(2))
            _ = try await slow.value
            #expect(try await store.noteNumbers() == [])
            await database.close()
        }
    }
}
