import Store
import Surroundings

extension FrontDoor {
    /// A token with which an operator's portal signs in a user whom it has already authenticated: once,
    /// within 60 seconds (FD-22).
    /// - Returns: the token, and the identity's number, which has to come back with it.
    /// - Throws: `.noSuchUser`, `.conflict` for one who is disabled, `StoreError`.
    public func issueExternalToken(
        username: String, from origin: Origin
    ) async throws -> (token: String, identity: Int64) {
        let token = FreshToken(from: random)
        let identity = try await store.write { [self] transaction in
            let user = try transaction.namedUser(username)
            guard !user.disabled else {
                throw FrontDoorError.conflict(reason: "The user \(user.username) is disabled.")
            }
            let now = doorClock.now()
            try transaction.run(dropLate, user.identity, now.text)
            let expiry = now.advanced(by: settings.externalTokenLifetime)
            try transaction.run(insertToken, token.hash.hex, user.identity, user.generation, expiry.text)
            try record(
                .externalTokenIssued, identity: user.identity, username: user.username, from: origin,
                in: transaction)
            return user.identity
        }
        return (token.text, identity)
    }

    /// `GET /sessiontoken?externalToken=…&uid=…`: swaps it for a session. Whatever comes of it, it is spent.
    /// - Parameter identity: the number that was issued with it.
    /// - Throws: `.invalidTemporaryToken`, `.accountLocked`, `.tooManyFailures`, `StoreError`.
    public func redeemExternalToken(
        _ token: String, identity: Int64, from origin: Origin
    ) async throws -> SessionGranted {
        try requireOpen(to: origin)
        let hash = TokenHash(token: token)
        switch try await store.write({ [self] in try redeem(hash, identity, from: origin, in: $0) }) {
        case .granted(let granted, let ended):
            sessions.evict(ended)
            return granted
        case .noToken: throw FrontDoorError.invalidTemporaryToken
        case .barred(let bar): throw refusal(bar)
        }
    }

    private func redeem(
        _ hash: TokenHash?, _ identity: Int64, from origin: Origin, in transaction: any Transaction
    ) throws -> Redeemed {
        let (now, wall) = doorClock.reading()
        guard let hash, let issued = try transaction.spendExternalToken(hash), issued.expiresAt >= now,
            issued.isCurrent, issued.identity == identity,
            let account = try transaction.openingAccount(of: identity, at: wall)
        else {
            try recordTokenRefusal(.externalTokenRefused, from: origin, in: transaction)
            return .noToken
        }
        if let bar = try standingBar(of: issued.name, forPassword: false, from: origin, in: transaction) {
            return .barred(bar)
        }
        try record(
            .externalTokenAccepted, identity: account.identity, username: account.username,
            business: account.business, from: origin, in: transaction)
        let (granted, ended) = try grant(
            NewSession(account: account, kept: false), from: origin, in: transaction)
        return .granted(granted, ended: ended)
    }
}

private enum Redeemed: Sendable {
    case granted(SessionGranted, ended: [TokenHash])
    case noToken
    case barred(SignInBar)
}

private struct IssuedToken {
    let identity: Int64
    let name: String
    let expiresAt: Instant
    let isCurrent: Bool
}

extension Transaction {
    fileprivate func spendExternalToken(_ hash: TokenHash) throws -> IssuedToken? {
        let issued = try first(tokenByHash, hash.hex) { row in
            IssuedToken(
                identity: row.integer(0), name: row.text(1), expiresAt: try row.instant(2),
                isCurrent: row.flag(3))
        }
        guard let issued else { return nil }
        try run(deleteToken, hash.hex)
        return issued
    }
}

private let insertToken: SQL =
    "INSERT INTO external_token (hash, identity, generation, expires_at) VALUES (?1, ?2, ?3, ?4)"
private let dropLate: SQL = "DELETE FROM external_token WHERE identity = ?1 AND expires_at < ?2"
private let tokenByHash: SQL = """
    SELECT i.id, i.sign_in_key, t.expires_at,
        CASE WHEN i.disabled = 0 AND i.generation = t.generation THEN 1 ELSE 0 END
    FROM external_token t JOIN identity i ON i.id = t.identity WHERE t.hash = ?1
    """
private let deleteToken: SQL = "DELETE FROM external_token WHERE hash = ?1"
