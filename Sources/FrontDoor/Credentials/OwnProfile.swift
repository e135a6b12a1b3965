import Mail
import Store
import Surroundings

/// What somebody sees of themselves, in the business of their session.
public struct OwnProfile: Hashable, Sendable {
    public let username: String
    public let fullName: String
    public let email: String?
    public let businessName: String
}

/// What somebody changes of it; nil keeps.
public struct OwnProfileChange: Sendable {
    public var fullName: String?
    public var email: String?
    /// Asked for another e-mail address (FD-21).
    public var present: SentSecret?

    public init() {}
}

extension FrontDoor {
    /// - Throws: `.invalidToken` when the session was ended meanwhile; `StoreError`.
    public func profile(of caller: Caller) async throws -> OwnProfile {
        try await store.read { try $0.profile(of: caller) }
    }

    /// Changes one's own name, and e-mail address: a new one asks the present password, and reset links that went to
    /// the one before are worthless.
    /// - Throws: `.invalidFields` that name `Name`, `EmailId` or `CurrentPassword`; `.invalidField` for a wrong
    ///   password, which counts as a failed sign-in; `.emailTaken`, `.accountLocked`, `.tooManyFailures`, `.busy`,
    ///   `.conflict`; what `admitAgain` and `frame` throw; `StoreError`.
    public func changeProfile(
        _ change: OwnProfileChange, by caller: Caller, from origin: Origin, in frame: WriteFrame = .none
    ) async throws -> OwnProfile {
        let origin = origin.by(caller)
        let before = try await profile(of: caller)
        let new = try checked(change, before)
        guard new.email != before.email, let present = change.present else {
            return try await store.write { [self] in
                try write(new, by: caller, from: origin, in: $0, frame).profile
            }
        }
        let written = try await withPresentPassword(
            present, of: caller.identity, from: origin, prepare: {},
            { [self] _, transaction in try write(new, by: caller, from: origin, in: transaction, frame) })
        if let letter = written.letter { postbox.post(letter) }
        return written.profile
    }

    private func checked(_ change: OwnProfileChange, _ before: OwnProfile) throws(FrontDoorError)
        -> NewProfile
    {
        var wrong = InvalidFields()
        var new = NewProfile(fullName: before.fullName, email: before.email)
        if let name = change.fullName {
            let name = try wrong.check { () throws(FrontDoorError) in try PlainText.name(name, field: "Name")
            }
            new.fullName = name ?? new.fullName
        }
        // A client sends back an address that was never there as an empty text.
        if let email = change.email, !(email.trimmed.isEmpty && before.email == nil) {
            new.email = try wrong.check { () throws(FrontDoorError) in
                try PlainText.email(email, field: "EmailId")
            }
        }
        if new.email != before.email, new.email != nil, change.present == nil {
            wrong.note("CurrentPassword", "is needed for another e-mail address")
        }
        try wrong.throwIfAny()
        return new
    }

    /// Writes what differs from what is, as part of `transaction`; the letter goes to the address before.
    private func write(
        _ new: NewProfile, by caller: Caller, from origin: Origin, in transaction: any Transaction,
        _ frame: WriteFrame
    ) throws -> (profile: OwnProfile, letter: Letter?) {
        try admitAgain(caller, in: transaction)
        try frame.begin(in: transaction)
        let before = try transaction.profile(of: caller)
        func note(_ detail: String) throws {
            try record(
                .userChanged, identity: caller.identity, username: caller.username,
                business: caller.business, detail: detail, from: origin, in: transaction)
        }
        if new.fullName != before.fullName {
            try transaction.setFullName(new.fullName, of: caller.identity)
            try note("full name")
        }
        var letter: Letter?
        if let email = new.email, email != before.email {
            try transaction.requireFree(email: email, for: caller.identity)
            letter = try transaction.recipient(caller.identity).map {
                .changed($0, username: caller.username, what: "e-mail address", at: clock.now())
            }
            try transaction.setEmail(email, of: caller.identity)
            try transaction.dropLinks(.reset, of: caller.identity)
            try note("e-mail")
        }
        return (try transaction.profile(of: caller), letter)
    }
}

private struct NewProfile: Sendable {
    var fullName: String
    var email: String?
}

extension Transaction {
    /// - Throws: `FrontDoorError.invalidToken` when the caller works in the business no longer; `StoreError`.
    public func profile(of caller: Caller) throws -> OwnProfile {
        let profile = try first(profileByIDs, caller.identity, caller.business) { row in
            OwnProfile(
                username: row.text(0), fullName: row.text(1), email: row.optionalText(2),
                businessName: row.text(3))
        }
        guard let profile else { throw FrontDoorError.invalidToken }
        return profile
    }
}

private let profileByIDs: SQL = """
    SELECT i.username, i.full_name, i.email, b.name FROM identity i JOIN business b ON b.id = ?2 WHERE i.id = ?1
    """
