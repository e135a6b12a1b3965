import Store
import Surroundings

extension FrontDoor {
    /// Makes the link with which a user chooses password and word; the one made before is worthless from now on.
    ///
    /// 128 random bits, kept as their SHA-256, good once and for seven days (FD-24). Its host is the configured one,
    /// never one that a request named.
    /// - Returns: the URL; it is nowhere kept or logged.
    /// - Throws: `FrontDoorError.noSuchUser`; `.conflict` without `public-url`, for a disabled user and for one who
    ///   has chosen a password already; `StoreError`.
    public func activationLink(username: String, from origin: Origin) async throws -> String {
        guard let publicURL = settings.publicURL else {
            throw FrontDoorError.conflict(
                reason: "Set public-url first: links are built from it, never from what a request says.")
        }
        let guid = linkGUID(random.bytes(16))
        guard let hash = TokenHash(token: guid) else {
            throw StoreError.misuse("the random generator gave too few bytes")
        }
        try await store.write { [self] transaction in
            let identity = try transaction.identity(named: username)
            guard !identity.disabled else {
                throw FrontDoorError.conflict(reason: "\(identity.username) is disabled.")
            }
            guard identity.passwordHash == nil || identity.temporaryPassword else {
                throw FrontDoorError.conflict(reason: "\(identity.username) has a password already.")
            }
            try transaction.run(deleteActivations, identity.id)
            let expiry = doorClock.now().advanced(by: settings.activationLinkLifetime)
            try transaction.run(insertActivation, hash.hex, identity.id, expiry.text)
            try record(
                .linkMade, identity: identity.id, username: identity.username, detail: "activation",
                from: origin,
                in: transaction)
        }
        return "\(publicURL)/users/activation/\(guid)"
    }

    /// The bytes as 8-4-4-4-12 digits: the form that links and tokens have here.
    private func linkGUID(_ bytes: [UInt8]) -> String {
        [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { bytes[$0].hexadecimal }.joined(separator: "-")
    }
}

private let deleteActivations: SQL = "DELETE FROM credential_link WHERE identity = ?1 AND kind = 'activation'"
private let insertActivation: SQL = """
    INSERT INTO credential_link (hash, identity, kind, expires_at) VALUES (?1, ?2, 'activation', ?3)
    """
