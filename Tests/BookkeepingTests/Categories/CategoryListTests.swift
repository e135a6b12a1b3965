import Bookkeeping
import Testing

@Suite struct CategoryListTests {
    private func sent(_ rows: (number: Int64?, name: String, icon: Int64)...) throws -> CheckedCategories {
        try CheckedCategories(rows.map { CategoryDraft(number: $0.number, name: $0.name, iconID: $0.icon) })
    }

    @Test func numbersGoOnFromTheHighestEverGiven() throws {
        var list = CategoryList(.quote, [], highest: 7)
        #expect(try list.add(sent((nil, "A", 1), (3, "B", 2))).map(\.number) == [8, 9])
        #expect(list.highest == 9)
    }

    @Test func numbersEndWithThirtyTwoBits() throws {
        var list = CategoryList(.quote, [], highest: 2_147_483_646)
        #expect(try list.add(sent((nil, "A", 1))).map(\.number) == [2_147_483_647])
        #expect(throws: BookkeepingError.conflict("The numbers are used up.")) {
            try list.add(sent((nil, "B", 1)))
        }
    }

    @Test func namesMayBeSwappedInOneCall() throws {
        var list = CategoryList(.purchaseOrder, [], highest: 0)
        _ = try list.add(sent((nil, "A", 1), (nil, "B", 2)))
        _ = try list.change(sent((1, "b", 1), (2, "a", 1)))
        #expect(list.categories.map(\.name) == ["b", "a"])
    }

    @Test func anAccentMakesAnotherName() throws {
        var list = CategoryList(.purchaseOrder, [], highest: 0)
        _ = try list.add(sent((nil, "Réglé", 1), (nil, "Regle", 1)))
        #expect(throws: BookkeepingError.categoryTaken(name: "RÉGLÉ", sameIcon: false)) {
            try list.add(sent((nil, "RÉGLÉ", 2)))
        }
    }
}
