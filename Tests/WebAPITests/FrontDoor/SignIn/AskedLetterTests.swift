import Testing

@testable import FrontDoor

@Suite struct AskedLetterTests {
    @Test(arguments: ["wheel5ho", "wheel5house7", "wheel5house7anchors9"])
    func fd15_threeDifferentPositionsAndAtMostOneAmongTheLastThree(word: String) async throws {
        try await SignInHouse.run { house in
            let user = TestUser(username: "new", password: "four-quiet-harbours", word: word)
            try await house.add(user)
            var seen: Set<Int> = []
            for _ in 0..<40 {
                let asked = try await house.ask(user)
                #expect(Set(asked.positions).count == 3)
                #expect(asked.positions.allSatisfy { (1...word.count).contains($0) })
                #expect(asked.positions.count { $0 > word.count - 3 } <= 1)
                #expect(try await house.answer(asked).status == .ok)
                seen.formUnion(asked.positions)
            }
            #expect(seen.count > word.count / 2)
        }
    }

    /// A thief who knows some letters can't wait until those are asked.
    @Test func fd15_aHundredStepOnesShopForNothing() async throws {
        try await SignInHouse.run { house in
            let first = try await house.ask()
            for number in 1..<100 {
                #expect(try await house.ask().positions == first.positions)
                if number % 10 == 0 { house.clock.advance(by: .seconds(301)) }
                if number % 25 == 0 { try await house.restart() }
                if number % 30 == 0 {
                    #expect(try await house.answer(house.ask(), rightly: false).isRefusal(.word))
                }
            }
            try await house.door.lock(username: "harbour.admin", from: .commandLine)
            try await house.door.unlock(username: "harbour.admin", from: .commandLine)
            let last = try await house.ask()
            #expect(last.positions == first.positions)
            #expect(try await house.answer(last).status == .ok)
        }
    }

    @Test func fd15_aRightAnswerDrawsNewPositions() async throws {
        try await SignInHouse.run { house in
            var seen: Set<[Int]> = []
            for _ in 0..<10 {
                let asked = try await house.ask()
                seen.insert(asked.positions)
                #expect(try await house.answer(asked).status == .ok)
            }
            #expect(seen.count > 2)
        }
    }

    @Test func fd15_signInsSideBySideDoNotSpoilEachOther() async throws {
        try await SignInHouse.run { house in
            let (one, other) = (try await house.ask(), try await house.ask())
            #expect(one.positions == other.positions && one.token != other.token)
            #expect(try await house.answer(one).status == .ok)
            // New ones are asked now, and the earlier token keeps those it was given.
            let next = try await house.ask()
            #expect(try await house.answer(other).status == .ok)
            #expect(try await house.ask().positions == next.positions)
            #expect(try await house.answer(next).status == .ok)
        }
    }

    @Test(arguments: WrongLetters.allCases)
    func fd15_anythingButTheThreeLettersIsOneRefusalAndOneFailure(wrong: WrongLetters) async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let answer = try await house.stepTwo(asked.token, wrong.letters(asked))
            #expect(answer.isRefusal(.word))
            #expect(try await house.failures("harbour.admin") == 1)
            #expect(try await house.count("session") == 0)
            #expect(try await house.answer(asked).isRefusal(.temporaryToken))
            #expect(try await house.ask().positions == asked.positions)
        }
    }

    @Test func fd15_orderAndCaseDoNotCount() async throws {
        try await SignInHouse.run { house in
            let user = TestUser(username: "new", password: "four-quiet-harbours", word: "WheelHouseAnchor")
            try await house.add(user)
            for turn in 0..<4 {
                let asked = try await house.ask(user)
                var letters = turn % 2 == 0 ? asked.letters : asked.letters.reversed()
                for place in letters.indices {
                    let value = letters[place].value
                    letters[place].value = turn < 2 ? value.uppercased() : value.lowercased()
                }
                #expect(try await house.stepTwo(asked.token, letters).status == .ok)
            }
        }
    }
}

/// What is sent in place of the three letters that were asked.
enum WrongLetters: CaseIterable {
    case none, two, four, fourOfWhichOneIsDoubled, twoOfWhichOneIsDoubled, foreignPositions, oneForeign
    case empty, twoCharacters, blank, accented, oneWrong, shifted, wholeWord, wildcard

    func letters(_ asked: Asked) -> [Letter] {
        let right = asked.letters
        let foreign = (1...asked.user.word.count).filter { !asked.positions.contains($0) }
            .map { Letter($0, asked.user.word) }
        return switch self {
        case .none: []
        case .two: Array(right.prefix(2))
        case .four: right + foreign.prefix(1)
        case .fourOfWhichOneIsDoubled: right + [right[0]]
        case .twoOfWhichOneIsDoubled: [right[0], right[1], right[1]]
        case .foreignPositions: Array(foreign.prefix(3))
        case .oneForeign: [right[0], right[1], foreign[0]]
        case .empty: change(right) { _ in "" }
        case .twoCharacters: change(right) { $0 + $0 }
        case .blank: change(right) { $0 + " " }
        case .accented: change(right) { $0 + "\u{301}" }
        case .oneWrong: change(right) { _ in "?" }
        case .shifted: right.map { Letter(position: $0.position % 20 + 1, value: $0.value) }
        case .wholeWord: change(right) { _ in asked.user.word }
        case .wildcard: change(right) { _ in "%" }
        }
    }

    /// The last letter changed, the others right.
    private func change(_ letters: [Letter], _ change: (String) -> String) -> [Letter] {
        letters.dropLast() + letters.suffix(1).map { Letter(position: $0.position, value: change($0.value)) }
    }
}
