import Bookkeeping
import Testing

@Suite struct LineRulesTests {
    @Test(arguments: ["19.99", "20.00", "20.01"])
    func sentVATWithinAPennyIsKept(sent: String) throws {
        let line = try LineWorkshop().line(SalesLineDraft("1", at: "100", sent: sent))
        #expect(line.vat.decimalText == sent)
    }

    @Test(arguments: ["19.98", "20.02", "0", "-20"])
    func sentVATFartherOffIsRefusedWithWhatWouldBeRight(sent: String) throws {
        let draft = try SalesLineDraft("1", at: "100", sent: sent)
        #expect(
            LineWorkshop().problem(draft) == "LineItems[0].VATAmount must be 20.00, or within a penny of it.")
    }

    @Test(arguments: [TradeBorderType.europeanUnion, .restOfWorld])
    func acrossABorderNoVATIsRightAndSoIsSome(border: TradeBorderType) throws {
        var workshop = LineWorkshop()
        workshop.rules.tradeBorder = border
        #expect(try workshop.line(SalesLineDraft("1", at: "100", sent: "0")).vat == .zero)
        #expect(try workshop.line(SalesLineDraft("1", at: "100")).vat.decimalText == "20.00")
        #expect(workshop.problem(try SalesLineDraft("1", at: "100", sent: "7")) != nil)
    }

    @Test func underTheReverseChargeLinesKeepTheirLevelAndBearNoVAT() throws {
        var workshop = LineWorkshop()
        workshop.rules.isReverseCharge = true
        let line = try workshop.line(SalesLineDraft("1", at: "100"))
        #expect(line.vatLevel == .percent(20) && line.vat == .zero && !line.isVATExempt)
        #expect(try workshop.line(SalesLineDraft("1", at: "100", sent: "0")).vat == .zero)
        #expect(
            workshop.problem(try SalesLineDraft("1", at: "100", sent: "20"))
                == "LineItems[0].VATAmount must be 0 under the reverse charge: the customer accounts for it.")
        #expect(workshop.problem(try SalesLineDraft("0", at: "0", sent: "20")) != nil)
    }

    @Test func anExemptLineAndOneOfLevelZeroBearNoVAT() throws {
        var exempt = try SalesLineDraft("1", at: "100")
        exempt.isVATExempt = true
        let workshop = LineWorkshop()
        #expect(try workshop.line(exempt).vat == .zero && workshop.line(exempt).isVATExempt)
        exempt.vat = Money(minorUnits: 1)
        let words = "LineItems[0].VATAmount must be 0 where the line is exempt or its VATLevel is 0."
        #expect(workshop.problem(exempt) == words)
        #expect(try workshop.line(SalesLineDraft("1", at: "100", vat: 0)).vat == .zero)
        #expect(workshop.problem(try SalesLineDraft("1", at: "100", vat: 0, sent: "0.01")) == words)
    }

    @Test func aLineOfNoNetMayBearVATAlone() throws {
        let line = try LineWorkshop().line(SalesLineDraft("1", at: "0", sent: "345.67"))
        #expect(line.net == .zero && line.vat.decimalText == "345.67")
    }

    @Test func whoIsNotRegisteredBearsNoneWhateverIsSent() throws {
        var workshop = LineWorkshop()
        workshop.rules.posted.isVATRegistered = false
        let line = try workshop.line(SalesLineDraft("1", at: "100", vat: 19, sent: "19"))
        #expect(line.vat == .zero && line.isVATExempt && line.vatLevel == .zero)
    }

    @Test func aLevelIsTheAccountsOrTheLinesOwnFromBefore() throws {
        var workshop = LineWorkshop()
        var old = try SalesLineDraft("1", at: "100", vat: 15)
        old.number = 3
        #expect(
            workshop.problem(old)
                == "LineItems[0].VATLevel must be a VAT rate of the account, which are 0, 5, 20.")
        workshop.sources.levelsBefore[3] = .percent(15)
        #expect(try workshop.line(old).vat.decimalText == "15.00")
        workshop.sources.levelsBefore = [4: .percent(15)]
        #expect(workshop.problem(old) != nil)
    }

    @Test func textAloneIsACommentAndNothingElseIs() throws {
        let workshop = LineWorkshop()
        var comment = SalesLineDraft()
        comment.description = "As agreed on the telephone"
        let line = try workshop.line(comment)
        #expect(line.net == .zero && line.quantity == .zero && line.rate == .zero && line.vat == .zero)
        #expect(workshop.problem(SalesLineDraft()) == "LineItems[0].Rate must be set: the net price of one.")
        comment.quantity = .one
        #expect(workshop.problem(comment) == "LineItems[0].Rate must be set: the net price of one.")
    }

    @Test func aQuantityLeftOutIsOneAndAHomeRateMakesTheRate() throws {
        var workshop = LineWorkshop()
        try workshop.inEuros(at: "1.25")
        #expect(try workshop.line(SalesLineDraft(nil, at: "7")).quantity == .one)
        var draft = try SalesLineDraft("2", at: nil)
        draft.homeRate = try ExactDecimal(decimalText: "80", .fourDecimals)
        let line = try workshop.line(draft)
        #expect(line.rate.decimalText == "100.0000" && line.net.decimalText == "200.00")
        // A rate that is sent wins.
        draft.rate = .one
        #expect(try workshop.line(draft).net.decimalText == "2.00")
    }

    @Test func linesAreNumberedAnewInTheirOrderNewOnesLast() throws {
        let workshop = LineWorkshop()
        let drafts = try [(Int64(7), "a"), (0, "b"), (2, "c"), (0, "d"), (7, "e")].map { number, text in
            var draft = try SalesLineDraft("1", at: "1")
            (draft.number, draft.description) = (number, text)
            return draft
        }
        let lines = try workshop.lines(drafts)
        #expect(lines.map(\.description) == ["c", "a", "e", "b", "d"])
        #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
    }

    @Test func controlNominalsAndUnknownOnesAreNoLines() throws {
        let workshop = LineWorkshop()
        var draft = try SalesLineDraft("1", at: "1")
        draft.nominalCode = 1100
        #expect(
            workshop.problem(draft)
                == "LineItems[0].NominalCode must not be 1100, Nominal 1100: only documents and payments move it."
        )
        draft.nominalCode = 4999
        #expect(
            workshop.problem(draft)
                == "LineItems[0].NominalCode must be the code of a nominal; there is no 4999.")
        draft.nominalCode = 8100
        #expect(try workshop.line(draft).nominal.code == 8100)
    }

    @Test func aProductsPriceIsDiscountedAndASentRateIsFinal() throws {
        var workshop = LineWorkshop()
        var details = ProductDetails()
        (details.name, details.price) = ("Oak", try ExactDecimal(decimalText: "19.99", .fourDecimals))
        details.wholesalePrice = try ExactDecimal(decimalText: "10", .fourDecimals)
        details.vatRate = .percent(5)
        workshop.sources.products[ProductKey(nominal: 1_000_001, code: "oak")] = Product(
            id: 9, nominal: 1_000_001, nominalCode: 4000, code: "OAK", details: details)
        workshop.sources.discount = .percent(10)
        var draft = try SalesLineDraft("1", at: nil, vat: nil)
        (draft.productCode, draft.nominalCode) = ("Oak", 4000)
        let line = try workshop.line(draft)
        #expect(line.rate.decimalText == "17.9910" && line.vatLevel == .percent(5) && line.product?.id == 9)
        workshop.sources.isWholesale = true
        #expect(try workshop.line(draft).rate.decimalText == "9.0000")
        draft.rate = .one
        #expect(try workshop.line(draft).rate == .one)
        draft.productCode = "elm"
        #expect(
            workshop.problem(draft) == "LineItems[0].ProductCode must be the code of a product under 4000.")
    }

    @Test func tooManyLinesAndNoneAreRefused() throws {
        let workshop = LineWorkshop()
        let draft = try SalesLineDraft("1", at: "0.01")
        let most = try workshop.lines([SalesLineDraft](repeating: draft, count: salesLinesMax))
        #expect(try SalesTotals(of: most).net.decimalText == "1000.00")
        #expect(throws: BookkeepingError.self) {
            try workshop.lines([SalesLineDraft](repeating: draft, count: salesLinesMax + 1))
        }
        #expect(
            throws: BookkeepingError.invalid([FieldProblem("LineItems", "must have at least one line")])
        ) { try workshop.lines([]) }
    }
}
