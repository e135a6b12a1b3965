import Foundation
import FrontDoor
import Installation
import Store
import StoreSQLite
import Surroundings
import Testing

@Suite struct BackupTests {
    @Test func whatIsRestoredIsWhatWasThere() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            let other = DataFolder(path: site.path + "/other")
            let ids = try await site.withOpen { installation async throws in
                let ids = [
                    try await installation.addHarbour("One", mark: 11),
                    try await installation.addHarbour("Two", mark: 22),
                ]
                let manifest = try await installation.backup(
                    to: archive, includeSecretKey: true, program: "0.1")
                #expect(
                    manifest.files.map(\.name) == [
                        "control.sqlite", "books/\(ids[0]).sqlite", "books/\(ids[1]).sqlite", "secret.key",
                    ])
                #expect(manifest.made == "2026-03-09T10:00:00.000Z")
                return ids
            }
            #expect(try filePermissions(archive) == 0o600)
            #expect(try fileNames(site.path) == ["backup.tar", "data"])
            let restored = try await Installation.restore(
                archive, into: other, replacing: false, site.settings())
            #expect(restored.setAside == nil)
            #expect(!restored.wordsAreLost)
            #expect(restored.manifest.bookCount == 2)
            try await site.withOpen(other) { installation async throws in
                #expect(try await installation.frontDoor.businesses().map(\.name) == ["One", "Two"])
                #expect(try await installation.mark(of: ids[0]) == 11)
                #expect(try await installation.mark(of: ids[1]) == 22)
                #expect(try await installation.verify().complaints == [])
                // Numbers go on where they were.
                #expect(try await installation.addHarbour("Three") == ids[1] + 1)
            }
            #expect(try filePermissions(other.path) == 0o700)
            #expect(try filePermissions(other.control) == 0o600)
        }
    }

    @Test func anyTarReadsIt() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            try await site.withOpen { installation async throws in
                try await installation.addHarbour()
                _ = try await installation.backup(to: archive, program: "0.1")
            }
            let target = site.path + "/unpacked"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            #expect(run("tar", "-xf", archive, "-C", target))
            #expect(try fileNames(target) == ["books", "control.sqlite", "manifest.json", "manifest.sha256"])
            #expect(try DatabaseFile(path: target + "/books/1.sqlite").firstComplaint() == nil)
        }
    }

    @Test func aBackupGoesBesideWritesAndHoldsOneStateOfEachBook() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            let id = try await site.withOpen { installation async throws in
                let id = try await installation.addHarbour()
                async let writes: Void = {
                    for number in 1...200 {
                        try await installation.bookshelf.withBook(id) { book in
                            try await book.store.write { transaction in
                                let pair: SQL =
                                    "INSERT INTO list_total (list, live, archived) VALUES (?1, 1, 0)"
                                try transaction.run(pair, "left \(number)")
                                try transaction.run(pair, "right \(number)")
                            }
                        }
                    }
                }()
                _ = try await installation.backup(to: archive, program: "0.1")
                try await writes
                return id
            }
            let other = DataFolder(path: site.path + "/other")
            _ = try await Installation.restore(archive, into: other, replacing: false, site.settings())
            try await site.withOpen(other) { installation async throws in
                let rows = try await installation.bookshelf.withBook(id) { book in
                    try await book.store.read {
                        try $0.first("SELECT COUNT(*) FROM list_total") { $0.integer(0) }
                    }
                }
                #expect((rows ?? 0) % 2 == 1)
            }
        }
    }

    @Test func anExistingFileIsNotOverwritten() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: archive))
            try await site.withOpen { installation async throws in
                await #expect(throws: InstallationError.exists(path: archive)) {
                    try await installation.backup(to: archive, program: "0.1")
                }
                await #expect(throws: InstallationError.self) {
                    try await installation.backup(to: site.path + "/nowhere/backup.tar", program: "0.1")
                }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: archive)) == Data("mine".utf8))
        }
    }

    @Test func whatLetsSomeoneInDoesNotSurviveARestore() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            try await site.withOpen { try await $0.addHarbour() }
            try await site.withControl { transaction in
                for statement in usedDoor { try transaction.run(statement) }
            }
            try await site.withOpen {
                _ = try await $0.backup(to: archive, includeSecretKey: true, program: "0.1")
            }
            let other = DataFolder(path: site.path + "/other")
            _ = try await Installation.restore(archive, into: other, replacing: false, site.settings())
            try await site.withControl(of: other) { transaction throws in
                for sql in letsIn { #expect(try !transaction.exists(sql)) }
                #expect(try transaction.exists("SELECT 1 FROM identity WHERE username = 'ada'"))
            }
            try await site.withControl { transaction throws in
                for sql in letsIn { #expect(try transaction.exists(sql)) }
            }
        }
    }

    @Test func fd14_theKeyStaysOutUnlessAsked() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            try await site.withOpen { _ = try await $0.backup(to: archive, program: "0.1") }
            let key = try Data(contentsOf: URL(fileURLWithPath: site.folder.secretKey))
            #expect(try Data(contentsOf: URL(fileURLWithPath: archive)).range(of: key) == nil)
        }
    }

    @Test func fd14_withoutItsKeyABackupOpensAndItsWordsAreLost() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            try await site.withOpen { try await $0.addHarbour() }
            try await site.withControl { transaction in
                for statement in usedDoor { try transaction.run(statement) }
            }
            try await site.withOpen { _ = try await $0.backup(to: archive, program: "0.1") }
            let other = DataFolder(path: site.path + "/other")
            let restored = try await Installation.restore(
                archive, into: other, replacing: false, site.settings())
            #expect(restored.wordsAreLost)
            try await site.withOpen(other) { installation async throws in
                #expect(try await installation.mark(of: 1) == 7)
            }
            let words = try await site.withControl(of: other) {
                try $0.first("SELECT COUNT(word_sealed) FROM identity") { $0.integer(0) }
            }
            #expect(words == 0)
        }
    }
}

/// A user, with all that a door in use leaves behind.
private let usedDoor: [SQL] = [
    """
    INSERT INTO identity
        (id, username, username_key, sign_in_key, full_name, home_business, word_sealed, created_at)
    VALUES (1, 'ada', 'ada', 'x', 'Ada', 1, 'sealed', '2026-03-09T10:00:00.000Z')
    """,
    """
    INSERT INTO session (hash, identity, business, generation, keep, created_at, last_used_at, ends_at)
    VALUES ('s', 1, 1, 1, 0, '2026-03-09T10:00:00.000Z', '2026-03-09T10:00:00.000Z',
        '2026-04-09T10:00:00.000Z')
    """,
    """
    INSERT INTO temporary_token (hash, identity, generation, positions, created_at, expires_at)
    VALUES ('t', 1, 1, '1,2,3', '2026-03-09T10:00:00.000Z', '2026-03-09T10:05:00.000Z')
    """,
    """
    INSERT INTO external_token (hash, identity, generation, expires_at)
    VALUES ('e', 1, 1, '2026-03-09T10:05:00.000Z')
    """,
    """
    INSERT INTO credential_link (hash, identity, kind, expires_at)
    VALUES ('l', 1, 'reset', '2026-03-10T10:00:00.000Z')
    """,
]

private let letsIn: [SQL] = [
    "SELECT 1 FROM session", "SELECT 1 FROM temporary_token", "SELECT 1 FROM external_token",
    "SELECT 1 FROM credential_link",
]
