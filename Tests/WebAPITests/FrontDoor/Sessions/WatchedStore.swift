import Store
import Surroundings
import Synchronization
import Testing

@testable import FrontDoor
@testable import Installation

/// A real store that counts its calls and can be told to fail, as a disk does.
final class WatchedStore: Store {
    enum Fault: Sendable, CaseIterable {
        /// Only the call of that number, which does nothing.
        case before
        /// Only that call: the engine did it and couldn't say so.
        case after
        /// That call and all after it.
        case fromThenOn
    }

    private struct State {
        var calls = 0
        var failing: (call: Int, fault: Fault)?
    }

    private let real: any Store
    private let state = Mutex(State())

    init(_ real: any Store) {
        self.real = real
    }

    /// How many calls came since it was last told something.
    var calls: Int { state.withLock { $0.calls } }

    /// Counts from nothing, and fails at nothing.
    func heal() {
        state.withLock { $0 = State() }
    }

    /// Counts from nothing; 1 is the next call.
    func fail(at call: Int, _ fault: Fault) {
        state.withLock { $0 = State(failing: (call, fault)) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        guard next() == nil else { throw StoreError.unavailable("told to fail") }
        return try await real.read(body)
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        switch next() {
        case nil:
            return try await real.write(body)
        case .after:
            _ = try await real.write(body)
            throw StoreError.unavailable("told to fail")
        case .before, .fromThenOn:
            throw StoreError.unavailable("told to fail")
        }
    }

    func migrate(_ migrations: [Migration]) async throws {
        try await real.migrate(migrations)
    }

    func close() async {
        await real.close()
    }

    private func next() -> Fault? {
        state.withLock { state in
            state.calls += 1
            guard let failing = state.failing else { return nil }
            let isHit =
                failing.fault == .fromThenOn ? state.calls >= failing.call : state.calls == failing.call
            return isHit ? failing.fault : nil
        }
    }
}

extension TestServer {
    /// Runs `body` with a server whose control database is reached through a `WatchedStore`.
    static func watched(
        frontDoor: FrontDoorSettings = FrontDoorSettings(),
        _ body: (TestServer, WatchedStore) async throws -> Void
    ) async throws {
        try await withoutSession(frontDoor: frontDoor) { server in
            let store = WatchedStore(server.installation.frontDoor.store)
            let settings = server.installation.settings
            let key = try #require(
                try settings.secretKey ?? SecretKey.load(server.installation.folder.secretKey))
            let door = try await FrontDoor(
                store: store, settings: settings.frontDoor, secretKey: key, clock: server.clock,
                random: settings.random, logger: settings.logger)
            store.heal()
            try await body(TestServer(over: server, server.installation, door, server.clock), store)
        }
    }
}
