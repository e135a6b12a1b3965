import HTTPTypes
import Testing

@Suite struct CustomerBadInputTests {
    /// Sends a bad body to both calls that take a customer, and looks whether anything changed.
    private func refusals(of body: String, _ look: (TestAnswer) throws -> Void) async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let before = try await server.get("/v2/customers/HARB01").text
            try look(await server.post("/v2/customers", body))
            try look(await server.put("/v2/customers/HARB01", body))
            #expect(try await server.total() == 1)
            #expect(try await server.get("/v2/customers/HARB01").text == before)
        }
    }

    @Test(arguments: [
        ("", "The body is not well-formed JSON at line 1, column 1."),
        ("{", "The body is not well-formed JSON at line 1, column 2."),
        (#"{"Name":"A",}"#, "The body is not well-formed JSON at line 1, column 13."),
        ("{\n  \"Name\" \"A\"}", "The body is not well-formed JSON at line 2, column 10."),
        (#"{"Name":"A"} x"#, "The body is not well-formed JSON at line 1, column 14."),
        (#"{'Name':'A'}"#, "The body is not well-formed JSON at line 1, column 2."),
        (#"{"Name":NaN}"#, "The body is not well-formed JSON at line 1, column 9."),
        (#"{"Name":"A","CreditLimit":01}"#, "The body is not well-formed JSON at line 1, column 28."),
    ])
    func malformedJSONIsRefusedWithThePlace(body: String, message: String) async throws {
        try await refusals(of: body) { answer in
            #expect(answer.refuses(.badRequest, "InvalidRequest", message))
        }
    }

    @Test func tooDeepAndTooLongNumbersAreRefused() async throws {
        let deep =
            #"{"Name":"A","X":"# + String(repeating: "[", count: 32) + String(repeating: "]", count: 32) + "}"
        try await refusals(of: deep) { answer in
            #expect(answer.status == .badRequest)
            #expect(
                answer.text.contains(#""Message":"The body is nested more than 32 levels deep at line 1"#))
        }
        let long = #"{"Name":"A","CreditLimit":1."# + String(repeating: "1", count: 38) + "}"
        try await refusals(of: long) { answer in
            #expect(answer.text.contains(#""Message":"A number has more than 38 digits at line 1"#))
        }
    }

    @Test(arguments: ["[]", "null", "7", #""Harbour""#])
    func aBodyThatIsNoObjectIsRefused(body: String) async throws {
        try await refusals(of: body) { answer in
            #expect(answer.names(("body", "The body must be an object.")))
        }
    }

    @Test(arguments: [
        (#"{}"#, "Name", "is required."), (#"{"Name":null}"#, "Name", "is required."),
        (#"{"Name":""}"#, "Name", "must not be empty."),
        (#"{"Name":"\uFEFF\u200B"}"#, "Name", "must not be empty."),
        (#"{"Name":"  "}"#, "Name", "must not be empty."),
        (#"{"Name":7}"#, "Name", "has the wrong type."), (#"{"Name":{}}"#, "Name", "has the wrong type."),
        (#"{"Name":"A\u0007B"}"#, "Name", "must not have control characters."),
        (#"{"Name":"A\nB"}"#, "Name", "must not have control characters."),
        (#"{"Name":"A","Code":"A\u0000"}"#, "Code", "must not have control characters."),
        (#"{"Name":"A","Code":7}"#, "Code", "has the wrong type."),
        (#"{"Name":"A","Code":"."}"#, "Code", "must not be '.', which is a path of its own."),
        (#"{"Name":"A","Code":".."}"#, "Code", "must not be '..', which is a path of its own."),
        (#"{"Name":"A","Code":"Search"}"#, "Code", "must not be 'Search', which is a path of its own."),
        (
            #"{"Name":"A","Code":"suggestedcode"}"#, "Code",
            "must not be 'suggestedcode', which is a path of its own."
        ),
        (#"{"Name":"A","DiscountRate":"5"}"#, "DiscountRate", "has the wrong type."),
        (#"{"Name":"A","DiscountRate":100.1}"#, "DiscountRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","DiscountRate":-1e-3}"#, "DiscountRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","WHTRate":1e300}"#, "WHTRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","CreditLimit":-0.01}"#, "CreditLimit", "must not be negative."),
        (#"{"Name":"A","CreditLimit":1e30}"#, "CreditLimit", "is out of range."),
        (#"{"Name":"A","CreditLimit":true}"#, "CreditLimit", "has the wrong type."),
        (#"{"Name":"A","Source":1.5}"#, "Source", "must be a whole number from 0 to 2147483647."),
        (#"{"Name":"A","Source":-1}"#, "Source", "must be a whole number from 0 to 2147483647."),
        (#"{"Name":"A","Source":"3"}"#, "Source", "has the wrong type."),
        (#"{"Name":"A","IsArchived":"yes"}"#, "IsArchived", "has the wrong type."),
        (#"{"Name":"A","IsArchived":2}"#, "IsArchived", "has the wrong type."),
        (
            #"{"Name":"A","TradeBorderType":"Mars"}"#, "TradeBorderType",
            "must be one of Domestic, EU, Rest of World."
        ),
        (#"{"Name":"A","Note":"a\u0000b"}"#, "Note", "must not have control characters."),
        (#"{"Name":"A","Contacts":{}}"#, "Contacts", "has the wrong type."),
        (#"{"Name":"A","Contacts":[7]}"#, "Contacts[0]", "has the wrong type."),
        (#"{"Name":"A","Contacts":[{},{"Email":5}]}"#, "Contacts[1].Email", "has the wrong type."),
        (
            #"{"Name":"A","Addresses":[{"CountryCode":"GBR"}]}"#, "Addresses[0].CountryCode",
            "must not be longer than 2 characters."
        ),
        (
            #"{"Name":"A","Addresses":[{"CountryCode":"G1"}]}"#, "Addresses[0].CountryCode",
            "must be an ISO 3166-1 country code of two letters, as GB."
        ),
        (
            #"{"Name":"A","Currency":{"Code":"£"}}"#, "Currency.Code",
            "must be an ISO 4217 currency code of three letters, as EUR."
        ),
        (#"{"Name":"A","Currency":"EUR"}"#, "Currency", "has the wrong type."),
        (
            #"{"Name":"A","PaymentTerms":{"Type":"Whenever","Days":7}}"#, "PaymentTerms.Type",
            "must be one of AfterIssuedDate, AfterMonthEnd."
        ),
        (
            #"{"Name":"A","PaymentTerms":{"Days":4000}}"#, "PaymentTerms.Days",
            "must be a whole number from 0 to 3650."
        ),
        (#"{"Name":"A","PaymentTerms":{"Type":"AfterMonthEnd"}}"#, "PaymentTerms.Days", "is required."),
        (#"{"Name":"A","Currency":{"ExchangeRate":2}}"#, "Currency.Code", "is required."),
        (#"{"Name":"A","Currency":{"Code":" ","ExchangeRate":1}}"#, "Currency.Code", "is required."),
        (
            #"{"Name":"A","Currency":{"Code":"£","ExchangeRate":2}}"#, "Currency.Code",
            "must be an ISO 4217 currency code of three letters, as EUR."
        ),
        (
            #"{"Name":"A","Currency":{"Code":"gbp","ExchangeRate":2}}"#, "Currency.ExchangeRate",
            "must be 1: GBP is the home currency."
        ),
        (#"{"Name":"A","CustomTextBoxes":[{"Value":"x"}]}"#, "CustomTextBoxes[0].Name", "is required."),
        (
            #"{"Name":"A","CustomCheckBoxes":[{"Name":"x","Value":"on"}]}"#, "CustomCheckBoxes[0].Value",
            "has the wrong type."
        ),
    ])
    func aBadFieldIsNamed(body: String, field: String, rule: String) async throws {
        try await refusals(of: body) { answer in
            #expect(answer.names((field, "\(field) \(rule)")))
        }
    }

    @Test(arguments: [
        ("Name", 200), ("Code", 50), ("Note", 10_000), ("VATNumber", 255), ("DefaultCustomerReference", 255),
        ("InvoiceFileFormat", 255), ("UniqueEntityNumber", 255),
    ])
    func aTextIsBoundedInCharacters(member: String, most: Int) async throws {
        let name = member == "Name" ? "" : #""Name":"A","#
        func body(_ count: Int) -> String {
            #"{\#(name)"\#(member)":"\#(String(repeating: "é", count: count))"}"#
        }
        try await refusals(of: body(most + 1)) { answer in
            #expect(answer.names((member, "\(member) must not be longer than \(most) characters.")))
        }
        try await TestServer.run { server in
            let answer = try await server.post("/v2/customers", body(most))
            #expect(answer.status == .created)
        }
    }

    @Test func everyWrongFieldIsToldAtOnce() async throws {
        let body = """
            {"Code":"search","Name":7,"DiscountRate":101,"CreditLimit":-1,"Contacts":[{"Title":false}],
             "Addresses":[{"CountryCode":"12"}],"CustomTextBoxes":[{"Name":" "}]}
            """
        try await refusals(of: body) { answer in
            #expect(
                answer.names(
                    ("Name", "Name has the wrong type."),
                    ("DiscountRate", "DiscountRate must be a number from 0 to 100."),
                    ("Contacts[0].Title", "Contacts[0].Title has the wrong type."),
                    ("CustomTextBoxes[0].Name", "CustomTextBoxes[0].Name must not be empty."),
                    ("Code", "Code must not be 'search', which is a path of its own."),
                    (
                        "Addresses[0].CountryCode",
                        "Addresses[0].CountryCode must be an ISO 3166-1 country code of two letters, as GB."
                    ),
                    ("CreditLimit", "CreditLimit must not be negative.")))
        }
    }

    @Test func tooManyEntriesAreRefused() async throws {
        let contacts = Array(repeating: #"{"Name":"x"}"#, count: 101).joined(separator: ",")
        try await refusals(of: #"{"Name":"A","Contacts":[\#(contacts)]}"#) { answer in
            #expect(answer.names(("Contacts", "Contacts must not have more than 100 entries.")))
        }
    }

    @Test func bytesThatAreNoUTF8AreRefused() async throws {
        try await TestServer.run { server in
            let bytes = Array(#"{"Name":""#.utf8) + [0xff, 0xfe] + Array(#""}"#.utf8)
            let answer = try await server.server.send(.post, "/v2/customers", bytes, token: server.token)
            #expect(answer.status == .badRequest)
            #expect(
                answer.text.hasPrefix(
                    #"{"Error":"InvalidRequest","Message":"The body is not well-formed JSON"#))
            #expect(try await server.total() == 0)
        }
    }

    @Test func otherMediaTypesAndLargeBodiesAreRefused() async throws {
        try await TestServer.run { server in
            let text = try await server.post(
                "/v2/customers", #"{"Name":"A"}"#, headers: [.contentType: "text/plain"])
            #expect(text.status == .unsupportedMediaType)
            let accept = try await server.post(
                "/v2/customers", #"{"Name":"A"}"#, headers: [.accept: "image/png"])
            #expect(accept.status == .notAcceptable)
            let large = #"{"Name":"\#(String(repeating: "A", count: 1_048_577))"}"#
            let answer = try await server.post("/v2/customers", large)
            #expect(
                answer.refuses(.contentTooLarge, "PayloadTooLarge", "The body is larger than 1048576 bytes."))
            #expect(try await server.total() == 0)
            #expect(
                try await server.post(
                    "/v2/customers", #"{"Name":"A"}"#,
                    headers: [.contentType: "application/json; charset=utf-8"]
                ).status == .created)
        }
    }
}
