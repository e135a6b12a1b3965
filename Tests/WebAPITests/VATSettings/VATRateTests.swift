import HTTPTypes
import Testing

@Suite struct VATRateTests {
    private let path = "/v2/vat/settings/vatrates"
    private let defaults = #"""
        [{"VATId":1,"VATRate":20.0000,"VATText":"20%"},{"VATId":2,"VATRate":5.0000,"VATText":"5%"},\#
        {"VATId":3,"VATRate":0.0000,"VATText":"0%"}]
        """#

    @Test func aBusinessBeginsWithThreeRates() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get(path).text == defaults)
            #expect(try await server.get("\(path)?page=2").text == "[]")
            #expect(try await server.user(with: .viewQuote).get(path).text == defaults)
        }
    }

    @Test func aRateIsAddedAndTakenAwayAndItsIdIsNotGivenAgain() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("\(path)/17.5", nil)
            #expect(answer.status == .created && answer.text == "{}")
            let with = defaults.dropLast() + #",{"VATId":4,"VATRate":17.5000,"VATText":"17.5%"}]"#
            #expect(try await server.get(path).text == with)
            #expect(try await server.put("/v2/vat/settings", #"{"VatRate":17.5}"#).status == .ok)
            #expect(
                try await server.delete("\(path)/4").refuses(
                    .badRequest, "InUse", "It is still used by new lines, as their rate."))
            #expect(try await server.put("/v2/vat/settings", #"{"VatRate":20}"#).status == .ok)
            #expect(try await server.delete("\(path)/4").status == .noContent)
            #expect(try await server.get(path).text == defaults)
            _ = try await server.post("\(path)/15", nil)
            #expect(
                try await server.get(path).text.contains(#"{"VATId":5,"VATRate":15.0000,"VATText":"15%"}"#))
        }
    }

    @Test(arguments: ["-1", "100.1", "x", "%20", "1e9"])
    func whatIsNoRateIsRefusedAndNothingChanges(rate: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("\(path)/\(rate)", nil, loosely: true)
            #expect(answer.names(("vatRate", "vatRate must be a number from 0 to 100.")))
            #expect(try await server.get(path).text == defaults)
        }
    }

    @Test(arguments: ["20", "20.0", "2e1", "20.00001", "0"])
    func aRateThatIsThereIsRefused(rate: String) async throws {
        try await TestServer.run { server async throws in
            let text = rate == "0" ? "0" : "20"
            #expect(
                try await server.post("\(path)/\(rate)", nil).refuses(
                    .badRequest, "DuplicateCode", "The VAT rate \(text) is taken."))
            #expect(try await server.get(path).text == defaults)
        }
    }

    @Test(arguments: [
        ("1", HTTPResponse.Status.badRequest, "InUse", "It is still used by new lines, as their rate."),
        ("3", .badRequest, "InUse", "It is still used by what is zero-rated."),
        ("4", .notFound, "NotFound", "There is no VAT rate 4."),
        ("five", .notFound, "NotFound", "There is no VAT rate five."),
    ])
    func whatMustStayStays(id: String, status: HTTPResponse.Status, code: String, message: String)
        async throws
    {
        try await TestServer.run { server async throws in
            #expect(try await server.delete("\(path)/\(id)").refuses(status, code, message))
            #expect(try await server.get(path).text == defaults)
        }
    }

    @Test func onlyFullAccessWrites() async throws {
        try await TestServer.run { server async throws in
            let clerk = try await server.user(with: .editInvoice)
            #expect(try await clerk.post("\(path)/17.5", nil).status == .unauthorized)
            #expect(try await clerk.delete("\(path)/2").status == .unauthorized)
            #expect(try await server.get(path).text == defaults)
        }
    }
}
