import HTTPTypes
import Testing

@testable import FrontDoor

@Suite struct RemoveUserTests {
    @Test func whoWorksNowhereElseGoesForGoodAndTheNameIsFree() async throws {
        try await TestServer.run { server in
            let ines = testUser("ines")
            try await server.server.add(ines, to: server.server.business)
            let session = server.with(try await server.server.signIn(ines))
            let half = try await server.server.sendCredentials(ines)
            let answer = try await server.delete("/v2/users/2")
            #expect(answer.status == .noContent && answer.text.isEmpty)
            #expect(try await !session.isOpen)
            #expect(try await server.server.sendLetters(half, of: ines).status == .unauthorized)
            #expect(
                try await server.server.sendCredentials(ines).refuses(
                    .unauthorized, "InvalidCredentials", "User name or password is incorrect."))
            #expect(try await server.get("/v2/users/2").status == .notFound)
            #expect(
                try await server.log(5).prefix(3) == [
                    "session-ended ines by harbour.admin: 1: membership removed",
                    "membership-removed ines by harbour.admin: number 2",
                    "user-removed ines by harbour.admin: removed from the business",
                ])
            // The name comes back, the number never.
            let again = try await server.post("/v2/users", userBody("ines"))
            #expect(try again.object["Number"] as? Int == 3)
            // What was, keeps its name.
            #expect(
                try await server.get("/v2/reports/loginlog?userName=ines").text.contains(
                    #""UserName":"ines""#))
        }
    }

    @Test func theOldPathRemovesToo() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/users", userBody("ines"))
            #expect(try await server.delete("/v2/user/2").status == .noContent)
            #expect(try await server.delete("/v2/user/2").status == .notFound)
        }
    }

    @Test func theOwnerStays() async throws {
        try await TestServer.run { server in
            for session in [server, try await server.user(with: .manageUser)] {
                try await session.refuses({
                    $0.refuses(.badRequest, "Conflict", "The owner of the business can't be removed.")
                }) { try await session.delete("/v2/users/1") }
            }
        }
    }
}
