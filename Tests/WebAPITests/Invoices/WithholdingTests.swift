import HTTPTypes
import Testing

@Suite struct WithholdingTests {
    private static let path = "/v2/internal/invoices/319/withholdingtaxdeduction"

    @Test(arguments: ["invoices", "Invoice"])
    func theDocumentedExample(objectType: String) async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.withholdTax()
            try await server.addHarbour(#","ApplyWithholdingTax":true"#)
            try await server.addLabour()
            #expect(try await server.invoice(319)["IsWhtDeductionToBeApplied"] as? Bool == true)
            let answer = try await server.post(
                "/v2/internal/\(objectType)/319/withholdingtaxdeduction", nil)
            #expect(answer.status == .ok)
            for member in [
                #""NetAmount":800.0000,"VATAmount":200.0000,"GrossAmount":1000.0000"#,
                #""Number":2,"Description":"CIS 20%","Quantity":1.0000,"Rate":-200.0000"#,
                #""VATExempt":true,"VATAmount":0.0000"#, #""NominalCode":1131"#,
                #""IsWhtDeductionToBeApplied":false"#,
            ] {
                #expect(answer.text.contains(member), "\(member) is not in \(answer.text)")
            }
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-05-12 1100 +1200.00, 4000 -1000.00, 2200 -200.00",
                    "reversed invoice 1: 2026-05-12 1100 -1200.00, 4000 +1000.00, 2200 +200.00",
                    "invoice 1: 2026-05-12 1100 +1000.00, 4000 -1000.00, 1131 +200.00, 2200 -200.00",
                ])
            #expect(try await server.get("/v2/invoices/319").text == answer.text)
        }
    }

    @Test func theLineComesBackWithTheWholeAndIsTakenOffByAChange() async throws {
        try await TestServer.run { server in
            try await server.withholdTax()
            try await server.addHarbour(#","ApplyWithholdingTax":true,"WithholdingTaxRate":30"#)
            try await server.addLabour()
            let deducted = try await server.post(Self.path, nil)
            #expect(deducted.text.contains(#""Description":"CIS 30%""#))
            let same = try await server.put("/v2/invoices/319", deducted.text)
            #expect(same.text == deducted.text)
            let again = try await server.post(Self.path, nil)
            #expect(
                again.refuses(
                    .badRequest, "Conflict",
                    "The deduction is on it already; take its line off to deduct anew."))
            let off = try await server.put("/v2/invoices/319", SignedInServer.labour)
            #expect(off.text.contains(#""GrossAmount":1000.0000"#))
            #expect(off.text.contains(#""IsWhtDeductionToBeApplied":true"#))
            #expect(try await server.post(Self.path, nil).status == .ok)
        }
    }

    @Test func whatWasPaidCountsOnTheSmallerSum() async throws {
        try await TestServer.run { server in
            try await server.withholdTax()
            try await server.addHarbour(#","ApplyWithholdingTax":true"#)
            try await server.addLabour(#","PaymentLines":[{"Amount":800}]"#)
            #expect(try await server.invoice(319)["Status"] as? String == "PartPaid")
            let answer = try await server.post(Self.path, nil)
            #expect(answer.text.contains(#""DueAmount":0.0000"#) && answer.text.contains(#""Status":"Paid""#))
            #expect(answer.text.contains(#""PaidDate":"2026-03-09 12:00:00""#))
            let customer = try await server.get("/v2/customers/HARB01").text
            #expect(customer.contains(#""TotalPaidAmount":800.0000,"OutstandingBalance":0.0000"#))
        }
    }

    @Test func itIsRefusedWhereNothingIsWithheldAndNothingChanges() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addLabour()
            let before = try await server.get("/v2/invoices/319").text
            let off = try await server.post(Self.path, nil)
            #expect(
                off.refuses(
                    .badRequest, "Conflict", "CIS is not withheld on sales; the settings have it off."))
            try await server.withholdTax()
            let none = try await server.post(Self.path, nil)
            #expect(
                none.refuses(
                    .badRequest, "Conflict",
                    "The customer HARB01 withholds no tax: its ApplyWithholdingTax is false."))
            let unknown = try await server.post("/v2/internal/invoices/7/withholdingtaxdeduction", nil)
            #expect(unknown.refuses(.notFound, "NotFound", "There is no invoice 7."))
            #expect(
                try await server.post("/v2/internal/quotes/319/withholdingtaxdeduction", nil).status
                    == .notFound)
            #expect(try await server.get("/v2/invoices/319").text == before)
            #expect(try await server.postings().count == 1)
        }
    }

    @Test func aLockedDateIsRefused() async throws {
        try await TestServer.run { server in
            try await server.withholdTax()
            try await server.addHarbour(#","ApplyWithholdingTax":true"#)
            try await server.addLabour()
            try await server.lockBooks(until: "2026-05-12")
            let answer = try await server.post(Self.path, nil)
            #expect(answer.refuses(.badRequest, "Locked", "The books are locked up to 2026-05-12."))
            #expect(try await server.postings().count == 1)
        }
    }
}

extension SignedInServer {
    fileprivate static let labour = """
        {"Number":319,"CustomerCode":"HARB01","IssuedDate":"2026-05-12",
         "LineItems":[{"Description":"Labour","Quantity":1,"Rate":1000,"VATLevel":20,"NominalCode":4000}]}
        """

    /// Invoice 319 of the documentation: labour of 1000 at 20 % VAT.
    fileprivate func addLabour(_ more: String = "") async throws {
        let answer = try await post("/v2/invoices", Self.labour.dropLast() + more + "}")
        try #require(answer.status == .created, "\(answer.text)")
    }

    /// Switches the scheme on for sales.
    fileprivate func withholdTax() async throws {
        let answer = try await put("/v2/settings/withholdingtax", #"{"EnabledForSales":true}"#)
        try #require(answer.status == .ok, "\(answer.text)")
    }
}
