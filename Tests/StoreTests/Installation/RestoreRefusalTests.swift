import Foundation
import FrontDoor
import Surroundings
import Testing

@testable import Installation

@Suite struct RestoreRefusalTests {
    @Test func aFolderInUseIsNotRestoredInto() async throws {
        try await withBackup { site, archive in
            let installation = try await site.open()
            await #expect(throws: InstallationError.inUse(folder: site.folder.path, process: getpid())) {
                try await Installation.restore(archive, into: site.folder, replacing: true, site.settings())
            }
            await installation.close()
        }
    }

    @Test func aFolderThatHoldsSomethingIsOnlyReplacedWhenTold() async throws {
        try await withBackup { site, archive in
            try await site.withOpen { try await $0.addHarbour("Later") }
            await #expect(throws: InstallationError.notEmpty(folder: site.folder.path)) {
                try await Installation.restore(archive, into: site.folder, replacing: false, site.settings())
            }
            try await site.withOpen { installation async throws in
                #expect(try await installation.frontDoor.businesses().count == 2)
            }
            let restored = try await Installation.restore(
                archive, into: site.folder, replacing: true, site.settings())
            let aside = try #require(restored.setAside)
            #expect(aside == site.folder.path + ".before-restore-20260309T100000000")
            // The key of the replaced folder is the one that fits.
            #expect(!restored.wordsAreLost)
            try await site.withOpen { installation async throws in
                #expect(try await installation.frontDoor.businesses().count == 1)
            }
            try await site.withOpen(DataFolder(path: aside)) { installation async throws in
                #expect(try await installation.frontDoor.businesses().count == 2)
            }
        }
    }

    @Test func aKeyThatDoesNotFitChangesNothing() async throws {
        try await withBackup { site, archive in
            let other = DataFolder(path: site.path + "/other")
            try await site.withOpen(other) { try await $0.addHarbour("Other's") }
            await #expect(throws: FrontDoorError.otherSecretKey) {
                try await Installation.restore(archive, into: other, replacing: true, site.settings())
            }
            try await site.withOpen(other) { installation async throws in
                #expect(try await installation.frontDoor.businesses().map(\.name) == ["Other's"])
            }
            #expect(try fileNames(site.path) == ["backup.tar", "data", "other"])
        }
    }

    @Test func oneChangedByteIsFoundWhereverItIs() async throws {
        try await withBackup { site, archive in
            let whole = try Data(contentsOf: URL(fileURLWithPath: archive))
            // The zeros that end the archive tell nothing.
            let last = try #require(whole.lastIndex { $0 != 0 })
            for place in stride(from: 0, through: last, by: 997) + [last] {
                var changed = whole
                changed[place] ^= 0x40
                let padding = whole[place] == 0 && changed[place] == 0x40
                try changed.write(to: URL(fileURLWithPath: site.path + "/changed.tar"))
                do {
                    _ = try ArchiveReader(path: site.path + "/changed.tar").verified()
                    // Only what stands in no file and no sum may differ: padding between them.
                    #expect(padding, "byte \(place)")
                } catch InstallationError.notABackup {
                    continue
                }
            }
        }
    }

    @Test func aBackupCutShortIsRefusedAtEveryLength() async throws {
        try await withBackup { site, archive in
            let whole = try Data(contentsOf: URL(fileURLWithPath: archive))
            let last = try #require(whole.lastIndex { $0 != 0 })
            for length in stride(from: 0, to: last, by: 4_001) {
                try whole.prefix(length).write(to: URL(fileURLWithPath: site.path + "/short.tar"))
                #expect(throws: InstallationError.self) {
                    try ArchiveReader(path: site.path + "/short.tar").verified()
                }
            }
            await #expect(throws: InstallationError.self) {
                try await Installation.restore(
                    site.path + "/short.tar", into: DataFolder(path: site.path + "/other"), replacing: false,
                    site.settings())
            }
            #expect(try fileNames(site.path) == ["backup.tar", "data", "short.tar"])
        }
    }

    @Test(arguments: [
        "../outside", "/etc/passwd", "books/../../x.sqlite", "books/01.sqlite", "books/-1.sqlite",
        "books/x.sqlite",
        "daybook.lock", "books/1.sqlite-wal", "",
    ])
    func aFileThatIsNoneOfABackupIsNeverWritten(name: String) async throws {
        try await withFolder { folder in
            let archive = folder + "/made.tar"
            let header = TarHeader(name: name, size: 0, modified: 0)
            try Data(header.bytes + [UInt8](repeating: 0, count: 1_024)).write(
                to: URL(fileURLWithPath: archive))
            let refusal = InstallationError.notABackup(
                path: archive, reason: "It holds a file that is none of a backup.")
            #expect(throws: refusal) { try ArchiveReader(path: archive).verified() }
            #expect(throws: InstallationError.self) { try ArchiveReader(path: archive).extract(into: folder) }
            #expect(try fileNames(folder) == ["made.tar"])
        }
    }

    @Test(arguments: [0, 1, 511, 512, 8_589_934_591, 8_589_934_592, Int(Int64.max)])
    func aHeaderReadsBackAsItWasWritten(size: Int) {
        let header = TarHeader(name: "books/42.sqlite", size: size, modified: 1_773_050_400)
        #expect(header.bytes.count == 512)
        #expect(TarHeader(header.bytes) == header)
    }

    @Test func aHeaderThatWasChangedIsNone() {
        let bytes = TarHeader(name: "control.sqlite", size: 4_096, modified: 1_773_050_400).bytes
        for place in 0..<512 {
            var changed = bytes
            changed[place] ^= 1
            // Spaces and ends of numbers carry nothing.
            if let read = TarHeader(changed) { #expect(read.size == 4_096 && read.name == "control.sqlite") }
        }
    }
}

/// A closed installation with one business in `data`, and its backup, made without the key.
private func withBackup(_ body: (TestSite, String) async throws -> Void) async throws {
    try await withSite { site in
        let archive = site.path + "/backup.tar"
        try await site.withOpen { installation async throws in
            try await installation.addHarbour()
            _ = try await installation.backup(to: archive, program: "0.1")
        }
        try await body(site, archive)
    }
}
