import Bookkeeping
import Testing

@Suite struct InvoiceEntriesTests {
    @Test func debtorsTakeTheGrossAndEachLineCreditsItsNominal() throws {
        let workshop = InvoiceWorkshop()
        let invoice = try workshop.invoice(
            SalesLineDraft("1", at: "1850"), SalesLineDraft("13.5", at: "7.3333"))
        #expect(
            try workshop.posted(invoice) == ["1100 +2338.80", "4000 -1850.00", "4000 -99.00", "2200 -389.80"])
        let debtors = try invoice.entries(workshop.roles).entries[0]
        #expect(debtors.party == 17)
        #expect(try invoice.entries(workshop.roles).entries[1].documentLine == 1)
    }

    @Test func aCreditNoteTurnsTheSigns() throws {
        let workshop = InvoiceWorkshop()
        let note = try workshop.invoice(SalesLineDraft("-2", at: "10"))
        #expect(note.isCreditNote)
        #expect(try workshop.posted(note) == ["1100 -24.00", "4000 +20.00", "2200 +4.00"])
    }

    @Test func onTheCashBasisVATWaits() throws {
        var workshop = InvoiceWorkshop()
        workshop.lines.rules.posted.isCashBasis = true
        let invoice = try workshop.invoice(SalesLineDraft("1", at: "100"))
        #expect(try workshop.posted(invoice) == ["1100 +120.00", "4000 -100.00", "2205 -20.00"])
    }

    @Test func aWriteOffClaimsItsVATAsRelief() throws {
        var workshop = InvoiceWorkshop()
        var draft = try SalesLineDraft("-1", at: "100")
        draft.nominalCode = 8100
        #expect(
            try workshop.posted(workshop.invoice(draft)) == ["1100 -120.00", "8100 +100.00", "2201 +20.00"])
        workshop.lines.rules.posted.isCashBasis = true
        #expect(
            try workshop.posted(workshop.invoice(draft)) == ["1100 -120.00", "8100 +100.00", "2205 +20.00"])
        // Without relief the gross is the loss.
        draft = try SalesLineDraft("-1", at: "120", vat: 0)
        draft.nominalCode = 8100
        #expect(try workshop.posted(workshop.invoice(draft)) == ["1100 -120.00", "8100 +120.00"])
    }

    @Test func aForeignInvoiceCarriesBothCurrencies() throws {
        var workshop = InvoiceWorkshop()
        try workshop.lines.inEuros(at: "1.17")
        let draft = try SalesLineDraft("1", at: "10.01")
        #expect(
            try workshop.posted(workshop.invoice(draft, draft, draft)) == [
                "1100 +30.79 EUR 36.03", "4000 -8.56 EUR -10.01", "4000 -8.56 EUR -10.01",
                "4000 -8.54 EUR -10.01",
                "2200 -5.13 EUR -6.00",
            ])
    }

    @Test func underTheReverseChargeNoVATPostsAndTheCustomersIsTold() throws {
        var workshop = InvoiceWorkshop()
        workshop.lines.rules.isReverseCharge = true
        let invoice = try workshop.invoice(
            SalesLineDraft("1", at: "1000"), SalesLineDraft("1", at: "50", vat: 0))
        #expect(try workshop.posted(invoice) == ["1100 +1050.00", "4000 -1000.00", "4000 -50.00"])
        let told = try invoice.reverseCharge
        #expect(told.net.decimalText == "1000.00" && told.vat.decimalText == "200.00")
        workshop.lines.rules.isReverseCharge = false
        #expect(try workshop.invoice(SalesLineDraft("1", at: "1000")).reverseCharge.vat == .zero)
    }

    @Test func nothingIsPostedForNothing() throws {
        let workshop = InvoiceWorkshop()
        let invoice = try workshop.invoice(SalesLineDraft("0", at: "0"), SalesLineDraft("1", at: "0"))
        #expect(try workshop.posted(invoice).isEmpty)
    }

    @Test func everyInvoiceBalances() throws {
        var numbers = SplitMix(seed: 1_100)
        for _ in 0..<300 {
            var workshop = InvoiceWorkshop()
            workshop.lines.rules.posted.isCashBasis = Bool.random(using: &numbers)
            workshop.lines.rules.isReverseCharge = Bool.random(using: &numbers)
            if Bool.random(using: &numbers) {
                workshop.lines.rules.currency = DocumentCurrency(
                    code: "EUR",
                    rate: ExactDecimal(millionths: Int64.random(in: 1...3_000_000, using: &numbers)),
                    isHome: false)
            }
            var drafts: [SalesLineDraft] = []
            for _ in 0..<Int.random(in: 1...9, using: &numbers) {
                var draft = SalesLineDraft()
                draft.quantity = ExactDecimal(
                    millionths: Int64.random(in: -90_000...90_000, using: &numbers) * 100)
                draft.rate = ExactDecimal(millionths: Int64.random(in: 0...90_000, using: &numbers) * 100)
                draft.vatLevel = [.zero, .percent(5), .percent(20)].randomElement(using: &numbers)
                draft.nominalCode = [4000, 8100].randomElement(using: &numbers)
                drafts.append(draft)
            }
            let lines = try workshop.lines.lines(drafts)
            var invoice = try workshop.invoice(drafts[0])
            (invoice.lines, invoice.totals) = (lines, try SalesTotals(of: lines))
            // Made at all only when debits equal credits.
            let entries = try invoice.entries(workshop.roles)
            let foreign = try entries.entries.compactMap(\.foreign?.amount).total()
            #expect(foreign == .zero)
            let debtors = try entries.entries.filter { $0.nominal == 1_000_003 }.map(\.amount).total()
            #expect(debtors == invoice.totals.homeGross)
        }
    }
}
