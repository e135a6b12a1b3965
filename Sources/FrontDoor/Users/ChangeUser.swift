import Mail
import Store

extension FrontDoor {
    /// Changes a user of the caller's business: what only this business decides (role, disabled), and where the user is
    /// at home here, what belongs to the identity (name, e-mail, password, word, lock).
    ///
    /// Disabling ends the sessions in this business; a password with its word, or lifting a lock, ends all; a role holds
    /// at the next call; a pause touches no session (FD-18). In other businesses a disabled user works on: only the
    /// operator shuts an identity out of all.
    /// - Parameter number: the user's, in the business.
    /// - Throws: `FrontDoorError.noSuchUser`, `.invalidFields` with every wrong field, `.emailTaken`;
    ///   `.permissionDenied` for what is not the caller's to change; what `admitAgain` and `frame` throw; `.busy`; `StoreError`.
    public func changeUser(
        _ number: Int64, to draft: UserDraft, by caller: Caller, from origin: Origin,
        in frame: WriteFrame = .none
    ) async throws -> BusinessUser {
        let origin = origin.by(caller)
        // All is asked before the hash, which is dear, and again where it is written.
        _ = try await store.read { [self] in
            _ = try userChange(number, to: draft, by: caller, in: $0)
        }
        let passwordHash = try await hash(draft.password)
        let written = try await store.write { [self] transaction in
            let caller = try admitAgain(caller, needing: .manageUser, in: transaction)
            try frame.begin(in: transaction)
            var change = try userChange(number, to: draft, by: caller, in: transaction)
            change.credentials?.passwordHash = passwordHash
            // To the address before, which may be another afterwards.
            let letters = try letters(of: change, in: transaction)
            try apply(change, from: origin, in: transaction)
            let user = try businessUser(number, business: caller.business, in: transaction)
            return (user: user, identity: change.member.identity, letters: letters)
        }
        forgetSessions(ofIdentity: written.identity)
        for letter in written.letters { postbox.post(letter) }
        return written.user
    }

    /// What tells a user of what somebody else changed of theirs.
    private func letters(of change: UserChange, in transaction: any Transaction) throws -> [Letter] {
        let member = change.member
        var letters: [Letter] = []
        if change.changesEmail, let recipient = try transaction.recipient(member.identity) {
            letters.append(
                .changed(recipient, username: member.username, what: "e-mail address", at: clock.now()))
        }
        if let credentials = change.credentials {
            let letter = try changeLetter(
                to: transaction.identity(named: member.username),
                password: credentials.passwordHash != nil, word: credentials.word != nil, in: transaction)
            if let letter { letters.append(letter) }
        }
        return letters
    }

    private func apply(
        _ change: UserChange, from origin: Origin, in transaction: any Transaction
    ) throws {
        let member = change.member
        let identity = try transaction.identity(named: member.username)
        try tell(.identity(member.identity), in: transaction)
        func note(_ event: SecurityEvent, _ detail: String?) throws {
            try record(
                event, identity: member.identity, username: member.username, business: member.business,
                detail: detail, from: origin, in: transaction)
        }
        if let fullName = change.fullName {
            try transaction.setFullName(fullName, of: member.identity)
            try note(.userChanged, "full name")
        }
        if change.changesEmail {
            try transaction.setEmail(change.email, of: member.identity)
            // A link that went to the address before is no longer this user's.
            try transaction.dropLinks(.activation, of: member.identity)
            try transaction.dropLinks(.reset, of: member.identity)
            try note(.userChanged, "e-mail")
        }
        if let role = change.role {
            try transaction.setRole(
                role.number, giving: role.permissions, of: member.identity, business: member.business)
            try recordRoleChange(of: member, to: role.number, from: origin, in: transaction)
        }
        if let disabled = change.disabled {
            try transaction.setDisabled(disabled, of: member.identity, business: member.business)
            if disabled { try shutOut(member, identity, from: origin, in: transaction) }
            try note(.membershipChanged, disabled ? "disabled" : "enabled")
        }
        if let lifted = change.lifts {
            try transaction.clearSignInCount(
                secrets.nameKey(forUsername: FoldedName.key(member.username)))
            if case .locked = lifted {
                try endSessions(of: identity, because: "unlocked", from: origin, in: transaction)
            }
            try note(.unlocked, nil)
        }
        if let credentials = change.credentials {
            try write(credentials, of: identity, temporary: true, from: origin, in: transaction)
        }
    }

    private func shutOut(
        _ member: Member, _ identity: Identity, from origin: Origin, in transaction: any Transaction
    ) throws {
        try endSessions(
            of: identity, business: member.business, because: "user disabled", from: origin, in: transaction)
        // Enabling again revives nothing (FD-9). A sign-in that another business began is not this one's to stop.
        if member.isAtHome { try dropHalfDone(of: member.identity, in: transaction) }
    }
}
