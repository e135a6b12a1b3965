import Foundation
import FrontDoor
import Installation
import Store
import Surroundings
import Testing

@Suite struct OpenInstallationTests {
    @Test func aNewFolderIsItsOwnersAlone() async throws {
        try await withSite { site in
            try await site.withOpen(DataFolder(path: site.path + "/deep/er/data/")) {
                installation async throws in
                #expect(try filePermissions(installation.folder.path) == 0o700)
                for file in [
                    installation.folder.control, installation.folder.secretKey, installation.folder.lock,
                ] {
                    #expect(try filePermissions(file) == 0o600)
                }
            }
        }
    }

    @Test func anotherOwnerIsRefusedAndToldWhoHasIt() async throws {
        try await withSite { site in
            try await site.withOpen { _ in
                await #expect(throws: InstallationError.inUse(folder: site.folder.path, process: getpid())) {
                    try await site.open()
                }
            }
            try await site.withOpen { _ in }
        }
    }

    @Test func aFolderThatFailedToOpenIsNotHeld() async throws {
        try await withSite { site in
            try await site.withOpen { _ in }
            for _ in 1...2 {
                await #expect(throws: FrontDoorError.otherSecretKey) {
                    try await site.open(secretKey: SecretKey(from: SeededRandomness(seed: 1)))
                }
            }
            try await site.withOpen { _ in }
        }
    }

    @Test func fd14_aLostKeyIsNotQuietlyReplaced() async throws {
        try await withSite { site in
            try await site.withOpen { _ in }
            try FileManager.default.removeItem(atPath: site.folder.secretKey)
            await #expect(
                throws: FrontDoorError.unusableSecretKey(
                    reason: "The secret key \(site.folder.secretKey) is missing.")
            ) { try await site.open() }
            #expect(!FileManager.default.fileExists(atPath: site.folder.secretKey))
        }
    }

    @Test func fd14_aConfiguredKeyLeavesNoneInTheFolder() async throws {
        try await withSite { site in
            let key = SecretKey(from: SeededRandomness(seed: 1))
            let installation = try await site.open(secretKey: key)
            await #expect(throws: InstallationError.secretKeyIsConfigured) {
                try await installation.rotateSecret(from: .commandLine)
            }
            await installation.close()
            #expect(!FileManager.default.fileExists(atPath: site.folder.secretKey))
        }
    }

    @Test func fd14_aConfiguredKeyIsRotatedToAGivenOne() async throws {
        try await withSite { site in
            let (old, new) = (
                SecretKey(from: SeededRandomness(seed: 1)), SecretKey(from: SeededRandomness(seed: 2))
            )
            let installation = try await site.open(secretKey: old)
            try await installation.rotateSecret(to: new, from: .commandLine)
            await installation.close()
            await #expect(throws: FrontDoorError.otherSecretKey) { try await site.open(secretKey: old) }
            try await site.open(secretKey: new).close()
        }
    }

    @Test func fd14_aKeyInTheFolderIsRotatedToNoGivenOne() async throws {
        try await withSite { site in
            try await site.withOpen { installation in
                await #expect(throws: InstallationError.secretKeyIsInFolder) {
                    let key = SecretKey(from: SeededRandomness(seed: 2))
                    try await installation.rotateSecret(to: key, from: .commandLine)
                }
            }
            try await site.withOpen { _ in }
        }
    }

    @Test func fd14_aRotatedKeyOpensTheFolder() async throws {
        try await withSite { site in
            let before = try await site.withOpen { installation async throws in
                let before = try Data(contentsOf: URL(fileURLWithPath: site.folder.secretKey))
                try await installation.rotateSecret(from: .commandLine)
                return before
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: site.folder.secretKey)) != before)
            #expect(try !fileNames(site.folder.path).contains("secret.key.next"))
            try await site.withOpen { _ in }
        }
    }

    @Test func fd14_aRotationStoppedBeforeTheRenameIsFinishedAtTheNextStart() async throws {
        try await withSite { site in
            let files = FileManager.default
            try await site.withOpen { installation async throws in
                try files.copyItem(atPath: site.folder.secretKey, toPath: site.path + "/old")
                try await installation.rotateSecret(from: .commandLine)
            }
            try files.moveItem(atPath: site.folder.secretKey, toPath: site.folder.nextSecretKey)
            try files.moveItem(atPath: site.path + "/old", toPath: site.folder.secretKey)
            try await site.withOpen { _ in }
            #expect(!files.fileExists(atPath: site.folder.nextSecretKey))
            try await site.withOpen { _ in }
        }
    }

    @Test func fd14_aRotationStoppedBeforeItSealedAnythingIsForgotten() async throws {
        try await withSite { site in
            try await site.withOpen { _ in }
            _ = try SecretKey.load(orMake: site.folder.nextSecretKey, random: site.random)
            try await site.withOpen { _ in }
            #expect(!FileManager.default.fileExists(atPath: site.folder.nextSecretKey))
        }
    }
}
