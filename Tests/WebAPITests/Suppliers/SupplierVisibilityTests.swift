import HTTPTypes
import Testing

@Suite struct SupplierVisibilityTests {
    @Test func eachPlaceIsVisibleUntilSomeoneSaysNo() async throws {
        try await TestServer.run { server in
            let paths = ["transactions", "dashboard"].map { "/v2/suppliers/statistics/\($0)/visibility" }
            for path in paths { #expect(try await server.get(path).text == "true") }
            for (sent, kept) in [("false", "false"), ("False", "false"), ("1", "true"), ("0", "false")] {
                let answer = try await server.put("\(paths[1])?isvisible=\(sent)", nil)
                #expect(answer.status == .noContent)
                #expect(answer.text == "")
                let read = try await server.get(paths[1])
                #expect(read.status == .ok)
                #expect(read.text == kept)
                #expect(try await server.get(paths[0]).text == "true")
            }
        }
    }

    @Test(arguments: [
        ("", "is required."), ("?isVisible=", "is required."), ("?isVisible=maybe", "must be true or false."),
    ])
    func whatIsNoBooleanChangesNothing(query: String, rule: String) async throws {
        try await TestServer.run { server in
            let path = "/v2/suppliers/statistics/transactions/visibility"
            let answer = try await server.put(path + query, nil)
            #expect(answer.names(("isVisible", "isVisible \(rule)")))
            #expect(try await server.get(path).text == "true")
        }
    }
}
