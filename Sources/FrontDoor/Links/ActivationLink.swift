import Store
import Surroundings

extension FrontDoor {
    /// Makes the link with which a user chooses password and word, for the operator to hand over; the one made before
    /// is worthless from now on.
    ///
    /// 128 random bits, kept as their SHA-256, good once and for seven days (FD-24).
    /// - Returns: the URL; it is nowhere kept or logged.
    /// - Throws: `FrontDoorError.noSuchUser`; `.conflict` without `public-url`, for a disabled user and for one who
    ///   has chosen a password already; `StoreError`.
    public func activationLink(username: String, from origin: Origin) async throws -> String {
        let token = LinkToken(from: random)
        guard let link = settings.url(of: token, .activation) else {
            throw FrontDoorError.conflict(
                reason: "Set public-url first: links are built from it, never from what a request says.")
        }
        try await store.write { [self] transaction in
            let identity = try transaction.identity(named: username)
            guard !identity.disabled else {
                throw FrontDoorError.conflict(reason: "\(identity.username) is disabled.")
            }
            guard identity.passwordHash == nil || identity.temporaryPassword else {
                throw FrontDoorError.conflict(reason: "\(identity.username) has a password already.")
            }
            try replaceActivation(
                token, of: identity.id, username: identity.username, home: identity.homeBusiness,
                detail: LinkKind.activation.rawValue, from: origin, in: transaction)
        }
        return link
    }
}
