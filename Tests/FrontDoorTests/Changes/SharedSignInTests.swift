import Store
import Surroundings
import Synchronization
import Testing

@testable import FrontDoor

/// Sign-in over four processes: what is counted, spent and thrown at each holds for all.
@Suite struct SharedSignInTests {
    private func inFour(
        _ change: (inout FrontDoorSettings) -> Void = { _ in },
        _ body: (OpenDoor, [FrontDoor]) async throws -> Void
    ) async throws {
        try await OpenDoor.run({
            $0.isShared = true
            change(&$0)
        }) { house in
            try await body(house, [house.door] + house.neighbours(3))
        }
    }

    /// What came of tries side by side, spread over all doors.
    private func tries(
        _ count: Int, _ house: OpenDoor, _ doors: [FrontDoor], _ username: String, password: String
    ) async -> [FrontDoorError?: Int] {
        await withTaskGroup(of: FrontDoorError?.self) { group in
            for number in 0..<count {
                group.addTask {
                    do {
                        let door = doors[number % doors.count]
                        _ = try await door.signIn(
                            username: username, password: password, from: house.origin())
                        return nil
                    } catch {
                        return error as? FrontDoorError ?? .conflict(reason: "\(error)")
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }

    private func hashes(_ doors: [FrontDoor]) -> Int {
        doors.map(\.hashGate.hashesComputed).reduce(0, +)
    }

    @Test(arguments: ["harbour.admin", "nobody at all"])
    func fd18_fiftyWrongTriesAtFourProcessesMakeFiveHashes(username: String) async throws {
        try await inFour { house, doors async throws in
            let before = hashes(doors)
            let answers = await tries(50, house, doors, username, password: "wrong")
            #expect(answers == [.invalidCredentials: 5, .accountLocked(retryAfter: nil): 45])
            #expect(hashes(doors) == before + 5)
            #expect(try await house.count("sign_in_reservation") == 0)
            #expect(doors.allSatisfy { $0.line.waiting == 0 })
        }
    }

    @Test func fd18_twentyRightTriesAtFourProcessesAllSucceed() async throws {
        try await inFour { house, doors in
            let right = OpenDoor.password
            #expect(await tries(20, house, doors, "harbour.admin", password: right) == [nil: 20])
            for door in doors {
                await expectRefusal(.invalidCredentials) {
                    try await door.signIn(username: "harbour.admin", password: "x", from: house.origin())
                }
            }
            // One place is left for all four.
            #expect(await tries(20, house, doors, "harbour.admin", password: right) == [nil: 20])
        }
    }

    @Test func fd18_aPlaceThatACrashLeftIsNotWaitedFor() async throws {
        try await inFour({ $0.failuresBeforeLock = 1 }) { house, doors in
            let reservation = try await doors[1].reserve(
                doors[1].secrets.nameKey(forUsername: FoldedName.key("ines")), from: house.origin())
            // Nobody who lives hashes for eleven seconds.
            house.clock.advance(by: .seconds(11))
            await expectRefusal(.busy(retryAfter: .seconds(49))) { try await house.stepOne("ines") }
            house.clock.advance(by: .seconds(50))
            _ = try await house.stepOne("ines")
            await doors[1].release(reservation)
        }
    }

    @Test func fd18_aPlaceHeldElsewhereIsWaitedFor() async throws {
        try await inFour({ $0.failuresBeforeLock = 1 }) { house, doors in
            let reservation = try await doors[1].reserve(
                doors[1].secrets.nameKey(forUsername: FoldedName.key("ines")), from: house.origin())
            async let accepted = house.stepOne("ines")
            // It stands in line here, and looks at the tables.
            house.store.fail(call: nil)
            while house.store.calls < 3 { await Task.yield() }
            await doors[1].release(reservation)
            #expect(try await accepted.account.username == "ines")
        }
    }

    @Test func fd16_fiftyRightAnswersAtFourProcessesGiveOneSession() async throws {
        try await inFour { house, doors in
            let accepted = try await house.stepOne("ines")
            let letters = house.letters(accepted.positions)
            let granted = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        let answer = try? await doors[number % 4].answerChallenge(
                            temporaryToken: accepted.temporaryToken, letters: letters, keepLoggedIn: false,
                            from: house.origin())
                        return answer != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(granted == 1)
            #expect(try await house.count("session") == 1)
        }
    }

    @Test func fd15_theChallengeIsTheSameAtEveryProcess() async throws {
        try await inFour { house, doors in
            var asked: Set<[Int]> = []
            for door in doors {
                let accepted = try await door.signIn(
                    username: "ines", password: OpenDoor.password, from: house.origin())
                asked.insert(accepted.positions)
            }
            #expect(asked.count == 1)
        }
    }

    @Test func fd22_anExternalTokenIsSpentOnceAtAll() async throws {
        try await inFour { house, doors in
            let issued = try await doors[0].issueExternalToken(username: "ines", from: .commandLine)
            let granted = try await doors[1].redeemExternalToken(
                issued.token, identity: issued.identity, from: house.origin())
            _ = try await doors[2].admit(authorization: [house.header(granted)])
            await expectRefusal(.invalidTemporaryToken) {
                try await doors[3].redeemExternalToken(
                    issued.token, identity: issued.identity, from: house.origin())
            }
        }
    }

    @Test func fd20_failuresOfAnAddressCountAtEveryProcess() async throws {
        try await inFour({ ($0.addressFailuresMax, $0.failuresBeforeLock) = (6, 100) }) { house, doors in
            let (thief, other) = (house.origin("203.0.113.7"), house.origin("203.0.113.8"))
            func fail(_ door: FrontDoor) async {
                await expectRefusal(.invalidCredentials) {
                    try await door.signIn(username: "ines", password: "x", from: thief)
                }
            }
            for door in doors.prefix(2) { for _ in 0..<3 { await fail(door) } }
            for door in doors { try await door.catchUp() }
            // Told to all, and counted once by each.
            for door in doors { try await door.catchUp() }
            for door in doors {
                await #expect(throws: FrontDoorError.tooManyFailures(retryAfter: .seconds(15 * 60))) {
                    try await door.signIn(username: "ines", password: "x", from: thief)
                }
                _ = try await door.signIn(username: "ines", password: OpenDoor.password, from: other)
            }
            house.clock.advance(by: .seconds(15 * 60))
            for door in doors { try await door.catchUp() }
            for _ in 0..<5 { await fail(doors[0]) }
            try await doors[0].catchUp()
            try await doors[3].catchUp()
            await fail(doors[3])
            await expectRefusal(.tooManyFailures(retryAfter: .seconds(15 * 60))) {
                try await doors[3].signIn(username: "ines", password: "x", from: thief)
            }
        }
    }

    @Test func fd20_failuresThatCouldNotBeToldAreToldTheNextTime() async throws {
        try await inFour({ ($0.addressFailuresMax, $0.failuresBeforeLock) = (3, 100) }) { house, doors in
            let thief = house.origin("203.0.113.7")
            for _ in 0..<3 {
                await expectRefusal(.invalidCredentials) {
                    try await doors[0].signIn(username: "ines", password: "x", from: thief)
                }
            }
            // Its first call reads what the others tell.
            house.store.fail(call: 2)
            await #expect(throws: StoreError.self) { try await doors[0].catchUp() }
            try await doors[0].catchUp()
            try await doors[1].catchUp()
            await expectRefusal(.tooManyFailures(retryAfter: .seconds(15 * 60))) {
                try await doors[1].signIn(username: "ines", password: "x", from: thief)
            }
        }
    }

    @Test func fd14_aKeyThatAnotherProcessRotatedShutsSignInUntilARestart() async throws {
        try await inFour { house, doors in
            let header = try await house.signIn("ines")
            let new = SecretKey(from: SeededRandomness(seed: 41))
            let accepted = try await doors[1].signIn(
                username: "ines", password: OpenDoor.password, from: house.origin())
            try await doors[1].requireReadable()
            try await house.door.rotateSecret(to: new, from: .commandLine)

            await expectRefusal(.otherSecretKey) { try await doors[1].requireReadable() }
            await expectRefusal(.otherSecretKey) {
                try await doors[1].signIn(
                    username: "ines", password: OpenDoor.password, from: house.origin())
            }
            await expectRefusal(.otherSecretKey) {
                try await doors[1].answerChallenge(
                    temporaryToken: accepted.temporaryToken, letters: house.letters(accepted.positions),
                    keepLoggedIn: false, from: house.origin())
            }
            // Nobody lost anything by it: open sessions go on, and the letters are good at the one with the new key.
            _ = try await doors[1].admit(authorization: [header])
            try await house.use(house.header(house.stepTwo(accepted)))
            #expect(try await house.count("sign_in_reservation") == 0)
        }
    }
}
