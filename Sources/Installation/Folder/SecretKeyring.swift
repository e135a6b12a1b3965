import FrontDoor
import Store

/// Which secret key a folder is opened with (FD-14).
struct SecretKeyring {
    let folder: DataFolder
    let settings: InstallationSettings

    /// Opens the door with the configured key, else with the folder's.
    ///
    /// A rotation writes the new key beside the old one, seals everything, then renames it. Stopped in
    /// between, the key beside the old one is the one that fits; stopped before, it is of no use.
    func openDoor(over control: any Store) async throws -> FrontDoor {
        if let configured = settings.secretKey { return try await door(over: control, with: configured) }
        guard let key = try SecretKey.load(folder.secretKey) else {
            throw FrontDoorError.unusableSecretKey(reason: "The secret key \(folder.secretKey) is missing.")
        }
        do {
            let door = try await door(over: control, with: key)
            try Files.remove(folder.nextSecretKey)
            return door
        } catch FrontDoorError.otherSecretKey {
            guard let next = try SecretKey.load(folder.nextSecretKey) else {
                throw FrontDoorError.otherSecretKey
            }
            let door = try await door(over: control, with: next)
            try SecretKey.adopt(folder.nextSecretKey, as: folder.secretKey)
            return door
        }
    }

    func door(over control: any Store, with key: SecretKey) async throws -> FrontDoor {
        try await FrontDoor(
            store: control, settings: settings.frontDoor, secretKey: key, clock: settings.clock,
            random: settings.random, mail: settings.mail, logger: settings.logger)
    }
}

extension Installation {
    /// Seals all memorable words with a new secret key, which takes the old one's place in the folder.
    /// - Throws: `InstallationError.secretKeyIsConfigured` when the key does not lie there; `StoreError`,
    ///   then the old one holds.
    public func rotateSecret(from origin: Origin) async throws {
        guard settings.secretKey == nil else { throw InstallationError.secretKeyIsConfigured }
        try await turns.alone {
            try Files.remove(folder.nextSecretKey)
            let key = try SecretKey.load(orMake: folder.nextSecretKey, random: settings.random)
            try await frontDoor.rotateSecret(to: key, from: origin)
            try SecretKey.adopt(folder.nextSecretKey, as: folder.secretKey)
        }
    }
}
