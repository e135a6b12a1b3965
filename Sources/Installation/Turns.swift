import Dispatch
import Synchronization

/// Lets in one at a time, in the order they came: what makes or removes a business, or copies them all.
final class Turns: Sendable {
    private struct State {
        var isTaken = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async rethrows -> Value {
        await wait()
        defer { next() }
        return try await body()
    }

    private func wait() async {
        await withCheckedContinuation { caller in
            let isFree = state.withLock { state in
                guard state.isTaken else {
                    state.isTaken = true
                    return true
                }
                state.waiting.append(caller)
                return false
            }
            if isFree { caller.resume() }
        }
    }

    private func next() {
        let caller = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.isTaken = false
            return nil
        }
        caller?.resume()
    }
}

/// Runs work that reads or writes whole files where it blocks none of Swift's own threads.
func offThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
        DispatchQueue.global(qos: .utility).async {
            caller.resume(with: Result(catching: work))
        }
    }
}
