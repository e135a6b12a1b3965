import Bookkeeping
import Store
import Testing

@testable import Books

/// How SQLite goes about the lists of both kinds: along an index in their order, without sorting what it has read.
@Suite(.onSQLite) struct PartyPlanTests {
    @Test(
        arguments: [
            (.only, .totalPaid, "{party}_by_archived_paid"),
            (.only, .outstanding, "{party}_by_archived_outstanding"),
            (.only, .name, "{party}_by_archived_name"), (.only, .code, "{party}_by_archived_code"),
            (.leftOut, .totalPaid, "{party}_by_paid"), (.leftOut, .outstanding, "{party}_by_outstanding"),
            (.leftOut, .name, "{party}_by_archived_name"), (.leftOut, .code, "{party}_by_archived_code"),
            (.included, .totalPaid, "{party}_by_paid"), (.included, .outstanding, "{party}_by_outstanding"),
            (.included, .name, "{party}_by_name"),
            // The codes' own, which SQLite made for them to be unique.
            (.included, .code, "sqlite_autoindex_{party}_1"),
        ] as [(PartyFilter.Archived, PartyFilter.Sort, String)])
    func aSortFollowsItsIndex(
        archived: PartyFilter.Archived, sort: PartyFilter.Sort, index: String
    ) async throws {
        for party in Party.allCases {
            for order in [PartyFilter.Order.ascending, .descending] {
                var filter = PartyFilter()
                (filter.archived, filter.sort, filter.order) = (archived, sort, order)
                let rows: PartyStatement = "SELECT id, name FROM {party}"
                let plan = try await plan(rows[party] + filter.selection.sql + filter.ordering)
                #expect(plan.contains("INDEX \(index.replacing("{party}", with: party.rawValue))"))
                #expect(!plan.contains("TEMP B-TREE"))
            }
        }
    }

    @Test(arguments: [PartyFilter.Archived.included, .leftOut, .only])
    func aSearchReadsTheTextsOnceAndLooksUpWhatItFound(archived: PartyFilter.Archived) async throws {
        for party in Party.allCases {
            var filter = PartyFilter()
            (filter.searchText, filter.archived) = ("har", archived)
            let parameters = filter.selection.parameters + [.integer(50), .integer(0)]
            let plan = try await plan(filter.searching(party, "name"), parameters)
            #expect(plan.split(separator: "SCAN \(party.rawValue)_search").count == 2)
            #expect(plan.contains("SEARCH \(party.rawValue) USING INTEGER PRIMARY KEY"))
            #expect(!plan.contains("SCAN \(party.rawValue)\n"))
        }
    }

    @Test func pickedPartiesAreLookedUpOneByOne() async throws {
        for party in Party.allCases {
            let names: PartyStatement = """
                SELECT name FROM picked CROSS JOIN {party} WHERE {party}.code_key = picked.code_key
                """
            let plan = try await plan(
                PickedCodes.table + names[party], PickedCodes(["C1", "C2"], of: party).parameters)
            #expect(plan.contains("SEARCH \(party.rawValue) USING INDEX"))
            #expect(!plan.contains("SCAN \(party.rawValue)\n"))
        }
    }

    /// The steps of a statement, as SQLite tells them.
    private func plan(_ statement: SQL, _ parameters: [SQLValue] = []) async throws -> String {
        var plan = ""
        try await TestBook.run { test in
            for number in 0..<40 { try await test.add("C\(number)") { $0.isArchived = number % 10 == 0 } }
            plan = try await test.book.store.read { transaction in
                var steps = ""
                try transaction.query("EXPLAIN QUERY PLAN " + statement, parameters) { row in
                    steps += row.text(3) + "\n"
                    return true
                }
                return steps
            }
        }
        return plan
    }
}
