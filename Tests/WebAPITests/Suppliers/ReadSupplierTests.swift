import HTTPTypes
import Testing

@Suite struct ReadSupplierTests {
    @Test(arguments: ["TIMB01", "timb01", "%54imb01", "TIMB01/", "%20TIMB01"])
    func aCodeIsFoundInAnyCaseAndSpelling(sent: String) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timberyard & Sons"))
            let answer = try await server.get("/v2/SUPPLIERS/\(sent)")
            #expect(answer.status == .ok)
            #expect(answer.text == SupplierText().text)
        }
    }

    @Test(arguments: [
        ("A/B", "A%2FB"), ("50%", "50%25"), ("客户", "%E5%AE%A2%E6%88%B7"), ("A?B#C", "A%3FB%23C"),
    ])
    func anyCodeLivesWhereItsLocationSays(code: String, path: String) async throws {
        try await TestServer.run { server in
            let created = try await server.post("/v2/suppliers", #"{"Code":"\#(code)","Name":"Odd"}"#)
            #expect(created.headers[.location] == "/v2/suppliers/\(path)")
            #expect(try await server.get("/v2/suppliers/\(path)").text == created.text)
            #expect(try await server.delete("/v2/suppliers/\(path)").status == .noContent)
            #expect(try await server.get("/v2/suppliers/\(path)").status == .notFound)
        }
    }

    @Test(arguments: [
        ("NONE01", "NONE01"), ("%2E%2E", ".."),
        (String(repeating: "A", count: 10_000), String(repeating: "A", count: 50)),
    ])
    func aCodeThatNobodyHasIs404(sent: String, shown: String) async throws {
        try await TestServer.run { server in
            try await server.add(("NONE01", "A customer"))
            let path = "/v2/suppliers/" + sent
            for answer in [
                try await server.get(path), try await server.put(path, #"{"Name":"N"}"#),
                try await server.delete(path),
            ] {
                #expect(answer.refuses(.notFound, "NotFound", "There is no supplier \(shown)."))
            }
        }
    }

    @Test func anotherBusinessSeesNothingOfIt() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"))
            let other = try await server.otherBusiness()
            #expect(try await other.get("/v2/suppliers/TIMB01").status == .notFound)
            #expect(try await other.supplierTotal() == 0)
            try await other.addSuppliers(("TIMB01", "Its own"))
            let places = "/v2/suppliers/statistics/dashboard/visibility"
            #expect(try await other.put(places + "?isVisible=false", nil).status == .noContent)
            #expect(try await server.get(places).text == "true")
            #expect(try await server.delete("/v2/suppliers/TIMB01").status == .noContent)
            #expect(try await other.supplierCodes() == ["TIMB01"])
        }
    }
}
