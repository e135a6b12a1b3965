import HTTPTypes
import Testing

@Suite struct InvoiceBadInputTests {
    @Test(
        arguments: [
            (#"{}"#, "LineItems", "LineItems must have at least one line."),
            (#"{"LineItems":[{"Rate":1}]}"#, "CustomerCode", "CustomerCode must not be empty."),
            (
                #"{"CustomerCode":"NOBODY","LineItems":[{"Rate":1}]}"#, "CustomerCode",
                "CustomerCode must be a customer's code; there is no NOBODY."
            ),
            (#"{"CustomerCode":"HARB01"}"#, "LineItems", "LineItems must have at least one line."),
            (
                #"{"CustomerCode":"HARB01","LineItems":[]}"#, "LineItems",
                "LineItems must have at least one line."
            ),
            (#"{"CustomerCode":"HARB01","LineItems":{}}"#, "LineItems", "LineItems has the wrong type."),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"ProjectNumber":4}"#, "ProjectNumber",
                "ProjectNumber must be 0 or the number of a project; there is no 4."
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"Currency":{"Code":"XQZ"}}"#,
                "Currency.Code", nil
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"Currency":{"Code":"GBP","ExchangeRate":2}}"#,
                "Currency.ExchangeRate", "Currency.ExchangeRate must be 1: GBP is the home currency."
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"IssuedDate":"2026-03-09","DueDate":"2026-03-08"}"#,
                "DueDate", "DueDate must not be before IssuedDate."
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"DueDate":"2026-03-08"}"#, "DueDate",
                "DueDate must not be before IssuedDate."
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"IssuedDate":"31/12/2026"}"#,
                "IssuedDate", nil
            ),
            (#"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"Number":-1}"#, "Number", nil),
            (#"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"Number":2147483648}"#, "Number", nil),
            (#"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"Number":1.5}"#, "Number", nil),
            (#"{"CustomerCode":"HARB01","LineItems":[{"Rate":"NaN"}]}"#, "LineItems[0].Rate", nil),
            (#"{"CustomerCode":"HARB01","LineItems":[{"Rate":1},{"Rate":1e30}]}"#, "LineItems[1].Rate", nil),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":123456789012345678901234567890}]}"#,
                "LineItems[0].Rate",
                "LineItems[0].Rate is out of range."
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":9000000000000,"Quantity":9000000000000}]}"#,
                "LineItems[0].Rate",
                "LineItems[0].Rate times Quantity must be an amount below 92,233,720,368,547,758.07."
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1,"VATLevel":101}]}"#,
                "LineItems[0].VATLevel", nil
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1,"Description":"\u0007"}]}"#,
                "LineItems[0].Description", nil
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1,"NominalCode":1200}]}"#,
                "LineItems[0].NominalCode", nil
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"PaymentLines":[{"Date":"2026-03-09"}]}"#,
                "PaymentLines[0].Amount", nil
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"PaymentLines":[{"Amount":0}]}"#,
                "PaymentLines[0].Amount", nil
            ),
            (
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1}],"PaymentLines":[{"Amount":1,"AccountId":99}]}"#,
                "PaymentLines[0].AccountId", nil
            ),
        ] as [(String, String, String?)])
    func aWrongFieldIsNamedAndNothingIsWritten(body: String, field: String, message: String?) async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let answer = try await server.post("/v2/invoices", body, loosely: true)
            if let message {
                #expect(answer.names((field, message)), "\(answer.text)")
            } else {
                #expect(
                    answer.status == .badRequest && answer.text.contains(#"{"Field":"\#(field)","#),
                    "\(answer.text)")
            }
            #expect(try await server.invoices() == [])
            #expect(try await server.postings().isEmpty)
            // Nothing was used up.
            try await server.issue()
            #expect(try await server.invoices() == [1])
        }
    }

    @Test func sumsPast64BitsOfPenniesAreRefused() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let line = #"{"Rate":9000000000000,"Quantity":9000,"VATLevel":0}"#
            let answer = try await server.post(
                "/v2/invoices", #"{"CustomerCode":"HARB01","LineItems":[\#(line),\#(line)]}"#)
            #expect(
                answer.refuses(.badRequest, "ValidationFailed", "An amount is out of range."),
                "\(answer.text)")
            #expect(try await server.invoices() == [])
        }
    }

    /// Sums are kept over all documents, so that each must be far from what those can hold.
    @Test(arguments: ["100000000000.0001", "-100000000000.0001"])
    func oneDocumentIsAtMostTenTrillion(rate: String) async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let line = #"{"Description":"A quay","Quantity":100,"Rate":\#(rate),"VATLevel":0}"#
            let body = #"{"CustomerCode":"HARB01","LineItems":[\#(line)]}"#
            for path in ["/v2/invoices", "/v2/quotes"] {
                let answer = try await server.post(path, body)
                #expect(
                    answer.refuses(.badRequest, "ValidationFailed", "An amount is out of range."),
                    "\(path): \(answer.text)")
            }
            #expect(try await server.invoices() == [])
            let most = try await server.post("/v2/invoices", body.replacing(".0001", with: ""))
            #expect(most.status == .created, "\(most.text)")
        }
    }

    @Test func aMillionLinesAreTooMany() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let lines = String(repeating: "{},", count: 100_000) + "{}"
            let answer = try await server.server.ask(
                .post, "/v2/invoices", Array(#"{"CustomerCode":"HARB01","LineItems":[\#(lines)]}"#.utf8),
                token: server.token, headers: [.contentType: "application/json"])
            #expect(
                answer.names(("LineItems", "LineItems must not have more than 100000 entries.")),
                "\(answer.text)")
        }
    }

    @Test(arguments: ["x", "0", "-1", "1.5", "99999999999999999999"])
    func whatIsNoNumberIsNoInvoice(number: String) async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            let answer = try await server.get("/v2/invoices/\(number)")
            #expect(answer.refuses(.notFound, "NotFound", "There is no invoice \(number)."))
        }
    }
}
