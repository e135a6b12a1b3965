import Surroundings
import Synchronization

/// A session in memory: what was read of it, and when it was last used.
final class SessionEntry: Sendable {
    let facts: SessionFacts
    let use: SessionUse
    let idleMax: Int64
    /// A use that comes longer after the one before, in milliseconds, is written at once.
    let unwrittenMax: Int64
    /// Locked before this instant of door time; nil when not locked.
    let lockedUntil: Instant?

    init(_ facts: SessionFacts, use: SessionUse, limits: SessionLimits) {
        self.facts = facts
        self.use = use
        idleMax = limits.idleMax(kept: facts.kept)
        unwrittenMax = limits.unwrittenMax(kept: facts.kept)
        lockedUntil = facts.lockedAt.map { lockedAt in
            limits.unlockAfter.map(lockedAt.advanced(by:)) ?? Instant(milliseconds: .max)
        }
    }

    func isAlive(at now: Instant) -> Bool {
        now <= facts.endsAt && now.milliseconds - use.lastUsed.load(ordering: .acquiring) <= idleMax
    }

    func isLocked(at now: Instant) -> Bool {
        lockedUntil.map { now < $0 } ?? false
    }

    func isLapsed(at wall: Instant) -> Bool {
        facts.lapsesAt.map { wall >= $0 } ?? false
    }
}

/// When a session was last used. Outlives the cache's entry, so that a use which isn't on disk yet is not
/// lost.
final class SessionUse: Sendable {
    let hash: TokenHash
    let identity: Int64
    let business: Int64
    /// Milliseconds of door time.
    let lastUsed: Atomic<Int64>
    /// Whether the cache has noted it for the next batch.
    let isNoted = Atomic(false)

    init(_ facts: SessionFacts) {
        hash = facts.hash
        identity = facts.identity
        business = facts.business
        lastUsed = Atomic(facts.lastUsedAt.milliseconds)
    }
}
