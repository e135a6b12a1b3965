import Store
import Surroundings

extension FrontDoor {
    /// Makes a person who can sign in, and a member of `business`. The first one of a business owns it.
    ///
    /// - Parameters:
    ///   - username: unique in the whole installation, and nobody's e-mail (FD-21); 1 to 100 characters.
    ///   - fullName: 1 to 200 characters.
    ///   - email: nobody else's; nil or empty for none.
    ///   - role: `Read only` when nil; `Full Access` for the owner and for administrators.
    ///   - temporary: the password must be changed at the first sign-in.
    ///   - password: with `memorableWord`, or both nil: then the user waits for an activation link.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `.noSuchRole`, `.invalidField`, `.usernameTaken`, `.emailTaken`,
    ///   `.conflict` when the business is being removed, `.busy`; `StoreError`.
    @discardableResult
    public func addUser(
        business: Int64, username: String, fullName: String, email: String? = nil, role: RoleChoice? = nil,
        administrator: Bool = false, temporary: Bool = false, password: String? = nil,
        memorableWord: String? = nil, from origin: Origin
    ) async throws -> User {
        let username = try PlainText.username(username)
        let fullName = try PlainText.name(fullName, field: "FullName")
        let email = try email.flatMap { $0.trimmed.isEmpty ? nil : try PlainText.email($0) }
        let businessName = try await store.read { try $0.keptBusiness(business).name }
        let credentials = try await hashedCredentials(
            password, memorableWord, username: username, businesses: [businessName])
        return try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(business)
            try transaction.requireFree(username: username, email: email)
            let key = FoldedName.key(username)
            let signInKey = secrets.nameKey(forUsername: key)
            let id = try transaction.insert(
                insertIdentity, username, key, signInKey, fullName, email, email.map(FoldedName.key),
                business,
                credentials?.passwordHash, temporary && credentials != nil, clock.now().text)
            if let credentials {
                try transaction.run(updateWord, id, secrets.seal(credentials.word, of: id, in: transaction))
            }
            let place = try transaction.join(id, business: business, role: role, administrator: administrator)
            // What strangers tried under this name before it was anybody's must not lock its owner out.
            try transaction.clearSignInCount(signInKey)
            try record(
                .userAdded, identity: id, username: username, business: business, detail: place.described,
                from: origin, in: transaction)
            return try user(named: username, in: transaction)
        }
    }

    /// Checks a password and a word against their rules and hashes the password; nil when there is neither.
    private func hashedCredentials(
        _ password: String?, _ word: String?, username: String, businesses: [String]
    ) async throws -> (passwordHash: String, word: String)? {
        switch (password, word) {
        case (nil, nil): return nil
        case (nil, .some):
            throw FrontDoorError.invalidField("Password", reason: "must come with a memorable word")
        case (.some, nil):
            throw FrontDoorError.invalidField("MemorableWord", reason: "must come with a password")
        case (let password?, let word?):
            try PasswordRules(charactersMin: settings.passwordCharactersMin)
                .require(password, username: username, businesses: businesses)
            let word = try MemorableWordRules.require(word, password: password)
            return (try await hash(password), word)
        }
    }

    /// Hashes a new password at today's cost, in the gate's line.
    func hash(_ password: String) async throws -> String {
        let cost = settings.passwordCost
        return try await hashGate.run { try PasswordHash.make(password, cost: cost) }
    }
}

let updateWord: SQL = "UPDATE identity SET word_sealed = ?2 WHERE id = ?1"

private let insertIdentity: SQL = """
    INSERT INTO identity
        (username, username_key, sign_in_key, full_name, email, email_key, home_business, password_hash,
        temporary_password, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id
    """
