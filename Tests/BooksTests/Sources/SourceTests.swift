import Bookkeeping
import Store
import Testing

@testable import Books

@Suite struct SourceTests {
    private func made(_ name: String, cost: Int64 = 0) throws -> CheckedBusinessSource {
        try BusinessSourceDraft(name: name, cost: Money(minorUnits: cost)).checked()
    }

    private func pay(_ test: TestBook, _ customer: Customer, _ minorUnits: Int64) async throws {
        try await test.book.store.write {
            try $0.run("UPDATE customer SET total_paid = ?2 WHERE id = ?1", customer.id, minorUnits)
        }
    }

    @Test func whatCustomersPaidIsSummed() async throws {
        try await TestBook.run { test in
            let source = try await test.book.create(made("Fair", cost: 5))
            for (name, paid) in [("A", 12_345), ("B", 55), ("C", 1_000)] as [(String, Int64)] {
                let customer = try await test.add(name) { $0.source = name == "C" ? 0 : source.id }
                try await pay(test, customer, paid)
            }
            let found = try await test.book.source(named: "fair")
            #expect(found.paid == Money(minorUnits: 12_400))
            #expect(found.customers.map(\.name) == ["A", "B"])
            #expect(try await test.book.store.read { try $0.sources() } == [found])
        }
    }

    @Test func aSumThatDoesNotFitIsRefusedAndNotWrapped() async throws {
        try await TestBook.run { test in
            let source = try await test.book.create(made("Fair"))
            for name in ["A", "B"] {
                let customer = try await test.add(name) { $0.source = source.id }
                try await pay(test, customer, .max)
            }
            await #expect(throws: BookkeepingError.amountOutOfRange) {
                try await test.book.source(named: "Fair")
            }
        }
    }

    @Test func aCustomersSourceIsThereOrNone() async throws {
        try await TestBook.run { test in
            let source = try await test.book.create(made("Fair"))
            let problem = FieldProblem("Source", "must be 0 or the Id of a business source")
            try await test.book.store.read { transaction in
                try transaction.requireSource(0)
                try transaction.requireSource(source.id)
                #expect(throws: BookkeepingError.invalid([problem])) {
                    try transaction.requireSource(source.id + 1)
                }
                #expect(try transaction.sourceName(source.id) == "Fair")
                #expect(try transaction.sourceName(0) == nil)
                #expect(try transaction.sourceName(source.id + 1) == nil)
            }
        }
    }

    @Test(.onSQLite) func customersOfAllSourcesAreReadAlongTheirIndex() async throws {
        try await TestBook.run { test in
            for statement in [
                "SELECT source, id, name, total_paid FROM customer WHERE source > 0 ORDER BY source, id",
                "SELECT source, id, name, total_paid FROM customer WHERE source = 1 ORDER BY id",
            ] as [SQL] {
                let plan = try await test.book.store.read { transaction in
                    try transaction.all("EXPLAIN QUERY PLAN " + statement) { $0.text(3) }.joined()
                }
                #expect(plan.contains("INDEX customer_by_source"))
                #expect(!plan.contains("TEMP B-TREE"))
            }
        }
    }

    /// Before there were sources, a customer's was any number.
    @Test(.onSQLite) func numbersKeptUncheckedBeforeComeToMeanNothing() async throws {
        try await TestBook.run { test in
            let customer = try await test.add("A")
            try await test.book.store.write { transaction in
                try transaction.run("UPDATE customer SET source = 1")
                try transaction.run("DROP INDEX customer_by_source")
                try transaction.run("DROP TABLE source")
                try transaction.run("DELETE FROM migration WHERE name = '006 sources'")
            }
            try await test.book.migrate()
            let source = try await test.book.create(made("Fair"))
            #expect(source.id == 1 && source.customers.isEmpty)
            #expect(try await test.book.customer(customer.code.text).details.source == 0)
        }
    }
}
