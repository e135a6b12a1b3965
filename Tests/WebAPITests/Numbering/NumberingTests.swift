import HTTPTypes
import Testing

@Suite struct NumberingTests {
    private let series = ["invoice", "quote", "purchase", "purchaseorder", "project"]

    @Test func everySeriesBeginsAtOneAndAskingSetsNothingAside() async throws {
        try await TestServer.run { server async throws in
            let reader = try await server.user(with: .viewCustomer)
            for name in series + series {
                let answer = try await reader.get("/v2/nextavailable\(name)number")
                #expect(answer.status == .ok && answer.text == "1", "\(name)")
            }
        }
    }

    @Test func itIsOneMoreThanTheHighestEverGivenDeletedOnesIncluded() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            let line = #""LineItems":[{"Description":"Stairs","Rate":100,"NominalCode":4000}]"#
            let numbered = #"{"CustomerCode":"HARB01","Number":1042,\#(line)}"#
            #expect(try await server.post("/v2/invoices", numbered).status == .created)
            #expect(try await server.get("/v2/nextavailableinvoicenumber").text == "1043")
            #expect(try await server.delete("/v2/invoices/1042").status == .noContent)
            #expect(try await server.get("/v2/nextavailableinvoicenumber").text == "1043")
            let next = try await server.post("/v2/invoices", #"{"CustomerCode":"HARB01",\#(line)}"#)
            #expect(next.headers[.location] == "/v2/invoices/1043")
            #expect(try await server.get("/v2/nextavailablequotenumber").text == "1")
        }
    }
}
