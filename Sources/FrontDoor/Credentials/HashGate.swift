#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

/// Lets as many password hashes run at once as there are permits, on threads of low priority, so that a flood of
/// sign-ins slows sign-ins and nothing else (FD-13).
///
/// The permit belongs to the hash: whoever asked for it may hang up, the next one still waits until it is done.
/// A thread lives while there is something to hash.
final class HashGate: Sendable {
    private let permits: Int
    private let waitingMax: Int
    private let wait: Duration
    private let sleep: @Sendable (Duration) async -> Void
    private let state = Mutex(State())

    private struct State {
        var running = 0
        var line: [Place] = []
        var lastPlace = 0
        var computed = 0
    }

    /// One who waits. Whoever takes it out of the line, under the lock, calls exactly one of the two.
    private struct Place: Sendable {
        let number: Int
        let compute: @Sendable () -> Void
        let refuse: @Sendable (FrontDoorError) -> Void
    }

    /// - Parameters:
    ///   - permits: hashes at once; at least one is taken.
    ///   - waitingMax: how many more may wait in line.
    ///   - wait: how long each of them does at most.
    ///   - sleep: injected, so that tests decide when `wait` is over.
    init(
        permits: Int, waitingMax: Int, wait: Duration = .seconds(2),
        sleep: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    ) {
        self.permits = max(1, permits)
        self.waitingMax = waitingMax
        self.wait = wait
        self.sleep = sleep
    }

    /// How many hashes were begun: what FD-17 and FD-18 promise is counted in these.
    var hashesComputed: Int { state.withLock { $0.computed } }

    /// How many stand in line now.
    var waiting: Int { state.withLock { $0.line.count } }

    /// Runs `hash`, one hash, on a thread of the gate.
    /// - Throws: `FrontDoorError.busy` when the line is full or the wait too long; then `hash` never runs. And what
    ///   `hash` throws.
    func run<Value: Sendable>(_ hash: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enter(
                compute: { continuation.resume(with: Result { try hash() }) },
                refuse: { continuation.resume(throwing: $0) })
        }
    }

    private func enter(
        compute: @escaping @Sendable () -> Void, refuse: @escaping @Sendable (FrontDoorError) -> Void
    ) {
        let (place, next) = state.withLock { state in
            state.lastPlace += 1
            let place = Place(number: state.lastPlace, compute: compute, refuse: refuse)
            if state.running < permits {
                state.running += 1
                return (place, Next.start)
            }
            guard state.line.count < waitingMax else { return (place, Next.refuse) }
            state.line.append(place)
            return (place, Next.wait)
        }
        switch next {
        case .start: start(place)
        case .refuse: place.refuse(busy)
        case .wait:
            Task {
                await sleep(wait)
                giveUp(place.number)
            }
        }
    }

    private enum Next { case start, wait, refuse }

    private func giveUp(_ number: Int) {
        let place = state.withLock { state in
            state.line.firstIndex { $0.number == number }.map { state.line.remove(at: $0) }
        }
        place?.refuse(busy)
    }

    private func start(_ place: Place) {
        let worker = Worker { [self] in
            count()
            place.compute()
            while let next = nextPlace() { next.compute() }
        }
        if !worker.start() {
            state.withLock { $0.running -= 1 }
            place.refuse(busy)
        }
    }

    private func count() {
        state.withLock { $0.computed += 1 }
    }

    /// The first in line, or the permit given back when there is none.
    private func nextPlace() -> Place? {
        state.withLock { state in
            guard !state.line.isEmpty else {
                state.running -= 1
                return nil
            }
            state.computed += 1
            return state.line.removeFirst()
        }
    }
}

private let busy = FrontDoorError.busy(retryAfter: .seconds(1))

/// A thread that gives way to all others of the machine.
private final class Worker: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }

    /// False when the system has no thread left; then `body` never runs.
    func start() -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED)) == 0,
            pthread_attr_setstacksize(&attributes, 512 << 10) == 0
        else { return false }
        var thread = pthread_t()
        let held = Unmanaged.passRetained(self)
        let failure = pthread_create(
            &thread, &attributes,
            { worker in
                // Linux keeps a niceness for each thread; 0 is the calling one.
                setpriority(CInt(bitPattern: PRIO_PROCESS.rawValue), 0, 10)
                if let worker { Unmanaged<Worker>.fromOpaque(worker).takeRetainedValue().body() }
                return nil
            }, held.toOpaque())
        if failure != 0 { held.release() }
        return failure == 0
    }
}
