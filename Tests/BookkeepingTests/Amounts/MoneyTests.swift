import Bookkeeping
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        ("12", 1_200), ("-12.3", -1_230), ("100.0000", 10_000), ("0.005", 1), ("-0.005", -1),
        ("0.0049999", 0),
        ("1.005", 101), ("2.675", 268), ("1.2e3", 120_000), ("12E-1", 120), ("5e-3", 1), ("-0", 0),
        ("0e99", 0),
        ("0.00000000000000000000000000000000000000000000000001", 0), ("1e-999999999999999999999", 0),
        ("92233720368547758.07", Int64.max), ("-92233720368547758.08", Int64.min), ("007", 700),
        ("1234567890123456.7849999999999999999999", 123_456_789_012_345_678),
    ])
    func decimalTextIsReadExactlyThenRoundedOnce(text: String, pence: Int64) throws {
        #expect(try Money(decimalText: text).minorUnits == pence)
    }

    @Test(arguments: ["92233720368547758.075", "-92233720368547758.09", "1e18", "1e999999999999999999999"])
    func whatPasses64BitsIsRefused(text: String) {
        #expect(throws: BookkeepingError.amountOutOfRange) { try Money(decimalText: text) }
    }

    @Test(arguments: [
        "", "-", ".5", "5.", "1e", "1e+", "+1", " 1", "1 ", "1,5", "0x10", "NaN", "١", "--1", "1.2.3",
        "1e2e3",
        "123456789012345678901234567890123456789",
    ])
    func otherTextIsNoDecimal(text: String) {
        #expect(throws: BookkeepingError.notADecimal(text)) { try Money(decimalText: text) }
    }

    @Test func everyAmountComesBackFromItsTexts() throws {
        var numbers = SplitMix(seed: 20_260_309)
        for _ in 0..<2_000 {
            let money = Money(minorUnits: numbers.any())
            #expect(try Money(decimalText: money.decimalText) == money)
            #expect(try Money(decimalText: money.wireText) == money)
        }
    }

    @Test func textsHaveTheirDecimals() {
        #expect(Money(minorUnits: -5).decimalText == "-0.05")
        #expect(Money(minorUnits: -123_450).decimalText == "-1234.50")
        #expect(Money(minorUnits: 10_000).wireText == "100.0000")
        #expect(Money(minorUnits: Int64.min).decimalText == "-92233720368547758.08")
    }

    @Test func arithmeticRefusesWhatDoesNotFit() throws {
        let (most, least, penny) = (
            Money(minorUnits: Int64.max), Money(minorUnits: Int64.min), Money(minorUnits: 1)
        )
        #expect(throws: BookkeepingError.amountOutOfRange) { try most + penny }
        #expect(throws: BookkeepingError.amountOutOfRange) { try least - penny }
        #expect(throws: BookkeepingError.amountOutOfRange) { try -least }
        #expect(throws: BookkeepingError.amountOutOfRange) { try [most, penny].total() }
        #expect(try [most, -most, penny].total() == penny)
    }
}
