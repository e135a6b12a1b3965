import Store

extension FrontDoor {
    /// Makes a user of the caller's business: with password and word they can sign in at once and must change both;
    /// without, they wait for the activation letter, which is sent once all is committed.
    ///
    /// Somebody who is a user already, of this business or another, is never taken over by it: who works in a second
    /// business is made a member there by the operator (FD-21).
    /// - Throws: `FrontDoorError.invalidFields` with every wrong field, `.usernameTaken`, `.emailTaken`;
    ///   `.permissionDenied` for a role that is not the caller's to give; what `admitAgain` and `frame` throw; `.busy`;
    ///   `StoreError`.
    public func createUser(
        _ draft: UserDraft, by caller: Caller, from origin: Origin, in frame: WriteFrame = .none
    ) async throws -> BusinessUser {
        let origin = origin.by(caller)
        // All is asked before the hash, which is dear, and again where it is written.
        _ = try await store.read { [self] in _ = try check(draft, by: caller, in: $0) }
        let passwordHash = try await hash(draft.password)
        let (user, letter) = try await store.write { [self] transaction in
            let caller = try admitAgain(caller, needing: .manageUser, in: transaction)
            try frame.begin(in: transaction)
            var (made, role) = try check(draft, by: caller, in: transaction)
            made.credentials.passwordHash = passwordHash
            let id = try insert(made, in: transaction)
            let place = try transaction.join(
                id, business: made.business, role: .number(role), administrator: false)
            if draft.disabled { try transaction.setDisabled(true, of: id, business: made.business) }
            try record(
                .userAdded, identity: id, username: made.username, business: made.business,
                detail: place.described, from: origin, in: transaction)
            // Who can't come in anyway gets the letter when it is asked for later.
            let letter =
                passwordHash == nil && !draft.disabled
                ? try makeActivation(of: id, from: origin, in: transaction) : nil
            let user = try businessUser(place.number, business: made.business, in: transaction)
            try frame.end(user, in: transaction)
            return (user, letter)
        }
        if let letter { postbox.post(letter) }
        return user
    }

    /// The identity to write but for the hash, and the role to give.
    private func check(
        _ draft: UserDraft, by caller: Caller, in transaction: any Transaction
    ) throws -> (NewIdentity, role: Int64) {
        var fields = InvalidFields()
        let business = try transaction.keptBusiness(caller.business)
        let fullName = try fields.required("FullName", draft.fullName) {
            try PlainText.name($0, field: "FullName")
        }
        let username = try fields.required("Username", draft.username) { try PlainText.username($0) }
        let email = try fields.required("Email", draft.email) { try PlainText.email($0) }
        let given = try fields.role(draft.role, of: business.id, in: transaction)
        let word = try newWord(of: draft, username: username ?? "", business: business.name, &fields)
        guard let fullName, let username, let email, let role = draft.role, let given, fields.all.isEmpty
        else {
            throw FrontDoorError.invalidFields(fields.all)
        }
        // Without a password the letter goes to the user, who alone then has one.
        try caller.requireMayGive(given, canStandIn: draft.password != nil)
        try transaction.requireFree(username: username, email: email)
        return (
            NewIdentity(
                business: business.id, username: username, fullName: fullName, email: email,
                credentials: NewCredentials(word: word), temporary: true), role
        )
    }

    /// What an administrator chooses for somebody comes in pairs (`SecretPair`): both are temporary.
    /// - Parameter business: its name, which the password must not be. Of others the administrator knows nothing.
    /// - Returns: the word as it is sealed; nil when there is none or something is noted.
    func newWord(
        of draft: UserDraft, username: String, business: String, _ fields: inout InvalidFields
    ) throws -> String? {
        let sent = try fields.check { try SecretPair(draft.password, draft.memorableWord) }
        guard let pair = sent ?? nil else { return nil }
        try fields.check {
            try passwordRules.require(pair.password, username: username, businesses: [business])
        }
        return try fields.check { try MemorableWordRules.require(pair.word, password: pair.password) }
    }
}

extension InvalidFields {
    /// What a role gives, by its number; nil is noted.
    mutating func role(
        _ number: Int64?, of business: Int64, in transaction: any Transaction
    ) throws -> Permissions? {
        try required("RoleId", number) { number in
            guard let permissions = try transaction.permissions(ofRole: number, business: business) else {
                throw FrontDoorError.invalidField("RoleId", reason: "must be the number of a role")
            }
            return permissions
        }
    }
}
