import Books
import Foundation
import FrontDoor
import Installation
import Store
import Surroundings
import TestSupport
import Testing

/// What holds of an installation in a folder, in a database.
@Suite(.enabled(if: TestPostgreSQL.isThere))
struct DatabaseInstallationTests {
    @Test func fd14_withoutASecretKeyNothingIsMade() async throws {
        try await withDatabaseSite { site, _ async throws in
            var settings = site.settings()
            settings.secretKey = nil
            await #expect(throws: InstallationError.secretKeyIsMissing) {
                try await Installation.open(site.folder, settings)
            }
            #expect(try await !Installation.isThere(site.folder, settings))
        }
    }

    @Test func fd14_aProcessWithAnotherKeyRefusesToStart() async throws {
        try await withDatabaseSite { site, _ async throws in
            try await site.withOpen { try await $0.addHarbour() }
            await #expect(throws: FrontDoorError.otherSecretKey) {
                try await site.open(secretKey: SecretKey(from: SeededRandomness(seed: 1)))
            }
            try await site.withOpen { installation async throws in
                #expect(try await installation.mark(of: 1) == 7)
            }
            #expect(try await Installation.isThere(site.folder, site.settings()))
            // Nothing of it lies on this machine.
            #expect(!FileManager.default.fileExists(atPath: site.folder.path))
        }
    }

    @Test func severalHaveItOpenAndEachSeesWhatAnotherMade() async throws {
        try await withDatabaseSite { site, _ async throws in
            try await site.withOpen { one async throws in
                try await site.withOpen { other async throws in
                    let id = try await one.addHarbour()
                    #expect(try await other.mark(of: id) == 7)
                    #expect(try await other.addHarbour("Quay", mark: 8) == id + 1)
                    #expect(try await one.mark(of: id + 1) == 8)
                }
            }
        }
    }

    @Test func ofFourThatStartTogetherOneMendsWhatAStopLeft() async throws {
        try await withDatabaseSite { site, url async throws in
            let (half, going) = try await site.withOpen { installation async throws in
                let half = try await installation.frontDoor.addBusiness(name: "Half", from: .commandLine).id
                let going = try await installation.addHarbour()
                try await installation.frontDoor.markBusinessRemoving(id: going)
                return (half, going)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...4 { group.addTask { try await site.withOpen { _ in } } }
                try await group.waitForAll()
            }
            try await site.withOpen { installation async throws in
                #expect(try await installation.frontDoor.businesses().map(\.id) == [half])
                #expect(try await installation.frontDoor.business(id: half).state == .live)
                #expect(try await installation.mark(of: half) == nil)
            }
            #expect(try StoredRows(database: url, business: going).ownTables.isEmpty)
        }
    }

    @Test func aRemovedBusinessLeavesNoRowAndItsNeighbourAllOfThem() async throws {
        try await withDatabaseSite { site, url async throws in
            try await site.withOpen { installation async throws in
                let first = try await installation.addHarbour()
                let second = try await installation.addHarbour("Quay", mark: 8)
                let before = try StoredRows(database: url, business: second)
                #expect(try !StoredRows(database: url, business: first).ownTables.isEmpty)
                try await installation.removeBusiness(first, from: .commandLine)
                #expect(try StoredRows(database: url, business: first).ownTables.isEmpty)
                #expect(try StoredRows(database: url, business: second).own == before.own)
                #expect(try await installation.mark(of: second) == 8)
                #expect(try await installation.addHarbour("Third") == second + 1)
                await #expect(throws: FrontDoorError.noSuchBusiness(first)) {
                    try await installation.removeBusiness(first, from: .commandLine)
                }
            }
        }
    }

    @Test func whoStillHasARemovedBookOpenCanNotWriteIt() async throws {
        try await withDatabaseSite { site, url async throws in
            try await site.withOpen { one async throws in
                let id = try await one.addHarbour()
                try await site.withOpen { other async throws in
                    try await other.bookshelf.withBook(id) { book in
                        try await one.removeBusiness(id, from: .commandLine)
                        await #expect(throws: StoreError.closed) {
                            try await book.store.write { try $0.run(insertTotal) }
                        }
                    }
                }
                #expect(try StoredRows(database: url, business: id).ownTables.isEmpty)
            }
        }
    }

    @Test func verifyNamesABookThatIsMissingAndATotalThatDoesNotAgree() async throws {
        try await withDatabaseSite { site, url async throws in
            try await site.withOpen { installation async throws in
                let lost = try await installation.addHarbour("Lost")
                let wrong = try await installation.addHarbour("Wrong")
                #expect(try await installation.verify().complaints == [])
                try await installation.bookshelf.withBook(wrong) { book in
                    _ = try await book.store.write {
                        try $0.run(
                            "INSERT INTO list_total (list, live, archived) VALUES ('customers', 1, 0)")
                    }
                }
                try TestPostgreSQL.run("DELETE FROM book.tenant WHERE business = \(lost)", in: url)
                let found = try await installation.verify()
                #expect(found.filesRead == 3)
                #expect(
                    found.complaints.map(\.description) == [
                        "book \(lost): the book is missing",
                        "book \(wrong): the customer list is noted as 1 and 0 archived, and holds 0 and 0 "
                            + "archived",
                    ])
            }
        }
    }
}

extension StoredRows {
    /// The rows that are no business's own are left out: those of the engine's own lists.
    var own: Set<Row> {
        Set(rows.filter { !["migration", "tenant"].contains($0.table) })
    }

    var ownTables: Set<String> { Set(own.map(\.table)) }
}

private let insertTotal: SQL = "INSERT INTO list_total (list, live, archived) VALUES ('late', 1, 0)"
