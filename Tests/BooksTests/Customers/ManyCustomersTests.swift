import Bookkeeping
import Books
import Testing

/// Deleting, archiving and asking for many at once.
@Suite struct ManyCustomersTests {
    @Test func allThatCanGoGoesAndTheRestIsNamed() async throws {
        try await TestBook.run { test in
            _ = try await test.book.create(fullDraft(code: "A").checked())
            try await test.add("Bea", code: "B")
            try await test.add("Cy", code: "C")
            let failures = try await test.book.deleteAll(["a", "nobody", "C", "c", "A"], of: .customer)
            #expect(failures.map(\.code) == ["nobody"])
            #expect(failures.map(\.id) == [nil])
            #expect(failures.map(\.reason) == [.partyUnknown(.customer, code: "nobody")])
            #expect(try await test.list().codes == ["B"])
            #expect(try await test.totalsAreTrue())
            let rest = try await test.contents()
            #expect(!rest.contains { $0.contains("delivery") || $0.contains("box") || $0.contains("@") })
        }
    }

    @Test func idsAreNeverGivenAgain() async throws {
        try await TestBook.run { test in
            let first = try await test.add("A") { $0.contacts = [Contact()] }
            try await test.book.delete(first.code.text, of: .customer)
            let second = try await test.add("A") { $0.contacts = [Contact()] }
            #expect(second.code == first.code)
            #expect(second.id == first.id + 1)
            #expect(second.details.contacts[0].id == 2)
            #expect(second.key != first.key)
        }
    }

    @Test func archivingIsForAllOrNone() async throws {
        try await TestBook.run { test in
            for name in ["A", "B", "C"] { try await test.add(name, code: name) }
            let before = try await test.contents()
            test.clock.advance(by: .seconds(60))
            let unknown = [SentCode(place: 1, "x"), SentCode(place: 3, "y"), SentCode(place: 4, "X")]
            await #expect(throws: BookkeepingError.partiesUnknown(.customer, codes: unknown)) {
                try await test.book.archive(["A", "x", "B", "y", "X"], of: .customer)
            }
            #expect(try await test.contents() == before)
            try await test.book.archive(["a", "A", "C"], of: .customer)
            #expect(try await test.list { $0.archived = .only }.codes == ["A", "C"])
            #expect(try await test.list { $0.archived = .leftOut }.codes == ["B"])
            #expect(try await test.book.customer("A").details.isArchived)
            try await test.book.archive(["A", "B"], of: .customer)
            try await test.book.archive([], of: .customer)
            #expect(try await test.list { $0.archived = .only }.total == 3)
            #expect(try await test.totalsAreTrue())
        }
    }

    @Test func confirmingDeletesNothing() async throws {
        try await TestBook.run { test in
            try await test.add("Bea", code: "B")
            let before = try await test.contents()
            let rows = try await test.book.confirmDeletion(["b", "nobody", "B"], of: .customer)
            #expect(rows.map(\.code) == ["B", "nobody"])
            #expect(rows.map(\.name) == ["Bea", nil])
            #expect(rows.map(\.obstacle) == [nil, .partyUnknown(.customer, code: "nobody")])
            #expect(try await test.contents() == before)
        }
    }

    @Test func aValueIsOneCodeWhereACustomerHasItAndAListOtherwise() async throws {
        try await TestBook.run { test in
            for code in ["A", "B", "a,b", ",", "C, D"] { try await test.add(code, code: code) }
            func codes(_ named: String...) async throws -> [String] {
                try await test.book.confirmDeletion(named, of: .customer).map(\.code)
            }
            #expect(try await codes("A,B") == ["a,b"])
            #expect(try await codes("A", "B") == ["A", "B"])
            #expect(try await codes("B,A") == ["B", "A"])
            #expect(
                try await codes("B,A,x", "A,B", ",", "c, d", "c, d,") == [
                    "B", "A", "x", "a,b", ",", "C, D", "c", "d",
                ])
        }
    }

    @Test(arguments: [[], [" ", ",,"], (0...1_000).map { "C\($0)" }])
    func confirmingTakesOneToAThousandCodes(named: [String]) async throws {
        try await TestBook.run { test in
            let problem = FieldProblem(
                "customerCodes", "must name 1 to 1000 customers, with commas between their codes")
            await #expect(throws: BookkeepingError.invalid([problem])) {
                try await test.book.confirmDeletion(named, of: .customer)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 65, 1_000])
    func eachCodeIsFoundAtItsPlaceHoweverManyThereAre(count: Int) async throws {
        try await TestBook.run { test in
            let kept = ["x", "Straße 7", "株式会社", "a/b", String(repeating: "ß", count: 50), "🧾🧾"]
            for code in kept { try await test.add("Name of \(code)", code: code) }
            let asked = (0..<count).map { place in
                place % 3 == 2
                    ? kept[place / 3 % kept.count] : ["none \(place)", "..", "\u{0}\(place)"][place % 2]
            }
            let rows = try await test.book.confirmDeletion(asked, of: .customer)
            for row in rows { #expect(row.name == (kept.contains(row.code) ? "Name of \(row.code)" : nil)) }
            #expect(Set(rows.map(\.code)).isSuperset(of: asked.filter(kept.contains)))
        }
    }

    @Test func thoseWithAUsableAddressAreGiven() async throws {
        try await TestBook.run { test in
            for (code, email) in [
                ("A", "a@harbour.example"), ("B", nil), ("C", "nonsense"), ("D", "d@quay.example"),
            ] {
                var contact = Contact()
                contact.email = email
                try await test.add(code, code: code) { $0.contacts = [Contact(), contact] }
            }
            #expect(
                try await test.book.withUsableEmail(["d", "C", "B", "none", "A", "a"], of: .customer) == [
                    "D", "A",
                ])
        }
    }
}
