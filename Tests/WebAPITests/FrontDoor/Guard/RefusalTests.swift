import HTTPTypes
import Testing

@testable import FrontDoor

/// The four answers, byte for byte, and who gets which (FD-3).
@Suite struct RefusalTests {
    @Test func fd3_unknownMalformedEndedAndExpiredAreOneAnswer() async throws {
        try await TestServer.run { server in
            let house = server.server
            #expect(try await house.use("0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12").isRefusal(.invalidToken))
            #expect(try await house.use("no GUID at all").isRefusal(.invalidToken))
            let ended = try await house.token(of: house.owner)
            #expect(try await server.with(ended).delete("/v2/sessiontoken").status == .noContent)
            #expect(try await house.use(ended).isRefusal(.invalidToken))
            server.clock.advance(by: .seconds(3_601))
            #expect(try await house.use(server.token).isRefusal(.invalidToken))
        }
    }

    @Test func fd3_aLockedUserIsToldSo() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            try await door.lock(username: server.server.owner.username, from: .commandLine)
            for path in ["/v2/userpermissions", "/v2/customers", "/v2/invoices", "/v2/nothing"] {
                #expect(try await server.get(path).isRefusal(.locked))
            }
            #expect(try await server.delete("/v2/sessiontoken").isRefusal(.locked))
            #expect(try await server.server.sendCredentials(server.server.owner).isRefusal(.locked))
            try await door.unlock(username: server.server.owner.username, from: .commandLine)
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd3_aLapsedBusinessIsToldSo() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            try await door.renewSubscription(
                business: server.server.business, until: "2026-03-08", from: .commandLine)
            for path in ["/v2/userpermissions", "/v2/customers", "/v2/invoices", "/v2/nothing"] {
                #expect(try await server.get(path).isRefusal(.lapsed))
            }
            #expect(try await server.post("/v2/customers", #"{"Name":"N"}"#).isRefusal(.lapsed))
        }
    }

    @Test func fd3_whoLacksTheRightIsToldWhich() async throws {
        try await TestServer.run { server in
            let reader = try await server.user(with: .viewCustomer)
            #expect(try await reader.put("/v2/customers/HARB01", #"{"Name":"N"}"#).isRefusal(.noRight))
            let writer = try await server.user(with: .editCustomer)
            let answer = try await writer.get("/v2/customers")
            #expect(
                answer.refuses(.unauthorized, "PermissionDenied", "Permission ViewCustomer is required."))
            #expect(answer.headers[.wwwAuthenticate] == "KfToken")
        }
    }
}
