import Store
import Synchronization

/// A write that waits for its turn, and for its commit.
struct QueuedWrite: Waiting {
    typealias Answer = @Sendable () -> Void

    /// Does the work and gives what to answer once that is committed.
    let run: @Sendable (any Transaction) throws -> Answer
    let fail: @Sendable (any Error) -> Void
    let waitsSince: ContinuousClock.Instant
}

/// The writes of one store: one batch at a time, each batch all that waits when a connection is there for it.
final class WriteLine: Sendable {
    private struct Line {
        var waiting: WaitingLine<QueuedWrite>
        var isRunning = false
        var isClosed = false
        var whenIdle: [@Sendable () -> Void] = []
    }

    private let pool: ConnectionPool
    private let scope: Scope
    private let timeMax: Duration
    private let line: Mutex<Line>

    /// How many writes wait, and for how long, is as `settings` has it; and so is how long one batch may take.
    init(_ pool: ConnectionPool, _ scope: Scope, _ settings: PostgreSQLDatabase.Settings) {
        self.pool = pool
        self.scope = scope
        timeMax = settings.transactionMax
        line = Mutex(
            Line(waiting: WaitingLine(waitingMax: settings.waitingMax, waitMax: settings.waitMax)))
    }

    func add(_ write: QueuedWrite) {
        enum Next { case waits(WaitingLine<QueuedWrite>.Added, starts: Bool), refuse(StoreError) }
        let next: Next = line.withLock { line in
            guard !line.isClosed else { return .refuse(.closed) }
            let added = line.waiting.append(write)
            if case .full = added { return .refuse(.unavailable("too many wait to write")) }
            defer { line.isRunning = true }
            return .waits(added, starts: !line.isRunning)
        }
        switch next {
        case .waits(let added, let starts):
            watch(added)
            if starts { start() }
        case .refuse(let error): write.fail(error)
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

    // MARK: Batches

    private func start() {
        pool.add(
            Job(
                run: { connection in
                    let batch = self.takeBatch()
                    connection.deadline = .now + self.timeMax
                    let after = batch.isEmpty ? .sound : connection.commit(batch, self.scope)
                    if after == .goneBefore {
                        self.watch(self.line.withLock { $0.waiting.giveBack(batch) })
                    } else {
                        self.goOn()
                    }
                    return after
                },
                fail: { error in
                    for write in self.takeBatch() { write.fail(error) }
                    self.goOn()
                }, waitsSince: .now))
    }

    /// Not more than can be committed without holding up the next for long.
    private func takeBatch() -> [QueuedWrite] {
        line.withLock { $0.waiting.take(batchMax) }
    }

    private func goOn() {
        let idle = line.withLock { line -> [@Sendable () -> Void]? in
            guard line.waiting.isEmpty else { return nil }
            line.isRunning = false
            defer { line.whenIdle = [] }
            return line.whenIdle
        }
        guard let idle else { return start() }
        for finish in idle { finish() }
    }

    // MARK: Deadlines

    private func watch(_ added: WaitingLine<QueuedWrite>.Added) {
        guard case .watch(let instant) = added else { return }
        call(at: instant) { self.dropLate() }
    }

    private func dropLate() {
        let (late, next) = line.withLock { $0.waiting.dropLate() }
        for write in late { write.fail(StoreError.unavailable("the writes before it took too long")) }
        if let next { watch(.watch(at: next)) }
    }
}

private let batchMax = 256
