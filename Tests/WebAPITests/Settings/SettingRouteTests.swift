import HTTPTypes
import Testing

/// The families of settings that are nothing but their members.
@Suite struct SettingRouteTests {
    private static let stock = "/v2/stockoptions"
    private static let project = "/v2/settings/project"
    private static let invoice = "/v2/settings/invoice"
    private static let quote = "/v2/settings/quote"
    private static let withholding = "/v2/settings/withholdingtax"

    private static let stockOptions =
        #"{"EnableStockManagement":false,"EnableWholesalePricing":false,"ECSalesProducts":false}"#
    private static let projects = #"""
        {"ProjectText":"Project","IsEnabled":true,"ProjectPrint":false,"ProjectOnPurchaseLine":false,\#
        "ProjectOnInvoiceLine":false,"ProjectOnBankLine":false,"ProjectOnJournalLine":false,\#
        "ProjectStartDateName":"Start Date","ProjectEndDateName":"End Date","IsWorkInProgressEnabled":false,\#
        "IsCustomerEnabled":true,"OrderBy":"Number","Order":"Asc"}
        """#
    private static let invoices = #"""
        {"AccountName":"Account","CreditNoteName":"Credit Note","InvoiceName":"Invoice",\#
        "InvoiceDateName":"Invoice Date","DueDateName":"Due Date","CustomerReferenceName":"Your Reference",\#
        "TotalName":"Total","InvoiceNumberName":"Invoice Number","InvoiceTotalName":"Invoice Total",\#
        "NetAmountName":"Net","QuantityName":"Quantity","RateName":"Rate","DescriptionName":"Description",\#
        "IsEmailSentIconIncluded":true,"IsInvoiceCustomerReferenceShownOnList":false,"IsQuantityFieldRemoved":false}
        """#
    private static let quotes = #"""
        {"QuoteName":"Quotes","QuoteHeading":"Quotation","QuoteReference":"Your Reference","QuoteDueDate":"30 Days",\#
        "QuoteDueDateCaption":"Valid For","QuoteAdditionalText":"","QuoteShowTotalInList":true,\#
        "QuoteShowTotalInPdf":true,"QuoteDelete":false,"QuoteCopyReference":"1","QuoteConvertedCategory":"0",\#
        "PrevNextOptionEnabled":true,"PrevNextType":"0"}
        """#
    private static let withholdings = #"""
        {"EnabledForSales":false,"EnabledForPurchases":false,"WithholdingTaxName":"CIS","CISBasis":"Net",\#
        "RateByNominal":false,"Rate":20.0000,"UnverifiedRate":30.0000,"ExcludedNominalCodes":[],\#
        "CISDeductedFromUsNominal":1131,"CISDeductedByUsNominal":2220}
        """#

    @Test(arguments: [
        (stock, stockOptions), (project, projects), (invoice, invoices), (quote, quotes),
        (withholding, withholdings),
    ])
    func theDefaultsAreThereAndEverybodyReadsThemButFullAccessAloneWrites(path: String, defaults: String)
        async throws
    {
        try await TestServer.run { server async throws in
            let clerk = try await server.user(with: .viewInvoice)
            #expect(try await server.get(path).text == defaults)
            #expect(try await clerk.get(path).text == defaults)
            #expect(try await clerk.put(path, "{}").status == .unauthorized)
            let answer = try await server.put(path, defaults)
            #expect(answer.status == .ok && answer.text == defaults)
        }
    }

    @Test(arguments: [
        (
            project, #"{"ProjectText":"Job","ProjectOnInvoiceLine":true}"#,
            projects.replacing(#""Project","#, with: #""Job","#).replacing(
                #""ProjectOnInvoiceLine":false"#, with: #""ProjectOnInvoiceLine":true"#)
        ),
        (
            project,
            #"""
            {"ProjectText":" Job ","IsEnabled":false,"ProjectPrint":1,"ProjectOnReceiptLine":true,
             "ProjectOnInvoiceLine":true,"ProjectOnBankLine":true,"ProjectOnJournal":true,"ProjectStartDateName":"From",
             "ProjectEndDateName":"To","IsWorkInProgressEnabled":true,"IsCustomerEnabled":false,"OrderBy":2,
             "Order":"desc"}
            """#,
            #"""
            {"ProjectText":"Job","IsEnabled":false,"ProjectPrint":true,"ProjectOnPurchaseLine":true,\#
            "ProjectOnInvoiceLine":true,"ProjectOnBankLine":true,"ProjectOnJournalLine":true,\#
            "ProjectStartDateName":"From","ProjectEndDateName":"To","IsWorkInProgressEnabled":true,\#
            "IsCustomerEnabled":false,"OrderBy":"Created","Order":"Desc"}
            """#
        ),
        (
            invoice,
            #"""
            {"CustomerReferenceName":"PO number","IsEmailSentIconIncluded":false,
             "IsInvoiceCustomerReferenceShownOnList":true,"IsQuantityFieldRemoved":true}
            """#,
            invoices.replacing("Your Reference", with: "PO number").replacing(":true", with: ":-").replacing(
                ":false", with: ":true"
            ).replacing(":-", with: ":false")
        ),
        (
            quote,
            #"""
            {"QuoteName":"Offers","QuoteHeading":"Offer","QuoteReference":"PO","QuoteDueDate":"14 days",
             "QuoteDueDateCaption":"Open for","QuoteAdditionalText":"Line 1\nLine 2","QuoteShowTotalInList":false,
             "QuoteShowTotalInPdf":false,"QuoteDelete":true,"QuoteCopyReference":0,"PrevNextOptionEnabled":false,
             "PrevNextType":"1"}
            """#,
            #"""
            {"QuoteName":"Offers","QuoteHeading":"Offer","QuoteReference":"PO","QuoteDueDate":"14 days",\#
            "QuoteDueDateCaption":"Open for","QuoteAdditionalText":"Line 1\nLine 2","QuoteShowTotalInList":false,\#
            "QuoteShowTotalInPdf":false,"QuoteDelete":true,"QuoteCopyReference":"0","QuoteConvertedCategory":"0",\#
            "PrevNextOptionEnabled":false,"PrevNextType":"1"}
            """#
        ),
        (
            withholding,
            #"""
            {"EnabledForSales":true,"EnabledForPurchases":true,"WithholdingTaxName":"Tax withheld","CISBasis":"gross",
             "RateByNominal":true,"Rate":17.5,"UnverifiedRate":0,"ExcludedNominalCodes":[5000,4000,5000],
             "CISDeductedFromUsNominal":4000}
            """#,
            #"""
            {"EnabledForSales":true,"EnabledForPurchases":true,"WithholdingTaxName":"Tax withheld","CISBasis":"Gross",\#
            "RateByNominal":true,"Rate":17.5000,"UnverifiedRate":0.0000,"ExcludedNominalCodes":[4000,5000],\#
            "CISDeductedFromUsNominal":1131,"CISDeductedByUsNominal":2220}
            """#
        ),
    ])
    func everyMemberCanBeSentAndSentBackAndStaysWhenLeftOut(path: String, body: String, expected: String)
        async throws
    {
        try await TestServer.run { server async throws in
            let answer = try await server.put(path, body, loosely: true)
            #expect(answer.status == .ok && answer.text == expected)
            #expect(try await server.put(path, expected).text == expected)
            #expect(try await server.put(path, "{}").text == expected)
            #expect(try await server.get(path).text == expected)
            #expect(try await server.otherBusiness().get(path).text != expected)
        }
    }

    @Test func stockOptionsLeftOutAreFalse() async throws {
        try await TestServer.run { server async throws in
            let all = Self.stockOptions.replacing("false", with: "true")
            #expect(try await server.put(Self.stock, all).text == all)
            #expect(try await server.get("/v2/vat/settings").text.contains(#""DefineProds":true"#))
            let one = #"{"EnableWholesalePricing":true}"#
            let expected = Self.stockOptions.replacing(#"Pricing":false"#, with: #"Pricing":true"#)
            #expect(try await server.put(Self.stock, one).text == expected)
            #expect(try await server.get("/v2/vat/settings").text.contains(#""DefineProds":false"#))
        }
    }

    @Test(arguments: [
        (invoice, invoices, #"{"CreditNoteName":"Refund"}"#, #"{"CreditNoteName":""}"#),
        (project, projects, #"{"ProjectText":"Job"}"#, #"{"ProjectText":" "}"#),
        (quote, quotes, #"{"QuoteHeading":"Offer"}"#, #"{"QuoteHeading":""}"#),
        (withholding, withholdings, #"{"WithholdingTaxName":"Tax"}"#, #"{"WithholdingTaxName":""}"#),
        (
            withholding, withholdings, #"{"ExcludedNominalCodes":[5000]}"#, #"{"ExcludedNominalCodes":[]}"#
        ),
    ])
    func aWordSentEmptyIsTheUsualOneAgain(
        path: String, defaults: String, change: String, undo: String
    ) async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.put(path, change).text != defaults)
            #expect(try await server.put(path, undo).text == defaults)
        }
    }

    @Test(arguments: [
        (
            stock, stockOptions, #"{"EnableStockManagement":"on"}"#,
            "EnableStockManagement has the wrong type."
        ),
        (
            project, projects, #"{"IsEnabled":false,"OrderBy":3}"#,
            "OrderBy must be one of 0 Number, 1 Name, 2 Created."
        ),
        (project, projects, #"{"IsEnabled":false,"Order":"Up"}"#, "Order must be one of 0 Asc, 1 Desc."),
        (invoice, invoices, #"{"NetAmountName":"N","RateName":7}"#, "RateName has the wrong type."),
        (
            quote, quotes, #"{"QuoteDelete":true,"QuoteConvertedCategory":"7"}"#,
            "QuoteConvertedCategory must be 0 or the number of a quote category; there is no 7."
        ),
        (
            quote, quotes, #"{"QuoteDelete":true,"QuoteConvertedCategory":"red"}"#,
            "QuoteConvertedCategory must be a whole number from 0 to 2147483647."
        ),
        (
            withholding, withholdings, #"{"EnabledForSales":true,"Rate":101}"#,
            "Rate must be a number from 0 to 100."
        ),
        (
            withholding, withholdings, #"{"EnabledForSales":true,"ExcludedNominalCodes":[4000,77]}"#,
            "ExcludedNominalCodes[1] must be the code of a nominal; there is no 77."
        ),
    ])
    func theWrongIsNamedAndNothingChanges(
        path: String, defaults: String, body: String, message: String
    ) async throws {
        try await TestServer.run { server async throws in
            let field = message.prefix { $0 != " " }
            #expect(try await server.put(path, body, loosely: true).names((String(field), message)))
            #expect(try await server.get(path).text == defaults)
        }
    }

    @Test func theCategoryOfConvertedQuotesIsOneThatThereIs() async throws {
        try await TestServer.run { server async throws in
            let categories = #"{"EntityType":"Quote","CategoriesList":[{"Name":"Won","IconId":1}]}"#
            #expect(try await server.post("/v2/categories/list", categories).status == .created)
            let answer = try await server.put(Self.quote, #"{"QuoteConvertedCategory":"1"}"#)
            #expect(answer.text == Self.quotes.replacing(#"Category":"0""#, with: #"Category":"1""#))
            #expect(try await server.delete("/v2/categories/1?entityType=Quote").status == .noContent)
            #expect(try await server.get(Self.quote).text == Self.quotes)
        }
    }
}
