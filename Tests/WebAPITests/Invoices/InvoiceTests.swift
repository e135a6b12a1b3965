import HTTPTypes
import Testing

@Suite struct InvoiceTests {
    @Test func theDocumentedExampleIsAnsweredAndPosted() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            let answer = try await server.post("/v2/invoices", stairs)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/invoices/1")
            for member in [
                #""Number":1,"Type":"Invoice","IssuedDate":"2026-05-12 12:00:00","DueDate":"2026-05-26 12:00:00","PaidDate":null"#,
                #""NetAmount":1949.0000,"VATAmount":389.8000,"GrossAmount":2338.8000,"HomeCurrencyGrossAmount":2338.8000"#,
                #""TotalPaidAmount":0.0000,"DueAmount":2338.8000,"FormattedDueAmount":"£2,338.80","Status":"Unpaid""#,
                #""Quantity":13.5000,"Rate":7.3333,"HomeCurrencyRate":7.3333,"VATLevel":20.0000,"VATExempt":false,"VATAmount":19.8000"#,
            ] {
                #expect(answer.text.contains(member), "\(member) is not in \(answer.text)")
            }
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-05-12 1100 +2338.80, 4000 -1850.00, 4000 -99.00, 2200 -389.80"
                ])
            #expect(try await server.get("/v2/invoices/1").text == answer.text)
        }
    }

    @Test func aPartPaymentIsBankedAndTheRestIsDue() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            _ = try await server.post("/v2/invoices", stairs)
            let paid = try await server.put(
                "/v2/invoices/1",
                stairs.dropLast() + #","PaymentLines":[{"Date":"2026-05-20","Amount":1000}]}"#)
            #expect(paid.status == .ok)
            #expect(paid.text.contains(#""TotalPaidAmount":1000.0000,"DueAmount":1338.8000"#))
            #expect(paid.text.contains(#""Status":"PartPaid""#))
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-05-12 1100 +2338.80, 4000 -1850.00, 4000 -99.00, 2200 -389.80",
                    "payment 1: 2026-05-20 1200 +1000.00, 1100 -1000.00",
                ])
            let customer = try await server.get("/v2/customers/HARB01")
            #expect(customer.text.contains(#""TotalPaidAmount":1000.0000,"OutstandingBalance":1338.8000"#))
        }
    }

    @Test func aChangeReversesAndPostsAnewAndAnEqualOnePostsNothing() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            _ = try await server.post("/v2/invoices", stairs)
            let read = try await server.get("/v2/invoices/1")
            let same = try await server.put("/v2/invoices/1", read.text)
            #expect(same.text == read.text)
            #expect(try await server.postings().count == 1)
            _ = try await server.put("/v2/invoices/1", stairs.replacing("1850", with: "1900"))
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed invoice 1: 2026-05-12 1100 -2338.80, 4000 +1850.00, 4000 +99.00, 2200 +389.80",
                    "invoice 1: 2026-05-12 1100 +2398.80, 4000 -1900.00, 4000 -99.00, 2200 -399.80",
                ])
        }
    }

    @Test func deletedItIsReversedAndItsNumberIsNotGivenAgain() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            _ = try await server.post(
                "/v2/invoices", stairs.dropLast() + #","PaymentLines":[{"Date":"2026-05-20","Amount":1000}]}"#
            )
            #expect(try await server.delete("/v2/invoices/1").status == .noContent)
            #expect(try await server.get("/v2/invoices/1").status == .notFound)
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed payment 1: 2026-05-20 1200 -1000.00, 1100 +1000.00",
                    "reversed invoice 1: 2026-05-12 1100 -2338.80, 4000 +1850.00, 4000 +99.00, 2200 +389.80",
                ])
            let taken = try await server.post(
                "/v2/invoices", stairs.replacing("{ \"C", with: "{ \"Number\": 1, \"C"))
            #expect(
                taken.refuses(
                    .badRequest, "DuplicateNumber",
                    "The number 1 is or was another invoice's; leave it out for the next free one."))
            let next = try await server.post("/v2/invoices", stairs)
            #expect(next.headers[.location] == "/v2/invoices/2")
            let customer = try await server.get("/v2/customers/HARB01")
            #expect(customer.text.contains(#""TotalPaidAmount":0.0000,"OutstandingBalance":2338.8000"#))
        }
    }

    @Test func everyWrongFieldIsNamedByItsPathAndNothingIsWritten() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            let answer = try await server.post(
                "/v2/invoices",
                """
                {"CustomerCode":"HARB01","LineItems":[{"Description":"a","Rate":1,"NominalCode":4000},\
                {"Rate":1,"NominalCode":1},{"Rate":2,"VATLevel":19},{"NominalCode":4000},\
                {"Rate":100,"VATLevel":20,"VATAmount":21},{"Rate":5,"NominalCode":1100},{"Rate":5,"ProductCode":"OAK"},\
                {"Rate":5,"ProjectNumber":9}]}
                """)
            #expect(
                answer.names(
                    (
                        "LineItems[1].NominalCode",
                        "LineItems[1].NominalCode must be the code of a nominal; there is no 1."
                    ),
                    (
                        "LineItems[2].VATLevel",
                        "LineItems[2].VATLevel must be a VAT rate of the account, which are 0, 5, 20."
                    ),
                    ("LineItems[3].Rate", "LineItems[3].Rate must be set: the net price of one."),
                    (
                        "LineItems[4].VATAmount",
                        "LineItems[4].VATAmount must be 20.00, or within a penny of it."
                    ),
                    (
                        "LineItems[5].NominalCode",
                        "LineItems[5].NominalCode must not be 1100, Debtors Control: only documents and payments move it."
                    ),
                    (
                        "LineItems[6].ProductCode",
                        "LineItems[6].ProductCode must be the code of a product under 4000."
                    ),
                    (
                        "LineItems[7].ProjectNumber",
                        "LineItems[7].ProjectNumber must be 0 or the number of a project; there is no 9."
                    )))
            #expect(try await server.postings().isEmpty)
            #expect(try await server.get("/v2/invoices").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test func theListTellsPagesAndSums() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            for _ in 1...3 { _ = try await server.post("/v2/invoices", stairs) }
            let page = try await server.get("/v2/invoices?perpage=2&order=desc")
            #expect(page.text.contains(#""TotalRecords":3"#))
            #expect(page.text.contains(#""TotalAmount":7016.4000"#))
            #expect(page.text.contains(#""Number":3"#))
            #expect(!page.text.contains(#""Number":1,"#))
            let unpaid = try await server.get(
                "/v2/invoices?statusfilter=unpaid&customercode=harb01&searchtext=7731")
            #expect(unpaid.text.contains(#""TotalRecords":3"#))
            let overdue = try await server.get("/v2/invoices?statusfilter=Overdue")
            #expect(overdue.text.contains(#""TotalRecords":0"#))
        }
    }
}

/// The example of the documentation.
private let stairs = """
    { "CustomerCode": "HARB01", "IssuedDate": "2026-05-12", "CustomerReference": "PO 7731",
      "LineItems": [ { "Description": "Oak stair, fitted", "Quantity": 1, "Rate": 1850, "VATLevel": 20, "NominalCode": 4000 },
                     { "Description": "Timber, m", "Quantity": 13.5, "Rate": 7.3333, "VATLevel": 20, "NominalCode": 4000 } ] }
    """
