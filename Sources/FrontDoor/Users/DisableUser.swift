import Store

extension FrontDoor {
    /// Keeps a user out of all businesses: sessions end, half-done sign-ins and links are worthless. Again on a
    /// disabled one: nothing happens.
    /// - Throws: `FrontDoorError.noSuchUser`, `StoreError`.
    public func disableUser(username: String, from origin: Origin) async throws {
        let identity = try await store.write { [self] transaction -> Int64 in
            let identity = try transaction.identity(named: username)
            guard !identity.disabled else { return identity.id }
            try transaction.run(updateDisabled, identity.id, true)
            try revokeTokens(of: identity.id, in: transaction)
            try endSessions(of: identity, because: "user disabled", from: origin, in: transaction)
            try record(
                .userDisabled, identity: identity.id, username: identity.username, from: origin,
                in: transaction)
            return identity.id
        }
        forgetSessions(ofIdentity: identity)
    }

    /// Lets a disabled user sign in again; what was open before stays ended (FD-9), a lock stays a lock (FD-19).
    /// - Throws: `FrontDoorError.noSuchUser`, `StoreError`.
    public func enableUser(username: String, from origin: Origin) async throws {
        try await store.write { [self] transaction in
            let identity = try transaction.identity(named: username)
            guard identity.disabled else { return }
            try transaction.run(updateDisabled, identity.id, false)
            try record(
                .userEnabled, identity: identity.id, username: identity.username, from: origin,
                in: transaction)
        }
    }
}

private let updateDisabled: SQL = "UPDATE identity SET disabled = ?2 WHERE id = ?1"
