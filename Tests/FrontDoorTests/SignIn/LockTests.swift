import Store
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct LockTests {
    /// What came of tries side by side: how many gave each answer.
    private func tries(
        _ count: Int, _ house: OpenDoor, _ username: String, password: String
    ) async -> [FrontDoorError?: Int] {
        await withTaskGroup(of: FrontDoorError?.self) { group in
            for _ in 0..<count {
                group.addTask {
                    do {
                        _ = try await house.stepOne(username, password: password)
                        return nil
                    } catch {
                        return error as? FrontDoorError ?? .conflict(reason: "\(error)")
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }

    @Test(arguments: ["harbour.admin", "nobody at all"])
    func fd18_twoHundredWrongTriesAtOnceMakeFiveHashes(username: String) async throws {
        try await OpenDoor.run { house in
            let before = house.door.hashGate.hashesComputed
            let answers = await tries(200, house, username, password: "wrong")
            #expect(answers == [.invalidCredentials: 5, .accountLocked(retryAfter: nil): 195])
            #expect(house.door.hashGate.hashesComputed == before + 5)
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.stepOne(username) }
            #expect(house.door.hashGate.hashesComputed == before + 5)
            #expect(try await house.count("sign_in_reservation") == 0)
            #expect(house.door.line.waiting == 0)
            let (door, _) = try await house.restarted()
            await expectRefusal(.accountLocked(retryAfter: nil)) {
                try await door.signIn(username: username, password: "x", from: house.origin())
            }
        }
    }

    @Test func fd18_twentyRightTriesAtOnceAllSucceed() async throws {
        try await OpenDoor.run { house in
            #expect(await tries(20, house, "harbour.admin", password: OpenDoor.password) == [nil: 20])
            for _ in 0..<4 {
                await expectRefusal(.invalidCredentials) { try await house.stepOne(password: "wrong") }
            }
            // One place is left: they go one by one.
            #expect(await tries(20, house, "harbour.admin", password: OpenDoor.password) == [nil: 20])
        }
    }

    @Test func fd18_rightAndWrongTriesAtOnceNeverPassTheLimit() async throws {
        try await OpenDoor.run { house in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        let password = number % 2 == 0 ? OpenDoor.password : "wrong"
                        _ = try? await house.stepOne(password: password)
                    }
                }
            }
            let rows = try await house.door.securityLog(limit: 1_000)
            #expect(rows.count { $0.kind == "password-refused" } == 5)
            #expect(rows.count { $0.kind == "locked" } == 1)
        }
    }

    @Test func fd18_aRightPasswordAloneDoesNotResetTheCount() async throws {
        try await OpenDoor.run { house in
            for _ in 0..<5 {
                let accepted = try await house.stepOne()
                await expectRefusal(.invalidMemorableWord) { try await house.stepTwo(accepted, right: false) }
            }
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.stepOne() }
        }
    }

    @Test func fd18_onlyACompleteSignInResetsTheCount() async throws {
        try await OpenDoor.run { house in
            for _ in 0..<3 {
                for _ in 0..<4 {
                    await expectRefusal(.invalidCredentials) { try await house.stepOne(password: "wrong") }
                }
                _ = try await house.signIn()
            }
        }
    }

    @Test func fd18_theLockIsAskedBetweenTheSteps() async throws {
        try await OpenDoor.run { house in
            let open = try await house.signIn()
            try await house.use(open)
            let accepted = try await house.stepOne()
            for _ in 0..<5 {
                await expectRefusal(.invalidCredentials) { try await house.stepOne(password: "wrong") }
            }
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.stepTwo(accepted) }
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.use(open) }
            #expect(try await house.count("session") == 1)
            try await house.door.unlock(username: "harbour.admin", from: .commandLine)
            await expectRefusal(.invalidTemporaryToken) { try await house.stepTwo(accepted) }
            try await house.use(open)
        }
    }

    @Test func fd18_gentlyWrongPasswordsPauseAndNeverTouchOpenSessions() async throws {
        try await OpenDoor.run({ $0.lockout = .gentle }) { house in
            let open = try await house.signIn(keep: true)
            try await house.use(open)
            #expect(await tries(200, house, "harbour.admin", password: "wrong")[.invalidCredentials] == 5)
            for minutes in [1, 2, 4, 8, 16, 32, 60, 60] {
                await expectRefusal(.accountLocked(retryAfter: .seconds(60 * minutes))) {
                    try await house.stepOne()
                }
                try await house.use(open)
                house.clock.advance(by: .seconds(60 * minutes))
                await expectRefusal(.invalidCredentials) { try await house.stepOne(password: "wrong") }
            }
            house.clock.advance(by: .seconds(60 * 60))
            _ = try await house.signIn()
            await expectRefusal(.invalidCredentials) { try await house.stepOne(password: "wrong") }
            _ = try await house.stepOne()
        }
    }

    @Test func fd18_gentlyWrongLettersLockHard() async throws {
        try await OpenDoor.run({ $0.lockout = .gentle }) { house in
            let open = try await house.signIn()
            try await house.use(open)
            for _ in 0..<5 {
                let accepted = try await house.stepOne()
                await expectRefusal(.invalidMemorableWord) { try await house.stepTwo(accepted, right: false) }
            }
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.stepOne() }
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.use(open) }
        }
    }

    @Test func fd18_placesHeldByACrashAreFreeAfterAMinute() async throws {
        try await OpenDoor.run { house in
            let name = house.door.secrets.nameKey(forUsername: "harbour.admin")
            let expiry = house.clock.now().advanced(by: .seconds(60)).text
            try await house.store.write { transaction in
                for _ in 0..<5 {
                    try transaction.run(
                        "INSERT INTO sign_in_reservation (name_key, expires_at) VALUES (?1, ?2)", name, expiry
                    )
                }
            }
            // Nobody here would wake those who wait, so nobody waits.
            await expectRefusal(.busy(retryAfter: .seconds(60))) { try await house.stepOne() }
            house.clock.advance(by: .seconds(60) + .milliseconds(1))
            _ = try await house.stepOne()
        }
    }

    @Test func fd18_whoHangsUpTakesNoTryBack() async throws {
        try await OpenDoor.run { house in
            for _ in 0..<5 {
                let hungUp = Task { _ = try? await house.stepOne(password: "wrong") }
                hungUp.cancel()
                await hungUp.value
            }
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.stepOne() }
        }
    }

    @Test func refusalsOfALockedNameAreLoggedOnceAMinute() async throws {
        try await OpenDoor.run { house in
            try await house.door.lock(username: "ines", from: .commandLine)
            func rows() async throws -> Int {
                try await house.door.securityLog(limit: 1_000).count { $0.kind == "refused-while-locked" }
            }
            for _ in 0..<50 { _ = try? await house.stepOne("ines") }
            #expect(try await rows() == 1)
            house.clock.advance(by: .seconds(60))
            for _ in 0..<50 { _ = try? await house.stepOne("ines") }
            #expect(try await rows() == 2)
        }
    }
}
