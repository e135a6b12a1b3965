import Bookkeeping
import Testing

@Suite struct PercentageTests {
    @Test(arguments: [
        ("17.5", 13, 2), ("17.5", -13, -2), ("20", 2, 0), ("20", 3, 1), ("20", 12_345, 2_469), ("5", 10, 1),
        ("5", -10, -1), ("5", 9, 0), ("0", 999, 0), ("8.875", 10_000, 888), ("100", Int64.max, Int64.max),
    ])
    func vatIsToTheNearestPennyHalvesAwayFromZero(rate: String, net: Int64, vat: Int64) throws {
        #expect(try Percentage(decimalText: rate).vat(on: Money(minorUnits: net)).minorUnits == vat)
    }

    @Test func vatAgreesWithWiderArithmetic() throws {
        var numbers = SplitMix(seed: 175)
        for _ in 0..<5_000 {
            let net = numbers.any()
            let rate = Int64.random(in: 0...1_000_000, using: &numbers)
            let product = Int128(net) * Int128(rate)
            let half: Int128 = product < 0 ? -500_000 : 500_000
            let vat = try Percentage(tenThousandths: rate).vat(on: Money(minorUnits: net))
            #expect(Int128(vat.minorUnits) == (product + half) / 1_000_000)
        }
    }

    @Test func vatThatPasses64BitsIsRefused() throws {
        let most = Money(minorUnits: Int64.max)
        #expect(throws: BookkeepingError.amountOutOfRange) {
            try Percentage(decimalText: "100.0001").vat(on: most)
        }
        #expect(throws: BookkeepingError.amountOutOfRange) {
            try Percentage(tenThousandths: Int64.max).vat(on: most)
        }
    }

    @Test func theTextHasFourDecimals() throws {
        #expect(try Percentage(decimalText: "17.5").decimalText == "17.5000")
    }
}
