import Store
import Surroundings

extension FrontDoor {
    /// `PUT /sessiontoken`: step 2 of signing in, which makes the session.
    ///
    /// The first answer spends the temporary token, right or wrong, in the transaction that judges it: of 50
    /// right answers at once one gives a session (FD-16).
    /// - Throws: `.invalidTemporaryToken`, which counts as no failure, `.invalidMemorableWord`,
    ///   `.accountLocked`, `.tooManyFailures`, `StoreError`.
    public func answerChallenge(
        temporaryToken: String, letters: [(position: Int, value: String)], keepLoggedIn: Bool,
        from origin: Origin
    ) async throws -> SessionGranted {
        try requireOpen(to: origin)
        let hash = TokenHash(token: temporaryToken)
        let answer = WordAnswer(
            letters: letters.map { ($0.position, $0.value) }, keepLoggedIn: keepLoggedIn, origin: origin)
        let judged = try await store.write { [self] in try judge(answer, to: hash, in: $0) }
        switch judged {
        case .granted(let granted, let ended):
            sessions.evict(ended)
            return granted
        case .noToken: throw FrontDoorError.invalidTemporaryToken
        case .barred(let bar): throw refusal(bar)
        case .wrong(let identity):
            // Every wrong answer, since one of them locks and the rest come seldom.
            forgetSessions(ofIdentity: identity)
            throw FrontDoorError.invalidMemorableWord
        }
    }

    private func judge(
        _ answer: WordAnswer, to hash: TokenHash?, in transaction: any Transaction
    ) throws -> WordJudgement {
        let now = doorClock.now()
        guard let hash, let token = try transaction.spendTemporaryToken(hash), token.expiresAt >= now,
            token.isCurrent, let sealed = token.wordSealed
        else {
            try recordTokenRefusal(.temporaryTokenRefused, from: answer.origin, in: transaction)
            return .noToken
        }
        if let bar = try standingBar(of: token.name, forPassword: false, from: answer.origin, in: transaction)
        {
            return .barred(bar)
        }
        let word = try secrets.open(sealed, of: token.identity)
        let challenge = Challenge(text: token.positions, wordOf: word.count)
        if challenge?.isAnswered(by: answer.letters, word: word) == true {
            return try complete(token, answer, in: transaction)
        }
        try countWrongLetters(
            of: token.name, identity: token.identity, username: token.username, from: answer.origin,
            in: transaction)
        return .wrong(token.identity)
    }

    /// Counts wrong letters, or a word that was guessed as a whole, with the rows of the security log.
    func countWrongLetters(
        of name: String, identity: Int64, username: String, from origin: Origin,
        in transaction: any Transaction
    ) throws {
        let now = doorClock.now()
        var count = try transaction.signInCount(name, settings, at: now)
        let bar = count.countWrongLetters(settings, at: now)
        try transaction.save(count, of: name, at: now)
        try record(.wordRefused, identity: identity, username: username, from: origin, in: transaction)
        if let bar { try recordBar(bar, of: name, from: origin, in: transaction) }
        if throttle.note(failureFrom: origin.address, at: clock.uptime()) {
            try record(.addressThrottled, from: origin, in: transaction)
        }
    }

    /// The whole sign-in was right: the only thing that sets the count to nothing (FD-18).
    private func complete(
        _ token: SpentToken, _ answer: WordAnswer, in transaction: any Transaction
    ) throws -> WordJudgement {
        guard let account = try transaction.openingAccount(of: token.identity, at: doorClock.reading().wall)
        else {
            try recordTokenRefusal(.temporaryTokenRefused, from: answer.origin, in: transaction)
            return .noToken
        }
        try transaction.clearSignInCount(token.name)
        // Only if it is still the one that was answered: an answer to an earlier one buys no new letters
        // (FD-15).
        try transaction.run(answered, token.identity, token.positions)
        try record(
            .wordAccepted, identity: account.identity, username: account.username, business: account.business,
            from: answer.origin, in: transaction)
        let (granted, ended) = try grant(
            NewSession(account: account, kept: answer.keepLoggedIn), from: answer.origin, in: transaction)
        return .granted(granted, ended: ended)
    }

    /// A token that nobody was given costs nothing to send: such rows are written once a minute for an
    /// address.
    func recordTokenRefusal(
        _ kind: SecurityEvent, from origin: Origin, in transaction: any Transaction
    ) throws {
        guard refusals.isDue("\(kind) \(origin.address ?? "")", at: clock.uptime()) else { return }
        try record(kind, from: origin, in: transaction)
    }
}

private struct WordAnswer: Sendable {
    let letters: [(position: Int, value: String)]
    let keepLoggedIn: Bool
    let origin: Origin
}

private enum WordJudgement: Sendable {
    case granted(SessionGranted, ended: [TokenHash])
    case noToken
    case barred(SignInBar)
    case wrong(Int64)
}

/// A temporary token that was just taken out of its table.
private struct SpentToken {
    let identity: Int64
    let username: String
    /// The key its failures are counted under.
    let name: String
    let positions: String
    let expiresAt: Instant
    /// Whether its identity is neither disabled nor changed since.
    let isCurrent: Bool
    let wordSealed: String?
}

extension Transaction {
    fileprivate func spendTemporaryToken(_ hash: TokenHash) throws -> SpentToken? {
        let token = try first(tokenByHash, hash.hex) { row in
            SpentToken(
                identity: row.integer(0), username: row.text(1), name: row.text(2), positions: row.text(3),
                expiresAt: try row.instant(4), isCurrent: row.flag(5), wordSealed: row.optionalText(6))
        }
        guard let token else { return nil }
        try run(deleteToken, hash.hex)
        return token
    }
}

private let tokenByHash: SQL = """
    SELECT i.id, i.username, i.sign_in_key, t.positions, t.expires_at,
        CASE WHEN i.disabled = 0 AND i.generation = t.generation THEN 1 ELSE 0 END, i.word_sealed
    FROM temporary_token t JOIN identity i ON i.id = t.identity WHERE t.hash = ?1
    """
private let deleteToken: SQL = "DELETE FROM temporary_token WHERE hash = ?1"
private let answered: SQL = "UPDATE identity SET challenge = NULL WHERE id = ?1 AND challenge = ?2"
