import Testing

@testable import Bookkeeping

@Suite struct ExactDecimalDivisionTests {
    private func decimal(_ text: String) throws -> ExactDecimal {
        try ExactDecimal(decimalText: text, .sixDecimals)
    }

    @Test(arguments: [
        ("1", "1.165", "0.858369"), ("1.3", "1.165", "1.115880"), ("2", "3", "0.666667"),
        ("1", "3", "0.333333"),
        ("-2", "3", "-0.666667"), ("0.000001", "2", "0.000001"), ("0.000001", "3", "0.000000"),
        ("9223372036854", "1", "9223372036854.000000"),
    ])
    func halvesGoAwayFromZero(left: String, right: String, quotient: String) throws {
        #expect(try decimal(left).divided(by: decimal(right)) == decimal(quotient))
    }

    @Test(arguments: [("1", "0"), ("9223372036854", "0.5"), ("9223372036854", "0.000001")])
    func whatDoesNotFitIsRefused(left: String, right: String) throws {
        let (left, right) = (try decimal(left), try decimal(right))
        #expect(throws: BookkeepingError.amountOutOfRange) { try left.divided(by: right) }
    }
}
