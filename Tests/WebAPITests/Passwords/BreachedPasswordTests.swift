import Testing

@testable import FrontDoor

@Suite struct BreachedPasswordTests {
    @Test(arguments: [
        ("1234567890987654321", true), ("111222333444555", true), ("six-brass-lanterns", false), ("", false),
    ])
    func fd12_aPasswordOfTheListIsKnownAndNothingIsKept(password: String, isKnown: Bool) async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn()
            let last = try await post.house.lastRow
            let lines = post.house.log.all.count
            let answer = try await post.house.send(
                .post, "/v2/password/breached", #"{"Password":\#(quoted(password))}"#, token: token)
            #expect(answer.status == .ok && answer.text == (isKnown ? "true" : "false"))
            #expect(try await post.house.rows(after: last).isEmpty)
            #expect(post.house.log.all.count == lines)
        }
    }

    @Test func fd21_noStrangerAndNoTemporarySessionMayAsk() async throws {
        try await PostHouse.run { post async throws in
            let body = #"{"Password":"1234567890987654321"}"#
            #expect(try await post.house.send(.post, "/v2/password/breached", body).isRefusal(.session))
            let tom = TestUser(username: "tom", password: "five-loud-herons", word: "wheel5house")
            try await post.house.add(tom, temporary: true)
            let temporary = try await post.house.signIn(tom)
            let answer = try await post.house.send(.post, "/v2/password/breached", body, token: temporary)
            #expect(answer.isRefusal(.temporaryPassword))
        }
    }

    @Test func whatIsMissingIsNamed() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn()
            let answer = try await post.house.send(.post, "/v2/password/breached", "{}", token: token)
            #expect(answer.names(("Password", "Password is required.")))
        }
    }
}
