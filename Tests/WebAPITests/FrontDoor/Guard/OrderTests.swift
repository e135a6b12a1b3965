import HTTPTypes
import Testing

@testable import FrontDoor

/// Which question comes first (FD-4).
@Suite struct OrderTests {
    private let nothing = "There is no such path."

    @Test func fd4_tokenThenLockThenSubscriptionThenPath() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let name = server.server.owner.username
            try await door.renewSubscription(
                business: server.server.business, until: "2026-03-08", from: .commandLine)
            try await door.lock(username: name, from: .commandLine)
            for path in ["/v2/nothing", "/v2/customers"] {
                #expect(try await server.with(nil).get(path).isRefusal(.invalidToken))
                #expect(try await server.get(path).isRefusal(.locked))
            }
            try await door.unlock(username: name, from: .commandLine)
            for path in ["/v2/nothing", "/v2/customers"] {
                #expect(try await server.get(path).isRefusal(.lapsed))
            }
            try await door.renewSubscription(business: server.server.business, until: nil, from: .commandLine)
            #expect(try await server.get("/v2/nothing").refuses(.notFound, "NotFound", nothing))
        }
    }

    @Test func fd4_pathThenVerbThenPermissionThenBody() async throws {
        try await TestServer.run { server in
            let reader = try await server.user(with: .viewCustomer)
            #expect(try await reader.put("/v2/nothing", "{").refuses(.notFound, "NotFound", nothing))
            let verb = try await reader.server.ask(
                .patch, "/v2/customers/HARB01", Array("{".utf8), token: reader.token)
            #expect(verb.status == .methodNotAllowed)
            #expect(try await reader.put("/v2/customers/HARB01", "{").isRefusal(.noRight))
            let large = [UInt8](repeating: 0x20, count: 1_048_577)
            #expect(
                try await reader.server.ask(.put, "/v2/customers/HARB01", large, token: reader.token)
                    .isRefusal(.noRight))
            let writer = try await server.user(with: .editCustomer)
            let body = try await writer.put("/v2/customers/HARB01", "{")
            #expect(body.status == .badRequest)
            #expect(try body.object["Error"] as? String == "InvalidRequest")
        }
    }

    @Test func fd4_aDisabledOrDepartedUserHasNoToken() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let user = TestUser(username: "ines", password: "four-quiet-harbours", word: "tide7wind")
            try await server.server.add(user, to: server.server.business)
            let disabled = try await server.server.token(of: user)
            #expect(try await server.server.use(disabled).status == .ok)
            try await door.disableUser(username: "ines", from: .commandLine)
            #expect(try await server.server.use(disabled).isRefusal(.invalidToken))
            try await door.enableUser(username: "ines", from: .commandLine)
            #expect(try await server.server.use(disabled).isRefusal(.invalidToken))

            let departed = try await server.server.token(of: user)
            #expect(try await server.server.use(departed).status == .ok)
            try await door.removeMembership(
                business: server.server.business, username: "ines", from: .commandLine)
            #expect(try await server.server.use(departed).isRefusal(.invalidToken))
        }
    }

    @Test func fd4_aLapsedBusinessSignsInSwitchesEndsAndIsRenewed() async throws {
        try await TestServer.run { server in
            let house = server.server
            let door = house.installation.frontDoor
            let other = try await server.server.otherBusiness()
            try await door.addMembership(
                business: other.business, username: house.owner.username, from: .commandLine)
            try await door.renewSubscription(
                business: house.business, until: "2026-03-08", from: .commandLine)

            let challenge = try await house.sendCredentials(house.owner)
            #expect(challenge.status == .created)
            #expect(try challenge.object["SubscriptionExpired"] as? Bool == true)
            let entered = try await house.sendLetters(challenge, of: house.owner)
            #expect(try entered.object["SubscriptionExpired"] as? Bool == true)
            #expect(try entered.object["SubscriptionExpiryDate"] as? String == "2026-03-08 12:00:00")
            let lapsed = server.with(try entered.sessionToken)
            #expect(try await lapsed.get("/v2/userpermissions").isRefusal(.lapsed))

            let switched = try await lapsed.get("/v2/sessiontoken/\(other.business)")
            #expect(switched.status == .ok)
            #expect(try switched.object["SubscriptionExpired"] as? Bool == false)
            #expect(try await house.use(switched.sessionToken).status == .ok)
            #expect(try await lapsed.delete("/v2/sessiontoken").status == .noContent)
            #expect(try await lapsed.get("/v2/userpermissions").isRefusal(.invalidToken))

            // The session from before the lapse goes on once it is renewed.
            #expect(try await server.get("/v2/userpermissions").isRefusal(.lapsed))
            try await door.renewSubscription(
                business: house.business, until: "2026-03-09", from: .commandLine)
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            #expect(try await server.get("/v2/customers").status == .ok)
        }
    }

    @Test func fd4_atSignInSizeComesBeforeTheThrottleAndTheThrottleBeforeParsing() async throws {
        var settings = FrontDoorSettings()
        settings.addressFailuresMax = 3
        settings.failuresBeforeLock = 100
        try await TestServer.withoutSession(frontDoor: settings) { server in
            let wrong = Array(#"{"UserName":"harbour.admin","Password":"not-the-password"}"#.utf8)
            func first(_ body: [UInt8]) async throws -> TestAnswer {
                try await server.send(.post, "/v2/sessiontoken", body)
            }
            // What can't be read counts as no failure.
            for _ in 0..<10 { #expect(try await first(Array("{".utf8)).status == .badRequest) }
            for _ in 0..<10 { #expect(try await first(Array("{}".utf8)).status == .badRequest) }
            for _ in 0..<3 {
                #expect(
                    try await first(wrong).refuses(
                        .unauthorized, "InvalidCredentials", "User name or password is incorrect."))
            }
            for body in [wrong, Array("{".utf8), Array("{}".utf8), [0xff]] {
                for method in [HTTPRequest.Method.post, .put] {
                    let answer = try await server.send(method, "/v2/sessiontoken", body)
                    #expect(
                        answer.refuses(
                            .tooManyRequests, "TooManyRequests", "Too many failed sign-ins from this address."
                        ))
                    #expect(answer.headers[.retryAfter] == "900")
                }
            }
            let large = [UInt8](repeating: 0x20, count: 4_097)
            #expect(
                try await first(large).refuses(
                    .contentTooLarge, "PayloadTooLarge", "The body is larger than 4096 bytes."))
        }
    }

    @Test func fd4_atSignInTheLockComesBeforeThePassword() async throws {
        try await TestServer.withoutSession { server in
            try await server.installation.frontDoor.lock(username: server.owner.username, from: .commandLine)
            let wrong = #"{"UserName":"harbour.admin","Password":"not-the-password"}"#
            let answer = try await server.send(.post, "/v2/sessiontoken", Array(wrong.utf8))
            #expect(answer.isRefusal(.locked))
            #expect(try await server.sendCredentials(server.owner).isRefusal(.locked))
            #expect(try await server.send(.post, "/v2/sessiontoken", Array("{".utf8)).status == .badRequest)
        }
    }
}
