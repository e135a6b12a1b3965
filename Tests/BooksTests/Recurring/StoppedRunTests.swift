import Bookkeeping
import Store
import Surroundings
import Synchronization
import TestSupport
import Testing

@testable import Books

/// A run that is stopped at each of its statements in turn, as a process that is killed, and taken up again.
@Suite struct StoppedRunTests {
    @Test func stoppedAnywhereARunIsTakenUpAndNoDateIsMadeTwice() async throws {
        let whole = try await TestBook.run(stoppedAt: nil)
        #expect(whole.steps > 50)
        // A book in a database takes a second to make, so that every eleventh step has to do there.
        for step in stride(from: 1, through: whole.steps, by: TestPostgreSQL.isChosen ? 11 : 1) {
            let stopped = try await TestBook.run(stoppedAt: step)
            #expect(stopped.rows == whole.rows, "stopped at statement \(step)")
            #expect(stopped.wasStopped, "nothing stopped at statement \(step)")
        }
    }
}

extension TestBook {
    /// Makes a book that owes two invoices with payments and one locked date, runs it, stopped once at a statement,
    /// and runs it again.
    fileprivate static func run(
        stoppedAt step: Int?
    ) async throws -> (rows: [String], steps: Int, wasStopped: Bool) {
        var result: (rows: [String], steps: Int, wasStopped: Bool) = ([], 0, false)
        try await run { test in
            try await test.add("Harbour Joinery", code: "HARB01")
            try await test.addTemplate(start: "2025-12-31", count: 3) { $0.payment.kind = .full }
            try await test.lock(until: "2026-01-01")
            let store = StoppingStore(test.book.store, at: step)
            let book = Book(
                store: store, clock: test.clock, randomness: SeededRandomness(seed: 2),
                origin: BookOrigin(permalinkKey: "5ea1c0de"))
            let day = try CalendarDate(text: "2026-03-09")
            do {
                try await book.runRecurringInvoices(until: day)
            } catch StoreError.unavailable {
                result.wasStopped = true
            }
            result.steps = store.steps
            try await book.runRecurringInvoices(until: day)
            result.rows = try await test.everything()
        }
        return result
    }
}

/// A store whose statements are counted, and which fails once, at one of them.
private final class StoppingStore: Store {
    private let store: any Store
    private let counter: Counter

    init(_ store: any Store, at step: Int?) {
        self.store = store
        counter = Counter(step)
    }

    var steps: Int { counter.taken }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await store.read { [counter] in try body(CountedTransaction($0, counter)) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let value = try await store.write { [counter] in try body(CountedTransaction($0, counter)) }
        // What was committed stays, and nobody hears of it.
        try counter.step()
        return value
    }

    func migrate(_ migrations: [Migration]) async throws {
        try await store.migrate(migrations)
    }

    func close() async {
        await store.close()
    }
}

private final class Counter: Sendable {
    private let stop: Int?
    private let count = Mutex(0)

    init(_ stop: Int?) {
        self.stop = stop
    }

    var taken: Int { count.withLock { $0 } }

    func step() throws {
        let count = count.withLock { count in
            count += 1
            return count
        }
        if count == stop { throw StoreError.unavailable("stopped") }
    }
}

private final class CountedTransaction: Transaction {
    private let transaction: any Transaction
    private let counter: Counter

    init(_ transaction: any Transaction, _ counter: Counter) {
        self.transaction = transaction
        self.counter = counter
    }

    func query(_ sql: SQL, _ parameters: [SQLValue], _ each: (any Row) throws -> Bool) throws {
        try counter.step()
        try transaction.query(sql, parameters, each)
    }

    func execute(_ sql: SQL, _ parameters: [SQLValue]) throws -> Int {
        try counter.step()
        return try transaction.execute(sql, parameters)
    }

    func post(_ sql: SQL, _ parameters: [SQLValue]) throws {
        try counter.step()
        try transaction.post(sql, parameters)
    }
}
