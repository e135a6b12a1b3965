import Bookkeeping
import Books
import FrontDoor
import WebCore

/// `/settings/single`: one setting by its name, of whichever family it is.
enum SingleSettingRoutes {
    static let all: [Route] = [
        Route(
            .get, "/settings/single", .anyToken,
            RouteContract("One setting by its name, as its own family answers it.")
                .parameter(key.contract)
                .answers(.ok, "The bare value.", .value(.anything, #""2026-03-31 12:00:00""#))
                .refuses(unknown("Colour")),
            use: read)
    ]

    private static let key = QueryParameter<String>(
        "key",
        """
        A member of /settings/advanced, /settings/companydetails, /settings/invoice or /settings/quote, or one of \
        CISDeductedFromUsNominal, CISDeductedByUsNominal, CISBasis, WithholdingTaxName, DiscountNominal, \
        PurchaseDiscountNominal, ExchangeDifferenceNominal, BadDebtNominal, LateChargeNominal, FinancialYearEnd, \
        FirstInvoiceNumber, FirstQuoteNumber, FirstPurchaseNumber, FirstProjectNumber, FirstPurchaseOrderNumber; \
        in any case.
        """, .text(max: TextKind.lineMax), absent: "", rule: "is required.", isRequired: true, parse: { $0 }
    ).example(#""TransactionLockDate""#)

    private static func unknown(_ key: String) -> WebError {
        .notFound("There is no setting called \(key.shown()).")
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let key = reader.read(key)
        try reader.finish()
        let (business, today) = (try call.caller.business, call.today)
        let standing = try await call.services.frontDoor.standing(ofBusiness: business)
        return try await call.showing { transaction in
            var writer = WireWriter(capacity: 256)
            let advanced = AdvancedSettingsWire(try transaction.advancedInFull(), business: business)
            if AdvancedSettingsWire.shape.write(member: key, of: advanced, to: &writer) {
                return Answer(.ok, json: writer.bytes)
            }
            let company = CompanyWire(try transaction.company(), standing)
            if CompanyWire.shape.write(member: key, of: company, to: &writer) {
                return Answer(.ok, json: writer.bytes)
            }
            let invoices = InvoiceSettingsWire(try transaction.invoiceSettings())
            if InvoiceSettingsWire.shape.write(member: key, of: invoices, to: &writer) {
                return Answer(.ok, json: writer.bytes)
            }
            let quotes = QuoteSettingsWire(try transaction.quoteSettings())
            if QuoteSettingsWire.shape.write(member: key, of: quotes, to: &writer) {
                return Answer(.ok, json: writer.bytes)
            }
            let rest = try transaction.unpathedSettings(on: today)
            guard UnpathedSettingsWire.shape.write(member: key, of: rest, to: &writer) else {
                throw unknown(key)
            }
            return Answer(.ok, json: writer.bytes)
        }
    }
}
