import HTTPTypes
import Testing

@Suite struct ReadCustomerTests {
    @Test(arguments: ["HARB01", "harb01", "%48arb01", "HARB01/", "%20HARB01"])
    func aCodeIsFoundInAnyCaseAndSpelling(sent: String) async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour Joinery Ltd"))
            let answer = try await server.get("/v2/CUSTOMERS/\(sent)")
            #expect(answer.status == .ok)
            #expect(try answer.text == CustomerText(key: answer.customerKey).text)
        }
    }

    @Test(arguments: [
        ("A/B", "A%2FB"), ("A.B", "A.B"), ("...", "..."), ("50%", "50%25"), ("%2F", "%252F"),
        ("A B", "A%20B"),
        ("A+B", "A%2BB"), ("Ünïcode", "%C3%9Cn%C3%AFcode"), ("客户", "%E5%AE%A2%E6%88%B7"),
        ("A?B#C", "A%3FB%23C"),
        ("a;b,c", "a%3Bb%2Cc"), ("statistics2", "statistics2"), ("~_-", "~_-"),
    ])
    func anyCodeLivesWhereItsLocationSays(code: String, path: String) async throws {
        try await TestServer.run { server in
            let created = try await server.post("/v2/customers", #"{"Code":"\#(code)","Name":"Odd"}"#)
            #expect(created.status == .created)
            #expect(created.headers[.location] == "/v2/customers/\(path)")
            let read = try await server.get("/v2/customers/\(path)")
            #expect(read.status == .ok)
            #expect(read.text == created.text)
            #expect(try read.object["Code"] as? String == code)
            #expect(try await server.delete("/v2/customers/\(path)").status == .noContent)
            #expect(try await server.get("/v2/customers/\(path)").status == .notFound)
        }
    }

    @Test(arguments: [
        ("NONE01", "NONE01"), ("..", ".."), (".", "."), ("%2E%2E", ".."), ("A%2FB", "A/B"),
        ("%E2%82%AC", "€"),
        ("%22", #"\""#), ("%00", #"\u0000"#), ("'%20OR%201=1%20--", "' OR 1=1 --"),
        (String(repeating: "A", count: 10_000), String(repeating: "A", count: 50)),
        (String(repeating: "%C3%9F", count: 2_500), String(repeating: "ß", count: 50)),
    ])
    func aCodeThatNobodyHasIs404(sent: String, shown: String) async throws {
        try await TestServer.run { server in
            let path = "/v2/customers/" + sent
            let message = "There is no customer \(shown)."
            for answer in [
                try await server.get(path), try await server.put(path, #"{"Name":"N"}"#),
                try await server.delete(path),
            ] {
                #expect(answer.refuses(.notFound, "NotFound", message))
            }
        }
    }

    @Test(arguments: ["%", "%2", "%GG", "%FF", "%C3%28", "A%ED%A0%80"])
    func aPathThatCannotBeDecodedIsRefused(sent: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/customers/\(sent)")
            #expect(answer.refuses(.badRequest, "InvalidRequest", "The path is not percent-encoded UTF-8."))
        }
    }

    @Test func nothingButTheClockChangesTheBytes() async throws {
        try await TestServer.run { server in
            _ = try await server.addFullCustomer()
            let first = try await server.get("/v2/customers/HARB01").text
            server.clock.advance(by: .seconds(3_000))
            #expect(try await server.get("/v2/customers/HARB01").text == first)
        }
    }

    @Test func anotherBusinessSeesNothingOfIt() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let other = try await server.otherBusiness()
            #expect(try await other.get("/v2/customers/HARB01").status == .notFound)
            #expect(try await other.total() == 0)
            try await other.add(("HARB01", "Its own"))
            #expect(try await server.delete("/v2/customers/HARB01").status == .noContent)
            #expect(try await other.codes() == ["HARB01"])
        }
    }
}
