import Store
import Synchronization

/// A real store that can be told to fail, before a call or after its commit, as a disk does.
final class FaultyStore: Store {
    enum Fault: Sendable {
        case before
        /// The engine did it and couldn't say so.
        case after
    }

    private let real: any Store
    private let state = Mutex<(calls: Int, failing: Int?, fault: Fault)>((0, nil, .before))

    init(_ real: any Store) {
        self.real = real
    }

    /// How many calls came since `fail` was last told.
    var calls: Int { state.withLock { $0.calls } }

    /// Has the call of that number from now on (1: the next) fail; nil: none.
    func fail(call number: Int?, _ fault: Fault = .before) {
        state.withLock { $0 = (0, number, fault) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        if next() != nil { throw StoreError.unavailable("told to fail") }
        return try await real.read(body)
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        switch next() {
        case nil: return try await real.write(body)
        case .before: throw StoreError.unavailable("told to fail")
        case .after:
            _ = try await real.write(body)
            throw StoreError.outcomeUnknown("told to fail")
        }
    }

    func migrate(_ migrations: [Migration]) async throws {
        if next() != nil { throw StoreError.unavailable("told to fail") }
        try await real.migrate(migrations)
    }

    func close() async {
        await real.close()
    }

    private func next() -> Fault? {
        state.withLock { state in
            state.calls += 1
            return state.calls == state.failing ? state.fault : nil
        }
    }
}
