import HTTPTypes
import Testing

@Suite struct ClientErrorTests {
    private let token = "7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa"

    /// Sends a report with a log that is kept.
    private func report(_ body: String, _ server: SignedInServer, _ log: KeptLog) async throws -> TestAnswer {
        try await server.server.services.send(
            .post, "/v2/jserror", Array(body.utf8), token: server.token, headers: [:], from: "127.0.0.1",
            loosely: false, logger: log.logger)
    }

    @Test func itIsOneLineOfTheLogThatSaysWhose() async throws {
        try await TestServer.run { server in
            let log = KeptLog()
            let answer = try await report(
                """
                {"errorString":"TypeError: \(token)\\nat total","ErrorObject":{"line":12.50,"at":["a",null,true]}}
                """, server, log)
            #expect(answer.status == .ok && answer.text.isEmpty)
            #expect(answer.headers[.contentType] == nil)
            let line = try #require(log.lines.first)
            #expect(log.lines.count == 1 && line.hasPrefix("warning client error "))
            let report = #"TypeError: (masked)\u{a}at total {"line":12.50,"at":["a",null,true]}"#
            #expect(line.contains(report) || line.contains(report.replacing("\"", with: "\\\"")))
            for part in ["POST /jserror", #""business": 1"#, #""user": 1"#, "session"] {
                #expect(line.contains(part), "\(part): \(line)")
            }
            #expect(!line.contains(try #require(server.token)) && !line.contains(token))
        }
    }

    @Test func theSixthOfAMinuteIsTakenAndNotLogged() async throws {
        try await TestServer.run { server in
            let log = KeptLog()
            for _ in 0..<7 {
                #expect(try await report(#"{"ErrorString":"x"}"#, server, log).status == .ok)
            }
            #expect(log.lines.count == 5)
            // Another session has its own five, and a minute later there are five more.
            let other = server.with(try await server.server.signIn(server.server.owner))
            _ = try await report(#"{"ErrorString":"y"}"#, other, log)
            #expect(log.lines.count == 6)
            server.clock.advance(by: .seconds(60))
            _ = try await report(#"{"ErrorString":"z"}"#, server, log)
            #expect(log.lines.count == 7)
        }
    }

    @Test(arguments: ["{}", #"{"ErrorString":"","ErrorObject":null}"#, #"{"Other":"x"}"#])
    func whatSaysNothingIsTakenAndNotLogged(body: String) async throws {
        try await TestServer.run { server async throws in
            let log = KeptLog()
            #expect(try await report(body, server, log).status == .ok)
            #expect(log.lines.isEmpty)
        }
    }

    @Test func aLongOneIsCut() async throws {
        try await TestServer.run { server in
            let log = KeptLog()
            let long = String(repeating: "x", count: 100_000)
            #expect(try await report(#"{"ErrorString":"\#(long)"}"#, server, log).status == .ok)
            let line = try #require(log.lines.first)
            #expect(line.contains(String(repeating: "x", count: 4_096)) && line.utf8.count < 4_500)
        }
    }

    @Test func anyTokenWillDoAndNoneWillNot() async throws {
        try await TestServer.run { server in
            let other = try await server.user(with: .viewProject)
            #expect(try await other.post("/v2/jserror", #"{"ErrorString":"x"}"#).status == .ok)
            #expect(
                try await server.with(nil).post("/v2/jserror", #"{"ErrorString":"x"}"#).isRefusal(
                    .invalidToken))
        }
    }

    @Test func aBodyThatCantBeReadIsRefusedAndSaysNothingInTheLogOfItself() async throws {
        try await TestServer.run { server in
            let log = KeptLog()
            let wrong = try await report(#"{"ErrorString":["\#(token)"]}"#, server, log)
            #expect(wrong.names(("ErrorString", "ErrorString has the wrong type.")))
            #expect(try await report("{", server, log).status == .badRequest)
            #expect(try await report("[]", server, log).names(("body", "The body must be an object.")))
            #expect(!log.lines.contains { $0.contains("client error") || $0.contains(token) })
        }
    }
}
