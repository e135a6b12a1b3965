import Store
import Testing

@testable import Books

/// How SQLite goes about the lists: along an index in their order, without sorting what it has read.
@Suite struct CustomerPlanTests {
    @Test(
        arguments: [
            (.only, .totalPaid, "customer_by_archived_paid"),
            (.only, .outstanding, "customer_by_archived_outstanding"),
            (.only, .name, "customer_by_archived_name"),
            (.only, .code, "customer_by_archived_code"), (.leftOut, .totalPaid, "customer_by_paid"),
            (.leftOut, .outstanding, "customer_by_outstanding"),
            (.leftOut, .name, "customer_by_archived_name"),
            (.included, .totalPaid, "customer_by_paid"), (.included, .name, "customer_by_name"),
        ] as [(CustomerFilter.Archived, CustomerFilter.Sort, String)])
    func aSortFollowsItsIndex(
        archived: CustomerFilter.Archived, sort: CustomerFilter.Sort, index: String
    ) async throws {
        for order in [CustomerFilter.Order.ascending, .descending] {
            var filter = CustomerFilter()
            (filter.archived, filter.sort, filter.order) = (archived, sort, order)
            let plan = try await plan(
                "SELECT id, name FROM customer" + filter.selection.sql + filter.ordering)
            #expect(plan.contains("INDEX \(index)"))
            #expect(!plan.contains("TEMP B-TREE"))
        }
    }

    @Test func pickedCustomersAreLookedUpOneByOne() async throws {
        let plan = try await plan(
            PickedCodes.table
                + "SELECT name FROM picked CROSS JOIN customer WHERE customer.code_key = picked.code_key",
            PickedCodes(["C1", "C2"]).parameters)
        #expect(plan.contains("SEARCH customer USING INDEX"))
        #expect(!plan.contains("SCAN customer"))
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
