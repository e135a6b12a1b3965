import Store
import Surroundings

extension FrontDoor {
    /// Drops what has had its time: aged sessions (each with its row in the security log), temporary and
    /// external tokens, links, reservations, counts of failures that led to no lock, and rows of the security
    /// log and the history of log-ins older than what is kept; then answers kept for repeated requests. Called hourly.
    ///
    /// A lock stays whatever its age, of known and unknown names alike: a name must not be told by losing it.
    /// - Throws: `StoreError`; then nothing was dropped.
    public func tidy() async throws {
        try await flushLastUse()
        let ended = try await store.write { [self] transaction in
            let (now, wall) = doorClock.reading()
            for drop in [dropTemporaryTokens, dropExternalTokens, dropReservations] {
                try transaction.run(drop, now.text)
            }
            try transaction.run(dropLinks, now.text, now.advanced(by: .zero - lateActivationsKept).text)
            try transaction.run(dropCounts, now.advanced(by: countsKept).text)
            try liftLocks(in: transaction)
            let ended = try endAgedSessions(in: transaction)
            let keptFrom = wall.advanced(by: .zero - settings.securityLogKept)
            try dropOldSecurityRows(before: keptFrom, in: transaction)
            try transaction.dropLogIns(before: keptFrom)
            return ended
        }
        sessions.evict(ended)
        try await tidyKeptAnswers()
    }

    private func endAgedSessions(in transaction: any Transaction) throws -> [TokenHash] {
        let now = doorClock.now()
        let aged = try transaction.all(
            agedSessions, now.text, now.advanced(by: .zero - settings.sessionIdle).text,
            now.advanced(by: .zero - settings.sessionIdleKept).text
        ) { row in
            AgedSession(
                hash: try row.tokenHash(0), identity: row.integer(1), username: row.text(2),
                business: row.integer(3), kept: row.flag(4), lastUsedAt: try row.instant(5),
                endsAt: try row.instant(6), hasGeneration: row.flag(7))
        }
        var ended: [TokenHash] = []
        for session in aged {
            let end = limits.end(
                kept: session.kept,
                lastUsedAt: sessions.lastUse(of: session.hash, stored: session.lastUsedAt),
                endsAt: session.endsAt, at: now)
            guard let end = end ?? (session.hasGeneration ? nil : .noLongerValid) else { continue }
            try transaction.run(deleteSession, session.hash.hex)
            try tell(.session(session.hash), in: transaction)
            try record(
                .sessionEnded, identity: session.identity, username: session.username,
                business: session.business,
                detail: self.ended(session.hash, end), from: Origin.upkeep, in: transaction)
            ended.append(session.hash)
        }
        return ended
    }

    /// Locks whose time is over count as none already; their row says so in the security log (FD-19).
    private func liftLocks(in transaction: any Transaction) throws {
        guard let unlockAfter = settings.unlockAfter else { return }
        let over = doorClock.now().advanced(by: .zero - unlockAfter)
        for name in try transaction.all(locksBefore, over.text, as: { $0.text(0) }) {
            let user = try transaction.user(bySignInKey: name)
            try transaction.clearSignInCount(name)
            try record(
                .unlocked, identity: user?.identity, username: user?.username,
                detail: user == nil ? "its time was over, \(unknownName(name))" : "its time was over",
                from: Origin.upkeep, in: transaction)
        }
    }

    /// The mark first: the table's trigger lets only rows before it go.
    private func dropOldSecurityRows(before instant: Instant, in transaction: any Transaction) throws {
        guard try transaction.exists(oldRows, instant.text) else { return }
        try transaction.set("security-log-kept-from", to: instant.text)
        try transaction.run(dropRows, instant.text)
    }
}

extension Origin {
    /// The program itself, by the hour.
    static let upkeep = Origin(address: nil, userAgent: nil, requestID: nil, actor: "upkeep")
}

private struct AgedSession {
    let hash: TokenHash
    let identity: Int64
    let username: String
    let business: Int64
    let kept: Bool
    let lastUsedAt: Instant
    let endsAt: Instant
    let hasGeneration: Bool
}

/// How long failures that led to no lock are remembered: back from now.
private let countsKept: Duration = .seconds(-30 * 24 * 60 * 60)

/// How long an activation link that came too late can still be swapped for a fresh one.
private let lateActivationsKept: Duration = .seconds(90 * 24 * 60 * 60)

private let agedSessions: SQL = """
    SELECT s.hash, s.identity, i.username, s.business, s.keep, s.last_used_at, s.ends_at,
        CASE WHEN s.generation = i.generation THEN 1 ELSE 0 END
    FROM session s JOIN identity i ON i.id = s.identity
    WHERE s.ends_at < ?1 OR (s.keep = 0 AND s.last_used_at < ?2) OR s.last_used_at < ?3
        OR s.generation <> i.generation
    """
private let dropTemporaryTokens: SQL = "DELETE FROM temporary_token WHERE expires_at < ?1"
private let dropExternalTokens: SQL = "DELETE FROM external_token WHERE expires_at < ?1"
private let dropLinks: SQL = """
    DELETE FROM credential_link WHERE expires_at < ?2 OR (expires_at < ?1 AND kind <> 'activation')
    """
private let dropReservations: SQL = "DELETE FROM sign_in_reservation WHERE expires_at < ?1"
private let dropCounts: SQL = "DELETE FROM sign_in_count WHERE locked_at IS NULL AND changed_at < ?1"
private let locksBefore: SQL = "SELECT name_key FROM sign_in_count WHERE locked_at <= ?1"
private let oldRows: SQL = "SELECT 1 FROM security_log WHERE at < ?1 LIMIT 1"
private let dropRows: SQL = "DELETE FROM security_log WHERE at < ?1"
