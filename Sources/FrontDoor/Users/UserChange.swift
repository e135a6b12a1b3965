import Store

/// What a change of a user comes to: only what differs from what is.
struct UserChange {
    let member: Member
    var fullName: String?
    /// Whether `email` is to be written; nil takes the present one away.
    var changesEmail = false
    var email: String?
    var role: (number: Int64, permissions: Permissions)?
    var disabled: Bool?
    /// The lock or pause that goes.
    var lifts: SignInBar?
    /// The word; the hash comes later.
    var credentials: NewCredentials?

    var changesSomething: Bool {
        fullName != nil || role != nil || disabled != nil || lifts != nil || letsStandIn
    }

    /// Whether who makes it could sign in as the user afterwards, by a password or a link to an address of their own.
    var letsStandIn: Bool { credentials != nil || changesEmail }
}

extension FrontDoor {
    /// Works out what `draft` changes and asks every rule.
    /// - Throws: `FrontDoorError.noSuchUser`, `.permissionDenied`, `.invalidFields` with every wrong field,
    ///   `.emailTaken`; `StoreError`.
    func userChange(
        _ number: Int64, to draft: UserDraft, by caller: Caller, in transaction: any Transaction
    ) throws -> UserChange {
        let member = try transaction.member(number, of: caller.business)
        var fields = InvalidFields()
        var change = try read(draft, of: member, &fields, in: transaction)
        // First of all: what is wrong with a field must not tell anything of a user whom the caller has no say over.
        try requireSay(caller, over: change, in: transaction)
        if member.isOwner { fields.keepOwner(change) }
        if !member.isAtHome {
            fields.keepStranger(change, draft)
        } else if member.identity == caller.identity {
            fields.keepOneself(change, draft)
        } else if change.credentials != nil {
            let business = try transaction.business(member.business).name
            change.credentials?.word = try newWord(
                of: draft, username: member.username, business: business, &fields)
        }
        if member.identity == caller.identity, !member.isOwner, change.disabled == true {
            fields.note("UserAccountDisabled", "must be false: nobody can disable themselves")
        }
        try fields.throwIfAny()
        if change.changesEmail, let email = change.email {
            try transaction.requireFree(email: email, for: member.identity)
        }
        return change
    }

    /// What differs from what is; fields that can't be read are noted.
    private func read(
        _ draft: UserDraft, of member: Member, _ fields: inout InvalidFields, in transaction: any Transaction
    ) throws -> UserChange {
        var change = UserChange(member: member)
        if let sent = draft.number, sent != member.number {
            fields.note("Number", "must be \(member.number), as in the path")
        }
        let fullName = try fields.required("FullName", draft.fullName) {
            try PlainText.name($0, field: "FullName")
        }
        if fullName != member.fullName { change.fullName = fullName }
        let email = try draft.email.flatMap { sent in try fields.check { try PlainText.email(sent) } }
        change.changesEmail = email != (member.isAtHome ? member.email : nil)
        change.email = email
        let given = try fields.role(draft.role, of: member.business, in: transaction)
        if let role = draft.role, role != member.role, let given { change.role = (role, given) }
        if draft.disabled != member.disabled { change.disabled = draft.disabled }
        if draft.password != nil || draft.memorableWord != nil { change.credentials = NewCredentials() }
        if draft.unlocks, member.isAtHome {
            change.lifts = member.count.bar(settings, forPassword: true, at: doorClock.now())
        }
        return change
    }

    private func requireSay(
        _ caller: Caller, over change: UserChange, in transaction: any Transaction
    ) throws {
        guard change.changesSomething else { return }
        let member = change.member
        let isOneself = member.identity == caller.identity
        try caller.requireSay(over: member)
        if let role = change.role {
            try caller.require(.manageRole)
            try caller.requireMayGive(role.permissions, canStandIn: isOneself || change.letsStandIn)
        }
        // Who is at home elsewhere, and oneself, get no password here at all.
        if change.letsStandIn, member.isAtHome, !isOneself {
            try caller.requireMayStandIn(
                for: member,
                worksElsewhere: transaction.works(member.identity, elsewhereThan: member.business))
        }
    }
}

extension InvalidFields {
    /// The owner stays the owner.
    fileprivate mutating func keepOwner(_ change: UserChange) {
        if change.role != nil {
            note("RoleId", "must be \(change.member.role) for the owner of the business")
        }
        if change.disabled == true {
            note("UserAccountDisabled", "must be false for the owner of the business")
        }
    }

    /// What is the identity's is not another business's to change (FD-21). It neither sees e-mail nor lock, so that
    /// sending back what was read changes nothing.
    fileprivate mutating func keepStranger(_ change: UserChange, _ draft: UserDraft) {
        let reason = "is for the user and for the business where the user is at home to change"
        if change.fullName != nil { note("FullName", reason) }
        if change.changesEmail { note("Email", reason) }
        if draft.password != nil { note("Password", reason) }
        if draft.memorableWord != nil { note("MemorableWord", reason) }
    }

    /// One's own password, word and e-mail ask the present password (FD-21), which this call does not take.
    fileprivate mutating func keepOneself(_ change: UserChange, _ draft: UserDraft) {
        if change.changesEmail {
            note(
                "Email", "of one's own is changed with PUT /settings/profile, which asks the present password"
            )
        }
        let reason = "of one's own is changed with PUT /password, which asks the present one"
        if draft.password != nil { note("Password", reason) }
        if draft.memorableWord != nil { note("MemorableWord", reason) }
    }
}
