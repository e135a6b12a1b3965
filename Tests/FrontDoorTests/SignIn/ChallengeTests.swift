import Surroundings
import Testing

@testable import FrontDoor

@Suite struct ChallengeTests {
    @Test(arguments: 8...20)
    func fd15_positionsDifferAndAtMostOneIsAmongTheLastThree(length: Int) {
        let random = SeededRandomness(seed: UInt64(length))
        var asked: Set<Int> = []
        for _ in 0..<2_000 {
            let challenge = Challenge(drawnFrom: random, wordOf: length)
            #expect(Set(challenge.positions).count == 3)
            #expect(challenge.positions.allSatisfy { (1...length).contains($0) })
            #expect(challenge.positions.count { $0 > length - 3 } <= 1)
            #expect(Challenge(text: challenge.text, wordOf: length) == challenge)
            asked.formUnion(challenge.positions)
        }
        #expect(asked == Set(1...length))
    }

    @Test(arguments: ["", "1,2", "1,2,2", "0,1,2", "1,2,9", "1,7,8", "a,b,c"])
    func fd15_aStoredTextThatDoesNotFitIsNoChallenge(text: String) {
        #expect(Challenge(text: text, wordOf: 8) == nil)
    }

    @Test func fd15_theAnswerIsExactlyTheThreeInAnyOrderAndCase() throws {
        let challenge = try #require(Challenge(text: "2,5,8", wordOf: 12))
        let word = "harbour7ligh"
        func answers(_ letters: [(Int, String)]) -> Bool {
            challenge.isAnswered(by: letters.map { (position: $0.0, value: $0.1) }, word: word)
        }
        #expect(answers([(2, "a"), (5, "o"), (8, "7")]))
        #expect(answers([(8, "7"), (2, "A"), (5, "O")]))
        let wrong: [[(Int, String)]] = [
            [], [(2, "a"), (5, "o")], [(2, "a"), (5, "o"), (8, "7"), (1, "h")],
            [(2, "a"), (2, "a"), (5, "o")],
            [(2, "a"), (2, "a"), (5, "o"), (8, "7")], [(2, "a"), (5, "o"), (1, "h")],
            [(2, "a"), (5, "o"), (8, "")],
            [(2, "a"), (5, "o"), (8, "77")], [(2, "a"), (5, "ou"), (8, "7")], [(2, "x"), (5, "o"), (8, "7")],
            [(2, "a"), (5, "o"), (-8, "7")], [(2, "a"), (5, "o"), (8, "7\u{301}")],
        ]
        for letters in wrong { #expect(!answers(letters)) }
    }

    @Test func fd15_theSamePositionsAreAskedUntilTheyAreAnswered() async throws {
        try await OpenDoor.run { house in
            let first = try await house.stepOne()
            for _ in 0..<30 { #expect(try await house.stepOne().positions == first.positions) }
            let (door, _) = try await house.restarted()
            let again = try await door.signIn(
                username: "harbour.admin", password: OpenDoor.password, from: house.origin())
            #expect(again.positions == first.positions)
            await expectRefusal(.invalidMemorableWord) {
                try await house.stepTwo(house.stepOne(), right: false)
            }
            #expect(try await house.stepOne().positions == first.positions)
        }
    }

    @Test func fd15_newPositionsAreDrawnAfterARightAnswerAndOldTokensKeepTheirs() async throws {
        try await OpenDoor.run { house in
            var seen: Set<[Int]> = []
            for _ in 0..<20 {
                let one = try await house.stepOne()
                let other = try await house.stepOne()
                _ = try await house.stepTwo(one)
                let next = try await house.stepOne()
                // A right answer to the earlier challenge makes a session, but buys no new positions.
                _ = try await house.stepTwo(other)
                let asked = try await house.stepOne().positions
                if next.positions != one.positions { #expect(asked == next.positions) }
                _ = try await house.stepTwo(next)
                seen.insert(one.positions)
            }
            #expect(seen.count > 5)
        }
    }
}
