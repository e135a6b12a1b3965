import HTTPTypes
import Testing

@Suite struct ChangeCurrencyTests {
    private func run(_ body: (SignedInServer) async throws -> Void) async throws {
        try await TestServer.run { server async throws in
            let sent =
                #"{"Code":"EUR","Name":"Euros","Symbol":"E","DisplaySymbolOnRight":true,"ExchangeRate":1.165}"#
            #expect(try await server.post("/v2/currencies", sent).status == .created)
            try await body(server)
        }
    }

    private func rate(_ server: SignedInServer, _ query: String = "") async throws -> Double? {
        try await server.get("/v2/currencies/2\(query)").object["ExchangeRate"] as? Double
    }

    @Test func whatIsLeftOutGoesBackButForCodeAndRate() async throws {
        try await run { server async throws in
            let answer = try await server.put("/v2/currencies/2", #"{"AutoUpdate":true}"#)
            #expect(answer.status == .ok)
            #expect(
                answer.text == #"""
                    {"Id":2,"Code":"EUR","Name":"Euro","Symbol":"€","DisplaySymbolOnRight":false,\#
                    "ExchangeRate":1.1650,"AutoUpdate":true}
                    """#)
        }
    }

    @Test func whatWasReadCanBeSentBack() async throws {
        try await run { server async throws in
            for id in 1...2 {
                let read = try await server.get("/v2/currencies/\(id)").text
                #expect(try await server.put("/v2/currencies/\(id)", read).text == read)
                #expect(try await server.get("/v2/currencies/\(id)").text == read)
            }
        }
    }

    @Test func aRateHoldsFromTheDayThatIsGiven() async throws {
        try await run { server async throws in
            let answer = try await server.put("/v2/currencies/2?date=2026-04-01", #"{"ExchangeRate":1.2}"#)
            #expect(answer.text.contains(#""ExchangeRate":1.2000"#))
            #expect(try await rate(server) == 1.165)
            #expect(try await rate(server, "?date=2026-03-31") == 1.165)
            #expect(try await rate(server, "?date=20260401") == 1.2)
            let list = try await server.get("/v2/currencies?date=20260401").text
            #expect(
                list.contains(
                    #""Code":"EUR","Name":"Euro","Symbol":"€","DisplaySymbolOnRight":false,"ExchangeRate":1.2000"#
                ))
            let same = try await server.get("/v2/currencies/list?date=20260401").text
            #expect(same == list)
            _ = try await server.put("/v2/currencies/2?date=20250101", #"{"ExchangeRate":0.853215}"#)
            #expect(try await rate(server, "?date=2025-06-30") == 0.853215)
            #expect(try await rate(server) == 1.165)
        }
    }

    @Test func aNewCurrencysRateHasItsDayToo() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/currencies?date=2026-01-01", #"{"Code":"USD","ExchangeRate":1.3}"#)
            _ = try await server.put("/v2/currencies/2?date=2026-02-01", #"{"ExchangeRate":1.4}"#)
            #expect(try await rate(server, "?date=2026-01-31") == 1.3)
            #expect(try await rate(server) == 1.4)
        }
    }

    @Test(arguments: ["tomorrow", "20260230", "null"])
    func aMalformedDateIsRefusedAndNothingChanges(date: String) async throws {
        try await run { server async throws in
            let problem = (field: "date", message: "date must be a date, as 2026-03-09.")
            #expect(try await server.get("/v2/currencies?date=\(date)").names(problem))
            #expect(try await server.get("/v2/currencies/2?date=\(date)").names(problem))
            #expect(try await server.post("/v2/currencies?date=\(date)", #"{"Code":"USD"}"#).names(problem))
            let change = #"{"ExchangeRate":2}"#
            #expect(try await server.put("/v2/currencies/2?date=\(date)", change).names(problem))
            #expect(try await rate(server) == 1.165)
        }
    }

    @Test func theHomeCurrencysRateStaysOne() async throws {
        try await run { server async throws in
            let fault = "ExchangeRate must be 1, since this is the home currency."
            #expect(
                try await server.put("/v2/currencies/1", #"{"ExchangeRate":1.1,"Symbol":"L"}"#)
                    .names(("ExchangeRate", fault)))
            let read = try await server.get("/v2/currencies/1").text
            #expect(read.contains(#""Symbol":"£","DisplaySymbolOnRight":false,"ExchangeRate":1.0000"#))
            let renamed = try await server.put("/v2/currencies/1", #"{"Name":"Sterling","ExchangeRate":1.0}"#)
            #expect(renamed.status == .ok && renamed.text.contains(#""Name":"Sterling""#))
        }
    }

    @Test func aCodeCanNotChange() async throws {
        try await run { server async throws in
            let answer = try await server.put("/v2/currencies/2", #"{"Code":"USD","ExchangeRate":2}"#)
            #expect(answer.names(("Code", "Code must stay EUR.")))
            #expect(try await rate(server) == 1.165)
            #expect(try await server.put("/v2/currencies/2", #"{"Code":"eur"}"#).status == .ok)
        }
    }

    @Test func anUnknownIdIsNotFound() async throws {
        try await run { server async throws in
            for id in ["9", "0", "-1", "99999999999999999999", "EUR"] {
                let text = "There is no currency \(id)."
                #expect(try await server.get("/v2/currencies/\(id)").refuses(.notFound, "NotFound", text))
                #expect(
                    try await server.put("/v2/currencies/\(id)", "{}").refuses(.notFound, "NotFound", text))
                #expect(try await server.delete("/v2/currencies/\(id)").refuses(.notFound, "NotFound", text))
            }
        }
    }

    @Test func anIdOfAnyLengthIsToldBriefly() async throws {
        try await run { server async throws in
            let id = String(repeating: "9", count: 3_000)
            let text = "There is no currency \(id.prefix(50))."
            #expect(try await server.get("/v2/currencies/\(id)").refuses(.notFound, "NotFound", text))
        }
    }

    @Test func aCurrencyThatNobodyUsesGoes() async throws {
        try await run { server async throws in
            let answer = try await server.delete("/v2/currencies/2")
            #expect(answer.status == .noContent && answer.text.isEmpty)
            #expect(try await server.get("/v2/currencies/2").status == .notFound)
            let again = try await server.post("/v2/currencies", #"{"Code":"EUR"}"#)
            #expect(again.headers[.location] == "/v2/currencies/3")
        }
    }

    @Test func theHomeCurrencyStays() async throws {
        try await run { server async throws in
            let text = "It is still used by the company, as its home currency."
            #expect(try await server.delete("/v2/currencies/1").refuses(.badRequest, "InUse", text))
            #expect(try await server.get("/v2/currencies/1").status == .ok)
        }
    }

    @Test func aCurrencyThatACustomerUsesStays() async throws {
        try await run { server async throws in
            let body = #"{"Code":"HAFE01","Name":"Hafen","Currency":{"Code":"EUR"}}"#
            #expect(try await server.post("/v2/customers", body).status == .created)
            #expect(
                try await server.delete("/v2/currencies/2")
                    .refuses(.badRequest, "InUse", "It is still used by customer HAFE01."))
            #expect(try await server.get("/v2/currencies/2").status == .ok)
            #expect(try await server.delete("/v2/customers/HAFE01").status == .noContent)
            #expect(try await server.delete("/v2/currencies/2").status == .noContent)
        }
    }
}
