import Bookkeeping
import Store
import StoreSQLite
import Surroundings
import TestSupport
import Testing

@testable import Books

/// Whatever is done to sales documents, in whatever order, the books stay right.
@Suite struct SalesPropertyTests {
    @Test(arguments: [1, 2, 3, 20_260_309] as [UInt64])
    func fiveHundredDeedsLeaveTheBooksRight(seed: UInt64) async throws {
        try await TestBook.run { test in
            let sales = RandomSales(test.book, clock: test.clock, seed: seed)
            try await sales.prepare()
            for _ in 0..<5 {
                try await sales.act(100)
                let found = try await test.book.verify(heads: [test.head()])
                #expect(found.complaints.isEmpty, "seed \(seed): \(found.complaints)")
                for code in RandomSales.customers { try await test.expectStatementIsTheLedger(code, seed) }
            }
            // A test that was refused all it tried would prove nothing.
            #expect(sales.done.count >= 14, "seed \(seed): \(sales.done), refused \(sales.refused)")
            let isEmpty = try await sales.removeAll()
            #expect(isEmpty, "seed \(seed): \(String(describing: sales.lastRefusal))")
            let balances = try await test.balances()
            #expect(balances.isEmpty, "seed \(seed): \(balances)")
            #expect(try await test.book.verify().complaints.isEmpty, "seed \(seed)")
        }
    }

    @Test(.enabled(if: TestPostgreSQL.isChosen, "needs both engines"))
    func theSameDeedsGiveTheSameTrialBalanceOnBothEngines() async throws {
        var onPostgreSQL: [Int64: Money] = [:]
        try await TestBook.run { test in
            let sales = RandomSales(test.book, clock: test.clock, seed: 77)
            try await sales.prepare()
            try await sales.act(500)
            onPostgreSQL = try await test.balances()
        }
        try await TestBook.onSQLite { test in
            let sales = RandomSales(test.book, clock: test.clock, seed: 77)
            try await sales.prepare()
            try await sales.act(500)
            #expect(try await test.balances() == onPostgreSQL)
            #expect(!onPostgreSQL.isEmpty)
        }
    }
}

extension TestBook {
    fileprivate func head() async throws -> ChainHead {
        try await book.store.read { try $0.chainHead() }
    }

    /// What is not zero on the trial balance, by code.
    fileprivate func balances() async throws -> [Int64: Money] {
        try await book.store.read { transaction in
            var balances: [Int64: Money] = [:]
            for row in try transaction.trialBalance(on: .last).rows where row.balance != .zero {
                balances[row.code] = row.balance
            }
            return balances
        }
    }

    /// The closing balance of all there is, what is kept as owed, and the debtors control are one figure.
    fileprivate func expectStatementIsTheLedger(_ code: String, _ seed: UInt64) async throws {
        let today = book.today
        try await book.store.read { transaction in
            let statement = try transaction.statement(
                ofCustomer: code, StatementFilter(from: .first, to: .last))
            let customer = try transaction.customer(code, on: today)
            let debtors = try transaction.nominalRoles()[.debtors]
            let ledger = try transaction.first(
                "SELECT COALESCE(SUM(amount), 0) FROM entry WHERE nominal = ?1 AND party = ?2", debtors,
                customer.id
            ) { Money(minorUnits: $0.integer(0)) }
            #expect(statement.closing == ledger, "seed \(seed), \(code)")
            #expect(customer.totals.outstanding == ledger, "seed \(seed), \(code)")
        }
    }

    fileprivate static func onSQLite(_ body: (TestBook) async throws -> Void) async throws {
        let clock = ManualTimekeeper(now: start)
        let path = "/tmp/daybook-both-engines-\(start.milliseconds)-\(UInt64.random(in: 0 ... .max)).sqlite"
        let store = try SQLiteStore(path: path)
        let book = Book(
            store: store, clock: clock, randomness: SeededRandomness(seed: 1),
            origin: BookOrigin(permalinkKey: "5ea1c0de"))
        try await book.migrate()
        try await body(TestBook(book: book, clock: clock))
        await book.close()
    }
}
