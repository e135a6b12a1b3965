import Bookkeeping
import Books
import Foundation
import Sample
import Surroundings
import TestSupport
import Testing

@Suite struct SamplePartiesTests {
    @Test func aRunThatWasInterruptedIsTakenUpWhereItEnded() async throws {
        let whole = SampleParties(customers: 620, suppliers: 30, seed: 3)
        var once: [String] = []
        try await inBook { book in
            try await whole.complete(in: book)
            once = try await contents(of: book)
        }
        #expect(once.count == 650)
        try await inBook { book in
            try await SampleParties(customers: 101, suppliers: 0, seed: 3).complete(in: book)
            try await whole.complete(in: book)
            #expect(try await contents(of: book) == once)
            #expect(try await SampleParties.Made(in: book).suppliers == 30)
            // And what is complete stays as it is.
            try await whole.complete(in: book)
            #expect(try await contents(of: book) == once)
            #expect(try await SampleParties.Made(in: book).customers == 620)
        }
    }

    @Test func customersComeFromTheSourcesThatAreThere() async throws {
        try await inBook { book in
            let tender = try await book.create(BusinessSourceDraft(name: "Tender").checked())
            try await SampleParties(customers: 200).complete(in: book)
            let sources = try await book.store.read { try $0.sources() }
            #expect(Set(sources.map(\.name)) == Set(SampleBusiness.sources) && sources.count == 6)
            #expect(sources.allSatisfy { !$0.customers.isEmpty })
            #expect(sources.contains { $0.id == tender.id })
        }
    }

    @Test func nobodyIsAskedForAndNobodyIsMade() async throws {
        try await inBook { book in
            try await SampleParties(customers: 0, suppliers: 0).complete(in: book)
            #expect(try await contents(of: book) == [])
        }
    }

    private func contents(of book: Book) async throws -> [String] {
        var filter = PartyFilter()
        filter.perPage = 1_000
        filter.sort = .code
        return try await book.customerPage(filter).rows.map { "\($0.id) \($0.code.text) \($0.name)" }
            + book.supplierPage(filter).rows.map { "\($0.id) \($0.code.text) \($0.name)" }
    }

    private func inBook(_ body: (Book) async throws -> Void) async throws {
        try await TestStore.withBook { store in
            let book = Book(
                store: store, clock: SystemTimekeeper(), randomness: SystemRandomness(),
                origin: BookOrigin(permalinkKey: "5ea1c0de"))
            try await book.migrate()
            try await body(book)
        }
    }
}
