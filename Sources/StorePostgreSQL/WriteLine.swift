import Store
import Synchronization

/// A write that waits for its turn, and for its commit.
struct QueuedWrite: Sendable {
    typealias Answer = @Sendable () -> Void

    /// Does the work and gives what to answer once that is committed.
    let run: @Sendable (any Transaction) throws -> Answer
    let fail: @Sendable (any Error) -> Void
}

/// The writes of one store: one batch at a time, each batch all that waits.
final class WriteLine: Sendable {
    private struct Line {
        var waiting: [QueuedWrite] = []
        var isRunning = false
        var isClosed = false
        var whenIdle: [@Sendable () -> Void] = []
    }

    private let pool: ConnectionPool
    private let scope: Scope
    private let timeMax: Duration
    private let line = Mutex(Line())

    /// - Parameter timeMax: how long one batch may take.
    init(_ pool: ConnectionPool, _ scope: Scope, timeMax: Duration) {
        self.pool = pool
        self.scope = scope
        self.timeMax = timeMax
    }

    func add(_ write: QueuedWrite) {
        enum Next { case nothing, start, refuse }
        let next: Next = line.withLock { line in
            guard !line.isClosed else { return .refuse }
            line.waiting.append(write)
            guard !line.isRunning else { return .nothing }
            line.isRunning = true
            return .start
        }
        switch next {
        case .nothing: break
        case .start: takeBatch()
        case .refuse: write.fail(StoreError.closed)
        }
    }

    /// Takes no more, and returns when what waited is done.
    func close() async {
        await withCheckedContinuation { caller in
            let isIdle = line.withLock { line in
                line.isClosed = true
                if line.isRunning { line.whenIdle.append { caller.resume() } }
                return !line.isRunning
            }
            if isIdle { caller.resume() }
        }
    }

    private func takeBatch() {
        let (batch, idle) = line.withLock { line -> ([QueuedWrite], [@Sendable () -> Void]) in
            // Not more than can be committed without holding up the next for long.
            let batch = Array(line.waiting.prefix(batchMax))
            line.waiting.removeFirst(batch.count)
            guard batch.isEmpty else { return (batch, []) }
            line.isRunning = false
            defer { line.whenIdle = [] }
            return ([], line.whenIdle)
        }
        for finish in idle { finish() }
        guard !batch.isEmpty else { return }
        pool.add(
            Job(
                run: { connection in
                    connection.deadline = .now + self.timeMax
                    let after = connection.commit(batch, self.scope)
                    if after != .goneBefore { self.takeBatch() }
                    return after
                },
                fail: { error in
                    for write in batch { write.fail(error) }
                    self.takeBatch()
                }, waitsSince: .now))
    }
}

extension PostgreSQLConnection {
    /// Runs the writes one after another and commits them together; tells every caller.
    ///
    /// A deadlock or a serialization failure is tried again here; the bodies read and write nothing but the store.
    fileprivate func commit(_ batch: [QueuedWrite], _ scope: Scope) -> AfterJob {
        var last: any Error = StoreError.unavailable("PostgreSQL has not answered")
        for _ in 0..<triesMax {
            let transaction = PostgreSQLTransaction(self)
            defer { transaction.end() }
            var hasBegun = false
            do {
                // A business without its head row is removed, here or by another process.
                guard try command(scope.beginWriting) == 1 else { throw StoreError.closed }
                hasBegun = true
                let answers = try batch.map { try attempt($0, in: transaction) }
                try post(command: "COMMIT")
                try settle()
                for answer in answers { answer() }
                return .sound
            } catch {
                last = error
                guard isSound || hasBegun else { return .goneBefore }
                // A connection that was lost before COMMIT took nothing along; one lost in it may have: nobody is
                // told either way, and the caller is asked to try again.
                guard isSound, (try? command("ROLLBACK")) != nil else { break }
                guard lastFailure == .retry else { break }
            }
        }
        for write in batch { write.fail(last) }
        return isSound && lastFailure != .reconnect ? .sound : .gone
    }

    /// One write in a savepoint of its own, so that it can be refused alone.
    private func attempt(
        _ write: QueuedWrite, in transaction: PostgreSQLTransaction
    ) throws -> QueuedWrite.Answer {
        try post(command: "SAVEPOINT own")
        do {
            let answer = try write.run(transaction)
            if let failure = transaction.failure { throw failure.error }
            // What it posted is waited for while it can still be told whose it was.
            try transaction.settle()
            try post(command: "RELEASE own")
            return answer
        } catch {
            if let failure = transaction.failure, failure.aftermath != .rollBackToSavepoint {
                throw failure.error
            }
            try command("ROLLBACK TO own; RELEASE own")
            transaction.forgetFailure()
            return { write.fail(error) }
        }
    }
}

private let batchMax = 256
private let triesMax = 5
