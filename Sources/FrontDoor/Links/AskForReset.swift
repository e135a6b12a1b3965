import Mail
import Store
import Surroundings

extension FrontDoor {
    /// `POST /password`: sends a reset letter, if the pair is a user's.
    ///
    /// Nothing tells whether it is (FD-24): the answer is always the same, each call is one transaction of the same
    /// statements and counts once for its address (FD-20), and the letter leaves behind the answer.
    ///
    /// An identity has at most five live links; who asks for more gets none, and those that went out are good. So a
    /// stranger neither fills a letter box nor kills a link that is on its way.
    /// - Throws: `.tooManyFailures`, `StoreError`.
    public func askForReset(
        username: String, email: String, withWord: Bool, from origin: Origin
    ) async throws {
        try requireOpen(to: origin)
        let closes = throttle.note(failureFrom: origin.address, at: clock.uptime())
        let token = LinkToken(from: random)
        let link = sendsLinks() ? settings.url(of: token, .reset) : nil
        let pair = (name: FoldedName.key(username), email: FoldedName.key(email))
        let letter = try await store.write { [self] transaction -> Letter? in
            if closes { try record(.addressThrottled, from: origin, in: transaction) }
            guard let link else { return nil }
            let now = doorClock.now()
            let found = try transaction.owner(ofName: pair.name, email: pair.email)
            let live = try transaction.liveResets(of: found?.identity ?? 0, at: now)
            let owner = live < linksMax ? found : nil
            let expiry = now.advanced(by: settings.resetLinkLifetime)
            try transaction.insert(
                token, .reset, of: owner?.identity ?? 0, withWord: withWord, until: expiry)
            let name = secrets.nameKey(forUsername: pair.name)
            try record(
                owner == nil ? .linkRefused : .linkMade, identity: found?.identity,
                username: found?.username, business: found?.home,
                detail: found == nil ? "reset, \(unknownName(name))" : LinkKind.reset.rawValue, from: origin,
                in: transaction)
            guard let owner else { return nil }
            return .reset(
                owner.recipient, username: owner.username, withWord: withWord, link: link,
                lifetime: settings.resetLinkLifetime)
        }
        if let letter { postbox.post(letter) }
    }
}

/// How many reset links of one identity live at once.
private let linksMax = 5

/// Who may reset by letter: neither disabled nor waiting for activation.
private struct LetterOwner: Sendable {
    let identity: Int64
    let username: String
    let recipient: Recipient
    /// Nil: at home nowhere.
    let home: Int64?
}

extension Transaction {
    fileprivate func owner(ofName name: String, email: String) throws -> LetterOwner? {
        try first(ownerOfPair, name, email) { row in
            Recipient(name: row.text(2), address: row.optionalText(3)).map {
                LetterOwner(
                    identity: row.integer(0), username: row.text(1), recipient: $0,
                    home: row.optionalInteger(4))
            }
        } ?? nil
    }

    fileprivate func liveResets(of identity: Int64, at now: Instant) throws -> Int {
        Int(try first(countResets, identity, now.text) { $0.integer(0) } ?? 0)
    }
}

private let ownerOfPair =
    "SELECT id, username, full_name, email, " + homeOrNone + """
         FROM identity
        WHERE username_key = ?1 AND email_key = ?2 AND disabled = 0 AND password_hash IS NOT NULL
        """
private let countResets: SQL = """
    SELECT count(*) FROM credential_link WHERE identity = ?1 AND kind = 'reset' AND expires_at >= ?2
    """
