import Mail
import Store
import Surroundings

/// What an activation link leads to.
public struct ActivationLinkFacts: Hashable, Sendable {
    public let username: String
    public let fullName: String
    public let email: String?
    /// Where the user is at home.
    public let businessName: String
}

/// What a new user chooses by an activation link.
public struct Activation: Sendable {
    /// The temporary password, where one was set.
    public let present: SentSecret?
    public let password: ChosenSecret
    public let word: ChosenSecret

    public init(present: SentSecret?, password: ChosenSecret, word: ChosenSecret) {
        self.present = present
        self.password = password
        self.word = word
    }
}

extension FrontDoor {
    /// `GET /users/activation/{guid}`.
    /// - Throws: `.noSuchLink`, `.tooManyFailures`, `StoreError`.
    public func activationLink(_ token: String, from origin: Origin) async throws -> ActivationLinkFacts {
        let link = try await liveLink(token, .activation, from: origin)
        return ActivationLinkFacts(
            username: link.username, fullName: link.fullName, email: link.email,
            businessName: link.businessName)
    }

    /// `PUT /users/activation/{guid}/credential`: gives the link's user password and word, and the user is active.
    ///
    /// The link is spent in the transaction that writes them; what was refused spends nothing.
    /// - Throws: `.noSuchLink`; `.invalidFields` with every wrong field; `.invalidField` for a wrong temporary
    ///   password, which counts as a failed sign-in; `.accountLocked`, `.tooManyFailures`, `.busy`, `StoreError`.
    public func activate(_ token: String, _ activation: Activation, from origin: Origin) async throws {
        let link = try await liveLink(token, .activation, from: origin)
        let businesses = try await store.read { try $0.businessNames(ofIdentity: link.identity) }
        var check = ChosenCredentials(
            passwords: passwordRules, username: link.username, businesses: businesses)
        if link.hasPassword, activation.present == nil {
            check.wrong.note("Password", "is needed: the temporary one")
        }
        try check.check(password: activation.password)
        if activation.password.text == activation.present?.text {
            check.wrong.note(activation.password.field, "must not be the temporary one")
        }
        let word = try check.check(word: activation.word, password: activation.password.text)
        try check.wrong.throwIfAny()
        try await write(activation, word, by: link, from: origin)
        forgetSessions(ofIdentity: link.identity)
    }

    private func write(
        _ activation: Activation, _ word: String?, by link: StoredLink, from origin: Origin
    ) async throws {
        let hashed: @Sendable () async throws -> String = { [self] in
            try await hash(activation.password.text)
        }
        guard link.hasPassword, let present = activation.present else {
            let new = NewCredentials(passwordHash: try await hashed(), word: word)
            return try await store.write { [self] in try write(new, by: link, from: origin, in: $0) }
        }
        try await withPresentPassword(
            present, of: link.identity, from: origin, prepare: hashed,
            { [self] passwordHash, transaction in
                try write(
                    NewCredentials(passwordHash: passwordHash, word: word), by: link, from: origin,
                    in: transaction)
            })
    }

    private func write(
        _ new: NewCredentials, by link: StoredLink, from origin: Origin, in transaction: any Transaction
    ) throws {
        try transaction.spend(link.hash, .activation, at: doorClock.now())
        let identity = try transaction.identity(named: link.username)
        try record(
            .linkUsed, identity: identity.id, username: identity.username, business: identity.homeBusiness,
            detail: LinkKind.activation.rawValue, from: origin, in: transaction)
        try write(new, of: identity, temporary: false, from: origin, in: transaction)
    }
}
