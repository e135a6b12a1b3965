import Bookkeeping
import Books
import Store
import Surroundings
import Testing

@Suite struct CustomerPageTests {
    @Test func aRowShowsWhatTheListHas() async throws {
        try await TestBook.run { test in
            try await test.add("Alder")
            let full = try await test.book.create(fullDraft().checked())
            let page = try await test.book.customerPage(PartyFilter())
            #expect(page.total == 2)
            let rows = page.rows
            #expect(rows.map(\.name) == ["Alder", "Harbour Joinery Ltd"])
            #expect(rows[0].contacts.isEmpty)
            #expect(rows[0].addresses.isEmpty)
            #expect(rows[1].id == full.id)
            #expect(rows[1].key == full.key)
            #expect(rows[1].contacts == full.details.contacts)
            #expect(rows[1].addresses == full.details.addresses)
            #expect(rows[1].currencyCode == "EUR")
            #expect(rows[1].currency?.rate == ExactDecimal(millionths: 1_165_000))
            #expect(rows[0].currency == nil)
            #expect(rows[1].vatNumber == "GB123456789")
            #expect(rows[1].tradeBorder == .restOfWorld)
            #expect(rows[1].isArchived)
            #expect(rows[1].isCISReverseCharge)
            #expect(rows[1].appliesWithholdingTax)
            #expect(rows[1].defaultNominalCode == 4_000)
        }
    }

    @Test func pagesOfEverySortJoinIntoOneOrderAndItsReverse() async throws {
        try await TestBook.run { test in
            for number in 0..<23 {
                let name = ["same", "Same", "SÁME", "other"][number % 4]
                try await test.add(name, code: "C\(number * 7 % 23)") { $0.isArchived = number % 3 == 0 }
            }
            // Sums that documents will bring.
            try await test.book.store.write { transaction in
                try transaction.run("UPDATE customer SET total_paid = id % 3, outstanding = -(id % 2)")
            }
            for sort in [PartyFilter.Sort.name, .code, .totalPaid, .outstanding] {
                for archived in [PartyFilter.Archived.included, .leftOut, .only] {
                    let up = try await test.allPages(sort, .ascending, archived)
                    let down = try await test.allPages(sort, .descending, archived)
                    #expect(up.count == (archived == .included ? 23 : archived == .only ? 8 : 15))
                    #expect(Set(up).count == up.count)
                    #expect(down == up.reversed())
                }
            }
            let byName = try await test.allPages(.name, .ascending, .included)
            #expect(byName.prefix(6) == [4, 8, 12, 16, 20, 1])
        }
    }

    @Test func aPageBeyondTheEndIsEmptyAndKnowsTheTotal() async throws {
        try await TestBook.run { test in
            for name in ["A", "B", "C"] { try await test.add(name, code: name) }
            for page in [3, Int64.max] {
                let beyond = try await test.list { ($0.page, $0.perPage) = (page, 2) }
                #expect(beyond.total == 3)
                #expect(beyond.codes == [])
            }
            let last = try await test.list { ($0.page, $0.perPage) = (2, 2) }
            #expect(last.codes == ["C"])
        }
    }

    @Test(arguments: [
        (0, 50, "page"), (-1, 50, "page"), (1, 0, "perpage"), (1, -5, "perpage"), (1, 1_001, "perpage"),
    ])
    func boundsArePlain(page: Int64, perPage: Int64, field: String) async throws {
        try await TestBook.run { test in
            let error = await #expect(throws: BookkeepingError.self) {
                try await test.list { ($0.page, $0.perPage) = (page, perPage) }
            }
            guard case .invalid(let problems) = error else {
                Issue.record("not invalid")
                return
            }
            #expect(problems.map(\.field) == [field])
        }
    }

    @Test func filtersStandAloneAndTogether() async throws {
        try await TestBook.run { test in
            for (code, name) in [("A", "Élan 50%"), ("B", "elan_x"), ("C", "Ela"), ("D", "Harbour elan")] {
                var contact = Contact()
                contact.telephone = "020 7946 00\(code)"
                try await test.add(name, code: code) {
                    $0.contacts = [contact]
                    $0.isArchived = code == "B"
                }
                test.clock.advance(by: .seconds(86_400))
            }
            #expect(try await test.list { $0.nameStartsWith = "ÉLAN" }.codes == ["A", "B"])
            #expect(try await test.list { $0.nameStartsWith = "%" }.codes == [])
            #expect(try await test.list { $0.nameStartsWith = " " }.total == 4)
            #expect(try await test.list { $0.searchText = "7946 00c" }.codes == ["C"])
            #expect(try await test.list { $0.searchText = "0%" }.codes == ["A"])
            #expect(try await test.list { $0.searchText = "N_X" }.codes == ["B"])
            #expect(try await test.list { $0.searchText = "!" }.codes == [])
            let days = try ["2026-03-10", "2026-03-11"].map { try CalendarDate(text: $0) }
            #expect(
                try await test.list { ($0.createdFrom, $0.createdTo) = (days[0], days[1]) }.codes == [
                    "C", "B",
                ])
            #expect(try await test.list { $0.createdFrom = days[1] }.codes == ["C", "D"])
            #expect(try await test.list { $0.createdTo = days[0] }.codes == ["A", "B"])
            // All at once, and each pair, so that every clause stands at every place.
            let all = try await test.list {
                ($0.nameStartsWith, $0.searchText, $0.createdTo) = ("el", "x", days[1])
                ($0.perPage, $0.sort, $0.order, $0.archived) = (1, .outstanding, .descending, .only)
            }
            #expect(all.total == 1)
            #expect(all.codes == ["B"])
            #expect(
                try await test.list { ($0.nameStartsWith, $0.createdTo) = ("elan", days[0]) }.codes == [
                    "A", "B",
                ])
            #expect(try await test.list { ($0.nameStartsWith, $0.searchText) = ("ela", "50") }.codes == ["A"])
            #expect(
                try await test.list { ($0.createdFrom, $0.searchText) = (days[1], "elan") }.codes == ["D"])
            #expect(
                try await test.list { ($0.searchText, $0.archived, $0.sort) = ("elan", .leftOut, .totalPaid) }
                    .codes
                    == ["A", "D"])
        }
    }

    @Test func aSearchFindsEveryFieldThatIsNamed() async throws {
        try await TestBook.run { test in
            try await test.add("Nobody")
            let customer = try await test.book.create(fullDraft(code: "Q/7").checked())
            for text in [
                "q/7", "JOINERY", "accounts", "ines okafor", "@Harbour.", "752 123", "pl1 2ab", "yard",
            ] {
                #expect(try await test.list { $0.searchText = text }.codes == [customer.code.text], "\(text)")
            }
            #expect(try await test.list { $0.searchText = "o" }.codes == ["Q/7", "NOBO01"])
            for sort in [PartyFilter.Sort.code, .totalPaid, .outstanding] {
                let found = try await test.list {
                    $0.searchText = "o"
                    $0.sort = sort
                }
                #expect(found.codes == ["NOBO01", "Q/7"])
            }
            // No hit runs from one field into the next, and what changed is found as it is now.
            #expect(try await test.list { $0.searchText = "7harbour" }.total == 0)
            var draft = CustomerDraft(details: customer.details)
            draft.details.contacts = []
            _ = try await test.book.change("Q/7", to: draft.checked())
            #expect(try await test.list { $0.searchText = "okafor" }.total == 0)
        }
    }

    @Test func aThousandRowsHaveTheirOwnContacts() async throws {
        try await TestBook.run { test in
            for number in 0..<300 {
                try await test.add("Customer", code: "C\(number)") { details in
                    details.contacts = (0..<number % 3).map { place in
                        var contact = Contact()
                        contact.name = "\(number)/\(place)"
                        return contact
                    }
                }
            }
            var filter = PartyFilter()
            filter.perPage = 1_000
            filter.order = .descending
            let rows = try await test.book.customerPage(filter).rows
            #expect(rows.count == 300)
            for row in rows {
                let number = row.id - 1
                #expect(row.contacts.compactMap(\.name) == (0..<number % 3).map { "\(number)/\($0)" })
            }
        }
    }
}

extension TestBook {
    /// The ids of all pages of four rows.
    fileprivate func allPages(
        _ sort: PartyFilter.Sort, _ order: PartyFilter.Order, _ archived: PartyFilter.Archived
    ) async throws -> [Int64] {
        var filter = PartyFilter()
        (filter.sort, filter.order, filter.archived, filter.perPage) = (sort, order, archived, 4)
        var ids: [Int64] = []
        while true {
            let page = try await book.customerPage(filter)
            ids += page.rows.map(\.id)
            guard filter.page * filter.perPage < page.total else { return ids }
            filter.page += 1
        }
    }
}
