import Mail
import Store
import Surroundings

/// What somebody changes of their own password and memorable word.
public struct OwnCredentialChange: Sendable {
    /// Asked whatever is changed (FD-21).
    public let present: SentSecret
    /// Nil keeps the present one, as for the word.
    public let password: ChosenSecret?
    public let word: ChosenSecret?
    /// Asked with `word`.
    public let presentWord: SentSecret?

    public init(
        present: SentSecret, password: ChosenSecret?, presentWord: SentSecret?, word: ChosenSecret?
    ) {
        self.present = present
        self.password = password
        self.presentWord = presentWord
        self.word = word
    }
}

extension FrontDoor {
    /// `PUT /password`: changes one's own password, memorable word, or both at once.
    ///
    /// Every other session of the identity ends; the one that asks is given the new generation in the same
    /// transaction and lives on (FD-9). What is changed is no longer temporary; a password must not be changed alone
    /// while the word is: who made the word would still know it (FD-21).
    /// - Throws: `.invalidFields` with every rule that is broken, before anything is hashed; `.invalidField` for a
    ///   wrong present password or word, which counts as a failed sign-in; `.accountLocked`, `.tooManyFailures`,
    ///   `.busy`, `.conflict` when it was changed meanwhile, `.invalidToken` when the session was ended; `StoreError`.
    public func changeOwnCredentials(
        _ change: OwnCredentialChange, by caller: Caller, from origin: Origin
    ) async throws {
        let origin = origin.by(caller)
        let (businesses, hasTemporaryWord) = try await store.read { transaction in
            (
                try transaction.businessNames(ofIdentity: caller.identity),
                try transaction.exists(temporaryWord, caller.identity)
            )
        }
        let word = try requireRules(
            of: change, username: caller.username, businesses: businesses,
            needsWord: hasTemporaryWord)
        let outcome = try await withPresentPassword(
            change.present, of: caller.identity, from: origin,
            prepare: { [self] in try await hash(change.password?.text) },
            { [self] passwordHash, transaction in
                let new = NewCredentials(passwordHash: passwordHash, word: word)
                return try write(new, as: change, by: caller, from: origin, in: transaction)
            })
        switch outcome {
        case .changed(let letter):
            if let letter { postbox.post(letter) }
        case .refused(let field):
            throw FrontDoorError.invalidField(field.field, reason: field.reason)
        }
    }

    /// What is wrong with what was chosen, as far as that can be told without the present secrets.
    /// - Returns: the word as it is sealed.
    private func requireRules(
        of change: OwnCredentialChange, username: String, businesses: [String], needsWord: Bool
    ) throws(FrontDoorError) -> String? {
        var check = ChosenCredentials(
            passwords: passwordRules, username: username, businesses: businesses)
        if let password = change.password {
            try check.check(password: password)
            if password.text == change.present.text {
                check.wrong.note(password.field, "must not be the present one")
            }
        }
        var word: String?
        if let chosen = change.word {
            word = try check.check(word: chosen, password: (change.password?.secret ?? change.present).text)
            if chosen.text.lowercased() == change.presentWord?.text.lowercased() {
                check.wrong.note(chosen.field, "must not be the present one")
            }
        } else if needsWord {
            check.wrong.note("MemorableWord.New", "is required: the present one is temporary too")
        }
        try check.wrong.throwIfAny()
        return word
    }

    private func write(
        _ new: NewCredentials, as change: OwnCredentialChange, by caller: Caller, from origin: Origin,
        in transaction: any Transaction
    ) throws -> OwnCredentialOutcome {
        let session = try admitAgain(caller, in: transaction).entry.facts
        let identity = try transaction.identity(named: session.username)
        if let refused = try refuse(change, of: identity, from: origin, in: transaction) {
            return .refused(refused)
        }
        try write(new, of: identity, temporary: false, keeping: session.hash, from: origin, in: transaction)
        return .changed(
            try changeLetter(
                to: identity, password: new.passwordHash != nil, word: new.word != nil, in: transaction))
    }

    /// What only who knows the present password may learn of the present word; counted like wrong letters, so that
    /// nobody finds it out by asking on and on.
    private func refuse(
        _ change: OwnCredentialChange, of identity: Identity, from origin: Origin,
        in transaction: any Transaction
    ) throws -> InvalidField? {
        if let sent = change.presentWord {
            let isRight = try present(word: sent.text, of: identity)
            guard !isRight else { return nil }
            try countWrongWord(of: identity, from: origin, in: transaction)
            return InvalidField(sent.field, "is wrong")
        }
        guard let password = change.password else { return nil }
        return try refuseWordWithin(password, of: identity, from: origin, in: transaction)
    }
}

private let temporaryWord: SQL = "SELECT 1 FROM identity WHERE id = ?1 AND temporary_word = 1"

private enum OwnCredentialOutcome: Sendable {
    case changed(Letter?)
    case refused(InvalidField)
}
