import Synchronization

/// Failures of each source address, in memory: at most so many within a window, then none are heard (FD-20).
///
/// The window slides: an address is heard again when the oldest of its last failures has left it.
final class Throttle: Sendable {
    private let failuresMax: Int
    private let window: Duration
    private let addressesMax: Int
    private let table = Mutex<[String: Failures]>([:])

    private struct Failures {
        /// Uptimes, oldest first; at most `failuresMax`.
        var times: [Duration] = []
        var lastTold: Duration?
    }

    /// - Parameter addressesMax: how many addresses are remembered; one more drops the one that failed longest ago.
    init(failuresMax: Int, window: Duration, addressesMax: Int = 10_000) {
        self.failuresMax = max(1, failuresMax)
        self.window = window
        self.addressesMax = addressesMax
    }

    /// - Parameters:
    ///   - address: nil is never throttled.
    ///   - uptime: of the injected clock.
    /// - Throws: `.tooManyFailures`, with the time until the address is heard again.
    func requireOpen(_ address: String?, at uptime: Duration) throws(FrontDoorError) {
        guard let address, let times = table.withLock({ $0[address]?.times }), times.count == failuresMax,
            let oldest = times.first, uptime - oldest < window
        else { return }
        throw .tooManyFailures(retryAfter: window - (uptime - oldest))
    }

    /// Counts a failure. True when it closes the address and that was not told within this window yet: the one that
    /// belongs in the security log.
    @discardableResult
    func note(failureFrom address: String?, at uptime: Duration) -> Bool {
        guard let address else { return false }
        return table.withLock { table in
            if table[address] == nil, table.count >= addressesMax { makeRoom(in: &table, at: uptime) }
            var failures = table[address] ?? Failures()
            failures.times.removeAll { uptime - $0 >= window }
            if failures.times.count == failuresMax { failures.times.removeFirst() }
            failures.times.append(uptime)
            defer { table[address] = failures }
            guard failures.times.count == failuresMax else { return false }
            if let told = failures.lastTold, uptime - told < window { return false }
            failures.lastTold = uptime
            return true
        }
    }

    /// How many addresses are remembered.
    var addresses: Int { table.withLock { $0.count } }

    private func makeRoom(in table: inout [String: Failures], at uptime: Duration) {
        table = table.filter { $0.value.times.last.map { uptime - $0 < window } ?? false }
        guard table.count >= addressesMax else { return }
        // A tenth at once: a flood of addresses pays for the walk once in a thousand failures.
        let oldest = table.sorted { ($0.value.times.last ?? .zero) < ($1.value.times.last ?? .zero) }
        for (address, _) in oldest.prefix(max(1, addressesMax / 10)) { table[address] = nil }
    }
}
