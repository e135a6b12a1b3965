import Bookkeeping
import Testing

@Suite struct WithholdingDeductionTests {
    private let workshop = InvoiceWorkshop()
    private let nominal = NominalLink(id: 1_131, code: 1131, name: "CIS Deductions Suffered")

    private var settings: WithholdingSettings {
        var settings = WithholdingSettings()
        settings.isOnForSales = true
        return settings
    }

    @Test func theDocumentedExample() throws {
        let invoice = try workshop.invoice(SalesLineDraft("1", at: "1000"))
        let deduction = try invoice.withholding(settings, customerRate: nil, nominalRates: [:])
        #expect(deduction.amount.decimalText == "200.00" && deduction.description == "CIS 20%")
        let less = try invoice.deducting(deduction, to: nominal)
        #expect(less.lines.count == 2)
        let line = less.lines[1]
        #expect(line.number == 2 && line.quantity == .one && line.rate.decimalText == "-200.0000")
        #expect(line.isVATExempt && line.vat == .zero && line.isWithholding && line.nominal == nominal)
        #expect(less.totals.net.decimalText == "800.00" && less.totals.vat.decimalText == "200.00")
        #expect(less.totals.gross.decimalText == "1000.00")
        #expect(
            try workshop.posted(less) == ["1100 +1000.00", "4000 -1000.00", "1131 +200.00", "2200 -200.00"])
    }

    @Test func theCustomersRateWinsAndMaterialsBearNone() throws {
        var materials = try SalesLineDraft("1", at: "500")
        materials.nominalCode = 8100
        let invoice = try workshop.invoice(SalesLineDraft("1", at: "0.05"), materials)
        var settings = settings
        settings.excludedNominals = [1_000_002]
        let deduction = try invoice.withholding(settings, customerRate: .percent(30), nominalRates: [:])
        // 1.5 pence, away from zero.
        #expect(deduction.amount.decimalText == "0.02" && deduction.description == "CIS 30%")
    }

    @Test func onTheGrossWhereTheSettingsSaySo() throws {
        var settings = settings
        settings.isOnGross = true
        let invoice = try workshop.invoice(SalesLineDraft("1", at: "1000"))
        #expect(
            try invoice.withholding(settings, customerRate: nil, nominalRates: [:]).amount.decimalText
                == "240.00")
    }

    @Test func eachNominalsRateWhereTheSettingsSaySo() throws {
        var settings = settings
        settings.isByNominal = true
        var other = try SalesLineDraft("1", at: "100")
        other.nominalCode = 8100
        let invoice = try workshop.invoice(SalesLineDraft("1", at: "1000"), other)
        let rates: [Int64: Percentage] = [1_000_001: .percent(20), 1_000_002: .percent(30)]
        let both = try invoice.withholding(settings, customerRate: .percent(9), nominalRates: rates)
        #expect(both.amount.decimalText == "230.00" && both.description == "CIS")
        let one = try invoice.withholding(
            settings, customerRate: .percent(9), nominalRates: [1_000_001: .percent(20)])
        #expect(one.amount.decimalText == "200.00" && one.description == "CIS 20%")
    }

    @Test func aForeignInvoiceKeepsItsGrossAtTheRate() throws {
        var workshop = workshop
        try workshop.lines.inEuros(at: "1.17")
        let invoice = try workshop.invoice(SalesLineDraft("1", at: "10.01"), SalesLineDraft("1", at: "10.01"))
        let deduction = try invoice.withholding(settings, customerRate: nil, nominalRates: [:])
        let less = try invoice.deducting(deduction, to: nominal)
        #expect(less.totals.gross.decimalText == "20.02")
        #expect(try less.totals.homeGross == less.totals.gross.atHome(less.details.currency.rate))
    }

    @Test func aCreditNoteGivesItBack() throws {
        let note = try workshop.invoice(SalesLineDraft("-1", at: "1000"))
        let deduction = try note.withholding(settings, customerRate: nil, nominalRates: [:])
        #expect(deduction.amount.decimalText == "-200.00")
        #expect(try note.deducting(deduction, to: nominal).totals.gross.decimalText == "-1000.00")
    }
}
