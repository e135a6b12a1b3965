import FrontDoor
import Installation
import Store
import TestSupport
import Testing

@Suite struct TidyBooksTests {
    /// Nobody opens it: what it keeps must go all the same, and is looked for past everything that opens a book.
    @Test func aBookThatStaysClosedKeepsNoAnswerForever() async throws {
        try await withSite { site in
            try await site.withOpen { installation in
                var businesses: [Int64] = []
                for name in ["Harbour Joinery Ltd", "Quay Bakery Ltd", "Fair Winds Ltd"] {
                    let business = try await installation.addHarbour(name)
                    businesses.append(business)
                    try await installation.keepAnswer(in: business, now: site.clock.now().text)
                    #expect(await installation.bookshelf.close(business))
                }
                #expect(try await installation.tidyEveryBook().isEmpty)
                for business in businesses { #expect(try site.keptAnswers(business) == 1) }
                site.clock.advance(by: .seconds(24 * 60 * 60 + 1))
                try await installation.removeBusiness(businesses[2], from: .commandLine)
                #expect(try await installation.tidyEveryBook().isEmpty)
                for business in businesses.prefix(2) { #expect(try site.keptAnswers(business) == 0) }
                #expect(installation.bookshelf.openCount == 0)
            }
        }
    }

    @Test func aBookThatCannotBeTidiedIsNamed() async throws {
        try await withSite { site in
            try await site.withOpen { installation in
                let (first, second) = (
                    try await installation.addHarbour(), try await installation.addHarbour("Quay Bakery Ltd")
                )
                for business in [first, second] {
                    try await installation.keepAnswer(in: business, now: site.clock.now().text)
                }
                _ = try await installation.bookshelf.withBook(first) { book in
                    try await book.store.write { try $0.run("ALTER TABLE kept_answer RENAME TO aside") }
                }
                site.clock.advance(by: .seconds(24 * 60 * 60 + 1))
                #expect(try await Array(installation.tidyEveryBook().keys) == [first])
                #expect(try site.keptAnswers(second) == 0)
            }
        }
    }
}

extension Installation {
    fileprivate func keepAnswer(in business: Int64, now: String) async throws {
        try await bookshelf.withBook(business) { book in
            try await book.store.write {
                try $0.keep(
                    KeptAnswer(status: 201, headers: "", body: ""), at: "a", mark: "m", now: now, oldest: now)
            }
        }
    }
}

extension TestSite {
    fileprivate func keptAnswers(_ business: Int64) throws -> Int {
        try StoredRows(file: folder.book(business)).rows.count { $0.table == "kept_answer" }
    }
}
