import Synchronization

/// Failures of each source address, in memory: at most so many within a window, then none are heard (FD-20).
///
/// The window slides: an address is heard again when the oldest of its last failures has left it.
///
/// Processes that share one database tell each other what they counted, at the pace of `FrontDoor.catchUp`: an address
/// that tries them all side by side has its number and what it can send within about a second more.
final class Throttle: Sendable {
    private let failuresMax: Int
    private let window: Duration
    private let addressesMax: Int
    private let tells: Bool
    private let table = Mutex<[String: Failures]>([:])

    private struct Failures {
        /// Uptimes, oldest first; at most `failuresMax`.
        var times: [Duration] = []
        var lastTold: Duration?
        /// How many the other processes have not heard of.
        var untold = 0
    }

    /// - Parameters:
    ///   - addressesMax: how many addresses are remembered; one more drops the one that failed longest ago.
    ///   - tells: whether other processes count too.
    init(failuresMax: Int, window: Duration, addressesMax: Int = 10_000, tells: Bool = false) {
        self.failuresMax = max(1, failuresMax)
        self.window = window
        self.addressesMax = addressesMax
        self.tells = tells
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
            var failures = add(1, to: address, in: &table, at: uptime)
            if tells { failures.untold += 1 }
            defer { table[address] = failures }
            guard failures.times.count == failuresMax else { return false }
            if let told = failures.lastTold, uptime - told < window { return false }
            failures.lastTold = uptime
            return true
        }
    }

    /// Counts what another process counted and told of at `uptime`; whether that closed the address, it said itself.
    func note(failures count: Int, from address: String, toldAt uptime: Duration) {
        table.withLock { table in
            let failures = add(count, to: address, in: &table, at: uptime)
            table[address] = failures
        }
    }

    /// Hands over what the other processes have not heard of.
    func takeUntold() -> [(address: String, count: Int)] {
        guard tells else { return [] }
        return table.withLock { table in
            let untold = table.filter { $0.value.untold > 0 }
            for address in untold.keys { table[address]?.untold = 0 }
            return untold.map { ($0.key, $0.value.untold) }
        }
    }

    /// Takes back what could not be told. An address that was forgotten meanwhile stays so.
    func giveBack(_ untold: [(address: String, count: Int)]) {
        table.withLock { table in
            for (address, count) in untold { table[address]?.untold += count }
        }
    }

    /// How many addresses are remembered.
    var addresses: Int { table.withLock { $0.count } }

    /// The failures of `address` with `count` more, those that left the window taken out.
    private func add(
        _ count: Int, to address: String, in table: inout [String: Failures], at uptime: Duration
    ) -> Failures {
        if table[address] == nil, table.count >= addressesMax { makeRoom(in: &table, at: uptime) }
        var failures = table[address] ?? Failures()
        failures.times.removeAll { uptime - $0 >= window }
        failures.times += Array(repeating: uptime, count: min(max(count, 0), failuresMax))
        failures.times.removeFirst(max(0, failures.times.count - failuresMax))
        return failures
    }

    private func makeRoom(in table: inout [String: Failures], at uptime: Duration) {
        table = table.filter { $0.value.times.last.map { uptime - $0 < window } ?? false }
        guard table.count >= addressesMax else { return }
        // A tenth at once: a flood of addresses pays for the walk once in a thousand failures.
        let oldest = table.sorted { ($0.value.times.last ?? .zero) < ($1.value.times.last ?? .zero) }
        for (address, _) in oldest.prefix(max(1, addressesMax / 10)) { table[address] = nil }
    }
}
