import Store

extension FrontDoor {
    /// Gives a user another password, and word: all sessions end, half-done sign-ins and links are worthless. A lock
    /// stays (FD-19).
    /// - Parameters:
    ///   - memorableWord: nil keeps the present one, which the new password must not contain.
    ///   - temporary: it must be changed at the next sign-in.
    /// - Throws: `FrontDoorError.noSuchUser`, `.invalidField`, `.busy`; `.conflict` when the user was changed
    ///   meanwhile; `StoreError`.
    public func setPassword(
        username: String, password: String, memorableWord: String? = nil, temporary: Bool, from origin: Origin
    ) async throws {
        let (identity, businesses) = try await store.read { transaction in
            let identity = try transaction.identity(named: username)
            return (identity, try transaction.businessNames(ofIdentity: identity.id))
        }
        try passwordRules.require(password, username: identity.username, businesses: businesses)
        let word = try newWord(memorableWord, password: password, of: identity)
        let hash = try await hash(password)
        try await store.write { [self] transaction in
            let now = try transaction.identity(named: username)
            guard now.id == identity.id, now.sealedWord == identity.sealedWord else {
                throw FrontDoorError.conflict(
                    reason: "\(identity.username) was changed meanwhile; try again.")
            }
            try write(
                NewCredentials(passwordHash: hash, word: word), of: identity, temporary: temporary,
                from: origin, in: transaction)
        }
        forgetSessions(ofIdentity: identity.id)
    }

    /// The word to seal, or nil when the present one stays.
    func newWord(_ word: String?, password: String, of identity: Identity) throws -> String? {
        if let word { return try MemorableWordRules.require(word, password: password) }
        guard let sealed = identity.sealedWord else {
            throw FrontDoorError.invalidField("MemorableWord", reason: "is needed: there is none yet")
        }
        let present = try secrets.open(sealed, of: identity.id)
        guard !password.composed.lowercased().contains(present) else {
            throw FrontDoorError.invalidField("Password", reason: "must not contain the memorable word")
        }
        return nil
    }
}
