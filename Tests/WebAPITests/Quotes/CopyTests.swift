import FrontDoor
import HTTPTypes
import Testing

@Suite struct CopyTests {
    @Test func theDocumentedExampleMakesAnInvoiceOfAQuote() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            let answer = try await server.post(
                "/v2/duplicate",
                #"{ "SourceNumber": 1, "SourceType": "Quote", "TargetType": "Invoice", "TargetId": 0, "TargetNumber": 0 }"#
            )
            #expect(answer.status == .ok)
            #expect(
                answer.text
                    == #"{"SourceNumber":1,"SourceType":"Quote","TargetType":"Invoice","TargetId":1,"TargetNumber":1}"#
            )
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-03-09 1100 +2970.00, 4000 -2475.00, 2200 -495.00"
                ])
            #expect(try await server.get("/v2/quotes/1").status == .ok)
        }
    }

    @Test(arguments: ["quote", "Invoice"])
    func anInvoiceIsCopiedWithItsLinesAndWithoutItsPayments(target: String) async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            let sent = #"""
                {"CustomerCode":"HARB01","IssuedDate":"2026-02-01","CustomerReference":"PO 7","LineItems":[
                {"Description":"","Quantity":3,"Rate":33.33,"VATLevel":20,"VATAmount":19.99},
                {"Description":"A comment"},{"Description":"Less","Quantity":1,"Rate":-9.99,"VATLevel":5}],
                "PaymentLines":[{"Date":"2026-02-02","Amount":50}]}
                """#
            let invoice = try await server.post("/v2/invoices", sent)
            #expect(invoice.status == .created)
            let copy = try await server.post(
                "/v2/duplicate",
                #"{"SourceNumber":1,"SourceType":"INVOICE","TargetType":"\#(target)"}"#,
                loosely: true)
            #expect(copy.status == .ok, "\(copy.text)")
            let number = try #require(copy.object["TargetNumber"] as? Int)
            let made = try await server.get("/v2/\(target.lowercased())s/\(number)").text
            for member in [
                #""NetAmount":90.0000,"VATAmount":19.4900,"GrossAmount":109.4900"#,
                #""CustomerReference":"PO 7""#,
                #"Date":"2026-03-09 12:00:00""#, #""VATAmount":19.9900"#, #""Description":"A comment""#,
            ] {
                #expect(made.contains(member), "\(member) is not in \(made)")
            }
            #expect(target == "quote" || made.contains(#""PaymentLines":[]"#))
        }
    }

    @Test func aCopyByIdAnswersTheSame() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote(windows.replacing("{ \"C", with: "{ \"Number\":40,\"C"))
            let copy = try await server.post("/v2/copy?sourceEntity=quote&targetEntity=QUOTE&SourceId=1", nil)
            #expect(copy.status == .ok)
            #expect(
                copy.text
                    == #"{"SourceNumber":40,"SourceType":"Quote","TargetType":"Quote","TargetId":2,"TargetNumber":41}"#
            )
            #expect(
                try await server.post("/v2/copy?sourceEntity=invoice&targetEntity=quote&SourceId=1", nil)
                    .refuses(
                        .notFound, "NotFound", "There is no invoice 1."))
            #expect(
                try await server.post("/v2/copy?sourceEntity=purchase&targetEntity=purchase&SourceId=1", nil)
                    .status
                    == .notImplemented)
            #expect(
                try await server.post("/v2/copy?sourceEntity=letter&SourceId=0", nil).names(
                    (
                        "sourceEntity", "sourceEntity must be one of quote, invoice, purchase, purchaseorder."
                    ), ("targetEntity", "targetEntity is required."),
                    ("SourceId", "SourceId must be a whole number above 0.")))
        }
    }

    @Test func aBadRequestCopiesNothing() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            #expect(
                try await server.post(
                    "/v2/duplicate", #"{"SourceNumber":7,"SourceType":"Quote","TargetType":"Quote"}"#
                ).refuses(.notFound, "NotFound", "There is no quote 7."))
            #expect(
                try await server.post("/v2/duplicate", #"{"SourceType":"Purchase"}"#).names(
                    ("SourceType", "SourceType must be one of Quote, Invoice."),
                    ("SourceNumber", "SourceNumber is required."), ("TargetType", "TargetType is required.")))
            let list = try await server.get("/v2/quotes").text
            #expect(list.contains(#""TotalRecords":1"#))
        }
    }

    @Test func itNeedsToSeeTheSourceAndToMakeTheTarget() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            let body = #"{"SourceNumber":1,"SourceType":"Quote","TargetType":"Invoice"}"#
            #expect(
                try await server.user(with: .viewQuote, .createQuote).post("/v2/duplicate", body).refuses(
                    .unauthorized, "PermissionDenied", "Permission CreateInvoice is required."))
            #expect(
                try await server.user(with: .viewInvoice, .createInvoice).post("/v2/duplicate", body).refuses(
                    .unauthorized, "PermissionDenied", "Permission ViewQuote is required."))
            #expect(try await server.postings().isEmpty)
        }
    }
}
