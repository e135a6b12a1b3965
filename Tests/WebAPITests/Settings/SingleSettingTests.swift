import HTTPTypes
import Testing

@Suite struct SingleSettingTests {
    private let path = "/v2/settings/single"

    @Test func theDocumentedExample() async throws {
        try await TestServer.run { server async throws in
            let lock = #"{"TransactionLock":true,"TransactionLockDate":"2026-03-31"}"#
            #expect(try await server.put("/v2/settings/advanced", lock).status == .ok)
            let answer = try await server.get("\(path)?key=TransactionLockDate")
            #expect(answer.status == .ok && answer.text == #""2026-03-31 12:00:00""#)
        }
    }

    @Test func everyFamilyIsAskedInAnyCase() async throws {
        try await TestServer.run { server async throws in
            let reader = try await server.user(with: .viewQuote)
            for (key, value) in [
                ("defaultvatrate", "20.0000"), ("JournalEnabled", "true"), ("DropboxSettings", "null"),
                ("CompanyName", #""Harbour Joinery Ltd""#),
                ("PaymentTerms", #"{"Type":"AfterIssuedDate","Days":30}"#),
                ("CREDITNOTENAME", #""Credit Note""#),
                ("QuoteDelete", "false"), ("CISDeductedFromUsNominal", "1131"),
                ("CISDeductedByUsNominal", "2220"),
                ("CISBasis", #""Net""#), ("WithholdingTaxName", #""CIS""#), ("DiscountNominal", "4009"),
                ("PurchaseDiscountNominal", "5009"), ("ExchangeDifferenceNominal", "7906"),
                ("BadDebtNominal", "8100"), ("LateChargeNominal", "4907"), ("FirstInvoiceNumber", "1"),
                ("FirstQuoteNumber", "1"), ("FirstPurchaseNumber", "1"), ("FirstProjectNumber", "1"),
                ("FirstPurchaseOrderNumber", "1"), ("FinancialYearEnd", #""03-31""#),
            ] {
                let answer = try await reader.get("\(path)?key=\(key)")
                #expect(answer.status == .ok && answer.text == value, "\(key): \(answer.text)")
            }
        }
    }

    @Test func theYearEndIsThatOfTheFirstPeriod() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.delete("/v2/accountingperiods/1").status == .noContent)
            #expect(try await server.get("\(path)?key=FinancialYearEnd").text == #""03-31""#)
            _ = try await server.post(
                "/v2/accountingperiods", #"{"StartDate":"2026-01-01","EndDate":"2026-12-31"}"#)
            #expect(try await server.get("\(path)?key=FinancialYearEnd").text == #""12-31""#)
        }
    }

    @Test func whatIsNoneIsNotFound() async throws {
        try await TestServer.run { server async throws in
            for key in ["Colour", "QuantityInStock", "EnabledForSales"] {
                #expect(
                    try await server.get("\(path)?key=\(key)").refuses(
                        .notFound, "NotFound", "There is no setting called \(key)."))
            }
            for query in ["", "?key="] {
                #expect(try await server.get(path + query).names(("key", "key is required.")))
            }
        }
    }
}
