import Bookkeeping
import Testing

/// Every amount of a line against exact fractions, which 128-bit integers hold here.
@Suite struct LineArithmeticTests {
    @Test func netIsTheExactProductRoundedOnceAwayFromZero() throws {
        var numbers = SplitMix(seed: 20_261_125)
        let workshop = LineWorkshop()
        for _ in 0..<4_000 {
            let (quantity, rate) = (numbers.fourDecimals(), numbers.fourDecimals())
            var draft = SalesLineDraft()
            (draft.quantity, draft.rate, draft.vatLevel) = (quantity, rate, .percent(20))
            let line = try workshop.line(draft)
            let product = Int128(quantity.millionths) * Int128(rate.millionths)
            #expect(isNearest(line.net, of: product, over: 10_000_000_000), "\(quantity) × \(rate)")
            let vat = Int128(line.net.minorUnits) * 20
            #expect(isNearest(line.vat, of: vat, over: 100), "20 % of \(line.net)")
        }
    }

    @Test func vatPerUnitIsRoundedOnTheUnitAndThenMultiplied() throws {
        var numbers = SplitMix(seed: 7)
        var workshop = LineWorkshop()
        workshop.rules.posted.calculatesVATPerUnit = true
        for _ in 0..<2_000 {
            let (quantity, rate) = (numbers.fourDecimals(), numbers.fourDecimals())
            var draft = SalesLineDraft()
            (draft.quantity, draft.rate, draft.vatLevel) = (quantity, rate, .percent(5))
            let line = try workshop.line(draft)
            let unit = nearest(Int128(rate.millionths) * 5, over: 1_000_000)
            #expect(isNearest(line.vat, of: unit * Int128(quantity.millionths), over: 1_000_000))
        }
    }

    @Test func aThirdOfAPennyOnEachOfAHundredIsKnownOnlyPerUnit() throws {
        var workshop = LineWorkshop()
        #expect(try workshop.line(SalesLineDraft("100", at: "0.12")).vat == Money(minorUnits: 240))
        workshop.rules.posted.calculatesVATPerUnit = true
        #expect(try workshop.line(SalesLineDraft("100", at: "0.12")).vat == Money(minorUnits: 200))
    }

    @Test func homeAmountsComeToTheGrossAtTheRateAndOnlyTheLastNetIsOff() throws {
        var numbers = SplitMix(seed: 1_117)
        for _ in 0..<600 {
            var workshop = LineWorkshop()
            let rate = ExactDecimal(millionths: Int64.random(in: 1...5_000_000, using: &numbers))
            workshop.rules.currency = DocumentCurrency(code: "EUR", rate: rate, isHome: false)
            var drafts: [SalesLineDraft] = []
            for _ in 0..<Int.random(in: 1...7, using: &numbers) {
                var draft = SalesLineDraft()
                draft.quantity = ExactDecimal(
                    millionths: Int64.random(in: -50_000...50_000, using: &numbers) * 100)
                draft.rate = ExactDecimal(millionths: Int64.random(in: 0...900_000, using: &numbers) * 100)
                draft.vatLevel = [.zero, .percent(5), .percent(20)].randomElement(using: &numbers)
                drafts.append(draft)
            }
            let lines = try workshop.lines(drafts)
            let totals = try SalesTotals(of: lines)
            let gross = Int128(totals.gross.minorUnits) * 1_000_000
            #expect(isNearest(totals.homeGross, of: gross, over: Int128(rate.millionths)))
            let last = lines.lastIndex { $0.net != .zero }
            for (place, line) in lines.enumerated() {
                let vat = Int128(line.vat.minorUnits) * 1_000_000
                if last != nil { #expect(isNearest(line.homeVAT, of: vat, over: Int128(rate.millionths))) }
                guard place != last else { continue }
                let net = Int128(line.net.minorUnits) * 1_000_000
                #expect(isNearest(line.homeNet, of: net, over: Int128(rate.millionths)))
            }
            #expect(try lines.map { try $0.net + $0.vat }.total() == totals.gross)
        }
    }

    @Test func theLedgersOwnExampleOfThreeLines() throws {
        var workshop = LineWorkshop()
        try workshop.inEuros(at: "1.17")
        let draft = try SalesLineDraft("1", at: "10.01")
        let lines = try workshop.lines(draft, draft, draft)
        #expect(lines.map(\.vat.decimalText) == ["2.00", "2.00", "2.00"])
        #expect(lines.map(\.homeNet.decimalText) == ["8.56", "8.56", "8.54"])
        #expect(lines.map(\.homeVAT.decimalText) == ["1.71", "1.71", "1.71"])
        let totals = try SalesTotals(of: lines)
        #expect(totals.gross.decimalText == "36.03" && totals.homeGross.decimalText == "30.79")
        #expect(totals.homeVAT.decimalText == "5.13")
    }

    @Test func withoutAnyNetTheLastVATTakesTheRest() throws {
        var workshop = LineWorkshop()
        try workshop.inEuros(at: "3")
        let draft = try SalesLineDraft("0", at: "0", sent: "0.01")
        let lines = try workshop.lines(draft, draft, draft)
        #expect(lines.map(\.homeNet) == [.zero, .zero, .zero])
        #expect(lines.map(\.homeVAT.decimalText) == ["0.00", "0.00", "0.01"])
        #expect(try SalesTotals(of: lines).homeGross.decimalText == "0.01")
    }

    @Test(arguments: [
        ("13.5", "7.3333", "99.00", "19.80"), ("1", "0.025", "0.03", "0.01"),
        ("-1", "0.025", "-0.03", "-0.01"),
        ("1", "0.1249", "0.12", "0.02"), ("1", "0.125", "0.13", "0.03"), ("3", "33.3333", "100.00", "20.00"),
        ("1", "0.12", "0.12", "0.02"), ("1", "0.13", "0.13", "0.03"), ("0.0001", "49.9999", "0.00", "0.00"),
    ])
    func aPennyIsRoundedAwayFromZero(quantity: String, rate: String, net: String, vat: String) throws {
        let line = try LineWorkshop().line(SalesLineDraft(quantity, at: rate))
        #expect(line.net.decimalText == net && line.vat.decimalText == vat)
    }

    @Test func whatPasses64BitsNamesItsLine() throws {
        let most = ExactDecimal(millionths: 9_223_372_036_854_775_800)
        var draft = SalesLineDraft()
        (draft.quantity, draft.rate) = (most, most)
        #expect(
            LineWorkshop().problem(draft)
                == "LineItems[0].Rate times Quantity must be an amount below 92,233,720,368,547,758.07.")
        // Each alone fits; their sum does not.
        draft.quantity = ExactDecimal(millionths: 10_000_000_000)
        let two = draft
        #expect(throws: BookkeepingError.amountOutOfRange) {
            try SalesTotals(of: LineWorkshop().lines(draft, two))
        }
    }
}

/// Whether `money` is the whole number nearest to a fraction, halves away from zero.
private func isNearest(_ money: Money, of dividend: Int128, over divisor: Int128) -> Bool {
    Int128(money.minorUnits) == nearest(dividend, over: divisor)
}

/// By the definition: the whole number at most half away, and of two such the one farther from zero.
private func nearest(_ dividend: Int128, over divisor: Int128) -> Int128 {
    let near = dividend / divisor
    let candidates = [near - 1, near, near + 1].filter { candidate in
        let distance = 2 * (candidate * divisor - dividend)
        return -divisor <= distance && distance <= divisor
    }
    return candidates.max { $0.magnitude < $1.magnitude } ?? near
}

extension SplitMix {
    /// A number with four decimals, small ones as often as large ones, whose products fit.
    fileprivate mutating func fourDecimals() -> ExactDecimal {
        ExactDecimal(millionths: (any() >> 22) * 100)
    }
}
