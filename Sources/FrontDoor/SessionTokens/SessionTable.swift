import Synchronization

/// The tables behind `SessionTokenCache`, all under its one lock.
struct SessionTable {
    private var places: [TokenHash: Int] = [:]
    private(set) var slots: [SessionEntry] = []
    /// Where the next eviction begins to look.
    private var hand = 0
    var epoch: UInt64 = 0
    /// Last uses that the next batch writes, and those that are being written.
    var noted: [TokenHash: SessionUse] = [:]
    var written: [TokenHash: SessionUse] = [:]

    func entry(_ hash: TokenHash) -> SessionEntry? {
        places[hash].map { slots[$0] }
    }
}

extension SessionTable {
    func use(of hash: TokenHash) -> SessionUse? {
        places[hash].map { slots[$0].use } ?? noted[hash] ?? written[hash]
    }

    mutating func note(_ use: SessionUse) {
        guard let other = noted[use.hash], other !== use else {
            noted[use.hash] = use
            return
        }
        // Two requests of one session held entries from before and after an eviction: the later use counts.
        // Its mark is taken back first, so that a use from here on comes by again.
        _ = use.isNoted.exchange(false, ordering: .acquiringAndReleasing)
        other.lastUsed.max(use.lastUsed.load(ordering: .acquiring), ordering: .acquiringAndReleasing)
    }

    mutating func insert(_ entry: SessionEntry, capacity: Int) {
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

    mutating func remove(_ hash: TokenHash) {
        guard let place = places.removeValue(forKey: hash) else { return }
        let last = slots.removeLast()
        guard place < slots.count else { return }
        slots[place] = last
        places[last.facts.hash] = place
    }
}
