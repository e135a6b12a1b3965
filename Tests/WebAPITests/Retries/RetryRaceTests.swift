import FrontDoor
import HTTPTypes
import Store
import Testing

@testable import WebCore

/// Equal calls that come together, and calls that are cut off.
@Suite struct RetryRaceTests {
    @Test func ofFiftyAtOnceOneIsCarriedOutAndAllGetItsAnswer() async throws {
        try await TestServer.run { server in
            let answers = try await atOnce(50) { _ in
                try await server.post(
                    "/v2/customers", #"{"Name":"Harbour"}"#, headers: .key("order-7"))
            }
            let first = try #require(answers.first { !$0.isReplay })
            #expect(first.status == .created)
            #expect(answers.count { !$0.isReplay } == 1)
            #expect(answers.count { $0.replays(first) } == 49)
            #expect(try await server.count == 1)
        }
    }

    /// The second of two is refused by what the first one wrote, long before it would write itself.
    @Test func aRefusalThatRestsOnTheFirstCallIsNoRefusal() async throws {
        try await TestServer.run { server in
            let body = #"{"FullName":"Ines","Username":"ines.okafor","Email":"i@harbour.example","RoleId":5}"#
            let answers = try await atOnce(10) { _ in
                try await server.post("/v2/users", body, headers: .key("order-7"))
            }
            let first = try #require(answers.first { !$0.isReplay })
            #expect(first.status == .created)
            #expect(answers.count { $0.replays(first) } == 9)
            let other = try await server.post("/v2/users", body + " ", headers: .key("order-7"))
            #expect(other.refusesKey)
            let without = try await server.post("/v2/users", body)
            #expect(without.refuses(.badRequest, "DuplicateCode", "This user name is taken."))
        }
    }

    @Test func ofFiftyWithDifferentBodiesOneIsCarriedOut() async throws {
        try await TestServer.run { server in
            let answers = try await atOnce(50) { place in
                try await server.post(
                    "/v2/customers", #"{"Name":"Harbour \#(place)"}"#, headers: .key("order-7"))
            }
            #expect(answers.count { $0.status == .created } == 1)
            #expect(answers.count { $0.refusesKey } == 49)
            #expect(try await server.count == 1)
        }
    }

    /// A commit that fails leaves neither what was made nor an answer to it; one whose success could not be told leaves
    /// both.
    @Test func whatIsMadeAndItsAnswerAreOnTheDiskTogetherOrNotAtAll() async throws {
        try await TestServer.watched { server, store in
            let owner = SignedInServer(server: server, token: try await server.signIn(server.owner))
            let listed = #"{"Address":"203.0.113.5"}"#
            #expect(try await owner.get("/v2/api/settings/ipaddress").text == "[]")
            store.fail(at: 1, .fromThenOn)
            let failed = try await owner.post("/v2/api/settings/ipaddress", listed, headers: .key("a"))
            #expect(failed.status == .serviceUnavailable)
            store.heal()
            #expect(try await owner.get("/v2/api/settings/ipaddress").text == "[]")
            let made = try await owner.post("/v2/api/settings/ipaddress", listed, headers: .key("a"))
            #expect(made.status == .created && !made.isReplay)

            let other = #"{"Address":"203.0.113.6"}"#
            #expect(try await owner.get("/v2/api/settings/ipaddress").status == .ok)
            store.fail(at: 1, .after)
            let told = try await owner.post("/v2/api/settings/ipaddress", other, headers: .key("b"))
            store.heal()
            #expect(told.status == .created && told.isReplay)
            let again = try await owner.post("/v2/api/settings/ipaddress", other, headers: .key("b"))
            #expect(again.isReplay && again.text == told.text)
            #expect(try await owner.get("/v2/api/settings/ipaddress").text.contains(#""Id":2"#))
        }
    }
}

/// The answers of so many calls that are sent together.
func atOnce(
    _ count: Int, _ call: @escaping @Sendable (Int) async throws -> TestAnswer
) async throws -> [TestAnswer] {
    try await withThrowingTaskGroup(of: TestAnswer.self) { group in
        for place in 0..<count { group.addTask { try await call(place) } }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}
