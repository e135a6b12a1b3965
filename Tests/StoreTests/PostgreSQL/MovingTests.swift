import Bookkeeping
import Books
import Foundation
import FrontDoor
import Installation
import Sample
import Store
import Surroundings
import TestSupport
import Testing

/// A whole installation from files to a database and back.
@Suite(.enabled(if: TestPostgreSQL.isThere))
struct MovingTests {
    @Test func aMoveToADatabaseAndBackKeepsEveryRow() async throws {
        try await withDatabaseSite { target, url async throws in
            let key = target.secretKey
            try await withSite { site in
                let books = try await fill(site, key)
                let there = try await copy(from: site, key, to: target, named: "there")
                #expect(there == ["control.sqlite"] + books.map { "books/\($0).sqlite" })
                var home = site
                home.database = nil
                let back = DataFolder(path: site.path + "/back")
                let archive = site.path + "/back.tar"
                try await target.withOpen { _ = try await $0.backup(to: archive, program: "0.1") }
                _ = try await Installation.restore(
                    archive, into: back, replacing: false, home.settings(secretKey: key))

                try compare(StoredRows(file: site.folder.control), StoredRows(file: back.control))
                try compare(StoredRows(file: site.folder.control), StoredRows(database: url))
                for book in books {
                    let file = try StoredRows(file: site.folder.book(book))
                    #expect(Self.ofTheLedger.subtracting(file.tables) == [])
                    try compare(file, StoredRows(file: back.book(book)))
                    try compare(file, StoredRows(database: url, business: book))
                }
            }
        }
    }

    @Test func numbersGoOnWhereTheyWere() async throws {
        try await withDatabaseSite { target, _ async throws in
            try await withSite { site in
                let installation = try await site.open(secretKey: target.secretKey)
                let last = try await installation.addHarbour("Last")
                try await installation.removeBusiness(last, from: .commandLine)
                await installation.close()
                _ = try await copy(from: site, target.secretKey, to: target, named: "there")
                try await target.withOpen { moved async throws in
                    #expect(try await moved.addHarbour() == last + 1)
                    #expect(try await moved.mark(of: last + 1) == 7)
                    #expect(try await moved.verify().complaints == [])
                }
            }
        }
    }

    @Test func aBackupIsOneMomentOfAllBooksWhileTheyAreWritten() async throws {
        try await withDatabaseSite { site, _ async throws in
            let archive = site.path + "/backup.tar"
            let other = DataFolder(path: site.path + "/other")
            try await site.withOpen { installation async throws in
                let books = [
                    try await installation.addHarbour("One"), try await installation.addHarbour("Two"),
                ]
                // Each row of the second book comes after one of the first.
                let writing = Task {
                    var number = 0
                    while !Task.isCancelled {
                        number += 1
                        for book in books {
                            try await installation.addRow("row \(number)", to: book)
                        }
                    }
                    return number
                }
                while try await installation.rows(of: books[1]) < 20 {}
                _ = try await installation.backup(to: archive, program: "0.1")
                let seen = try await installation.rows(of: books[0])
                writing.cancel()
                #expect(try await writing.value >= seen - 1)
            }
            var home = site
            home.database = nil
            _ = try await Installation.restore(archive, into: other, replacing: false, home.settings())
            let installation = try await Installation.open(other, home.settings())
            let (one, two) = (try await installation.rows(of: 1), try await installation.rows(of: 2))
            await installation.close()
            #expect(two >= 20 && (two...two + 1).contains(one), "\(one) and \(two)")
        }
    }

    /// Beside parties: what is posted and counted, and the documents that it is of.
    private static let ofTheLedger: Set = [
        "posting", "entry", "nominal", "nominal_day", "nominal_month", "number_series", "invoice",
        "invoice_line",
        "payment", "quote", "quote_line", "bank_account", "currency", "company",
    ]

    /// Two books of a sample, with users and what a door in use leaves.
    private func fill(_ site: TestSite, _ key: SecretKey?) async throws -> [Int64] {
        let installation = try await site.open(secretKey: key)
        var books: [Int64] = []
        for name in ["Harbour Joinery Ltd", "Quay & Söhne \"Ltd\" \\ 'q'"] {
            let id = try await installation.addHarbour(name, mark: 1 << 40)
            try await installation.bookshelf.withBook(id) { book in
                try await SampleParties(customers: 700, suppliers: 3, seed: UInt64(id)).complete(in: book)
                try await SampleDocuments.prepare(book)
                let customers = try await book.customerPage(PartyFilter()).rows.map(\.code.text)
                let today = try CalendarDate(text: "2026-03-09")
                try await SampleDocuments(60, seed: UInt64(id), customers: customers, today: today)
                    .complete(in: book)
            }
            _ = try await installation.frontDoor.addUser(
                business: id, username: "user\(id)", fullName: "{Ada, \"NULL\"}", email: nil,
                administrator: true, password: "nine-copper-kettles", memorableWord: "tidewater58",
                from: .commandLine)
            books.append(id)
        }
        await installation.close()
        return books
    }

    private func copy(
        from site: TestSite, _ key: SecretKey?, to target: TestSite, named name: String
    ) async throws -> [String] {
        let archive = "\(site.path)/\(name).tar"
        let installation = try await site.open(secretKey: key)
        _ = try await installation.backup(to: archive, program: "0.1")
        await installation.close()
        let restored = try await Installation.restore(
            archive, into: target.folder, replacing: false, target.settings())
        #expect(!restored.wordsAreLost && restored.setAside == nil)
        return restored.manifest.files.map(\.name)
    }

    /// Row by row, but for the engines' own lists and the clock's mark, which each opening moves on.
    private func compare(_ one: StoredRows, _ other: StoredRows) throws {
        let (left, right) = (one.moved, other.moved)
        #expect(!left.isEmpty && left.keys == right.keys)
        for (table, rows) in left { #expect(rows == right[table], "\(table)") }
    }
}

extension Installation {
    fileprivate func addRow(_ name: String, to business: Int64) async throws {
        try await bookshelf.withBook(business) { book in
            _ = try await book.store.write {
                try $0.run("INSERT INTO list_total (list, live, archived) VALUES (?1, 1, 0)", name)
            }
        }
    }

    fileprivate func rows(of business: Int64) async throws -> Int64 {
        try await bookshelf.withBook(business) { book in
            try await book.store.read {
                try $0.first("SELECT COUNT(*) FROM list_total WHERE list LIKE 'row %'") { $0.integer(0) } ?? 0
            }
        }
    }
}

extension StoredRows {
    /// The rows of each table, sorted, as they are on both engines.
    fileprivate var moved: [String: [String]] {
        // In a database each row of a book begins with whose it is.
        let isBook = rows.contains { $0.table == "head" && $0.values.first?.name == "business" }
        var moved: [String: [String]] = [:]
        for row in rows {
            let table = Self.ownLists[row.table] ?? row.table
            guard !table.isEmpty else { continue }
            moved[table, default: []].append(
                row.values.dropFirst(isBook ? 1 : 0).map(\.text).joined(separator: "|"))
        }
        return moved.mapValues { $0.sorted() }
    }

    /// The last numbers are in a table of another name; the rest is about the engine.
    private static let ownLists = [
        "sqlite_sequence": "last numbers", "last_id": "last numbers", "migration": "", "tenant": "",
        "head": "",
    ]
}
