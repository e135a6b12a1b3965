import Store

/// A password and a memorable word that passed their rules; nil keeps the present one.
struct NewCredentials: Sendable {
    var passwordHash: String?
    var word: String?
}

extension FrontDoor {
    /// Writes a user's credentials as part of `transaction`: half-done sign-ins and links are worthless and all
    /// sessions end; the caller evicts them once that is committed (FD-9). A lock stays (FD-19).
    /// - Parameters:
    ///   - temporary: they must be changed at the next sign-in.
    ///   - kept: the session that asked for it, which lives on.
    func write(
        _ credentials: NewCredentials, of identity: Identity, temporary: Bool,
        keeping kept: TokenHash? = nil, from origin: Origin, in transaction: any Transaction
    ) throws {
        if let word = credentials.word {
            // Its positions are drawn anew: they may lie beyond the new word's end.
            try transaction.run(
                updateWordAndChallenge, identity.id, secrets.seal(word, of: identity.id, in: transaction))
            try record(
                .wordChanged, identity: identity.id, username: identity.username,
                detail: credentials.passwordHash == nil && temporary ? "temporary" : nil, from: origin,
                in: transaction)
        }
        try transaction.run(updateTemporary, identity.id, temporary)
        try revokeTokens(of: identity.id, in: transaction)
        try endSessions(
            of: identity, keeping: kept, because: "password changed", from: origin, in: transaction)
        guard let passwordHash = credentials.passwordHash else { return }
        try transaction.run(updatePassword, identity.id, passwordHash)
        try record(
            .passwordChanged, identity: identity.id, username: identity.username,
            detail: temporary ? "temporary" : nil, from: origin, in: transaction)
    }
}

private let updateTemporary: SQL = "UPDATE identity SET temporary_password = ?2 WHERE id = ?1"
private let updatePassword: SQL = "UPDATE identity SET password_hash = ?2 WHERE id = ?1"
private let updateWordAndChallenge: SQL =
    "UPDATE identity SET word_sealed = ?2, challenge = NULL WHERE id = ?1"
