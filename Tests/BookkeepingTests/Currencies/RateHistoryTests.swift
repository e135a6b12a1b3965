import Bookkeeping
import Testing

@Suite struct RateHistoryTests {
    private func history(_ steps: [(String, String)]) throws -> RateHistory {
        RateHistory(
            try steps.map { day, rate in
                RateHistory.Step(
                    from: try CalendarDate(text: day), try ExactDecimal(decimalText: rate, .sixDecimals))
            })
    }

    @Test(
        arguments: [
            // Before its first day each has its first rate.
            (
                [("2026-02-01", "3"), ("2026-01-01", "2")], [("2026-01-15", "4"), ("2026-02-01", "5")],
                [("2026-01-01", "0.5"), ("2026-01-15", "0.5"), ("2026-02-01", "0.6")]
            ),
            (
                [("2026-03-01", "3")], [("2026-01-01", "2"), ("2026-04-01", "4")],
                [("2026-01-01", "1.5"), ("2026-03-01", "1.5"), ("2026-04-01", "0.75")]
            ),
            // Without any it is one.
            ([], [("2026-01-01", "1.165")], [("2026-01-01", "0.858369")]),
            ([("2026-01-01", "1.165")], [], [("2026-01-01", "1.165")]), ([], [], []),
        ] as [([(String, String)], [(String, String)], [(String, String)])])
    func aStepForEachDayOfEither(
        own: [(String, String)], others: [(String, String)], quotient: [(String, String)]
    ) throws {
        #expect(try history(own).divided(by: history(others)) == history(quotient))
    }

    @Test(arguments: [("0.000001", "1000000"), ("1000000000", "0.5")])
    func whatIsNoRateIsRefused(own: String, other: String) throws {
        let (own, other) = (
            try history([("2026-01-01", own)]), try history([("2026-01-01", "1"), ("2026-02-01", other)])
        )
        #expect(throws: BookkeepingError.amountOutOfRange) { try own.divided(by: other) }
    }
}
