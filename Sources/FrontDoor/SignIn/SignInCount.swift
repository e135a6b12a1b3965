import Store
import Surroundings

/// The failures in a row of one name, known or not, and what came of them (FD-18).
struct SignInCount: Sendable {
    /// Of either step; under the gentle lockout only wrong letters, which a holder of the password alone can
    /// send.
    var failures = 0
    var lockedAt: Instant?
    /// Wrong passwords under the gentle lockout.
    var wrongPasswords = 0
    var pausedUntil: Instant?
}

/// What a name's count says to somebody who comes to sign in.
enum SignInBar: Sendable {
    case locked
    case paused(for: Duration)
}

extension SignInCount {
    /// Whether sign-in is barred now. `forPassword`: a pause holds up step 1 only; who is past it knows the
    /// password.
    func bar(_ settings: FrontDoorSettings, forPassword: Bool, at now: Instant) -> SignInBar? {
        if isLocked(settings, at: now) { return .locked }
        guard settings.lockout == .gentle, forPassword, let pausedUntil, now < pausedUntil else { return nil }
        return .paused(for: pausedUntil.since(now))
    }

    func isLocked(_ settings: FrontDoorSettings, at now: Instant) -> Bool {
        guard let lockedAt else { return false }
        guard let unlockAfter = settings.unlockAfter else { return true }
        return now < lockedAt.advanced(by: unlockAfter)
    }

    /// How many passwords may be tried at once before the count would lock or pause. At least one: the count
    /// is no bar by itself.
    func places(_ settings: FrontDoorSettings) -> Int {
        let counted =
            switch settings.lockout {
            case .documented: failures
            case .gentle: wrongPasswords
            }
        return max(1, settings.failuresBeforeLock - counted)
    }

    /// Counts a wrong password.
    /// - Returns: `.locked` or `.paused` when this one brought it about.
    mutating func countWrongPassword(_ settings: FrontDoorSettings, at now: Instant) -> SignInBar? {
        switch settings.lockout {
        case .documented: return countTowardsLock(settings, at: now)
        case .gentle:
            wrongPasswords += 1
            guard wrongPasswords >= settings.failuresBeforeLock else { return nil }
            let doublings = min(wrongPasswords - settings.failuresBeforeLock, 6)
            let pause = Duration.seconds(60 * min(1 << doublings, 60))
            pausedUntil = now.advanced(by: pause)
            return .paused(for: pause)
        }
    }

    /// Counts wrong letters.
    /// - Returns: `.locked` when this one brought it about.
    mutating func countWrongLetters(_ settings: FrontDoorSettings, at now: Instant) -> SignInBar? {
        countTowardsLock(settings, at: now)
    }

    private mutating func countTowardsLock(_ settings: FrontDoorSettings, at now: Instant) -> SignInBar? {
        failures += 1
        guard failures >= settings.failuresBeforeLock, lockedAt == nil else { return nil }
        lockedAt = now
        return .locked
    }
}

extension Transaction {
    /// The count of a name; nothing counted when there is no row. A lock whose time is over counts as none,
    /// and the failures before it with it (FD-19).
    func signInCount(_ name: String, _ settings: FrontDoorSettings, at now: Instant) throws -> SignInCount {
        let stored = try first(readCount, name) { row in
            SignInCount(
                failures: Int(row.integer(0)), lockedAt: try row.optionalInstant(1),
                wrongPasswords: Int(row.integer(2)), pausedUntil: try row.optionalInstant(3))
        }
        guard let stored else { return SignInCount() }
        guard stored.lockedAt != nil, !stored.isLocked(settings, at: now) else { return stored }
        return SignInCount()
    }

    func save(_ count: SignInCount, of name: String, at now: Instant) throws {
        let paused = count.pausedUntil?.text
        if try run(
            changeCount, name, count.failures, count.lockedAt?.text, count.wrongPasswords, paused, now.text)
            == 0
        {
            try run(
                addCount, name, count.failures, count.lockedAt?.text, count.wrongPasswords, paused, now.text)
        }
    }

    /// Sets the count to nothing: a complete sign-in, or an unlock.
    func clearSignInCount(_ name: String) throws {
        try run(deleteCount, name)
    }
}

private let readCount: SQL =
    "SELECT failures, locked_at, wrong_passwords, paused_until FROM sign_in_count WHERE name_key = ?1"
private let changeCount: SQL = """
    UPDATE sign_in_count
    SET failures = ?2, locked_at = ?3, wrong_passwords = ?4, paused_until = ?5, changed_at = ?6
    WHERE name_key = ?1
    """
private let addCount: SQL = """
    INSERT INTO sign_in_count (name_key, failures, locked_at, wrong_passwords, paused_until, changed_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
private let deleteCount: SQL = "DELETE FROM sign_in_count WHERE name_key = ?1"
