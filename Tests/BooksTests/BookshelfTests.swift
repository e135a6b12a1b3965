import Bookkeeping
import Books
import Foundation
import Store
import Surroundings
import Synchronization
import TestSupport
import Testing

@Suite struct BookshelfTests {
    @Test func aBookOpensOnceHoweverManyAsk() async throws {
        try await TestShelf.run(booksMax: 4) { test in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask { try await test.add("Harbour", to: Int64(number % 3)) }
                }
                try await group.waitForAll()
            }
            #expect(test.openings == [0: 1, 1: 1, 2: 1])
            for business in 0..<3 as Range<Int64> { #expect(try await test.customers(business) == 20) }
        }
    }

    @Test func theLongestUnusedIsClosedAndOpensAgain() async throws {
        try await TestShelf.run(booksMax: 2) { test in
            for business in [1, 2, 1, 3] as [Int64] { try await test.add("Harbour", to: business) }
            // 2 was used longest ago, so it fell out; 1 did not.
            try await test.add("Harbour", to: 1)
            #expect(test.openings == [1: 1, 2: 1, 3: 1])
            try await test.add("Harbour", to: 2)
            #expect(test.openings == [1: 1, 2: 2, 3: 1])
            #expect(try await test.customers(2) == 2)
        }
    }

    @Test func whatIsUsedStaysOpen() async throws {
        try await TestShelf.run(booksMax: 1) { test in
            try await test.shelf.withBook(1) { book in
                for business in [2, 3] as [Int64] { try await test.add("Harbour", to: business) }
                #expect(await test.shelf.close(1) == false)
                _ = try await book.customerPage(PartyFilter())
            }
            #expect(test.openings == [1: 1, 2: 1, 3: 1])
            #expect(test.shelf.openCount == 1)
            #expect(await test.shelf.close(1))
            #expect(test.shelf.openCount == 0)
            #expect(await test.shelf.close(99))
        }
    }

    @Test func manyBooksInATightShelfLoseNothing() async throws {
        try await TestShelf.run(booksMax: 2) { test in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<120 {
                    group.addTask { try await test.add("Harbour", to: Int64(number % 6)) }
                }
                try await group.waitForAll()
            }
            for business in 0..<6 as Range<Int64> { #expect(try await test.customers(business) == 20) }
        }
    }

    @Test func aFailedOpeningIsTriedAgain() async throws {
        try await TestShelf.run(booksMax: 2) { test in
            test.failNextOpening()
            await #expect(throws: StoreError.unavailable("no room")) { try await test.customers(1) }
            try await test.add("Harbour", to: 1)
            #expect(try await test.customers(1) == 1)
            #expect(test.openings == [1: 2])
        }
    }

    @Test func aBookOfANewerProgramIsRefused() async throws {
        try await TestShelf.run(booksMax: 2) { test in
            try await test.shelf.withBook(1) { book in
                try await book.store.migrate(Book.migrations + [Migration("999 later", [])])
            }
            #expect(await test.shelf.close(1))
            await #expect(throws: StoreError.damaged("written by a newer version (999 later)")) {
                try await test.customers(1)
            }
        }
    }

    /// In a database the program itself may not break a table.
    @Test(.enabled(if: !TestPostgreSQL.isChosen))
    func theUpkeepNamesTheBookThatFailedAndDoesTheOthers() async throws {
        try await TestShelf.run(booksMax: 4) { test in
            for business in 1...3 as ClosedRange<Int64> { try await test.keepOldAnswer(in: business) }
            _ = try await test.shelf.withBook(2) { book in
                try await book.store.write { try $0.run("ALTER TABLE kept_answer RENAME TO aside") }
            }
            #expect(await Array(test.shelf.tidyKeptAnswers().keys) == [2])
            #expect(try await test.keptAnswers(1) == 0)
            #expect(try await test.keptAnswers(3) == 0)
        }
    }

    @Test func theUpkeepOfAClosedBookClosesItAgainAndNoOther() async throws {
        try await TestShelf.run(booksMax: 2) { test in
            for business in 1...3 as ClosedRange<Int64> { try await test.keepOldAnswer(in: business) }
            #expect(await test.shelf.close(2))
            #expect(test.shelf.openCount == 1)
            for business in 1...3 as ClosedRange<Int64> {
                try await test.shelf.tidyKeptAnswers(of: business)
                #expect(test.shelf.openCount == 1)
            }
            #expect(test.openings == [1: 2, 2: 2, 3: 1])
            #expect(try await test.keptAnswers(3) == 0)
        }
    }

    @Test func nothingOpensOnceItIsShut() async throws {
        try await TestShelf.run(booksMax: 2) { test in
            try await test.add("Harbour", to: 1)
            await test.shelf.close()
            await #expect(throws: StoreError.closed) { try await test.customers(1) }
            #expect(test.openings == [1: 1])
        }
    }
}

/// A shelf over real files that counts how often each was opened.
private final class TestShelf: Sendable {
    let shelf: Bookshelf
    private let counts: Openings

    var openings: [Int64: Int] { counts.opened.withLock { $0 } }

    private init(_ place: TestStore.Place, booksMax: Int) {
        let counts = Openings()
        self.counts = counts
        shelf = Bookshelf(
            booksMax: booksMax, clock: ManualTimekeeper(now: TestBook.start), randomness: SystemRandomness()
        ) { business in
            try counts.note(business)
            return (try place.book(business), BookOrigin(permalinkKey: "5ea1c0de"))
        }
    }

    static func run(booksMax: Int, _ body: (TestShelf) async throws -> Void) async throws {
        try await TestStore.withFolderOrDatabase { place in
            let test = TestShelf(place, booksMax: booksMax)
            do {
                try await body(test)
                await test.shelf.close()
            } catch {
                await test.shelf.close()
                throw error
            }
        }
    }

    func failNextOpening() {
        counts.failures.withLock { $0 += 1 }
    }

    func add(_ name: String, to business: Int64) async throws {
        var details = CustomerDetails()
        details.name = name
        let draft = try CustomerDraft(details: details).checked()
        try await shelf.withBook(business) { _ = try await $0.create(draft) }
    }

    /// An answer that was kept two days ago.
    func keepOldAnswer(in business: Int64) async throws {
        let kept = TestBook.start.advanced(by: .seconds(-2 * 24 * 60 * 60)).text
        try await shelf.withBook(business) { book in
            try await book.store.write {
                try $0.keep(
                    KeptAnswer(status: 201, headers: "", body: ""), at: "a", mark: "m", now: kept,
                    oldest: kept)
            }
        }
    }

    func keptAnswers(_ business: Int64) async throws -> Int64? {
        try await shelf.withBook(business) { book in
            try await book.store.read { try $0.first("SELECT COUNT(*) FROM kept_answer") { $0.integer(0) } }
        }
    }

    func customers(_ business: Int64) async throws -> Int64 {
        try await shelf.withBook(business) { try await $0.customerPage(PartyFilter()).total }
    }
}

/// How often each book was opened, and how many of the next openings fail.
private final class Openings: Sendable {
    let opened = Mutex<[Int64: Int]>([:])
    let failures = Mutex(0)

    func note(_ business: Int64) throws {
        opened.withLock { $0[business, default: 0] += 1 }
        let fails = failures.withLock { failures in
            defer { failures = max(0, failures - 1) }
            return failures > 0
        }
        if fails { throw StoreError.unavailable("no room") }
    }
}
