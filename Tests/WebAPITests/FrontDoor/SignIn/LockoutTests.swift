import Installation
import Testing

@testable import FrontDoor

/// `lockout = documented`: five failures in a row of either step lock the identity.
@Suite struct LockoutTests {
    @Test(arguments: ["harbour.admin", "nobody at all"])
    func fd18_twoHundredWrongTriesAtOnceMakeExactlyFiveHashes(username: String) async throws {
        try await SignInHouse.run { house in
            let before = try house.hashes
            let answers = try await house.atOnce(200) { try await house.stepOne(username, "wrong \($0)") }
            #expect(answers == ["401 InvalidCredentials": 5, "401 AccountLocked": 195])
            #expect(try house.hashes == before + 5)
            #expect(try await house.count("sign_in_reservation") == 0)
            #expect(try await house.rows(.passwordRefused).count == 5)
            #expect(try await house.rows(.locked).count == 1)
            #expect(try await house.stepOne(username, "wrong").isRefusal(.locked))
        }
    }

    @Test func fd18_manyAddressesAndSpellingsAreOneCount() async throws {
        try await SignInHouse.run { house in
            let names = ["harbour.admin", " HARBOUR.ADMIN", "Harbour.Admin ", "ｈarbour．admin"]
            let answers = try await house.atOnce(200) { number in
                try await house.stepOne(names[number % 4], "wrong", from: "198.51.100.\(number)")
            }
            #expect(answers == ["401 InvalidCredentials": 5, "401 AccountLocked": 195])
        }
    }

    @Test func fd18_twentyRightTriesAtOnceAllSucceed() async throws {
        try await SignInHouse.run { house async throws in
            #expect(try await house.atOnce(20) { _ in try await house.stepOne() } == ["201": 20])
            for _ in 0..<4 {
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            // One place is left before the lock: they go one by one.
            #expect(try await house.atOnce(20) { _ in try await house.stepOne() } == ["201": 20])
            #expect(try await house.failures("harbour.admin") == 4)
        }
    }

    @Test func fd18_wrongLettersAtOnceNeverPassTheLimit() async throws {
        try await SignInHouse.run { house in
            var asked: [Asked] = []
            for _ in 0..<20 { asked.append(try await house.ask()) }
            let tokens = asked
            let answers = try await house.atOnce(20) { try await house.answer(tokens[$0], rightly: false) }
            #expect(answers == ["401 InvalidMemorableWord": 5, "401 AccountLocked": 15])
        }
    }

    @Test func fd18_aLockHoldsWhateverThePasswordAndOnEveryOpenSession() async throws {
        try await SignInHouse.run { house in
            let (open, kept) = (try await house.signIn(), try await house.signIn())
            let other = try await house.signIn(SignInHouse.ines)
            for _ in 0..<5 { _ = try await house.stepOne("harbour.admin", "wrong") }
            let before = try house.hashes
            for password in [SignInHouse.owner.password, "wrong", "", String(repeating: "x", count: 500)] {
                #expect(try await house.stepOne("harbour.admin", password).isRefusal(.locked))
            }
            #expect(try house.hashes == before)
            for session in [open, kept] {
                #expect(try await house.use(session).isRefusal(.locked))
                #expect(try await house.send(.delete, "/v2/sessiontoken", token: session).isRefusal(.locked))
                #expect(try await house.send(.get, "/v2/nowhere", token: session).isRefusal(.locked))
            }
            let (external, uid) = try await house.door.issueExternalToken(
                username: "harbour.admin", from: .commandLine)
            let redeemed = try await house.send(.get, "/v2/sessiontoken?externalToken=\(external)&uid=\(uid)")
            #expect(redeemed.isRefusal(.locked))
            #expect(try await house.use(other).status == .ok)
            try await house.restart()
            #expect(try await house.stepOne().isRefusal(.locked))
            #expect(try await house.use(open).isRefusal(.locked))
        }
    }

    @Test func fd18_failuresOfBothStepsAreOneCount() async throws {
        try await SignInHouse.run { house async throws in
            for _ in 0..<3 {
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            for _ in 0..<2 {
                #expect(try await house.answer(house.ask(), rightly: false).isRefusal(.word))
            }
            #expect(try await house.stepOne().isRefusal(.locked))
        }
    }

    @Test func fd18_rightPasswordsInBetweenDoNotHideWrongLetters() async throws {
        try await SignInHouse.run { house in
            let open = try await house.signIn()
            for turn in 1...5 {
                #expect(try await house.answer(house.ask(), rightly: false).isRefusal(.word))
                #expect(try await house.failures("harbour.admin") == turn)
            }
            #expect(try await house.stepOne().isRefusal(.locked))
            #expect(try await house.use(open).isRefusal(.locked))
        }
    }

    @Test func fd18_rightPasswordsInBetweenDoNotHideWrongOnes() async throws {
        try await SignInHouse.run { house in
            for _ in 0..<5 {
                _ = try await house.ask()
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            #expect(try await house.stepOne().isRefusal(.locked))
        }
    }

    @Test func fd18_onlyACompleteSignInSetsTheCountToNothing() async throws {
        try await SignInHouse.run { house in
            for _ in 0..<3 {
                for _ in 0..<4 { _ = try await house.stepOne("harbour.admin", "wrong") }
                #expect(try await house.failures("harbour.admin") == 4)
                _ = try await house.signIn()
                #expect(try await house.failures("harbour.admin") == 0)
            }
        }
    }

    @Test func fd18_theCountIsKeptOverARestart() async throws {
        try await SignInHouse.run { house in
            for _ in 0..<4 {
                _ = try await house.stepOne("harbour.admin", "wrong")
                try await house.restart()
            }
            #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            #expect(try await house.stepOne().isRefusal(.locked))
        }
    }

    @Test func fd18_aLockBetweenTheStepsIsAskedAtTheSecond() async throws {
        try await SignInHouse.run { house in
            let (asked, other) = (try await house.ask(), try await house.ask())
            for _ in 0..<5 { _ = try await house.stepOne("harbour.admin", "wrong") }
            #expect(try await house.answer(asked).isRefusal(.locked))
            #expect(try await house.count("session") == 0)
            try await house.door.unlock(username: "harbour.admin", from: .commandLine)
            // The answer to a locked door was an answer too.
            #expect(try await house.answer(asked).isRefusal(.temporaryToken))
            #expect(try await house.answer(other).status == .ok)
        }
    }

    @Test func fd18_howManyFailuresLockIsASetting() async throws {
        try await SignInHouse.run({ $0.frontDoor.failuresBeforeLock = 2 }) { house in
            let before = try house.hashes
            let answers = try await house.atOnce(50) { _ in try await house.stepOne("ines", "wrong") }
            #expect(answers == ["401 InvalidCredentials": 2, "401 AccountLocked": 48])
            #expect(try house.hashes == before + 2)
        }
    }

    /// Who hangs up before the answer must not take the try back.
    @Test func fd18_whoHangsUpIsCounted() async throws {
        try await SignInHouse.run { house async throws in
            for _ in 0..<5 {
                let hungUp = Task { _ = try? await house.stepOne("ines", "wrong") }
                hungUp.cancel()
                await hungUp.value
            }
            #expect(try await house.stepOne("ines", SignInHouse.ines.password).isRefusal(.locked))
        }
    }
}
