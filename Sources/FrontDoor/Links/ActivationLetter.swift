import Mail
import Store
import Surroundings

extension FrontDoor {
    /// `POST /users/{number}/activationemail`: sends the activation letter again, with a fresh link; the one before
    /// is worthless from now on.
    ///
    /// Without `public-url` the call ends well too and the log says what is missing (FD-24).
    ///
    /// A user gets five within a day at most, the one of `createUser` among them: whoever can write an address here
    /// must not be able to fill a stranger's letter box.
    /// - Returns: whether a letter leaves.
    /// - Throws: `.noSuchUser`; `.conflict` for a user of another business's (FD-21), for one who isn't pending, and
    ///   without an e-mail address; `.tooManyLetters`; `.permissionDenied`; what `admitAgain` and `frame` throw;
    ///   `StoreError`.
    @discardableResult
    public func sendActivation(
        toUser number: Int64, by caller: Caller, from origin: Origin, in frame: WriteFrame = .none
    ) async throws -> Bool {
        let origin = origin.by(caller)
        let letter = try await store.write { [self] transaction -> Letter? in
            let caller = try admitAgain(caller, needing: .manageUser, in: transaction)
            try frame.begin(in: transaction)
            let member = try transaction.member(number, of: caller.business)
            try caller.requireSay(over: member)
            guard member.isAtHome else {
                throw FrontDoorError.conflict(
                    reason: "\(member.username) is at home in another business, which sends the letter.")
            }
            guard !member.hasPassword, !member.identityDisabled, !member.disabled else {
                throw FrontDoorError.conflict(reason: "\(member.username) does not wait for activation.")
            }
            guard member.email != nil else {
                throw FrontDoorError.conflict(reason: "\(member.username) has no e-mail address.")
            }
            if let wait = try waitForActivation(of: member.identity, in: transaction) {
                throw FrontDoorError.tooManyLetters(retryAfter: wait)
            }
            let letter = try makeActivation(of: member.identity, from: origin, in: transaction)
            try frame.end(letter != nil, in: transaction)
            return letter
        }
        if let letter { postbox.post(letter) }
        return letter != nil
    }

    /// Makes a pending user's activation link as part of `transaction`, and kills the one before.
    /// - Returns: the letter to `postbox.post` once that is committed; nil when none can go.
    func makeActivation(
        of identity: Int64, from origin: Origin, in transaction: any Transaction
    ) throws -> Letter? {
        guard sendsLinks(), let pending = try transaction.pending(identity) else { return nil }
        let token = LinkToken(from: random)
        guard let link = settings.url(of: token, .activation) else { return nil }
        try replaceActivation(
            token, of: identity, username: pending.username, home: pending.home, detail: activationLetter,
            from: origin, in: transaction)
        return .activation(
            pending.recipient, username: pending.username, business: pending.business, link: link,
            lifetime: settings.activationLinkLifetime)
    }

    /// How long until a user may get another activation letter; nil when one may go now.
    func waitForActivation(of identity: Int64, in transaction: any Transaction) throws -> Duration? {
        let now = clock.now()
        let since = now.advanced(by: .zero - letterWindow)
        let sent = try transaction.all(lastLetters, identity, activationLetter, since.text, lettersMax) {
            try $0.instant(0)
        }
        guard sent.count >= lettersMax, let oldest = sent.last else { return nil }
        return letterWindow - now.since(oldest)
    }

    /// Keeps `token` as the one activation link of an identity.
    /// - Parameters:
    ///   - home: the identity's business; nil: none.
    ///   - detail: what its row of the security log says.
    func replaceActivation(
        _ token: LinkToken, of identity: Int64, username: String, home: Int64?, detail: String,
        from origin: Origin, in transaction: any Transaction
    ) throws {
        try transaction.dropLinks(.activation, of: identity)
        let expiry = doorClock.now().advanced(by: settings.activationLinkLifetime)
        try transaction.insert(token, .activation, of: identity, until: expiry)
        try record(
            .linkMade, identity: identity, username: username, business: origin.business ?? home,
            detail: detail, from: origin, in: transaction)
    }

    /// Whether letters with links leave; if not, the log says what is missing, once a minute, whoever asks for what.
    func sendsLinks() -> Bool {
        guard settings.publicURL != nil, postbox.isOpen else {
            if refusals.isDue("no letters", at: clock.uptime()) {
                logger.warning(
                    settings.publicURL == nil
                        ? "No letters with links are sent: set public-url, from which they are built."
                        : "No letters with links are sent: there is no way to send them.")
            }
            return false
        }
        return true
    }
}

/// How many activation letters a user gets within `letterWindow`.
private let lettersMax = 5
private let letterWindow: Duration = .seconds(24 * 60 * 60)

/// What the row of a link says that left by letter; the operator's leave by hand.
private let activationLetter = "\(LinkKind.activation.rawValue), by letter"

/// Who has not answered an activation letter yet, and can get one.
private struct PendingUser {
    let username: String
    let recipient: Recipient
    let business: String
    /// Nil: at home nowhere.
    let home: Int64?
}

extension Transaction {
    fileprivate func pending(_ identity: Int64) throws -> PendingUser? {
        try first(pendingByID, identity) { row in
            Recipient(name: row.text(1), address: row.optionalText(2)).map {
                PendingUser(
                    username: row.text(0), recipient: $0, business: row.text(3),
                    home: row.optionalInteger(4))
            }
        } ?? nil
    }
}

private let pendingByID =
    "SELECT i.username, i.full_name, i.email, b.name, " + homeOrNone + """
         FROM identity i JOIN business b ON b.id = i.home_business
        WHERE i.id = ?1 AND i.password_hash IS NULL AND i.disabled = 0
        """
private let lastLetters: SQL = """
    SELECT at FROM security_log WHERE kind = 'link-made' AND identity = ?1 AND detail = ?2 AND at > ?3
    ORDER BY at DESC, id DESC LIMIT ?4
    """
