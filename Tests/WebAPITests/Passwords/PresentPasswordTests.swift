import HTTPTypes
import Store
import Surroundings
import Testing

@testable import FrontDoor

/// A stolen session is no way to find out the password or the word (FD-18, FD-21).
@Suite struct PresentPasswordTests {
    private let ines = PostHouse.ines

    private func guess(_ password: String, new: String = "seven-tin-lanterns") -> String {
        #"{"Password":{"Current":\#(quoted(password)),"New":"\#(new)","Confirm":"\#(new)"}}"#
    }

    private func guess(word: String) -> String {
        """
        {"Password":{"Current":"\(ines.password)"},\
        "MemorableWord":{"Current":"\(word)","New":"drift7wood","Confirm":"drift7wood"}}
        """
    }

    @Test(arguments: ["", "three-quiet-harbours", "Four-quiet-harbours", " four-quiet-harbours"])
    func fd21_aWrongPresentPasswordCountsCostsOneHashAndChangesNothing(password: String) async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let (before, hashes, last) = (
                try await post.state(), try post.house.hashes, try await post.house.lastRow
            )
            let answer = try await post.change(guess(password), token: token)
            if password.isEmpty {
                #expect(answer.names(("Password.Current", "Password.Current is required.")))
                #expect(try post.house.hashes == hashes)
                return
            }
            #expect(answer.names(("Password.Current", "Password.Current is wrong.")))
            #expect(try post.house.hashes == hashes + 1)
            #expect(try await post.house.failures(ines.username) == 1)
            #expect(try await post.state() == before)
            #expect(try await post.house.rows(after: last).map(\.kind) == ["password-refused"])
            #expect(try await post.house.use(token).status == .ok)
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test func fd18_theFifthLocksAndTheRightOneIsNoUseAnyMore() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            for _ in 0..<5 {
                let answer = try await post.change(guess("wrong-wrong-wrong"), token: token)
                #expect(answer.names(("Password.Current", "Password.Current is wrong.")))
            }
            let hashes = try post.house.hashes
            #expect(try await post.change(guess(ines.password), token: token).isRefusal(.locked))
            #expect(try await post.house.use(token).isRefusal(.locked))
            #expect(try await post.house.stepOne(ines.username, ines.password).isRefusal(.locked))
            #expect(try post.house.hashes == hashes)
            #expect(try await post.house.rows(.locked).count == 1)
            try await post.door.unlock(username: ines.username, from: .commandLine)
            #expect(try await post.change(guess(ines.password), token: token).isDone)
        }
    }

    @Test func fd18_wrongOnesSideBySideMakeFiveHashes() async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 1_000 }) { post async throws in
            let token = try await post.house.signIn(ines)
            let hashes = try post.house.hashes
            let answers = try await post.house.atOnce(100) { _ in
                try await post.change(guess("wrong-wrong-wrong"), token: token)
            }
            #expect(answers == ["400 ValidationFailed": 5, "401 AccountLocked": 95])
            #expect(try post.house.hashes == hashes + 5)
        }
    }

    @Test func fd18_wrongOnesHereAndAtSignInAreOneCount() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            for _ in 0..<3 { _ = try await post.house.stepOne(ines.username, "wrong-wrong-wrong") }
            for _ in 0..<2 { _ = try await post.change(guess("wrong-wrong-wrong"), token: token) }
            #expect(try await post.house.use(token).isRefusal(.locked))
        }
    }

    /// Only a whole sign-in sets the count to nothing.
    @Test func fd18_aRightOneForgetsNothing() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            for _ in 0..<3 { _ = try await post.change(guess("wrong-wrong-wrong"), token: token) }
            #expect(try await post.change(guess(ines.password), token: token).isDone)
            #expect(try await post.house.failures(ines.username) == 3)
        }
    }

    @Test func fd18_underTheGentleLockoutItPausesAndTheSessionLivesOn() async throws {
        try await PostHouse.run({ $0.frontDoor.lockout = .gentle }) { post async throws in
            let token = try await post.house.signIn(ines)
            for _ in 0..<5 { _ = try await post.change(guess("wrong-wrong-wrong"), token: token) }
            let hashes = try post.house.hashes
            let paused = try await post.change(guess(ines.password), token: token)
            #expect(paused.isRefusal(.locked, retryAfter: 60))
            #expect(try post.house.hashes == hashes)
            #expect(try await post.house.use(token).status == .ok)
            post.house.clock.advance(by: .seconds(60))
            #expect(try await post.change(guess(ines.password), token: token).isDone)
        }
    }

    @Test func fd20_theyCountForTheAddressToo() async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 3 }) { post async throws in
            let token = try await post.house.signIn(ines)
            for _ in 0..<3 { _ = try await post.change(guess("wrong-wrong-wrong"), token: token) }
            #expect(try await post.change(guess(ines.password), token: token).isThrottled(retryAfter: 900))
            #expect(try await post.house.stepOne().isThrottled(retryAfter: 900))
            #expect(try await post.house.use(token).status == .ok)
        }
    }

    @Test func fd14_aWrongPresentWordCountsLikeWrongLetters() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let before = try await post.state()
            for count in 1...5 {
                let answer = try await post.change(guess(word: "tide7winde\(count)"), token: token)
                #expect(answer.names(("MemorableWord.Current", "MemorableWord.Current is wrong.")))
            }
            #expect(try await post.house.failures(ines.username) == 5)
            #expect(try await post.house.rows(.wordRefused).count == 5)
            #expect(try await post.change(guess(word: ines.word), token: token).isRefusal(.locked))
            #expect(try await post.state() == before)
        }
    }

    /// Without the password nothing is said of the word.
    @Test func fd14_theWordIsAskedOnlyAfterTheRightPassword() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            for new in ["a-tide7winder-fence", "a-drift7wood-fence"] {
                let answer = try await post.change(guess("wrong-wrong-wrong", new: new), token: token)
                #expect(answer.names(("Password.Current", "Password.Current is wrong.")))
            }
        }
    }

    /// To say that a new password has the word in it tells the word, piece by piece: it is counted.
    @Test func fd14_aPasswordAroundTheWordIsRefusedAndCounts() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let before = try await post.state()
            let answer = try await post.change(guess(ines.password, new: "a-TIDE7winder-fence"), token: token)
            #expect(answer.names(("Password.New", "Password.New must not contain the memorable word.")))
            #expect(try await post.state() == before)
            #expect(try await post.house.failures(ines.username) == 1)
        }
    }

    @Test func aChangeThatOvertakesAnotherCountsAsNoFailure() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let answers = try await post.house.atOnce(20) { number in
                try await post.change(guess(ines.password, new: "seven-tin-lanterns-\(number)"), token: token)
            }
            #expect(answers["200"] == 1)
            // Who came while the first was written is told so; who came after it had the wrong password.
            let failures = try await post.house.failures(ines.username)
            #expect(answers["400 ValidationFailed", default: 0] == failures)
            #expect(failures <= 5)
        }
    }

    @Test func aSessionThatEndedMeanwhileChangesNothing() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let caller = try await post.door.admit(authorization: ["KfToken \(token)"])
            try await post.door.revokeSessions(all: true, from: .commandLine)
            let before = try await post.state()
            let present = SentSecret(ines.password, "Password.Current")
            let chosen = ChosenSecret(SentSecret("seven-tin-lanterns", "Password.New"))
            let door = try post.door
            await #expect(throws: FrontDoorError.invalidToken) {
                try await door.changeOwnCredentials(
                    OwnCredentialChange(present: present, password: chosen, presentWord: nil, word: nil),
                    by: caller, from: .commandLine)
            }
            #expect(try await post.state() == before)
        }
    }
}
