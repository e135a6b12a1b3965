import Foundation
import FrontDoor
import Installation
import Store
import StorePostgreSQL
import Surroundings
import TestSupport
import Testing

/// What a restore into a database refuses, and that it changes nothing then.
@Suite(.enabled(if: TestPostgreSQL.isThere))
struct DatabaseRestoreTests {
    @Test func whatIsThereStaysUnlessItMayBeSetAside() async throws {
        try await withArchive { site, url, archive async throws in
            try await site.withOpen { try await $0.addHarbour("Here", mark: 9) }
            let before = try StoredRows(database: url)
            await #expect(throws: InstallationError.notEmpty(folder: site.database?.shown ?? "")) {
                try await Installation.restore(archive, into: site.folder, replacing: false, site.settings())
            }
            #expect(try StoredRows(database: url) == before)
            let restored = try await Installation.restore(
                archive, into: site.folder, replacing: true, site.settings())
            let name = "before_restore_20260309100000000"
            #expect(restored.setAside == "the schemas control_\(name) and book_\(name)")
            try await site.withOpen { installation async throws in
                #expect(try await installation.frontDoor.businesses().map(\.name) == ["Saved"])
                #expect(try await installation.mark(of: 1) == 7)
            }
            // Renamed, they are what was there.
            try TestPostgreSQL.run("DROP SCHEMA control CASCADE; DROP SCHEMA book CASCADE", in: url)
            for schema in ["control", "book"] {
                try TestPostgreSQL.run(
                    "ALTER SCHEMA \(schema)_\(name) RENAME TO \(schema); "
                        + "GRANT USAGE ON SCHEMA \(schema) TO daybook_program", in: url)
            }
            try await site.withOpen { installation async throws in
                #expect(try await installation.frontDoor.businesses().map(\.name) == ["Here"])
                #expect(try await installation.mark(of: 1) == 9)
            }
        }
    }

    /// Whatever became of the settings: one table with rows, in either schema, is an installation.
    @Test(arguments: [
        "DELETE FROM control.setting", "DROP SCHEMA control CASCADE",
        "DELETE FROM control.setting; TRUNCATE book.tenant",
    ])
    func whatIsLeftOfAnInstallationIsNotDropped(damage: String) async throws {
        try await withArchive { site, url, archive async throws in
            try await site.withOpen { try await $0.addHarbour("Here", mark: 9) }
            try TestPostgreSQL.run(damage, in: url)
            await #expect(throws: InstallationError.notEmpty(folder: site.database?.shown ?? "")) {
                try await Installation.restore(archive, into: site.folder, replacing: false, site.settings())
            }
            let restored = try await Installation.restore(
                archive, into: site.folder, replacing: true, site.settings())
            let book = "book_before_restore_20260309100000000"
            #expect(restored.setAside?.contains(book) == true)
            try TestPostgreSQL.run("SELECT live FROM \(book).list_total", in: url)
            try await site.withOpen { installation async throws in
                #expect(try await installation.frontDoor.businesses().map(\.name) == ["Saved"])
            }
        }
    }

    /// As a first start leaves them that was cut off.
    @Test func tablesWithNothingInThemAreInNobodysWay() async throws {
        try await withArchive { site, url, archive async throws in
            let database = try PostgreSQLDatabase(url: url)
            try await database.control().migrate(FrontDoor.migrations)
            await database.close()
            let restored = try await Installation.restore(
                archive, into: site.folder, replacing: false, site.settings())
            #expect(restored.setAside == nil)
        }
    }

    @Test func whatIsInUseIsNotReplaced() async throws {
        try await withArchive { site, _, archive async throws in
            let refusal = InstallationError.inUse(folder: site.database?.shown ?? "", process: nil)
            try await site.withOpen { installation async throws in
                let id = try await installation.addHarbour("Here", mark: 9)
                await #expect(throws: refusal) {
                    try await Installation.restore(
                        archive, into: site.folder, replacing: true, site.settings())
                }
                #expect(try await installation.mark(of: id) == 9)
            }
            _ = try await Installation.restore(
                archive, into: site.folder, replacing: true, site.settings())
        }
    }

    @Test func fd14_aKeyThatDoesNotFitIsRefused() async throws {
        try await withArchive { site, _, archive async throws in
            var settings = site.settings(secretKey: SecretKey(from: SeededRandomness(seed: 1)))
            await #expect(throws: FrontDoorError.otherSecretKey) {
                try await Installation.restore(archive, into: site.folder, replacing: false, settings)
            }
            settings.secretKey = nil
            await #expect(throws: InstallationError.secretKeyIsMissing) {
                try await Installation.restore(archive, into: site.folder, replacing: false, settings)
            }
            #expect(try await !Installation.isThere(site.folder, site.settings()))
            _ = try await Installation.restore(
                archive, into: site.folder, replacing: false, site.settings())
            #expect(try await Installation.isThere(site.folder, site.settings()))
        }
    }

    @Test func aDamagedArchiveMakesNothing() async throws {
        try await withArchive { site, _, archive async throws in
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: archive))
            try file.seek(toOffset: 5_000)
            try file.write(contentsOf: Data("x".utf8))
            try file.close()
            await #expect(throws: InstallationError.self) {
                try await Installation.restore(archive, into: site.folder, replacing: false, site.settings())
            }
            #expect(try await !Installation.isThere(site.folder, site.settings()))
        }
    }

    @Test func whatLetsSomeoneInDoesNotSurviveARestore() async throws {
        try await withDatabaseSite { site, url async throws in
            let archive = site.path + "/backup.tar"
            try await site.withOpen { installation async throws in
                let id = try await installation.addHarbour()
                _ = try await installation.frontDoor.addUser(
                    business: id, username: "ada", fullName: "Ada", password: "nine-copper-kettles",
                    memorableWord: "tidewater58", from: .commandLine)
                _ = try await installation.frontDoor.issueExternalToken(
                    username: "ada", from: .commandLine)
                _ = try await installation.backup(to: archive, program: "0.1")
            }
            #expect(try StoredRows(database: url).tables.contains("external_token"))
            _ = try await Installation.restore(
                archive, into: site.folder, replacing: true, site.settings())
            let tables = try StoredRows(database: url).tables
            #expect(tables.contains("identity") && !tables.contains("external_token"))
        }
    }

    /// The backup of a folder with the business Saved, and an empty database.
    private func withArchive(
        _ body: (_ site: TestSite, _ url: String, _ archive: String) async throws -> Void
    ) async throws {
        try await withDatabaseSite { target, url async throws in
            try await withSite { site in
                let archive = site.path + "/backup.tar"
                let installation = try await site.open(secretKey: target.secretKey)
                try await installation.addHarbour("Saved")
                _ = try await installation.backup(to: archive, program: "0.1")
                await installation.close()
                try await body(target, url, archive)
            }
        }
    }
}
