import FrontDoor
import Foundation
import Store
import StoreSQLite
import Surroundings

/// What a restore brought back.
public struct RestoredBackup: Sendable {
    public let manifest: BackupManifest
    /// Where that went which was there before: a folder's path, or the schemas' names.
    public let setAside: String?
    /// Whether no secret key was at hand, so that memorable words are lost and every user needs a new
    /// password and word (FD-14).
    public let wordsAreLost: Bool
}

extension Installation {
    /// Makes `folder`, or the database that `settings` name, hold what the backup at `archive` holds.
    ///
    /// The archive is read and compared with its manifest first; then everything is written beside `folder`,
    /// and takes its name last; a database takes it in one transaction. Sessions, tokens and links of the time of the backup are dropped: who was
    /// locked out or removed since must not come back in with one. So are answers kept for repeated requests.
    /// - Parameters:
    ///   - replacing: whether a folder that holds something may be set aside, under a name with the time; in a
    ///     database the schemas are.
    ///   - settings: the secret key is the configured one, else the archive's, else the one in the replaced
    ///     folder; it must fit what is in the archive. With none, a new one is made. A database needs the configured
    ///     one.
    /// - Throws: `InstallationError.notABackup`, `.inUse`, `.notEmpty`, `.unusable`, `.unfitDatabase`,
    ///   `.secretKeyIsMissing`; `FrontDoorError.otherSecretKey`; `StoreError`. Then all is as it was.
    public static func restore(
        _ archive: String, into folder: DataFolder, replacing: Bool, _ settings: InstallationSettings
    ) async throws -> RestoredBackup {
        let reader = ArchiveReader(path: archive)
        let manifest = try await offThread { try reader.verified() }
        if let database = settings.database {
            let aside = try await DatabaseRestore.run(
                reader, manifest, into: database, replacing: replacing, settings)
            return RestoredBackup(manifest: manifest, setAside: aside, wordsAreLost: false)
        }
        let old = try OldFolder(folder, replacing: replacing)
        defer { old.release() }
        let staging = DataFolder(path: folder.path + ".restoring")
        try removeAll(staging.path)
        do {
            try staging.create()
            try await offThread { try reader.extract(into: staging.path) }
            let wordsAreLost = try await staging.prepare(
                settings, ownKey: manifest.holdsSecretKey ? nil : old.secretKey)
            let setAside = try old.makeWay(at: settings.clock.now(), for: staging.path)
            return RestoredBackup(manifest: manifest, setAside: setAside, wordsAreLost: wordsAreLost)
        } catch {
            try? removeAll(staging.path)
            throw error
        }
    }

    private static func removeAll(_ path: String) throws {
        guard Files.exists(path) else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}

extension DataFolder {
    /// Gives the restored control database its key, and drops what must not outlive the restore.
    /// - Returns: whether there was no key, so that what it sealed is lost.
    func prepare(_ settings: InstallationSettings, ownKey: String?) async throws -> Bool {
        if settings.secretKey == nil, let ownKey, !Files.exists(secretKey) {
            guard (try? FileManager.default.copyItem(atPath: ownKey, toPath: secretKey)) != nil else {
                throw InstallationError.unusable(path: ownKey, reason: "can't be copied")
            }
        }
        let control = try SQLiteStore(path: control)
        do {
            let wordsAreLost = settings.secretKey == nil && !Files.exists(secretKey)
            if wordsAreLost {
                let key = try SecretKey.load(orMake: secretKey, random: settings.random)
                try await FrontDoor.replaceLostSecret(in: control, with: key, random: settings.random)
            }
            try await control.write { for statement in dropped { try $0.run(statement) } }
            let door = try await SecretKeyring(folder: self, settings: settings).openDoor(over: control)
            await door.close()
            await control.close()
            try await forgetKeptAnswers()
            return wordsAreLost
        } catch {
            await control.close()
            throw error
        }
    }
}

/// What lets someone in, and what stood for tries that were under way.
private let dropped: [SQL] = [
    "DELETE FROM session", "DELETE FROM temporary_token", "DELETE FROM external_token",
    "DELETE FROM credential_link",
    "DELETE FROM sign_in_reservation",
]
