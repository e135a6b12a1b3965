import FrontDoor
import HTTPTypes
import Testing

@Suite struct ConvertQuoteTests {
    private let path = "/v2/internal/invoices?convertfrom=Quote"

    @Test func eachQuoteBecomesAnInvoiceOfTodayInTheSentOrder() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote(
                windows.replacing(#""Category""#, with: #""CustomerReference":"PO 1","Category""#))
            try await server.addQuote(
                #"{"CustomerCode":"HARB01","LineItems":[{"Description":"A door","Rate":100,"VATLevel":5}]}"#)
            let answer = try await server.post(path, "[2,1]")
            #expect(answer.status == .created)
            #expect(
                answer.text
                    == #"[{"InvoiceNumber":1,"QuoteNumber":2},{"InvoiceNumber":2,"QuoteNumber":1}]"#)
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-03-09 1100 +105.00, 4000 -100.00, 2200 -5.00",
                    "invoice 2: 2026-03-09 1100 +2970.00, 4000 -2475.00, 2200 -495.00",
                ])
            let invoice = try await server.get("/v2/invoices/2").text
            for member in [
                #""IssuedDate":"2026-03-09 12:00:00","DueDate":"2026-03-23 12:00:00""#,
                #""CustomerReference":"PO 1""#,
                #""Description":"Sash window, restored","Quantity":6.0000,"Rate":412.5000"#,
            ] {
                #expect(invoice.contains(member), "\(member) is not in \(invoice)")
            }
            // Nothing is set: the quotes stay, in their category, and may be converted again.
            #expect(try await server.get("/v2/quotes/1").text.contains(#""Name":"Sent""#))
            #expect(try await server.post(path, "[1]").text == #"[{"InvoiceNumber":3,"QuoteNumber":1}]"#)
        }
    }

    @Test func quotesThatAreNotRetainedAreGoneAndTheirNumbersWithThem() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            #expect(try await server.post(path + "&retainafterconversion=false", "[1]").status == .created)
            #expect(try await server.get("/v2/quotes/1").status == .notFound)
            #expect(try await server.addQuote().text.contains(#""Number":2"#))
        }
    }

    @Test func oneBadNumberConvertsNothing() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            #expect(
                try await server.post(path, "[1,7,1,9]").names(
                    ("[1]", "There is no quote 7."), ("[2]", "Quote 1 stands twice."),
                    ("[3]", "There is no quote 9.")))
            #expect(
                try await server.post(path, "[]").names(
                    ("body", "The body must be a list of 1 to 1000 numbers.")))
            #expect(
                try await server.post("/v2/internal/invoices?convertfrom=order", "[1]").names(
                    ("convertfrom", "convertfrom must be quote.")))
            #expect(
                try await server.post("/v2/internal/invoices", "[1]").names(
                    ("convertfrom", "convertfrom is required.")))
            #expect(try await server.postings().isEmpty)
            #expect(try await server.get("/v2/invoices").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test func reverseChargeAndReferenceAreTheCustomersAsOfNow() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes(#","DefaultCustomerReference":"Joinery""#)
            try await server.addQuote()
            let customer = try await server.get("/v2/customers/HARB01").text
            let changed = customer.replacing(
                #""IsCISReverseCharge":false"#, with: #""IsCISReverseCharge":true"#)
            #expect(try await server.put("/v2/customers/HARB01", changed).status == .ok)
            #expect(try await server.post(path, "[1]").status == .created)
            #expect(
                try await server.postings() == ["invoice 1: 2026-03-09 1100 +2475.00, 4000 -2475.00"])
            let invoice = try await server.get("/v2/invoices/1").text
            #expect(invoice.contains(#""CustomerReference":"Joinery""#))
            #expect(invoice.contains(#""IsCISReverseCharge":true"#))
        }
    }

    @Test func itNeedsToEditQuotesAndToMakeInvoices() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            #expect(
                try await server.user(with: .viewQuote, .createQuote, .editQuote).post(path, "[1]").refuses(
                    .unauthorized, "PermissionDenied", "Permission CreateInvoice is required."))
            #expect(
                try await server.user(with: .viewInvoice, .createInvoice).post(path, "[1]").refuses(
                    .unauthorized, "PermissionDenied", "Permission EditQuote is required."))
            let both = try await server.user(
                with: .viewQuote, .createQuote, .editQuote, .viewInvoice, .createInvoice)
            #expect(try await both.post(path, "[1]").status == .created)
        }
    }

    @Test func oneKeyConvertsOnce() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            let key: HTTPFields = [try #require(HTTPField.Name("Idempotency-Key")): "convert-1"]
            let first = try await server.post(path, "[1]", headers: key)
            let second = try await server.post(path, "[1]", headers: key)
            #expect(first.status == .created && second.text == first.text)
            #expect(try await server.postings().count == 1)
        }
    }
}
