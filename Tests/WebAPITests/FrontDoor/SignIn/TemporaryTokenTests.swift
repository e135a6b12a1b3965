import HTTPTypes
import Installation
import Testing

@testable import FrontDoor

@Suite struct TemporaryTokenTests {
    @Test func fd16_aVersionFourGUIDKeptOnlyAsItsHash() async throws {
        try await SignInHouse.run { house in
            var tokens: Set<String> = []
            for _ in 0..<20 {
                let token = try await house.ask().token
                #expect(
                    token.wholeMatch(
                        of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
                tokens.insert(token)
            }
            #expect(tokens.count == 20)
            let hashes = tokens.compactMap { TokenHash(token: $0)?.hex }
            #expect(try await Set(house.texts("SELECT hash FROM temporary_token")) == Set(hashes))
        }
    }

    @Test(arguments: [300, 60])
    func fd16_itLivesFiveMinutesAndNotAMillisecondLonger(seconds: Int) async throws {
        try await SignInHouse.run({ $0.frontDoor.temporaryTokenLifetime = .seconds(seconds) }) { house in
            let inTime = try await house.ask()
            house.clock.advance(by: .seconds(seconds))
            #expect(try await house.answer(inTime).status == .ok)
            let late = try await house.ask()
            house.clock.advance(by: .seconds(seconds) + .milliseconds(1))
            #expect(try await house.answer(late).isRefusal(.temporaryToken))
            #expect(try await house.failures("harbour.admin") == 0)
        }
    }

    @Test func fd16_settingTheClockBackGivesItNoMoreTime() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            house.clock.advance(by: .seconds(299))
            house.clock.moveWallClock(by: .seconds(-3_600))
            house.clock.advance(by: .seconds(2))
            #expect(try await house.answer(asked).isRefusal(.temporaryToken))
        }
    }

    @Test func fd16_theFirstAnswerSpendsItRightOrWrong() async throws {
        try await SignInHouse.run { house in
            let right = try await house.ask()
            #expect(try await house.answer(right).status == .ok)
            #expect(try await house.answer(right).isRefusal(.temporaryToken))
            let wrong = try await house.ask()
            #expect(try await house.answer(wrong, rightly: false).isRefusal(.word))
            #expect(try await house.answer(wrong).isRefusal(.temporaryToken))
            #expect(try await house.count("session") == 1)
        }
    }

    @Test func fd16_fiftyRightAnswersAtOnceGiveOneSession() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let answers = try await house.atOnce(50) { _ in try await house.answer(asked) }
            #expect(answers == ["200": 1, "401 InvalidTemporaryToken": 49])
            #expect(try await house.count("session") == 1)
            #expect(try await house.rows(.sessionMade).count == 1)
            #expect(try await house.failures("harbour.admin") == 0)
        }
    }

    @Test func fd16_rightAndWrongAnswersAtOnceAreOneAnswer() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let answers = try await house.atOnce(50) { try await house.answer(asked, rightly: $0 % 2 == 0) }
            #expect(answers["401 InvalidTemporaryToken"] == 49)
            #expect(answers["200", default: 0] + answers["401 InvalidMemorableWord", default: 0] == 1)
        }
    }

    /// Clients sign in fifteen times at once when a token dies.
    @Test func fd16_fifteenSignInsAtOnceAllSucceed() async throws {
        try await SignInHouse.run { house in
            let answers = try await house.atOnce(15) { _ in try await house.answer(house.ask()) }
            #expect(answers == ["200": 15])
            #expect(try await house.count("session") == 15)
        }
    }

    @Test(arguments: [20, 3])
    func fd16_oneTooManyEndsTheOldest(most: Int) async throws {
        try await SignInHouse.run({ $0.frontDoor.temporaryTokensPerIdentityMax = most }) { house in
            let others = try await house.ask(SignInHouse.ines)
            var asked: [Asked] = []
            for _ in 0...most {
                asked.append(try await house.ask())
                house.clock.advance(by: .milliseconds(1))
            }
            #expect(try await house.answer(asked.removeFirst()).isRefusal(.temporaryToken))
            for one in asked { #expect(try await house.answer(one).status == .ok) }
            #expect(try await house.answer(others).status == .ok)
        }
    }

    @Test func fd16_aRestartKeepsIt() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            try await house.restart()
            #expect(try await house.answer(asked).status == .ok)
        }
    }

    @Test func fd16_whatIsNoneIsOneAnswerAndNoFailure() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let session = try await house.signIn(SignInHouse.ines)
            let none = [
                "", "nonsense", "{\(asked.token)}", " \(asked.token)", asked.token + "0",
                String(asked.token.dropLast()),
                asked.token.replacing("-", with: ""), "KfToken \(asked.token)", session,
                "00000000-0000-4000-8000-000000000000", String(repeating: "a", count: 3_000), "\u{0}", "é",
            ]
            for token in none + none + none {
                let answer = try await house.stepTwo(token, asked.letters)
                #expect(answer.isRefusal(.temporaryToken), "\(token)")
            }
            #expect(try await house.failures("harbour.admin") == 0)
            #expect(try await house.use(session).status == .ok)
            // Nor was the address shut out; and such tokens leave one row, however many are sent.
            #expect(try await house.rows(.temporaryTokenRefused).count == 1)
            #expect(try await house.stepTwo(asked.token.uppercased(), asked.letters).status == .ok)
        }
    }

    @Test func fd16_itIsNoSessionToken() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            #expect(try await house.use(asked.token).isRefusal(.session))
            #expect(try await house.send(.delete, "/v2/sessiontoken", token: asked.token).isRefusal(.session))
            #expect(try await house.answer(asked).status == .ok)
        }
    }

    @Test func fd16_aNewPasswordOrAnEndToTheUserMakesItWorthless() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask(SignInHouse.ines)
            try await house.door.setPassword(
                username: "ines", password: SignInHouse.ines.password, temporary: false, from: .commandLine)
            #expect(try await house.answer(asked).isRefusal(.temporaryToken))
            let again = try await house.ask(SignInHouse.ines)
            try await house.door.disableUser(username: "ines", from: .commandLine)
            try await house.door.enableUser(username: "ines", from: .commandLine)
            #expect(try await house.answer(again).isRefusal(.temporaryToken))
            let member = try await house.ask(SignInHouse.ines)
            try await house.door.removeMembership(business: 1, username: "ines", from: .commandLine)
            #expect(try await house.answer(member).isRefusal(.temporaryToken))
            #expect(try await house.count("session") == 0)
        }
    }
}
