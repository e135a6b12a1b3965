import Testing

@Suite struct QuoteBadInputTests {
    @Test(arguments: [
        (#"{}"#, ["CustomerCode must not be empty.", "LineItems must have at least one line."]),
        (
            #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1},{"Description":"A","Rate":1}]}"#,
            ["LineItems[0].Description must not be empty."]
        ),
        (
            #"{"CustomerCode":"NOBODY","LineItems":[{"Description":"A","Rate":1}]}"#,
            ["CustomerCode must be a customer's code; there is no NOBODY."]
        ),
        (
            #"{"CustomerCode":"HARB01","Category":{"Number":9},"LineItems":[{"Description":"A","Rate":1}]}"#,
            ["Category.Number must be 0 or the number of a quote category; there is no 9."]
        ),
        (
            #"{"CustomerCode":"HARB01","ProjectNumber":9,"LineItems":[{"Description":"A","Rate":1}]}"#,
            ["ProjectNumber must be 0 or the number of a project; there is no 9."]
        ),
        (
            #"{"CustomerCode":"HARB01","LineItems":[{"Description":"A"},{"Description":"B","Rate":1,"VATLevel":19},{"Description":"C","Rate":1,"NominalCode":4}]}"#,
            [
                "LineItems[1].VATLevel must be a VAT rate of the account, which are 0, 5, 20.",
                "LineItems[2].NominalCode must be the code of a nominal; there is no 4.",
            ]
        ),
        (
            #"{"CustomerCode":"HARB01","LineItems":[{"Description":"A","Rate":1,"VATAmount":9}]}"#,
            ["LineItems[0].VATAmount must be 0.20, or within a penny of it."]
        ),
    ])
    func aBadBodyNamesTheFieldsAndNothingChanges(body: String, messages: [String]) async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            let before = try await server.get("/v2/quotes/1").text
            for answer in [
                try await server.post("/v2/quotes", body), try await server.put("/v2/quotes/1", body),
            ] {
                #expect(answer.status == .badRequest)
                let message = try #require(answer.object["Message"] as? String)
                #expect(message == messages.joined(separator: " "))
            }
            #expect(try await server.get("/v2/quotes/1").text == before)
            #expect(try await server.get("/v2/quotes").text.contains(#""TotalRecords":1"#))
        }
    }

    @Test func aListOfNumbersIsOne() async throws {
        try await TestServer.run { server async throws in
            let bounds = "The body must be a list of 1 to 1000 numbers."
            #expect(try await server.delete("/v2/quotelist", "[]").names(("body", bounds)))
            #expect(try await server.delete("/v2/quotelist", "{}").names(("body", bounds)))
            #expect(
                try await server.delete("/v2/quotelist", #"[1,"2"]"#).names(
                    ("[1]", "[1] has the wrong type.")))
        }
    }
}
