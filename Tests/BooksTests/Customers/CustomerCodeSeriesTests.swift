import Bookkeeping
import Books
import Surroundings
import Testing

@Suite struct CustomerCodeSeriesTests {
    @Test func aSuggestionIsFreeAndSetsNothingAside() async throws {
        try await TestBook.run { test in
            try await test.add("Other", code: "harb01")
            for _ in 0..<2 {
                #expect(try await test.book.suggestedCode(for: "Hárbour", of: .customer).text == "HARB02")
            }
            await #expect(throws: BookkeepingError.invalid([FieldProblem("Name", "must not be empty")])) {
                try await test.book.suggestedCode(for: " ", of: .customer)
            }
        }
    }

    /// Whatever was created, named by hand, renamed and deleted before: always the lowest number that is
    /// free.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func theLowestFreeNumberIsSuggested(seed: UInt64) async throws {
        try await TestBook.run { test in
            let draws = SeededRandomness(seed: seed)
            var taken: Set<String> = []
            for _ in 0..<150 {
                let number = Int64(draws.number(below: 20) + 1)
                let picked = SuggestedPartyCode(stem: "HARB", number: number).code.text
                switch draws.number(below: 5) {
                case 0 where taken.contains(picked):
                    try await test.book.delete(picked, of: .customer)
                    taken.remove(picked)
                case 1 where !taken.contains(picked):
                    try await test.add("Harbour", code: picked.lowercased())
                    taken.insert(picked)
                case 2 where taken.contains(picked):
                    var details = CustomerDetails()
                    details.name = "Harbour"
                    let draft = CustomerDraft(code: "moved \(draws.number(below: 1 << 20))", details: details)
                    let moved = try await test.book.change(picked, to: draft.checked())
                    #expect(moved.isRenamed)
                    taken.remove(picked)
                default:
                    let lowest = (1...).lazy
                        .map { SuggestedPartyCode(stem: "HARB", number: $0).code.text }
                        .first { !taken.contains($0) }
                    let suggested = try await test.book.suggestedCode(for: "Harbour", of: .customer).text
                    #expect(suggested == lowest)
                    let code = try await test.add("Harbour").code.text
                    #expect(code == lowest)
                    taken.insert(code)
                }
            }
            #expect(try await test.totalsAreTrue())
        }
    }
}
