import HTTPTypes
import Testing

@testable import FrontDoor

/// Whoever may make users must not be able to fill a stranger's letter box.
@Suite struct ActivationLetterTests {
    private func again(_ post: PostHouse, _ owner: String, _ number: Int = 3) async throws -> TestAnswer {
        try await post.house.send(.post, "/v2/users/\(number)/activationemail", token: owner)
    }

    /// Has the owner make somebody, whose letter is the first.
    private func made(_ post: PostHouse, _ username: String, by owner: String) async throws -> Int {
        let answer = try await post.house.send(.post, "/v2/users", userBody(username), token: owner)
        #expect(answer.status == .created, "\(answer.text)")
        return try #require(answer.object["Number"] as? Int)
    }

    private func isEnough(_ answer: TestAnswer, retryAfter seconds: Int) -> Bool {
        answer.refuses(.tooManyRequests, "TooManyRequests", "Enough letters were sent to this user for now.")
            && answer.headers[.retryAfter] == "\(seconds)"
    }

    @Test func fd24_aUserGetsFiveADay() async throws {
        try await PostHouse.run({ $0.frontDoor.sessionIdle = .seconds(48 * 60 * 60) }) { post async throws in
            let owner = try await post.house.signIn()
            let number = try await made(post, "pia", by: owner)
            post.house.clock.advance(by: .seconds(60 * 60))
            for _ in 0..<4 { #expect(try await again(post, owner, number).isDone) }
            let letters = try await post.takeLetters()
            #expect(letters.count == 5)
            let before = try await post.state(of: "pia")
            for _ in 0..<20 {
                #expect(isEnough(try await again(post, owner, number), retryAfter: 23 * 60 * 60))
            }
            #expect(try await post.letters().isEmpty)
            // The last link that left is good, and others get their letters.
            #expect(try await post.state(of: "pia") == before)
            let other = try await made(post, "tom", by: owner)
            #expect(try await again(post, owner, other).isDone)
            #expect(try await post.takeLetters().count == 2)
            // The first letter's day is over: one goes, and then the other four's is not.
            post.house.clock.advance(by: .seconds(23 * 60 * 60))
            #expect(try await again(post, owner, number).isDone)
            #expect(isEnough(try await again(post, owner, number), retryAfter: 60 * 60))
            #expect(try await post.takeLetters().count == 1)
        }
    }

    /// A letter that is sent again kills the link in the one before.
    @Test func aCallThatComesAgainWithItsKeySendsOneLetter() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let path = "/v2/users/\(try await made(post, "pia", by: owner))/activationemail"
            _ = try await post.takeLetters()
            func ask(_ key: String, _ body: String? = nil) async throws -> TestAnswer {
                try await post.house.send(.post, path, body, token: owner, headers: .key(key), loosely: true)
            }
            let first = try await ask("order-7")
            #expect(first.isDone && !first.isReplay)
            for _ in 0..<7 { #expect(try await ask("order-7").replays(first)) }
            #expect(try await ask("order-7", "{}").refusesKey)
            #expect(try await ask("two words").gist == "400 ValidationFailed")
            let letters = try await post.takeLetters()
            #expect(letters.count == 1)
            let secret = try #require(letters.first?.secret(.activation))
            #expect(try await post.house.send(.get, "/v2/users/activation/\(secret)").status == .ok)
            let other = try await ask("order-8")
            #expect(other.isDone && !other.isReplay)
            #expect(try await post.takeLetters().count == 1)
        }
    }

    /// Another address is no way round it.
    @Test func fd24_itIsCountedByUserAndNotByAddress() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let number = try await made(post, "pia", by: owner)
            for _ in 0..<4 { #expect(try await again(post, owner, number).isDone) }
            let moved = try await post.house.send(
                .put, "/v2/users/\(number)", userBody("pia", email: "other@harbour.example"), token: owner)
            #expect(moved.status == .ok, "\(moved.text)")
            #expect(try await again(post, owner, number).gist == "429 TooManyRequests")
        }
    }

    @Test func fd24_sideBySideNoMoreGo() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let number = try await made(post, "pia", by: owner)
            let answers = try await post.house.atOnce(40) { _ in try await again(post, owner, number) }
            #expect(answers == ["200": 4, "429 TooManyRequests": 36])
            #expect(try await post.letters().count == 5)
        }
    }

    /// Whoever has a late link asks as well; nothing tells that none went.
    @Test func fd24_aLateLinkGetsNoSixthLetter() async throws {
        try await PostHouse.run({ $0.frontDoor.activationLinkLifetime = .seconds(60) }) { post async throws in
            let owner = try await post.house.signIn()
            let number = try await made(post, "pia", by: owner)
            for _ in 0..<4 { #expect(try await again(post, owner, number).isDone) }
            var secrets: [String] = []
            for letter in try await post.takeLetters() {
                secrets.append(try #require(letter.secret(.activation)))
            }
            post.house.clock.advance(by: .seconds(61))
            for secret in secrets {
                #expect(
                    try await post.house.send(.post, "/v2/users/activation/\(secret)/email").isDone)
            }
            #expect(try await post.letters().isEmpty)
        }
    }

    /// They are handed over and fill no letter box.
    @Test func fd24_theOperatorsLinksAreNotCounted() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let number = try await made(post, "pia", by: owner)
            for _ in 0..<20 {
                _ = try await post.door.activationLink(username: "pia", from: .commandLine)
            }
            #expect(try await again(post, owner, number).isDone)
        }
    }

    @Test func fd23_rowsOfLinksNameTheBusiness() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let last = try await post.house.lastRow
            let number = try await made(post, "pia", by: owner)
            #expect(try await again(post, owner, number).isDone)
            _ = try await post.door.activationLink(username: "pia", from: .commandLine)
            let made = try await post.house.rows(after: last).filter { $0.kind == "link-made" }
            #expect(made.map(\.business) == [1, 1, 1])
            #expect(made.map(\.detail) == ["activation, by letter", "activation, by letter", "activation"])
            let reset = try await post.house.lastRow
            let token = try await post.resetToken(withWord: true)
            #expect(try await post.reset(token, word: "drift7wood").isDone)
            let rows = try await post.house.rows(after: reset)
            #expect(
                rows.map { "\($0.kind) \($0.business ?? 0)" } == [
                    "link-made 1", "link-used 1", "memorable-word-changed 1", "password-changed 1",
                ])
        }
    }
}
