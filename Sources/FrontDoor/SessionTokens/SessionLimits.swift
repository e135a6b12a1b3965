import Surroundings

/// How long sessions live, in milliseconds as the hot path compares them (FD-7).
struct SessionLimits: Sendable {
    let idle: Int64
    let idleKept: Int64
    /// Nil: a lock stays until it is lifted (FD-19).
    let unlockAfter: Duration?

    init(_ settings: FrontDoorSettings) {
        idle = settings.sessionIdle.milliseconds
        idleKept = settings.sessionIdleKept.milliseconds
        unlockAfter = settings.unlockAfter
    }

    func idleMax(kept: Bool) -> Int64 {
        kept ? idleKept : idle
    }

    /// Why a session no longer lives, or nil while it does. Unused for exactly the limit still lives.
    func end(kept: Bool, lastUsedAt: Instant, endsAt: Instant, at now: Instant) -> SessionEnd? {
        if now > endsAt { return .lifetime }
        return now.milliseconds - lastUsedAt.milliseconds > idleMax(kept: kept) ? .idle : nil
    }
}

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
