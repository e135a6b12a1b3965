import Bookkeeping
import Books
import WebCore

/// What `/settings/single` tells that stands in no family with a path of its own.
enum UnpathedSettingsWire {
    static let shape = WireShape<UnpathedSettings>("UnpathedSettings", nominals + words + numbers)

    private static let nominals: [WireField<UnpathedSettings>] = [
        code(
            "CISDeductedFromUsNominal", "Where what customers withheld is posted.", .withholdingTaxReceivable),
        code(
            "CISDeductedByUsNominal", "Where what is withheld from suppliers is posted.",
            .withholdingTaxPayable),
        code("DiscountNominal", "Of discounts that customers get.", .discountsAllowed),
        code("PurchaseDiscountNominal", "Of discounts that suppliers give.", .discountsReceived),
        code("ExchangeDifferenceNominal", "Of exchange differences.", .exchangeGainsLosses),
        code("BadDebtNominal", "Of what is written off.", .badDebts),
        .integer(
            "LateChargeNominal", in: 0...Int64.max, "Of charges on what is paid late.", get: \.lateChargeCode),
    ]

    private static let words: [WireField<UnpathedSettings>] = [
        .text("CISBasis", "Net or Gross.", get: { $0.withholding.isOnGross ? "Gross" : "Net" }),
        .text("WithholdingTaxName", "On the line of a deduction.", get: { $0.withholding.name }),
        .text("FinancialYearEnd", "Month and day.", get: { String($0.yearEnd.text.suffix(5)) }),
    ]

    /// What a series begins with where nothing was numbered yet.
    private static let numbers: [WireField<UnpathedSettings>] = [
        first("FirstInvoiceNumber", .invoice), first("FirstQuoteNumber", .quote),
        first("FirstPurchaseNumber", .purchase), first("FirstProjectNumber", .project),
        first("FirstPurchaseOrderNumber", .purchaseOrder),
    ]

    private static func code(
        _ name: String, _ meaning: String, _ role: NominalRole
    ) -> WireField<UnpathedSettings> {
        .integer(name, in: 0...Int64.max, meaning, get: { $0.code(of: role) })
    }

    private static func first(_ name: String, _ series: NumberSeries) -> WireField<UnpathedSettings> {
        .integer(name, "Of a series never used.", get: { _ in series.start + 1 })
    }
}
