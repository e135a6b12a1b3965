import Mail
import Store
import Surroundings

/// What a reset link leads to.
public struct ResetLink: Hashable, Sendable {
    public let username: String
    public let email: String?
    /// Whether the memorable word is given anew too.
    public let withWord: Bool
}

/// What is sent with a reset link.
public struct PasswordReset: Sendable {
    public let username: String
    public let email: String
    /// The link's secret again; nil when it was left out.
    public let token: String?
    public let password: ChosenSecret
    public let word: ChosenSecret?

    public init(
        username: String, email: String, token: String?, password: ChosenSecret, word: ChosenSecret?
    ) {
        self.username = username
        self.email = email
        self.token = token
        self.password = password
        self.word = word
    }
}

extension FrontDoor {
    /// `GET /password/{resetToken}`: whether a link is alive, and whose it is.
    /// - Throws: `.noSuchLink`, `.tooManyFailures`, `StoreError`.
    public func resetLink(_ token: String, from origin: Origin) async throws -> ResetLink {
        let link = try await liveLink(token, .reset, from: origin)
        return ResetLink(username: link.username, email: link.email, withWord: link.withWord)
    }

    /// `PUT /password/{resetToken}`: gives the link's user another password, and word; all sessions end, a lock stays
    /// (FD-19).
    ///
    /// The link is spent in the transaction that writes them: of any number at once one succeeds. What was refused
    /// spends nothing.
    ///
    /// A temporary word that stays keeps the user's sessions from all else until it is changed too (FD-21).
    /// - Throws: `.noSuchLink`; `.invalidFields` with every wrong field; `.accountLocked` where the word stays, which
    ///   a locked user's password is not held against; `.tooManyFailures`, `.busy`, `StoreError`.
    public func resetPassword(_ token: String, _ reset: PasswordReset, from origin: Origin) async throws {
        let link = try await liveLink(token, .reset, from: origin)
        let businesses = try await store.read { try $0.businessNames(ofIdentity: link.identity) }
        let word = try requireFitting(reset, link, businesses: businesses)
        // Before the hash, which is dear. The word is still this one where the hash is written: another one would
        // have dropped the link.
        try await refuseWordWithin(reset, of: link, from: origin)
        let new = NewCredentials(passwordHash: try await hash(reset.password.text), word: word)
        let letter = try await store.write { [self] transaction -> Letter? in
            try transaction.spend(link.hash, .reset, at: doorClock.now())
            let identity = try transaction.identity(named: link.username)
            try record(
                .linkUsed, identity: identity.id, username: identity.username,
                business: identity.homeBusiness,
                detail: LinkKind.reset.rawValue, from: origin, in: transaction)
            try write(new, of: identity, temporary: false, from: origin, in: transaction)
            return try changeLetter(to: identity, password: true, word: word != nil, in: transaction)
        }
        forgetSessions(ofIdentity: link.identity)
        if let letter { postbox.post(letter) }
    }

    private func requireFitting(
        _ reset: PasswordReset, _ link: StoredLink, businesses: [String]
    ) throws(FrontDoorError) -> String? {
        var check = ChosenCredentials(
            passwords: passwordRules, username: link.username, businesses: businesses)
        let reason = "is not that of this link"
        if FoldedName.key(reset.username) != FoldedName.key(link.username) {
            check.wrong.note("UserName", reason)
        }
        if FoldedName.key(reset.email) != FoldedName.key(link.email ?? "") {
            check.wrong.note("Email", reason)
        }
        if let token = reset.token, TokenHash(token: token) != link.hash {
            check.wrong.note("TokenKey", reason)
        }
        try check.check(password: reset.password)
        var word: String?
        switch (link.withWord, reset.word) {
        case (true, let chosen?): word = try check.check(word: chosen, password: reset.password.text)
        case (true, nil): check.wrong.note("MemorableWord", "is needed with this link")
        case (false, .some):
            check.wrong.note("MemorableWord", "must be left out: this link changes the password only")
        case (false, nil): break
        }
        try check.wrong.throwIfAny()
        return word
    }

    /// Where the word stays, the new password must not have it in it. Of a locked user's word nothing is told: else
    /// who has the letter could go on asking after the count is full (FD-18).
    private func refuseWordWithin(
        _ reset: PasswordReset, of link: StoredLink, from origin: Origin
    ) async throws {
        guard !link.withWord else { return }
        let refused = try await store.write { [self] transaction -> FrontDoorError? in
            let identity = try transaction.identity(named: link.username)
            let name = secrets.nameKey(forUsername: FoldedName.key(identity.username))
            if let bar = try standingBar(of: name, forPassword: false, from: origin, in: transaction) {
                return refusal(bar)
            }
            return try refuseWordWithin(reset.password, of: identity, from: origin, in: transaction).map {
                .invalidField($0.field, reason: $0.reason)
            }
        }
        guard let refused else { return }
        forgetSessions(ofIdentity: link.identity)
        throw refused
    }
}
