import Store
import Surroundings

/// The identity that a name leads to, as far as step 1 needs it.
struct PasswordCandidate: Sendable {
    let identity: Int64
    let username: String
    let passwordHash: String?
    let wordSealed: String?
    let challenge: String?
    let generation: Int64
    /// Neither disabled nor without a live membership.
    let opens: Bool

    /// Whether `other`, read later, is still what the password was compared with. A new password raises the
    /// generation; a rehash of the same one, or a new challenge, changes nothing here.
    func holds(in other: PasswordCandidate) -> Bool {
        identity == other.identity && generation == other.generation && opens == other.opens
    }
}

/// A try after its hash.
struct HashedPassword: Sendable {
    let candidate: PasswordCandidate?
    let opens: Bool
    /// At today's cost, when the stored one was cheaper (FD-12).
    var rehashed: String?
    /// Whether this failure shut its address out.
    var closesAddress = false
}

extension FrontDoor {
    /// Gives the temporary token of a right password and the letters to ask for, as part of `transaction`;
    /// nil when there is nothing to open after all.
    func accept(
        _ candidate: PasswordCandidate, _ hashed: HashedPassword, from origin: Origin,
        in transaction: any Transaction
    ) throws -> PasswordAccepted? {
        let (now, wall) = doorClock.reading()
        guard let sealed = candidate.wordSealed,
            let account = try transaction.openingAccount(of: candidate.identity, at: wall)
        else { return nil }
        if let rehashed = hashed.rehashed {
            try transaction.run(saveHash, candidate.identity, rehashed)
            try record(
                .passwordRehashed, identity: account.identity, username: account.username, from: origin,
                in: transaction)
        }
        let length = try secrets.open(sealed, of: candidate.identity).count
        let challenge = try challenge(of: candidate, wordOf: length, in: transaction)
        let token = FreshToken(from: random)
        try makeRoomForToken(of: candidate.identity, at: now, in: transaction)
        try transaction.run(
            insertToken, token.hash.hex, candidate.identity, candidate.generation, challenge.text, now.text,
            now.advanced(by: settings.temporaryTokenLifetime).text)
        try record(
            .passwordAccepted, identity: account.identity, username: account.username,
            business: account.business,
            from: origin, in: transaction)
        return PasswordAccepted(
            temporaryToken: token.text, positions: challenge.positions, account: account)
    }

    /// The same for every step 1 until it is answered rightly (FD-15).
    private func challenge(
        of candidate: PasswordCandidate, wordOf length: Int, in transaction: any Transaction
    ) throws -> Challenge {
        if let text = candidate.challenge, let kept = Challenge(text: text, wordOf: length) { return kept }
        let drawn = Challenge(drawnFrom: random, wordOf: length)
        try transaction.run(saveChallenge, candidate.identity, drawn.text)
        return drawn
    }

    /// One more than an identity may have ends the oldest (FD-16).
    private func makeRoomForToken(of identity: Int64, at now: Instant, in transaction: any Transaction) throws
    {
        try transaction.run(dropLate, identity, now.text)
        let held = try transaction.all(tokens, identity) { $0.text(0) }
        let excess = held.count - max(settings.temporaryTokensPerIdentityMax, 1) + 1
        for hash in held.prefix(max(excess, 0)) { try transaction.run(deleteToken, hash) }
    }
}

extension Transaction {
    func candidate(_ name: String) throws -> PasswordCandidate? {
        try first(candidateByKey, name) { row in
            PasswordCandidate(
                identity: row.integer(0), username: row.text(1), passwordHash: row.optionalText(2),
                wordSealed: row.optionalText(3), challenge: row.optionalText(4), generation: row.integer(5),
                opens: row.flag(6))
        }
    }
}

private let candidateByKey: SQL = """
    SELECT i.id, i.username, i.password_hash, i.word_sealed, i.challenge, i.generation,
        CASE WHEN i.disabled = 0 AND i.word_sealed IS NOT NULL AND EXISTS (
            SELECT 1 FROM membership m JOIN business b ON b.id = m.business AND b.state = 'live'
            WHERE m.identity = i.id AND m.disabled = 0
        ) THEN 1 ELSE 0 END
    FROM identity i WHERE i.sign_in_key = ?1
    """
private let saveHash: SQL = "UPDATE identity SET password_hash = ?2 WHERE id = ?1"
private let saveChallenge: SQL = "UPDATE identity SET challenge = ?2 WHERE id = ?1"
private let dropLate: SQL = "DELETE FROM temporary_token WHERE identity = ?1 AND expires_at < ?2"
private let tokens: SQL = "SELECT hash FROM temporary_token WHERE identity = ?1 ORDER BY created_at, hash"
private let deleteToken: SQL = "DELETE FROM temporary_token WHERE hash = ?1"
private let insertToken: SQL = """
    INSERT INTO temporary_token (hash, identity, generation, positions, created_at, expires_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
