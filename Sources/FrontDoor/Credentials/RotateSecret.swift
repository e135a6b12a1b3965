import Store
import Surroundings

extension FrontDoor {
    /// Seals all memorable words and the name key with `key`, in one transaction; sign-in goes on with it at once.
    ///
    /// The caller keeps the new key where the next start finds it *before* this call: see `SecretKey.adopt`.
    /// - Throws: `FrontDoorError.conflict` when `key` is the present one; `StoreError`, then the old one holds.
    public func rotateSecret(to key: SecretKey, from origin: Origin) async throws {
        try await store.write { [self] transaction in
            guard try transaction.setting(fingerprintSetting) != key.fingerprint else {
                throw FrontDoorError.conflict(reason: "This is the secret key in use.")
            }
            try secrets.rotate(to: key, in: transaction)
            try record(.secretRotated, from: origin, in: transaction)
        }
    }

    /// Makes a control database usable whose secret key is lost, as after restoring a backup without it: `key` is
    /// noted, the words that nobody can read any more are dropped, and the counts of failures known by name are kept.
    /// Nobody signs in until `setPassword` gave a password and a word (FD-14). Call it before opening the door.
    /// - Throws: `StoreError`.
    public static func replaceLostSecret(
        in store: any Store, with key: SecretKey, random: any Randomness = SystemRandomness()
    ) async throws {
        try await store.migrate(controlMigrations)
        try await store.write { transaction in
            let name = try Secrets.install(key, random: random, in: transaction)
            try transaction.run("UPDATE identity SET word_sealed = NULL, challenge = NULL")
            try transaction.run("DELETE FROM sign_in_reservation")
            try transaction.run(deleteUnknownNames)
            let identities = try transaction.all("SELECT id, username_key, sign_in_key FROM identity") {
                (id: $0.integer(0), name: $0.text(1), old: $0.text(2))
            }
            for identity in identities {
                let new = Secrets.nameKey(forUsername: identity.name, under: name)
                try transaction.run("UPDATE identity SET sign_in_key = ?2 WHERE id = ?1", identity.id, new)
                try transaction.run(
                    "UPDATE sign_in_count SET name_key = ?2 WHERE name_key = ?1", identity.old, new)
            }
        }
    }
}

private let deleteUnknownNames: SQL = """
    DELETE FROM sign_in_count WHERE name_key NOT IN (SELECT sign_in_key FROM identity)
    """
