import Bookkeeping
import Books
import Testing

@Suite struct CreateManyCustomersTests {
    @Test func manyAtOnceAreWhatOneAfterAnotherWouldBe() async throws {
        let drafts = try (0..<40).map { try draft($0).checked() }
        var single: [String] = []
        try await TestBook.run { test in
            for draft in drafts { _ = try await test.book.create(draft) }
            single = try await test.contents()
        }
        try await TestBook.run { test in
            let codes = try await test.book.create(drafts)
            #expect(codes.prefix(2).map(\.text) == ["HARB01", "BREA01"] && codes.count == 40)
            #expect(try await test.contents() == single)
            #expect(try await test.totalsAreTrue())
            #expect(try await test.book.customer("HARB02").key.hasPrefix("5ea1c0de-"))
        }
    }

    @Test func aTakenCodeAmongThemChangesNothing() async throws {
        try await TestBook.run { test in
            try await test.add("Harbour Joinery", code: "TAKEN")
            let before = try await test.contents()
            var last = draft(3)
            last.code = "taken"
            let drafts = try [draft(1), draft(2), last].map { try $0.checked() }
            await #expect(throws: BookkeepingError.partyCodeTaken(.customer, "taken")) {
                try await test.book.create(drafts)
            }
            #expect(try await test.contents() == before)
            #expect(try await test.book.create([CheckedCustomerDraft]()) == [])
            #expect(try await test.contents() == before)
        }
    }

    private func draft(_ place: Int) -> CustomerDraft {
        var draft = place == 0 ? fullDraft() : CustomerDraft(details: CustomerDetails())
        draft.details.name = place.isMultiple(of: 2) ? "Harbour \(place)" : "Breakwater \(place)"
        draft.details.isArchived = place.isMultiple(of: 7)
        return draft
    }
}
