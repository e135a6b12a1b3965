import HTTPTypes
import Installation
import Testing

@testable import FrontDoor

/// Nobody learns which user names exist.
@Suite struct OneRefusalTests {
    @Test func fd17_oneAnswerAndOneHashWhateverIsWrong() async throws {
        try await SignInHouse.run { house in
            try await house.add(
                TestUser(username: "dora", password: "four-quiet-harbours", word: "wheel5house"))
            try await house.door.disableUser(username: "dora", from: .commandLine)
            try await house.add(
                TestUser(username: "nomad", password: "four-quiet-harbours", word: "wheel5house"))
            try await house.door.removeMembership(business: 1, username: "nomad", from: .commandLine)
            _ = try await house.door.addUser(
                business: 1, username: "pia", fullName: "Pia", from: .commandLine)
            let (name, password) = (SignInHouse.owner.username, SignInHouse.owner.password)
            let tries = [
                ("nobody", password), (name, "wrong"), (name, ""),
                ("ines", String(repeating: "x", count: 129)),
                ("ines", SignInHouse.ines.password + String(repeating: " ", count: 3_000)), ("", ""),
                ("", password),
                ("dora", "four-quiet-harbours"), ("nomad", "four-quiet-harbours"),
                ("pia", "four-quiet-harbours"),
                ("pia", ""), ("no\u{0}body", password), (String(repeating: "ß", count: 1_000), password),
                (name + "\u{0}", password), (password, name), ("harbour admin", password), ("%", password),
                ("ines' OR '1'='1", password), ("hannah@harbour.example", password),
            ]
            var answers: Set<SeenAnswer> = []
            for (username, password) in tries {
                let before = try house.hashes
                let answer = try await house.stepOne(username, password)
                #expect(answer.isRefusal(.credentials), "\(username)")
                #expect(try house.hashes == before + 1, "\(username)")
                answers.insert(SeenAnswer(answer))
            }
            #expect(answers.count == 1)
            let before = try house.hashes
            _ = try await house.ask()
            #expect(try house.hashes == before + 1)
        }
    }

    /// The same script for a name that is somebody's and one that is nobody's: every answer, every hash and
    /// what is kept must be the same.
    @Test(
        arguments: [
            FrontDoorSettings.Lockout.documented, .gentle,
        ], [nil, Duration.seconds(1_800)])
    func fd18_unknownNamesCountLockAndExpireAlike(
        lockout: FrontDoorSettings.Lockout, unlockAfter: Duration?
    ) async throws {
        func script(_ username: String) async throws -> [String] {
            var seen: [String] = []
            try await SignInHouse.run({
                $0.frontDoor.lockout = lockout
                $0.frontDoor.unlockAfter = unlockAfter
                $0.frontDoor.addressFailuresMax = 10_000
            }) { house in
                func tryWrongly(_ times: Int) async throws {
                    for _ in 0..<times {
                        let before = try house.hashes
                        let answer = try await SeenAnswer(house.stepOne(username, "wrong"))
                        seen.append("\(answer) \(try house.hashes - before)")
                    }
                    let kept: [String] = try await house.texts(
                        """
                        SELECT failures || ' ' || coalesce(locked_at, '-') || ' ' || wrong_passwords || ' '
                            || coalesce(paused_until, '-') FROM sign_in_count WHERE failures + wrong_passwords > 0
                        """)
                    seen.append("\(kept)")
                }
                let day = Duration.seconds(24 * 60 * 60)
                try await tryWrongly(4)
                house.clock.advance(by: .seconds(0) + day * 31)
                try await house.door.tidy()
                try await tryWrongly(3)
                try await house.restart()
                try await tryWrongly(4)
                // Many other names don't push it out.
                for number in 0..<60 { _ = try await house.stepOne("other \(number)", "wrong") }
                try await house.change("DELETE FROM sign_in_count WHERE failures + wrong_passwords = 1")
                try await tryWrongly(1)
                house.clock.advance(by: .seconds(1_799))
                try await tryWrongly(2)
                house.clock.advance(by: .seconds(1))
                try await tryWrongly(7)
                house.clock.advance(by: day * 400)
                try await house.door.tidy()
                try await house.restart()
                try await tryWrongly(7)
            }
            return seen
        }
        let (known, unknown) = (try await script("harbour.admin"), try await script("nobody at all"))
        #expect(known == unknown)
        #expect(known.contains { $0.contains("AccountLocked") })
    }

    @Test func fd17_alsoWhileLockedANameIsNotToldByItsAnswer() async throws {
        try await SignInHouse.run { house in
            for username in ["ines", "nobody"] {
                for _ in 0..<5 { _ = try await house.stepOne(username, "wrong") }
            }
            let before = try house.hashes
            let answers = [
                try await SeenAnswer(house.stepOne("ines", "wrong")),
                try await SeenAnswer(house.stepOne("ines", SignInHouse.ines.password)),
                try await SeenAnswer(house.stepOne("nobody", "wrong")),
            ]
            #expect(Set(answers).count == 1)
            #expect(try house.hashes == before)
        }
    }

    @Test func fd17_aLapseIsToldOnlyToWhoKnowsThePassword() async throws {
        try await SignInHouse.run { house in
            let before = try await SeenAnswer(house.stepOne("ines", "wrong"))
            _ = try await house.door.renewSubscription(business: 1, until: "2026-03-08", from: .commandLine)
            #expect(try await SeenAnswer(house.stepOne("ines", "wrong")) == before)
            let asked = try await house.ask()
            #expect(try asked.answer.object["SubscriptionExpired"] as? Bool == true)
            let session = try await house.answer(asked)
            #expect(try session.object["SubscriptionExpired"] as? Bool == true)
            #expect(try session.object["SubscriptionExpiryDate"] as? String == "2026-03-08 12:00:00")
        }
    }

    @Test func fd17_wrongLettersAreOneAnswerWhateverIsWrongWithThem() async throws {
        try await SignInHouse.run { house in
            var answers: Set<SeenAnswer> = []
            for wrong in [WrongLetters.none, .oneWrong, .foreignPositions] {
                let asked = try await house.ask(SignInHouse.ines)
                answers.insert(try await SeenAnswer(house.stepTwo(asked.token, wrong.letters(asked))))
            }
            #expect(answers.count == 1)
        }
    }
}

/// All that a caller can see of an answer.
private struct SeenAnswer: Hashable, CustomStringConvertible {
    let status: Int
    let headers: [String]
    let text: String

    init(_ answer: TestAnswer) {
        status = answer.status.code
        headers = answer.headers.map { "\($0.name): \($0.value)" }.sorted()
        text = answer.text
    }

    var description: String { "\(status) \(text) \(headers)" }
}
