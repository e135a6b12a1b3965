import Store
import Testing

@Suite struct KeptAnswerStoreTests {
    private let answer = KeptAnswer(status: 201, headers: "Location: /v2/é", body: #"{"Name":"é\u0000"}"#)

    @Test(arguments: Engine.available)
    func anAnswerIsFoundAtItsPlaceUntilItIsTooOld(on engine: Engine) async throws {
        try await withKept(engine) { store in
            try await store.write { [answer] in
                try $0.keep(answer, at: "a", mark: "m", now: "2026-03-09T10", oldest: "2026-03-08T10")
            }
            let found = try await store.read { try $0.keptAnswer(at: "a", since: "2026-03-09T10")?.answer }
            #expect(found == answer)
            #expect(try await store.read { try $0.keptAnswer(at: "a", since: "2026-03-09T11")?.mark } == nil)
            #expect(try await store.read { try $0.keptAnswer(at: "b", since: "2026-03-09T10")?.mark } == nil)
            // What is too old gives way to another answer at its place.
            let other = KeptAnswer(status: 200, headers: "", body: "")
            try await store.write {
                try $0.keep(other, at: "a", mark: "n", now: "2026-03-11T10", oldest: "2026-03-10T10")
            }
            let second = try await store.read { try $0.keptAnswer(at: "a", since: "2026-03-10T10") }
            #expect(second?.mark == "n" && second?.answer == other)
        }
    }

    @Test(arguments: Engine.available)
    func whatIsTooOldGoesAFewWithEachAnswerAndAllWithTheUpkeep(on engine: Engine) async throws {
        try await withKept(engine) { store in
            try await store.write { [answer] transaction in
                for place in 0..<1_100 {
                    try transaction.keep(
                        answer, at: "p\(place)", mark: "m", now: "2026-03-09T10:\(place)", oldest: "2026")
                }
            }
            // Each that comes takes a few of the oldest with it.
            try await store.write { [answer] in
                try $0.keep(answer, at: "new", mark: "m", now: "2026-03-11", oldest: "2026-03-10")
            }
            #expect(try await store.keptCount() == 1_093)
            try await store.tidyKeptAnswers(before: "2026-03-10")
            #expect(try await store.keptCount() == 1)
            try await store.forgetKeptAnswers()
            #expect(try await store.keptCount() == 0)
        }
    }

    @Test(arguments: Engine.available)
    func aFrameIsPartOfTheWrite(on engine: Engine) async throws {
        try await withKept(engine) { store in
            let refusing = FramedStore(store, WriteFrame(after: { _, _ in throw Refused() }))
            await #expect(throws: Refused.self) { try await refusing.addNote(1) }
            let barred = FramedStore(store, WriteFrame(before: { _ in throw Refused() }))
            await #expect(throws: Refused.self) { try await barred.addNote(2) }
            #expect(try await store.noteNumbers() == [])
            let marking = FramedStore(
                store,
                WriteFrame(after: { value, transaction in
                    try transaction.keep(
                        KeptAnswer(status: 201, headers: "", body: "\(value)"), at: "a", mark: "m", now: "2",
                        oldest: "1")
                }))
            let given = try await marking.write { _ in "made" }
            #expect(given == "made")
            #expect(
                try await marking.read { try $0.keptAnswer(at: "a", since: "1")?.answer.body } == "made")
        }
    }

    private func withKept(_ engine: Engine, _ body: (any Store) async throws -> Void) async throws {
        try await engine.withStore { store in
            try await store.migrate(notes + [Migration("100 kept answers", KeptAnswer.table)])
            try await body(store)
        }
    }
}

private struct Refused: Error {}

extension Store {
    fileprivate func keptCount() async throws -> Int64? {
        try await read { try $0.first("SELECT COUNT(*) FROM kept_answer") { $0.integer(0) } }
    }
}
