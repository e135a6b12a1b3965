import Dispatch
import Store
import Synchronization

/// What a job leaves behind.
enum AfterJob: Sendable {
    case sound
    /// The connection is of no more use.
    case gone
    /// It was gone before the job began, as after a restart of the server: nothing was read or written, and the job
    /// is to be run on another.
    case goneBefore
}

/// Work for one connection, on a thread of the pool.
struct Job: Waiting {
    /// Answers whoever waits, unless the connection was gone before.
    let run: @Sendable (PostgreSQLConnection) -> AfterJob
    let fail: @Sendable (StoreError) -> Void
    let waitsSince: ContinuousClock.Instant
}

/// A bounded number of connections, each with a thread of its own, so that a slow server never blocks the threads
/// that answer requests.
final class ConnectionPool: Sendable {
    private struct Line {
        var idle: [Worker]
        var waiting: WaitingLine<Job>
        var isClosed = false
        var running = 0
        var whenEmpty: [@Sendable () -> Void] = []
    }

    private let line: Mutex<Line>

    /// - Parameters:
    ///   - connectionsMax: opened when first needed; kept after that.
    ///   - waitingMax: how many jobs wait for a connection; one more is refused.
    ///   - waitMax: a job that waited so long is refused.
    ///   - open: makes a connection.
    init(
        connectionsMax: Int, waitingMax: Int, waitMax: Duration,
        open: @escaping @Sendable () throws(StoreError) -> PostgreSQLConnection
    ) {
        let workers = (0..<max(1, connectionsMax)).map { Worker("daybook.postgresql.\($0)", open) }
        line = Mutex(
            Line(idle: workers, waiting: WaitingLine(waitingMax: waitingMax, waitMax: waitMax)))
    }

    func add(_ job: Job) {
        enum Next { case waits(WaitingLine<Job>.Added), start(Worker), refuse(StoreError) }
        let next: Next = line.withLock { line in
            guard !line.isClosed else { return .refuse(.closed) }
            if let worker = line.idle.popLast() {
                line.running += 1
                return .start(worker)
            }
            let added = line.waiting.append(job)
            if case .full = added { return .refuse(.unavailable("too many wait for a connection")) }
            return .waits(added)
        }
        switch next {
        case .waits(let added): watch(added)
        case .refuse(let error): job.fail(error)
        case .start(let worker): worker.queue.async { self.work(worker, job) }
        }
    }

    /// Takes no more and closes each connection as it comes free.
    func close() async {
        await withCheckedContinuation { caller in
            let (idle, isEmpty) = line.withLock { line in
                line.isClosed = true
                let isEmpty = line.running == 0
                if !isEmpty { line.whenEmpty.append { caller.resume() } }
                defer { line.idle = [] }
                return (line.idle, isEmpty)
            }
            for worker in idle { worker.queue.sync { worker.disconnect() } }
            if isEmpty { caller.resume() }
        }
    }

    private func watch(_ added: WaitingLine<Job>.Added) {
        guard case .watch(let instant) = added else { return }
        call(at: instant) { self.dropLate() }
    }

    private func dropLate() {
        let (late, next) = line.withLock { $0.waiting.dropLate() }
        for job in late { job.fail(.unavailable("no connection came free in time")) }
        if let next { watch(.watch(at: next)) }
    }

    private func work(_ worker: Worker, _ first: Job) {
        var job: Job? = first
        while let current = job {
            worker.run(current)
            let (next, isClosed, done) = line.withLock { line -> (Job?, Bool, [@Sendable () -> Void]) in
                if let next = line.waiting.take(1).first { return (next, false, []) }
                line.running -= 1
                guard line.isClosed else {
                    line.idle.append(worker)
                    return (nil, false, [])
                }
                guard line.running == 0 else { return (nil, true, []) }
                defer { line.whenEmpty = [] }
                return (nil, true, line.whenEmpty)
            }
            if isClosed { worker.disconnect() }
            for finish in done { finish() }
            job = next
        }
    }
}

/// A thread and its connection.
///
/// Unchecked: the connection is touched on `queue` only.
private final class Worker: @unchecked Sendable {
    let queue: DispatchQueue
    private let open: @Sendable () throws(StoreError) -> PostgreSQLConnection
    private var connection: PostgreSQLConnection?

    init(_ label: String, _ open: @escaping @Sendable () throws(StoreError) -> PostgreSQLConnection) {
        queue = DispatchQueue(label: label, qos: .userInitiated)
        self.open = open
    }

    func run(_ job: Job) {
        if let connection {
            switch job.run(connection) {
            case .sound: return
            case .gone: return disconnect()
            case .goneBefore: disconnect()
            }
        }
        let fresh: PostgreSQLConnection
        do throws(StoreError) {
            fresh = try open()
        } catch {
            return job.fail(error)
        }
        connection = fresh
        switch job.run(fresh) {
        case .sound: break
        case .gone: disconnect()
        case .goneBefore:
            disconnect()
            job.fail(.unavailable("PostgreSQL hung up"))
        }
    }

    func disconnect() {
        connection?.close()
        connection = nil
    }
}
