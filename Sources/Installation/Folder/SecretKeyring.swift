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
        if let configured = settings.secretKey {
            return try await settings.door(over: control, with: configured)
        }
        guard let key = try SecretKey.load(folder.secretKey) else {
            throw FrontDoorError.unusableSecretKey(reason: "The secret key \(folder.secretKey) is missing.")
        }
        do {
            let door = try await settings.door(over: control, with: key)
            try Files.remove(folder.nextSecretKey)
            return door
        } catch FrontDoorError.otherSecretKey {
            guard let next = try SecretKey.load(folder.nextSecretKey) else {
                throw FrontDoorError.otherSecretKey
            }
            let door = try await settings.door(over: control, with: next)
            try SecretKey.adopt(folder.nextSecretKey, as: folder.secretKey)
            return door
        }
    }
}

extension Installation {
    /// Seals all memorable words with a new secret key.
    ///
    /// A key that lies in the folder is made anew and takes the old one's place. A configured one is its owner's to
    /// change: `configured` is what the configuration will have from now on, and until then no other process, and no
    /// next start, opens the door.
    /// - Throws: `InstallationError.secretKeyIsConfigured` when the key does not lie in the folder and no new one is
    ///   given, `.secretKeyIsInFolder` when it does and one is; `FrontDoorError.conflict` when it is the same;
    ///   `StoreError`, then the old one holds.
    public func rotateSecret(to configured: SecretKey? = nil, from origin: Origin) async throws {
        switch (settings.secretKey, configured) {
        case (.some, nil): throw InstallationError.secretKeyIsConfigured
        case (nil, .some): throw InstallationError.secretKeyIsInFolder
        case (nil, nil), (.some, .some): break
        }
        try await inTurn {
            if let configured { return try await frontDoor.rotateSecret(to: configured, from: origin) }
            try Files.remove(folder.nextSecretKey)
            let key = try SecretKey.load(orMake: folder.nextSecretKey, random: settings.random)
            try await frontDoor.rotateSecret(to: key, from: origin)
            try SecretKey.adopt(folder.nextSecretKey, as: folder.secretKey)
        }
    }
}
