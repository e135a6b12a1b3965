import HTTPTypes
import Testing

@Suite struct CurrencyTests {
    private let pound = #"""
        {"Id":1,"Code":"GBP","Name":"Pound Sterling","Symbol":"£","DisplaySymbolOnRight":false,"ExchangeRate":1.0000,\#
        "AutoUpdate":false}
        """#
    private let euro = #"""
        {"Id":2,"Code":"EUR","Name":"Euro","Symbol":"€","DisplaySymbolOnRight":false,"ExchangeRate":1.1650,\#
        "AutoUpdate":false}
        """#

    @Test func theHomeCurrencyIsThereFromTheStart() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get("/v2/currencies").text == "[\(pound)]")
            #expect(try await server.get("/v2/currencies/list").text == "[\(pound)]")
            #expect(try await server.get("/v2/currencies/1").text == pound)
        }
    }

    @Test func theDocumentedExampleToTheByte() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                "/v2/currencies", #"{ "Code": "EUR", "ExchangeRate": 1.1650 }"#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/currencies/2")
            #expect(answer.text == euro)
            #expect(try await server.get("/v2/currencies/2").text == euro)
            #expect(try await server.get("/v2/currencies").text == "[\(euro),\(pound)]")
        }
    }

    @Test func everyMemberCanBeSent() async throws {
        try await TestServer.run { server async throws in
            let body = #"""
                {"code":"chf","Name":" Franken ","Symbol":"Fr.","DisplaySymbolOnRight":true,"ExchangeRate":1.1234565,\#
                "AutoUpdate":true}
                """#
            let answer = try await server.post("/v2/currencies", body)
            #expect(
                answer.text == #"""
                    {"Id":2,"Code":"CHF","Name":"Franken","Symbol":"Fr.","DisplaySymbolOnRight":true,\#
                    "ExchangeRate":1.123457,"AutoUpdate":true}
                    """#)
        }
    }

    @Test func withoutArateItIsOne() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/currencies", #"{"Code":"USD"}"#)
            #expect(answer.status == .created)
            #expect(answer.text.contains(#""ExchangeRate":1.0000"#))
        }
    }

    @Test(arguments: [
        (#"{}"#, "Code", "is required."),
        (#"{"Code":""}"#, "Code", "is required."),
        (#"{"Code":"XYZ"}"#, "Code", "must be an ISO 4217 currency code of three letters, as EUR."),
        (#"{"Code":"EURO"}"#, "Code", "must not be longer than 3 characters."),
        (#"{"Code":7}"#, "Code", "has the wrong type."),
        (
            #"{"Code":"EUR","ExchangeRate":0}"#, "ExchangeRate",
            "must be a number above 0 and not above 1000000000."
        ),
        (
            #"{"Code":"EUR","ExchangeRate":-1.2}"#, "ExchangeRate",
            "must be a number above 0 and not above 1000000000."
        ),
        (
            #"{"Code":"EUR","ExchangeRate":0.0000001}"#, "ExchangeRate",
            "must be a number above 0 and not above 1000000000."
        ),
        (
            #"{"Code":"EUR","ExchangeRate":1e30}"#, "ExchangeRate",
            "must be a number above 0 and not above 1000000000."
        ),
        (#"{"Code":"EUR","ExchangeRate":"1.2"}"#, "ExchangeRate", "has the wrong type."),
        (#"{"Code":"EUR","Symbol":"12345678901"}"#, "Symbol", "must not be longer than 10 characters."),
        (#"{"Code":"EUR","AutoUpdate":"often"}"#, "AutoUpdate", "has the wrong type."),
    ])
    func aBadBodyNamesTheFieldAndNothingChanges(body: String, field: String, fault: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.post("/v2/currencies", body, loosely: true).names(
                    (field, "\(field) \(fault)")))
            #expect(try await server.get("/v2/currencies").text == "[\(pound)]")
        }
    }

    @Test func everyWrongFieldIsNamed() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                "/v2/currencies", #"{"ExchangeRate":0,"Symbol":7}"#, loosely: true)
            #expect(
                answer.names(
                    ("ExchangeRate", "ExchangeRate must be a number above 0 and not above 1000000000."),
                    ("Symbol", "Symbol has the wrong type."), ("Code", "Code is required.")))
        }
    }

    @Test func aTakenCodeIsRefusedAndNothingChanges() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/currencies", #"{"Code":"gbp","ExchangeRate":2}"#)
            #expect(answer.refuses(.badRequest, "DuplicateCode", "The currency GBP is set up already."))
            #expect(try await server.get("/v2/currencies").text == "[\(pound)]")
        }
    }

    @Test func anotherBusinessHasItsOwn() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/currencies", #"{"Code":"EUR","ExchangeRate":1.1650}"#)
            let other = try await server.otherBusiness()
            #expect(try await other.get("/v2/currencies").text == "[\(pound)]")
            #expect(try await other.get("/v2/currencies/2").status == .notFound)
            #expect(try await other.put("/v2/currencies/2", "{}").status == .notFound)
            #expect(try await other.delete("/v2/currencies/2").status == .notFound)
            #expect(try await server.get("/v2/currencies/2").text == euro)
        }
    }

    @Test func readingNeedsATokenAndWritingFullAccess() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/currencies", #"{"Code":"EUR","ExchangeRate":1.1650}"#)
            let reader = try await server.user(with: .viewCustomer, .editCustomer)
            let needed = "Permission FullAccess is required."
            #expect(try await reader.get("/v2/currencies").text == "[\(euro),\(pound)]")
            #expect(try await reader.get("/v2/currencies/2").text == euro)
            #expect(
                try await reader.post("/v2/currencies", #"{"Code":"USD"}"#)
                    .refuses(.unauthorized, "PermissionDenied", needed))
            #expect(
                try await reader.put("/v2/currencies/2", "{}").refuses(
                    .unauthorized, "PermissionDenied", needed))
            #expect(
                try await reader.delete("/v2/currencies/2").refuses(.unauthorized, "PermissionDenied", needed)
            )
            #expect(try await server.get("/v2/currencies").text == "[\(euro),\(pound)]")
        }
    }
}
