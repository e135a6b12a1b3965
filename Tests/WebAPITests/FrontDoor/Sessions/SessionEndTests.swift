import HTTPTypes
import Surroundings
import Testing

@testable import FrontDoor

/// Who may end which session, and how many there may be (FD-10).
@Suite struct SessionEndTests {
    private let ines = TestUser(username: "ines", password: "four-quiet-harbours", word: "tide7wind")
    private let tom = TestUser(username: "tom", password: "five-quiet-harbours", word: "reef8tide")

    @Test func fd10_aSessionEndsItself() async throws {
        try await TestServer.run { server in
            let house = server.server
            let own = server.with(try await house.token(of: house.owner))
            let ended = try await own.delete("/v2/sessiontoken")
            #expect(ended.status == .noContent && ended.text.isEmpty)
            #expect(try await own.get("/v2/userpermissions").isRefusal(.invalidToken))
            #expect(try await own.delete("/v2/sessiontoken").isRefusal(.invalidToken))

            let named = server.with(try await house.token(of: house.owner))
            let token = try #require(named.token)
            #expect(try await named.delete("/v2/sessiontoken/\(token.uppercased())/").status == .noContent)
            #expect(try await named.get("/v2/userpermissions").isRefusal(.invalidToken))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd10_aUserEndsAnotherOfTheirOwn() async throws {
        try await TestServer.run { server in
            let house = server.server
            try await house.add(ines, to: house.business)
            let one = server.with(try await house.token(of: ines))
            let other = try await house.token(of: ines)
            #expect(try await house.use(other).status == .ok)
            #expect(try await one.delete("/v2/sessiontoken/\(other)").status == .noContent)
            #expect(try await house.use(other).isRefusal(.invalidToken))
            // Ended is as unknown, and the one who asks lives on.
            #expect(try await one.delete("/v2/sessiontoken/\(other)").isRefusal(.invalidToken))
            #expect(try await one.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd10_whoHasFullAccessEndsAnyOfTheBusinessAndOthersNone() async throws {
        try await TestServer.run { server in
            let house = server.server
            try await house.add(ines, to: house.business)
            try await house.add(tom, to: house.business, role: 1)
            let inesToken = try await house.token(of: ines)
            let tomToken = try await house.token(of: tom)
            let owner = try #require(server.token)
            #expect(
                try await server.with(inesToken).delete("/v2/sessiontoken/\(owner)").isRefusal(.invalidToken))
            #expect(try await house.use(inesToken).status == .ok)
            #expect(try await server.get("/v2/userpermissions").status == .ok)

            #expect(try await server.delete("/v2/sessiontoken/\(inesToken)").status == .noContent)
            #expect(try await house.use(inesToken).isRefusal(.invalidToken))
            #expect(try await house.use(tomToken).status == .ok)
            let again = try await house.token(of: ines)
            let other = try await server.otherBusiness()
            for session in [other, server.with(try await house.user(with: [.manageUser, .manageRole]))] {
                #expect(try await session.delete("/v2/sessiontoken/\(again)").isRefusal(.invalidToken))
            }
            #expect(
                try await server.with(tomToken).delete("/v2/sessiontoken/\(again)").status == .noContent)
            #expect(try await house.use(again).isRefusal(.invalidToken))
            let row = try #require(try await house.installation.frontDoor.securityLog(limit: 1).first)
            #expect(
                row.kind == "session-ended" && row.username == "ines" && row.actor == tom.username)
            #expect(row.detail?.hasSuffix(": ended by an administrator") == true)
        }
    }

    @Test func fd10_whatIsNoTokenIsAsUnknownAsOneThatIsNotThere() async throws {
        try await TestServer.run { server async throws in
            for sent in [
                "0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12", "1", "x", "%7B0b9f1d58%7D", "KfToken%20x", "%00",
                "..",
                String(repeating: "0", count: 5_000), "sessiontoken",
            ] {
                #expect(
                    try await server.delete("/v2/sessiontoken/\(sent)").isRefusal(.invalidToken), "\(sent)")
            }
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd10_oneMoreThanTheMostEndsTheLongestUnusedAndIsNoFailure() async throws {
        var settings = FrontDoorSettings()
        settings.sessionsPerIdentityMax = 3
        try await TestServer.withoutSession(frontDoor: settings) { server in
            var tokens: [String] = []
            for _ in 0..<3 {
                tokens.append(try await server.token(of: server.owner))
                server.clock.advance(by: .seconds(10))
            }
            // The first was used last, though that is nowhere on disk yet.
            #expect(try await server.use(tokens[0]).status == .ok)
            server.clock.advance(by: .seconds(10))
            let fourth = try await server.token(of: server.owner)
            #expect(try await server.use(tokens[1]).isRefusal(.invalidToken))
            for token in [tokens[0], tokens[2], fourth] { #expect(try await server.use(token).status == .ok) }
            #expect(try await server.count("SELECT count(*) FROM session") == 3)

            // A switch makes room too, and never ends the session it comes from.
            let switched = try await server.send(
                .get, "/v2/sessiontoken/\(server.business)", token: tokens[0])
            #expect(switched.status == .ok)
            #expect(try await server.use(tokens[0]).status == .ok)
            #expect(try await server.count("SELECT count(*) FROM session") == 3)
        }
    }

    @Test func fd10_aHundredSessionsAreTheMostByDefault() async throws {
        try await TestServer.run { server in
            let channel = try TestServer.connection()
            for _ in 0..<120 {
                let switched = try await server.server.ask(
                    .get, "/v2/sessiontoken/\(server.server.business)", token: server.token, over: channel)
                #expect(switched.status == .ok)
            }
            #expect(try await server.server.count("SELECT count(*) FROM session") == 100)
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }
}
