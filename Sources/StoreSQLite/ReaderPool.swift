import Store
import Synchronization

/// The connections that read: opened when needed, kept when idle.
///
/// Nobody waits for one: when more read at once than are kept, another is opened and closed again.
final class ReaderPool: Sendable {
    private struct State {
        var idle: [Connection] = []
        var phase = Phase.open
        var generation = 0
    }

    private enum Phase {
        case open
        /// The engine failed: nothing is read until the writer has opened the file again.
        case failed
        case closed
    }

    private let path: String
    private let readersMax: Int
    private let cacheKiB: Int
    private let state = Mutex(State())

    init(path: String, readersMax: Int, cacheKiB: Int) {
        self.path = path
        self.readersMax = readersMax
        self.cacheKiB = cacheKiB
    }

    /// Nil when the file must be opened again first.
    func take() throws(StoreError) -> Connection? {
        let (kept, phase, generation) = state.withLock { ($0.idle.popLast(), $0.phase, $0.generation) }
        switch phase {
        case .open:
            if let kept { return kept }
            return try Connection(path: path, isWriter: false, cacheKiB: cacheKiB, generation: generation)
        case .failed: return nil
        case .closed: throw .closed
        }
    }

    func giveBack(_ reader: Connection) {
        let isKept =
            !reader.mustReopen
            && state.withLock { state in
                guard state.phase == .open, reader.generation == state.generation,
                    state.idle.count < readersMax
                else { return false }
                state.idle.append(reader)
                return true
            }
        if !isKept { reader.close() }
    }

    func reopened() {
        state.withLock { if $0.phase == .failed { $0.phase = .open } }
    }

    func fail() { end(as: .failed) }
    func close() { end(as: .closed) }

    /// Readers that are in use close when they are given back.
    private func end(as phase: Phase) {
        let idle = state.withLock { state in
            defer { state.idle = [] }
            if state.phase != .closed { state.phase = phase }
            state.generation += 1
            return state.idle
        }
        for reader in idle { reader.close() }
    }
}
