import Surroundings
import Synchronization

/// The sessions that were used lately, by the hash of their token (FD-8).
///
/// Bounded: when full, the longest unused of a few goes. Only tokens that the store knows get in, so a stranger's
/// guesses push nothing out. Every eviction after a revocation raises the epoch, and what was read from the store
/// before it can no longer be put in (FD-9).
final class SessionTokenCache: Sendable {
    private struct State {
        var places: [TokenHash: Int] = [:]
        var slots: [SessionEntry] = []
        /// Where the next eviction begins to look.
        var hand = 0
        var epoch: UInt64 = 0
        /// Last uses that the next batch writes, and those that are being written.
        var noted: [TokenHash: SessionUse] = [:]
        var written: [TokenHash: SessionUse] = [:]
    }

    private let capacity: Int
    private let limits: SessionLimits
    private let state = Mutex(State())

    init(capacity: Int, limits: SessionLimits) {
        self.capacity = max(capacity, 1)
        self.limits = limits
    }

    var count: Int { state.withLock { $0.slots.count } }

    /// Take it before reading the store, and give it to `keep`.
    var epoch: UInt64 { state.withLock { $0.epoch } }

    func entry(_ hash: TokenHash) -> SessionEntry? {
        state.withLock { state in state.places[hash].map { state.slots[$0] } }
    }

    /// Makes an entry of what the store says, joined with what is known here of its last use; does not keep it.
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

    /// Lets go of what a committed change has ended or changed; each is read again at its next call. Last uses that
    /// aren't written yet stay noted.
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
    func renew(_ use: SessionUse, at now: Instant) {
        use.lastUsed.max(now.milliseconds, ordering: .acquiringAndReleasing)
        if use.isNoted.exchange(true, ordering: .acquiringAndReleasing) { return }
        state.withLock { $0.note(use) }
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
                if !succeeded, !use.isNoted.exchange(true, ordering: .acquiringAndReleasing) { state.note(use) }
            }
        }
    }
}

extension SessionTokenCache.State {
    fileprivate func use(of hash: TokenHash) -> SessionUse? {
        places[hash].map { slots[$0].use } ?? noted[hash] ?? written[hash]
    }

    fileprivate mutating func note(_ use: SessionUse) {
        guard let other = noted[use.hash], other !== use else {
            noted[use.hash] = use
            return
        }
        // Two requests of one session held entries from before and after an eviction: the later use counts. Its
        // mark is taken back first, so that a use from here on comes by again.
        _ = use.isNoted.exchange(false, ordering: .acquiringAndReleasing)
        other.lastUsed.max(use.lastUsed.load(ordering: .acquiring), ordering: .acquiringAndReleasing)
    }

    fileprivate mutating func insert(_ entry: SessionEntry, capacity: Int) {
        if let place = places[entry.facts.hash] {
            slots[place] = entry
        } else if slots.count < capacity {
            places[entry.facts.hash] = slots.count
            slots.append(entry)
        } else {
            let place = longestUnusedOfAFew()
            places[slots[place].facts.hash] = nil
            places[entry.facts.hash] = place
            slots[place] = entry
        }
    }

    /// Nearly the longest unused of all, at a price that doesn't grow with the cache.
    private mutating func longestUnusedOfAFew() -> Int {
        let few = (0..<min(8, slots.count)).map { (hand + $0) % slots.count }
        hand = (hand + few.count) % slots.count
        func lastUsed(_ place: Int) -> Int64 { slots[place].use.lastUsed.load(ordering: .relaxed) }
        return few.min { lastUsed($0) < lastUsed($1) } ?? 0
    }

    fileprivate mutating func remove(_ hash: TokenHash) {
        guard let place = places.removeValue(forKey: hash) else { return }
        let last = slots.removeLast()
        guard place < slots.count else { return }
        slots[place] = last
        places[last.facts.hash] = place
    }
}
