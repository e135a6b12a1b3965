import HTTPTypes
import Testing

@Suite struct CompanyCurrencyTests {
    private func codes(_ server: SignedInServer) async throws -> [String] {
        try await server.get("/v2/currencies").rows.map { "\($0["Code"] ?? "") \($0["ExchangeRate"] ?? "")" }
    }

    @Test func theHomeCurrencyMovesWhileNothingIsPosted() async throws {
        try await TestServer.run { server async throws in
            let body = #"{"BusinessType":1,"HomeCurrency":{"Code":"eur"}}"#
            let answer = try await server.put(companyPath, body)
            #expect(answer.status == .created)
            #expect(
                answer.text.contains(
                    #""HomeCurrency":{"Name":"Euro","Symbol":"€","DisplaySymbolOnRight":false,"Code":"EUR","ExchangeRate":1.0000}"#
                ))
            #expect(try await codes(server) == ["EUR 1.0"])
        }
    }

    @Test func itsSignIsWhatTheCurrencySays() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.put(
                "/v2/currencies/1", #"{"Name":"Sterling","Symbol":"GBP","DisplaySymbolOnRight":true}"#)
            let home =
                #"{"Name":"Sterling","Symbol":"GBP","DisplaySymbolOnRight":true,"Code":"GBP","ExchangeRate":1.0000}"#
            let read = try await server.get(companyPath).text
            #expect(read == CompanyText().with("HomeCurrency", home).text)
        }
    }

    @Test func theOtherRatesFollow() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/currencies", #"{"Code":"EUR","ExchangeRate":1.25}"#)
            _ = try await server.post("/v2/currencies", #"{"Code":"USD","ExchangeRate":1.5}"#)
            let body = #"{"BusinessType":1,"HomeCurrency":{"Code":"EUR"}}"#
            #expect(try await server.put(companyPath, body).status == .created)
            #expect(try await codes(server) == ["EUR 1.0", "GBP 0.8", "USD 1.2"])
        }
    }

    @Test func withoutItsRateItIsRefusedAndNothingChanges() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/currencies", #"{"Code":"USD","ExchangeRate":1.5}"#)
            let body = #"{"BusinessType":1,"CompanyName":"Other","HomeCurrency":{"Code":"EUR"}}"#
            #expect(
                try await server.put(companyPath, body).refuses(
                    .badRequest, "Conflict",
                    "The rate of USD is for one GBP: set EUR up with its rate first (POST /currencies)."))
            #expect(try await server.get(companyPath).text == CompanyText().text)
            #expect(try await codes(server) == ["GBP 1.0", "USD 1.5"])
        }
    }
}
