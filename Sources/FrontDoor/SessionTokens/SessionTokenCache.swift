import Surroundings
import Synchronization

/// The sessions that were used lately, by the hash of their token (FD-8).
///
/// Bounded: when full, the longest unused of a few goes. Only tokens that the store knows get in, so a
/// stranger's guesses push nothing out. Every eviction after a revocation raises the epoch, and what was read
/// from the store before it can no longer be put in (FD-9).
final class SessionTokenCache: Sendable {
    private let capacity: Int
    private let limits: SessionLimits
    private let state = Mutex(SessionTable())

    init(capacity: Int, limits: SessionLimits) {
        self.capacity = max(capacity, 1)
        self.limits = limits
    }

    var count: Int { state.withLock { $0.slots.count } }

    /// Take it before reading the store, and give it to `keep`.
    var epoch: UInt64 { state.withLock { $0.epoch } }

    func entry(_ hash: TokenHash) -> SessionEntry? {
        state.withLock { $0.entry(hash) }
    }

    /// Makes an entry of what the store says, joined with what is known here of its last use; does not keep
    /// it.
    func makeEntry(_ facts: SessionFacts) -> SessionEntry {
        let use = state.withLock { $0.use(of: facts.hash) } ?? SessionUse(facts)
        use.lastUsed.max(facts.lastUsedAt.milliseconds, ordering: .acquiringAndReleasing)
        return SessionEntry(facts, use: use, limits: limits)
    }

    /// Keeps `entry`, unless something was revoked since `epoch`.
    func keep(_ entry: SessionEntry, readAt epoch: UInt64) {
        state.withLock { state in
            guard state.epoch == epoch else { return }
            state.insert(entry, capacity: capacity)
        }
    }

    /// Lets go of one entry that turned out dead. Not a revocation: anyone may cause it.
    func drop(_ hash: TokenHash) {
        state.withLock { $0.remove(hash) }
    }

    /// Lets go of what a committed change has ended or changed; each is read again at its next call. Last
    /// uses that aren't written yet stay noted.
    func evict(where changed: (SessionEntry) -> Bool) {
        state.withLock { state in
            state.epoch += 1
            for entry in state.slots.filter(changed) { state.remove(entry.facts.hash) }
        }
    }

    func evict(_ hashes: [TokenHash]) {
        state.withLock { state in
            state.epoch += 1
            for hash in hashes { state.remove(hash) }
        }
    }

    /// The last use known here, if it is later than `stored`.
    func lastUse(of hash: TokenHash, stored: Instant) -> Instant {
        let known = state.withLock { $0.use(of: hash) }?.lastUsed.load(ordering: .acquiring)
        return max(stored, Instant(milliseconds: known ?? .min))
    }
}

// Last uses.
extension SessionTokenCache {
    /// Counts a use at `now`. Takes the lock only for the first one since the last batch.
    /// - Returns: the milliseconds since the use before.
    @discardableResult
    func renew(_ use: SessionUse, at now: Instant) -> Int64 {
        let before = use.lastUsed.max(now.milliseconds, ordering: .acquiringAndReleasing).oldValue
        if use.isNoted.exchange(true, ordering: .acquiringAndReleasing) { return now.milliseconds - before }
        state.withLock { $0.note(use) }
        return now.milliseconds - before
    }

    /// Hands over what the next batch has to write. A use from here on is noted anew.
    func takeNoted() -> [SessionUse] {
        state.withLock { state in
            let taken = Array(state.noted.values)
            state.written.merge(state.noted) { $1 }
            state.noted.removeAll(keepingCapacity: true)
            for use in taken { _ = use.isNoted.exchange(false, ordering: .acquiringAndReleasing) }
            return taken
        }
    }

    /// The batch that wrote `uses` is on disk, or failed and has to be written again.
    func wrote(_ uses: [SessionUse], succeeded: Bool) {
        state.withLock { state in
            for use in uses {
                if state.written[use.hash] === use { state.written[use.hash] = nil }
                if !succeeded, !use.isNoted.exchange(true, ordering: .acquiringAndReleasing) {
                    state.note(use)
                }
            }
        }
    }
}
