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
        var new = NewIdentity(
            business: business, username: try PlainText.username(username),
            fullName: try PlainText.name(fullName, field: "FullName"),
            email: try email.flatMap { $0.trimmed.isEmpty ? nil : try PlainText.email($0) },
            temporary: temporary)
        let businessName = try await store.read { try $0.keptBusiness(business).name }
        let word = try requireCredentials(
            password, memorableWord, username: new.username, businesses: [businessName])
        new.credentials = NewCredentials(passwordHash: try await hash(password), word: word)
        let made = new
        return try await store.write { [self] transaction in
            _ = try transaction.keptBusiness(business)
            let id = try insert(made, in: transaction)
            let place = try transaction.join(id, business: business, role: role, administrator: administrator)
            try record(
                .userAdded, identity: id, username: made.username, business: business,
                detail: place.described, from: origin, in: transaction)
            return try user(named: made.username, in: transaction)
        }
    }

    /// Checks a password and a word against their rules. Gives the word as it is sealed; nil when there is neither.
    private func requireCredentials(
        _ password: String?, _ word: String?, username: String, businesses: [String]
    ) throws -> String? {
        guard let pair = try SecretPair(password, word) else { return nil }
        try passwordRules.require(pair.password, username: username, businesses: businesses)
        return try MemorableWordRules.require(pair.word, password: pair.password)
    }

    var passwordRules: PasswordRules {
        PasswordRules(charactersMin: settings.passwordCharactersMin)
    }

    /// Hashes a new password at today's cost, in the gate's line.
    func hash(_ password: String) async throws -> String {
        let cost = settings.passwordCost
        return try await hashGate.run { try PasswordHash.make(password, cost: cost) }
    }

    /// The same; nil where there is no password to hash.
    func hash(_ password: String?) async throws -> String? {
        guard let password else { return nil }
        return try await hash(password)
    }
}
