import Mail
import Store
import Surroundings

extension FrontDoor {
    /// `POST /users/activation/{guid}/email`: a fresh activation letter in place of a link that came too late, to the
    /// address that the user has.
    ///
    /// Nothing tells whether there was such a link, or whether one went out (FD-24): the answer is always the same and
    /// each call counts once for its address (FD-20). A live link needs no other; one that is spent or killed is none.
    /// - Throws: `.tooManyFailures`, `StoreError`.
    public func askForActivation(_ token: String, from origin: Origin) async throws {
        try requireOpen(to: origin)
        let closes = throttle.note(failureFrom: origin.address, at: clock.uptime())
        let sends = sendsLinks()
        let hash = TokenHash(token: token)
        let letter = try await store.write { [self] transaction -> Letter? in
            if closes { try record(.addressThrottled, from: origin, in: transaction) }
            let link = try hash.flatMap { try transaction.link($0, .activation) }
            guard sends, let link, link.expiresAt < doorClock.now() else {
                try recordTokenRefusal(.linkRefused, from: origin, in: transaction)
                return nil
            }
            // Said to nobody, as all else.
            guard try waitForActivation(of: link.identity, in: transaction) == nil else { return nil }
            return try makeActivation(of: link.identity, from: origin, in: transaction)
        }
        if let letter { postbox.post(letter) }
    }
}
