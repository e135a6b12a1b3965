import Testing

@testable import FrontDoor

/// One business never reaches another: sessions, books and permalinks (FD-27). `TenantWalkTests` walks every route.
@Suite struct TenantTests {
    @Test func fd27_anothersSessionIsUnknownAndGoesOn() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness()
            let attacker = server.with(other.token)
            let token = try #require(server.token)
            #expect(try await attacker.delete("/v2/sessiontoken/\(token)").isRefusal(.invalidToken))
            #expect(
                try await attacker.get("/v2/sessiontoken/\(server.server.business)").refuses(
                    .notFound, "NotFound", "There is no such company for this user."))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            // An administrator of one business is none in another.
            #expect(try await server.delete("/v2/sessiontoken/\(other.token)").isRefusal(.invalidToken))
            #expect(try await attacker.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd27_oneIdentitysSessionsOpenEachItsOwnBook() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness()
            try await server.server.installation.frontDoor.addMembership(
                business: other.business, username: server.server.owner.username, role: 1, from: .commandLine)
            let switched = try await server.get("/v2/sessiontoken/\(other.business)")
            #expect(switched.status == .ok)
            let away = server.with(try switched.sessionToken)
            #expect(
                try await server.post("/v2/customers", #"{"Code":"HARB01","Name":"Home"}"#).status == .created
            )
            #expect(try await away.get("/v2/customers/HARB01").status == .notFound)
            #expect(
                try await away.post("/v2/customers", #"{"Code":"HARB01","Name":"Away"}"#).status == .created)
            #expect(try await server.get("/v2/customers/HARB01").object["Name"] as? String == "Home")
            #expect(try await away.get("/v2/customers/HARB01").object["Name"] as? String == "Away")
        }
    }

    @Test func fd27_permalinksBeginWithTheirBusinesssOwnBits() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let own = try await door.business(id: server.server.business).permalinkKey
            let other = try await server.server.otherBusiness()
            let others = try await door.business(id: other.business).permalinkKey
            #expect(own.wholeMatch(of: /[0-9a-f]{8}/) != nil && own != others)
            for (session, key) in [(server, own), (server.with(other.token), others)] {
                let made = try await session.post("/v2/customers", #"{"Code":"HARB01","Name":"N"}"#)
                let guid = try #require(made.object["CustomerKey"] as? String)
                #expect(guid.hasPrefix(key + "-"), "\(guid) does not begin with \(key)")
                #expect(guid.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
            }
        }
    }
}
