import Store
import Surroundings

/// An identity by its user name, as the commands here need it.
struct NamedUser: Sendable {
    let identity: Int64
    let username: String
    /// The key its failures are counted under.
    let name: String
    let generation: Int64
    let disabled: Bool
}

extension FrontDoor {
    /// Locks a user by hand: no sign-in, and `AccountLocked` on every open session. Locking twice changes
    /// nothing.
    /// - Throws: `.noSuchUser`, `StoreError`.
    public func lock(username: String, from origin: Origin) async throws {
        let user = try await store.write { [self] transaction in
            let user = try transaction.namedUser(username)
            let now = doorClock.now()
            var count = try transaction.signInCount(user.name, settings, at: now)
            guard count.lockedAt == nil else { return user }
            count.lockedAt = now
            try transaction.save(count, of: user.name, at: now)
            try tell(.identity(user.identity), in: transaction)
            try record(
                .locked, identity: user.identity, username: user.username, detail: "by hand", from: origin,
                in: transaction)
            return user
        }
        forgetSessions(ofIdentity: user.identity)
    }

    /// Lifts a lock or a pause and sets the count of failures to nothing (FD-19). Unlocking twice changes
    /// nothing.
    /// - Throws: `.noSuchUser`, `StoreError`.
    public func unlock(username: String, from origin: Origin) async throws {
        let user = try await store.write { [self] transaction in
            let user = try transaction.namedUser(username)
            guard try transaction.exists(anyCount, user.name) else { return user }
            try transaction.clearSignInCount(user.name)
            try tell(.identity(user.identity), in: transaction)
            try record(
                .unlocked, identity: user.identity, username: user.username, from: origin, in: transaction)
            return user
        }
        forgetSessions(ofIdentity: user.identity)
    }
}

extension Transaction {
    /// - Throws: `FrontDoorError.noSuchUser`.
    func namedUser(_ username: String) throws -> NamedUser {
        let user = try first(userByName, FoldedName.key(username)) { row in
            NamedUser(
                identity: row.integer(0), username: row.text(1), name: row.text(2),
                generation: row.integer(3),
                disabled: row.flag(4))
        }
        guard let user else { throw FrontDoorError.noSuchUser(username) }
        return user
    }
}

private let userByName: SQL =
    "SELECT id, username, sign_in_key, generation, disabled FROM identity WHERE username_key = ?1"
private let anyCount: SQL = "SELECT 1 FROM sign_in_count WHERE name_key = ?1"
