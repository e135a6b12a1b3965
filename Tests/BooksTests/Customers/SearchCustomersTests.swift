import Bookkeeping
import Books
import Testing

@Suite struct SearchCustomersTests {
    @Test func eachFieldIsSearchedAlone() async throws {
        try await TestBook.run { test in
            let full = try await test.book.create(fullDraft(code: "Q_1").checked())
            let other = try await test.add("Quay élan", code: "QX1")
            func find(_ field: CustomerSearchField, _ text: String) async throws -> [CustomerHit] {
                try await test.book.searchCustomers(field, containing: text)
            }
            #expect(try await find(.code, "q").map(\.text) == ["Q_1", "QX1"])
            #expect(try await find(.code, "Q_").map(\.id) == [full.id])
            #expect(try await find(.name, "ELAN").map(\.id) == [other.id])
            #expect(try await find(.name, " joinery ").map(\.text) == ["Harbour Joinery Ltd"])
            #expect(try await find(.email, "INES@").map(\.text) == ["ines@harbour.example"])
            #expect(try await find(.email, "joinery") == [])
            #expect(try await find(.name, "%") == [])
        }
    }

    @Test(arguments: ["", "  ", String(repeating: "x", count: 256)])
    func aTextThatCanNotBeSearchedForIsRefused(text: String) async throws {
        try await TestBook.run { test in
            await #expect(throws: BookkeepingError.self) {
                try await test.book.searchCustomers(.name, containing: text)
            }
        }
    }
}
