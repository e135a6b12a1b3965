import Bookkeeping
import Testing

@Suite struct ExactDecimalTests {
    @Test(arguments: [
        ("1", "1.0000"), ("0.853215", "0.853215"), ("0.85321", "0.85321"), ("0.8532", "0.8532"),
        ("1.17205", "1.17205"), ("0.0000005", "0.000001"), ("-2.5e1", "-25.0000"), ("-0.0000004", "0.0000"),
    ])
    func aRateKeepsUpToSixDecimalsAndShowsFourAtLeast(text: String, shown: String) throws {
        #expect(try ExactDecimal(decimalText: text, .sixDecimals).decimalText == shown)
    }

    @Test(arguments: [
        ("1.00005", "1.0001"), ("-1.00005", "-1.0001"), ("1.00004999", "1.0000"), ("3", "3.0000"),
    ])
    func aQuantityIsRoundedToFour(text: String, shown: String) throws {
        #expect(try ExactDecimal(decimalText: text, .fourDecimals).decimalText == shown)
    }

    @Test func aRateSentBackIsTheSameRate() throws {
        var numbers = SplitMix(seed: 7)
        for _ in 0..<2_000 {
            let rate = ExactDecimal(millionths: numbers.any())
            #expect(try ExactDecimal(decimalText: rate.decimalText, .sixDecimals) == rate)
        }
    }

    @Test func tooLargeIsRefusedAtEitherFineness() {
        for fineness in [ExactDecimal.Fineness.fourDecimals, .sixDecimals] {
            #expect(throws: BookkeepingError.amountOutOfRange) {
                try ExactDecimal(decimalText: "9223372036855", fineness)
            }
        }
    }
}
