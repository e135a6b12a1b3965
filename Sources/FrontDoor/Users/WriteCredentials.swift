import Store

/// A password and a memorable word that passed their rules; nil keeps the present one.
struct NewCredentials: Sendable {
    var passwordHash: String?
    var word: String?
}

extension FrontDoor {
    /// Writes a user's credentials as part of `transaction`: half-done sign-ins and links are worthless and all
    /// sessions end; the caller evicts them once that is committed (FD-9). A lock stays (FD-19).
    ///
    /// What stays is as temporary as it was: another password does not make a word that somebody else chose the user's
    /// own (FD-21).
    /// - Parameters:
    ///   - temporary: what is written must be changed at the next sign-in.
    ///   - kept: the session that asked for it, which lives on.
    func write(
        _ credentials: NewCredentials, of identity: Identity, temporary: Bool,
        keeping kept: TokenHash? = nil, from origin: Origin, in transaction: any Transaction
    ) throws {
        // Of a home, where there is one: who asks by a link has no business yet.
        let business = origin.business ?? identity.homeBusiness
        if let word = credentials.word {
            // Its positions are drawn anew: they may lie beyond the new word's end.
            try transaction.run(
                updateWordAndChallenge, identity.id, secrets.seal(word, of: identity.id, in: transaction),
                temporary)
            try record(
                .wordChanged, identity: identity.id, username: identity.username, business: business,
                detail: temporary ? "temporary" : nil, from: origin, in: transaction)
        }
        try revokeTokens(of: identity.id, in: transaction)
        try endSessions(
            of: identity, keeping: kept, because: "password changed", from: origin, in: transaction)
        guard let passwordHash = credentials.passwordHash else { return }
        try transaction.run(updatePassword, identity.id, passwordHash, temporary)
        try record(
            .passwordChanged, identity: identity.id, username: identity.username, business: business,
            detail: temporary ? "temporary" : nil, from: origin, in: transaction)
    }
}

private let updatePassword: SQL =
    "UPDATE identity SET password_hash = ?2, temporary_password = ?3 WHERE id = ?1"
private let updateWordAndChallenge: SQL =
    "UPDATE identity SET word_sealed = ?2, temporary_word = ?3, challenge = NULL WHERE id = ?1"
