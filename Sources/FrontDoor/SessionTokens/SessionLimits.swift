import Surroundings

/// How long sessions live, in milliseconds as the hot path compares them (FD-7).
struct SessionLimits: Sendable {
    let idle: Int64
    let idleKept: Int64
    /// Nil: a lock stays until it is lifted (FD-19).
    let unlockAfter: Duration?
    /// How long before its idle end a session's use is written at once; nil where no other process could end it.
    private let writtenBefore: Int64?

    init(_ settings: FrontDoorSettings) {
        writtenBefore = settings.isShared ? 2 * settings.lastUseEvery.milliseconds + batchMax : nil
        idle = settings.sessionIdle.milliseconds
        idleKept = settings.sessionIdleKept.milliseconds
        unlockAfter = settings.unlockAfter
    }

    func idleMax(kept: Bool) -> Int64 {
        kept ? idleKept : idle
    }

    /// Another process knows of uses only when they are written, in batches. A session that was all but unused for its
    /// idle time and is used just before that ends would be taken for dead there until the batch is on disk.
    func unwrittenMax(kept: Bool) -> Int64 {
        writtenBefore.map { max(0, idleMax(kept: kept) - $0) } ?? .max
    }

    /// Why a session no longer lives, or nil while it does. Unused for exactly the limit still lives.
    func end(kept: Bool, lastUsedAt: Instant, endsAt: Instant, at now: Instant) -> SessionEnd? {
        if now > endsAt { return .lifetime }
        return now.milliseconds - lastUsedAt.milliseconds > idleMax(kept: kept) ? .idle : nil
    }
}

/// Milliseconds that a batch may take to be written.
private let batchMax: Int64 = 10_000

/// Why a session ended, as the security log says it.
enum SessionEnd: String, Sendable {
    case signedOut = "signed out"
    case byAdministrator = "ended by an administrator"
    case idle = "unused for too long"
    case lifetime = "its longest life was over"
    case tooMany = "more sessions than an identity may have"
    case revoked = "revoked by a command"
    case noLongerValid = "its user, membership or business no longer allows it"
}
