import Synchronization

/// Where tries of one name wait while all of its places are taken (FD-18).
///
/// Whoever leaves a place wakes the first who waits. Only where all places are held by other processes does the first
/// in line look again by the clock: nobody here will wake it. A name has a line only while somebody tries it.
final class SignInLine: Sendable {
    private struct Line {
        /// Those who hold a place or are asking the store for one.
        var active = 0
        /// How many have left: tells one who asked in vain that it was too early to wait.
        var left = 0
        var waiting: [CheckedContinuation<Bool, Never>] = []
    }

    private struct State {
        var lines: [String: Line] = [:]
        var waiting = 0
    }

    private let waitingMax: Int
    private let sleep: @Sendable (Duration) async -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - waitingMax: of all names together; one more is refused.
    ///   - sleep: injected, so that tests decide when a pause is over.
    init(
        waitingMax: Int,
        sleep: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    ) {
        self.waitingMax = waitingMax
        self.sleep = sleep
    }

    /// How many wait now.
    var waiting: Int { state.withLock { $0.waiting } }

    /// Comes to the line; goes ahead at once when nobody waits.
    /// - Throws: `.busy` when too many wait.
    func enter(_ name: String) async throws(FrontDoorError) {
        let mayWait = state.withLock { state in
            let waits = state.lines[name].map { !$0.waiting.isEmpty } ?? false
            return !waits || state.waiting < waitingMax
        }
        guard mayWait else { throw .busy(retryAfter: .seconds(1)) }
        _ = await withCheckedContinuation { (caller: CheckedContinuation<Bool, Never>) in
            let goesAhead = state.withLock { state in
                var line = state.lines[name] ?? Line()
                defer { state.lines[name] = line }
                guard !line.waiting.isEmpty else {
                    line.active += 1
                    return true
                }
                line.waiting.append(caller)
                state.waiting += 1
                return false
            }
            if goesAhead { caller.resume(returning: true) }
        }
    }

    /// Take it before asking the store for a place, and give it to `wait`.
    func mark(_ name: String) -> Int {
        state.withLock { $0.lines[name]?.left ?? 0 }
    }

    /// Got a place: the next one may ask for another.
    func tookPlace(_ name: String) {
        wakeNext(name) { _ in }
    }

    /// Is done, with or without a place.
    func leave(_ name: String) {
        wakeNext(name) { line in
            line.active -= 1
            line.left += 1
        }
    }

    /// Found all places taken: waits at the head of the line until one is left.
    /// - Returns: false when nobody of this process holds one, so that nobody would wake this one; the line
    ///   is then still to be left.
    func wait(_ name: String, since mark: Int) async -> Bool {
        await withCheckedContinuation { caller in
            let answer = state.withLock { state -> Bool? in
                var line = state.lines[name] ?? Line()
                defer { state.lines[name] = line }
                // Somebody left meanwhile: ask again.
                guard line.left == mark else { return true }
                guard line.active > 1 else { return false }
                line.active -= 1
                line.waiting.insert(caller, at: 0)
                state.waiting += 1
                return nil
            }
            if let answer { caller.resume(returning: answer) }
        }
    }

    /// Lets a little time pass for who holds a place in another process.
    func pause() async {
        await sleep(.milliseconds(50))
    }

    private func wakeNext(_ name: String, _ change: (inout Line) -> Void) {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            var line = state.lines[name] ?? Line()
            change(&line)
            var next: CheckedContinuation<Bool, Never>?
            if !line.waiting.isEmpty {
                next = line.waiting.removeFirst()
                line.active += 1
                state.waiting -= 1
            }
            state.lines[name] = line.active == 0 ? nil : line
            return next
        }
        next?.resume(returning: true)
    }
}
