import Bookkeeping
import Store
import Surroundings
import Testing

@testable import Books

@Suite struct TrialBalanceTests {
    @Test func itIsTheSumOfTheEntriesOnAnyDay() async throws {
        try await TestBook.run { test in
            let seed: UInt64 = 20_261_125
            let dice = SeededRandomness(seed: seed)
            let book = test.book
            let pen = book.pen
            try await book.store.write { transaction in
                let codes: [Int64] = [1001, 1102, 2102, 4000, 4001, 5000, 7100, 9999]
                let nominals = try codes.compactMap { try transaction.nominal(code: $0)?.id }
                for document in Int64(1)...200 {
                    let day = try #require(
                        try CalendarDate(text: "2024-12-20").adding(days: dice.number(below: 500)))
                    let amount = Money(minorUnits: Int64(dice.number(below: 100_000)) - 50_000)
                    let (from, to) = (dice.number(below: nominals.count), dice.number(below: nominals.count))
                    let entries = try LedgerEntries(
                        on: day, [LedgerEntry(nominals[from], amount), LedgerEntry(nominals[to], -amount)])
                    let key = DocumentKey(.journal, document)
                    try transaction.post(entries, of: key, pen)
                    if document.isMultiple(of: 5) { try transaction.unpost(key, pen) }
                }
            }
            for day in ["2024-12-01", "2024-12-31", "2025-01-01", "2025-02-28", "2025-07-15", "2026-12-31"] {
                let date = try CalendarDate(text: day)
                let (balance, sums) = try await book.store.read { transaction in
                    (try transaction.trialBalance(on: date), try transaction.sums(to: day))
                }
                let kept = Dictionary(uniqueKeysWithValues: balance.rows.map { ($0.nominal, $0.balance) })
                #expect(kept == sums, "seed \(seed), \(day)")
                #expect(try balance.difference == .zero)
                #expect(balance.rows.map(\.code) == balance.rows.map(\.code).sorted())
            }
        }
    }

    @Test func anEmptyBookHasNoRows() async throws {
        try await TestBook.run { test in
            let balance = try await test.book.store.read { try $0.trialBalance(on: .last) }
            #expect(balance.rows.isEmpty)
        }
    }
}

extension Transaction {
    /// What each nominal's entries come to, but for those that come to nothing.
    fileprivate func sums(to day: String) throws -> [Int64: Money] {
        let sums = try all(
            "SELECT nominal, CAST(SUM(amount) AS BIGINT) FROM entry WHERE date <= ?1 GROUP BY nominal", day
        ) { ($0.integer(0), Money(minorUnits: $0.integer(1))) }
        return Dictionary(uniqueKeysWithValues: sums).filter { $0.value != .zero }
    }
}
