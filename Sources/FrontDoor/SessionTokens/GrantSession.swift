import Store
import Surroundings

/// A session about to be written.
struct NewSession {
    let account: Account
    let kept: Bool
    /// Nil: its longest life begins now. A company switch hands on the end of the session it comes from
    /// (FD-7).
    var endsAt: Instant?
    /// The session it comes from: the last that may be ended to make room.
    var from: TokenHash?
}

extension FrontDoor {
    /// Writes a session, its rows in the security log and in the history of log-ins, and the use of its business, as
    /// part of `transaction`.
    ///
    /// An identity has at most so many sessions; one more ends the longest unused and is no failure (FD-10).
    /// - Returns: the answer, and the sessions to evict once the transaction is committed.
    func grant(
        _ session: NewSession, from origin: Origin, in transaction: any Transaction
    ) throws -> (granted: SessionGranted, ended: [TokenHash]) {
        let now = doorClock.now()
        let account = session.account
        let ended = try makeRoom(for: session, from: origin, in: transaction)
        let token = FreshToken(from: random)
        let endsAt = session.endsAt ?? now.advanced(by: settings.sessionLifetime)
        try transaction.run(
            insertSession, token.hash.hex, account.identity, account.business, session.kept, now.text,
            endsAt.text)
        try transaction.run(useMembership, account.business, account.identity, now.text)
        try recordLogIn(account, from: origin, in: transaction)
        try record(
            .sessionMade, identity: account.identity, username: account.username, business: account.business,
            detail: token.hash.prefix, from: origin, in: transaction)
        let granted = SessionGranted(
            sessionToken: token.text, account: account, keepLoggedIn: session.kept, endsAt: endsAt)
        return (granted, ended)
    }

    private func makeRoom(
        for session: NewSession, from origin: Origin, in transaction: any Transaction
    ) throws -> [TokenHash] {
        let most = max(settings.sessionsPerIdentityMax, 1)
        let held = try transaction.all(sessionUses, session.account.identity) { row in
            (hash: try row.tokenHash(0), lastUsedAt: try row.instant(1), business: row.integer(2))
        }
        guard held.count >= most else { return [] }
        func lastUse(_ one: (hash: TokenHash, lastUsedAt: Instant, business: Int64)) -> Instant {
            one.hash == session.from
                ? Instant(milliseconds: .max) : sessions.lastUse(of: one.hash, stored: one.lastUsedAt)
        }
        let excess = held.sorted { lastUse($0) < lastUse($1) }.prefix(held.count - most + 1)
        for one in excess {
            try transaction.run(deleteSession, one.hash.hex)
            try tell(.session(one.hash), in: transaction)
            try record(
                .sessionEnded, identity: session.account.identity, username: session.account.username,
                business: one.business, detail: ended(one.hash, .tooMany), from: origin, in: transaction)
        }
        return excess.map(\.hash)
    }

    /// `1f2e3d4c: signed out`: how a row of the security log names a session's end.
    func ended(_ hash: TokenHash, _ end: SessionEnd) -> String {
        "\(hash.prefix): \(end.rawValue)"
    }
}

let deleteSession: SQL = "DELETE FROM session WHERE hash = ?1"

private let insertSession: SQL = """
    INSERT INTO session (hash, identity, business, generation, keep, created_at, last_used_at, ends_at)
    SELECT ?1, id, ?3, generation, ?4, ?5, ?5, ?6 FROM identity WHERE id = ?2
    """
private let sessionUses: SQL = "SELECT hash, last_used_at, business FROM session WHERE identity = ?1"
private let useMembership: SQL =
    "UPDATE membership SET last_used_at = ?3 WHERE business = ?1 AND identity = ?2"
