import Installation
import Testing

@testable import FrontDoor

/// `lockout = gentle`: a stranger who knows a user name can't shut its owner out.
@Suite struct GentleLockoutTests {
    private func gently(_ settings: inout InstallationSettings) {
        settings.frontDoor.lockout = .gentle
        settings.frontDoor.addressFailuresMax = 10_000
    }

    @Test(arguments: ["harbour.admin", "nobody at all"])
    func fd18_twoHundredWrongTriesAtOnceMakeFiveHashesAndAPause(username: String) async throws {
        try await SignInHouse.run(gently) { house in
            let before = try house.hashes
            let answers = try await house.atOnce(200) { _ in try await house.stepOne(username, "wrong") }
            #expect(answers == ["401 InvalidCredentials": 5, "401 AccountLocked": 195])
            #expect(try house.hashes == before + 5)
            #expect(try await house.stepOne(username, "wrong").isRefusal(.locked, retryAfter: 60))
            #expect(try await house.rows(.paused).count == 1)
            #expect(try await house.rows(.locked).isEmpty)
        }
    }

    @Test func fd18_pausesDoubleUpToAnHourAndNeverTouchOpenSessions() async throws {
        try await SignInHouse.run(gently) { house in
            let asked = try await house.ask()
            let kept = try await house.stepTwo(asked.token, asked.letters, keep: true)
            let session = try #require(kept.object["SessionToken"] as? String)
            let past = try await house.ask()
            for _ in 0..<5 {
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            // Who is past step 1 knows the password.
            #expect(try await house.answer(past, rightly: false).isRefusal(.word))
            for minutes in [1, 2, 4, 8, 16, 32, 60, 60] {
                let before = try house.hashes
                #expect(try await house.stepOne().isRefusal(.locked, retryAfter: minutes * 60))
                #expect(try await house.use(session).status == .ok)
                house.clock.advance(by: .seconds(minutes * 60 - 1))
                #expect(try await house.stepOne().isRefusal(.locked, retryAfter: 1))
                #expect(try house.hashes == before)
                house.clock.advance(by: .seconds(1))
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            house.clock.advance(by: .seconds(3_600))
            _ = try await house.signIn()
            // A complete sign-in forgets them all.
            for _ in 0..<5 {
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            #expect(try await house.stepOne().isRefusal(.locked, retryAfter: 60))
        }
    }

    @Test func fd18_aPauseIsKeptOverARestart() async throws {
        try await SignInHouse.run(gently) { house in
            for _ in 0..<5 { _ = try await house.stepOne("harbour.admin", "wrong") }
            try await house.restart()
            #expect(try await house.stepOne().isRefusal(.locked, retryAfter: 60))
        }
    }

    @Test func fd18_aRightPasswordAloneForgetsNoWrongOnes() async throws {
        try await SignInHouse.run(gently) { house in
            for _ in 0..<5 {
                _ = try await house.ask()
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            #expect(try await house.stepOne().isRefusal(.locked, retryAfter: 60))
        }
    }

    /// Only a holder of the password can send wrong letters.
    @Test func fd18_wrongLettersLockHard() async throws {
        try await SignInHouse.run(gently) { house in
            let session = try await house.signIn()
            for _ in 0..<5 {
                #expect(try await house.answer(house.ask(), rightly: false).isRefusal(.word))
            }
            #expect(try await house.stepOne().isRefusal(.locked))
            #expect(try await house.use(session).isRefusal(.locked))
            house.clock.advance(by: .seconds(3_601))
            #expect(try await house.stepOne().isRefusal(.locked))
            try await house.door.unlock(username: "harbour.admin", from: .commandLine)
            _ = try await house.signIn()
        }
    }

    @Test func fd19_unlockingLiftsAPauseToo() async throws {
        try await SignInHouse.run(gently) { house in
            for _ in 0..<5 { _ = try await house.stepOne("harbour.admin", "wrong") }
            try await house.door.unlock(username: "harbour.admin", from: .commandLine)
            _ = try await house.signIn()
            #expect(try await house.rows(.unlocked).map(\.username) == ["harbour.admin"])
        }
    }
}
