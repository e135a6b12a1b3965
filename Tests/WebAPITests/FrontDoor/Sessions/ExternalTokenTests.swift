import HTTPTypes
import Surroundings
import Testing

@testable import FrontDoor

/// Tokens that an operator's portal swaps for a session (FD-22).
@Suite struct ExternalTokenTests {
    private func isNone(_ answer: TestAnswer) -> Bool {
        answer.refuses(.unauthorized, "InvalidTemporaryToken", "Temporary token provided is invalid.")
            && answer.headers[.wwwAuthenticate] == "KfToken"
    }

    private func issue(_ server: TestServer) async throws -> (token: String, identity: Int64) {
        try await server.installation.frontDoor.issueExternalToken(
            username: server.owner.username, from: .commandLine)
    }

    private func swap(_ token: String, _ uid: Int64, _ server: TestServer) async throws -> TestAnswer {
        try await server.send(.get, "/v2/sessiontoken?externalToken=\(token)&uid=\(uid)")
    }

    @Test func fd22_itGivesASessionOnce() async throws {
        try await TestServer.withoutSession { server in
            let issued = try await issue(server)
            let answer = try await swap(issued.token, issued.identity, server)
            #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
            let token = try answer.sessionToken
            #expect(token != issued.token)
            #expect(try answer.object["CompanyUserId"] as? Int == Int(issued.identity))
            #expect(try await server.use(token).status == .ok)
            #expect(isNone(try await swap(issued.token, issued.identity, server)))
            #expect(try await server.use(token).status == .ok)
            // A session's token is none, and neither is a temporary one.
            #expect(isNone(try await swap(token, issued.identity, server)))
        }
    }

    @Test func fd22_fiftyAtOnceGiveOneSession() async throws {
        try await TestServer.withoutSession { server in
            let issued = try await issue(server)
            let given = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await self.swap(issued.token, issued.identity, server).status == .ok }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(given == 1)
            #expect(try await server.count("SELECT count(*) FROM session") == 1)
        }
    }

    @Test func fd22_sixtySecondsAreGoodAndAMillisecondMoreIsNot() async throws {
        try await TestServer.withoutSession { server in
            let first = try await issue(server)
            server.clock.advance(by: .seconds(60))
            #expect(try await swap(first.token, first.identity, server).status == .ok)
            let second = try await issue(server)
            server.clock.advance(by: .seconds(60) + .milliseconds(1))
            #expect(isNone(try await swap(second.token, second.identity, server)))
            // Nor by setting a clock back.
            let third = try await issue(server)
            server.clock.advance(by: .seconds(61))
            server.clock.moveWallClock(by: .seconds(-61))
            #expect(isNone(try await swap(third.token, third.identity, server)))
        }
    }

    @Test func fd22_anotherUsersNumberSpendsIt() async throws {
        try await TestServer.withoutSession { server in
            let issued = try await issue(server)
            #expect(isNone(try await swap(issued.token, issued.identity + 1, server)))
            #expect(isNone(try await swap(issued.token, issued.identity, server)))
            for sent in [
                "x", "0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12", "%00", String(repeating: "0", count: 5_000),
            ] {
                #expect(isNone(try await swap(sent, issued.identity, server)))
            }
        }
    }

    @Test func fd22_aMissingOrWrongNumberIsA400AndSpendsNothing() async throws {
        try await TestServer.withoutSession { server in
            let issued = try await issue(server)
            for (query, message) in [
                ("", "uid is required."), ("&uid=", "uid is required."),
                ("&uid=x", "uid must be a whole number."),
            ] {
                let answer = try await server.send(
                    .get, "/v2/sessiontoken?externalToken=\(issued.token)\(query)")
                #expect(answer.names(("uid", message)), "\(answer.text)")
            }
            #expect(try await swap(issued.token, issued.identity, server).status == .ok)
        }
    }

    @Test func fd22_theLockIsAskedAtTheEndOfThisPathToo() async throws {
        try await TestServer.withoutSession { server in
            let issued = try await issue(server)
            try await server.installation.frontDoor.lock(username: server.owner.username, from: .commandLine)
            #expect(try await swap(issued.token, issued.identity, server).isRefusal(.locked))
            try await server.installation.frontDoor.unlock(
                username: server.owner.username, from: .commandLine)
            #expect(isNone(try await swap(issued.token, issued.identity, server)))
            #expect(try await server.count("SELECT count(*) FROM session") == 0)
        }
    }

    @Test func fd22_aDisabledOrChangedUserHasNone() async throws {
        try await TestServer.withoutSession { server in
            let door = server.installation.frontDoor
            let first = try await issue(server)
            try await door.setPassword(
                username: server.owner.username, password: "nine-brass-lanterns", temporary: false,
                from: .commandLine)
            #expect(isNone(try await swap(first.token, first.identity, server)))
            let second = try await issue(server)
            try await door.disableUser(username: server.owner.username, from: .commandLine)
            #expect(isNone(try await swap(second.token, second.identity, server)))
            await #expect(throws: FrontDoorError.self) { try await issue(server) }
            try await door.enableUser(username: server.owner.username, from: .commandLine)
            #expect(isNone(try await swap(second.token, second.identity, server)))
        }
    }

    @Test func fd22_aLapsedBusinessIsEnteredAndSaysSo() async throws {
        try await TestServer.withoutSession { server in
            try await server.installation.frontDoor.renewSubscription(
                business: server.business, until: "2026-03-08", from: .commandLine)
            let issued = try await issue(server)
            let answer = try await swap(issued.token, issued.identity, server)
            #expect(try answer.object["SubscriptionExpired"] as? Bool == true)
            #expect(try await server.use(answer.sessionToken).isRefusal(.lapsed))
        }
    }
}
