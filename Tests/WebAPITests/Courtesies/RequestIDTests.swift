import HTTPTypes
import Logging
import Testing
import WebCore

@testable import FrontDoor

/// `X-Request-Id`: the client's own where it can stand in a log, else one that is made.
@Suite struct RequestIDTests {
    private let made = "97617858385bf6b3"

    /// A refusal of a request with these ids, and what the log says of it.
    private func refused(_ ids: String...) async throws -> (id: String?, lines: [String]) {
        let name = try #require(HTTPField.Name("X-Request-Id"))
        var result: (id: String?, lines: [String]) = (nil, [])
        try await TestServer.withoutSession { server in
            let lines = LogLines()
            var logger = lines.logger()
            logger[metadataKey: "hb.request.id"] = .string(made)
            var headers: HTTPFields = [:]
            for id in ids { headers.append(HTTPField(name: name, value: id)) }
            let answer = try await server.ask(.get, "/v2/customers", headers: headers, logger: logger)
            #expect(answer.isRefusal(.invalidToken))
            result = (answer.headers[name], lines.all)
        }
        return result
    }

    @Test(arguments: [
        "7", "0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12", "App_2.retry-3", String(repeating: "x", count: 64),
    ])
    func aRefusalAndItsLineHaveTheClientsOwn(id: String) async throws {
        let (answered, lines) = try await refused(id)
        #expect(answered == id)
        #expect(lines.count == 1 && lines.allSatisfy { $0.contains("hb.request.id=\(id) ") })
        #expect(!lines.joined().contains(made))
    }

    @Test(arguments: [
        "", String(repeating: "x", count: 65), "a b", "a,b", "a;b", "{7}", "é7", "\u{1B}[31m", "a\"b", "a=b",
        "a/b",
        "a\u{2028}b", "<7>", "%0A",
    ])
    func whatCouldForgeALineReachesNeitherTheLogNorTheAnswer(id: String) async throws {
        let (answered, lines) = try await refused(id)
        #expect(answered == made)
        #expect(lines.count == 1 && lines.allSatisfy { $0.contains("hb.request.id=\(made) ") })
        #expect(id.isEmpty || !lines.joined().contains(id))
    }

    @Test func twoOfThemAreNone() async throws {
        #expect(try await refused("first", "second").id == made)
        #expect(try await refused().id == made)
    }

    @Test func fd23_theSecurityLogHasTheClientsOwn() async throws {
        let name = try #require(HTTPField.Name("X-Request-Id"))
        try await TestServer.withoutSession { server in
            let body = Array(#"{"UserName":"harbour.admin","Password":"not-the-right-one"}"#.utf8)
            let answer = try await server.send(.post, "/v2/sessiontoken", body, headers: [name: "App.4711"])
            #expect(answer.status == .unauthorized)
            let row = try #require(try await server.services.frontDoor.securityLog(limit: 1).first)
            #expect(row.requestID == "App.4711")
        }
    }

    @Test func whatGoesWellHasNone() async throws {
        let name = try #require(HTTPField.Name("X-Request-Id"))
        try await TestServer.run { server in
            let answer = try await server.get("/v2/userpermissions", headers: [name: "App.4711"])
            #expect(answer.status == .ok && answer.headers[name] == nil)
        }
    }
}
