import Store
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct SignInTests {
    @Test func twoStepsMakeASession() async throws {
        try await OpenDoor.run { house in
            let accepted = try await house.stepOne(" Harbour.ADMIN ")
            #expect(accepted.positions.count == 3)
            #expect(accepted.account.username == "harbour.admin" && accepted.account.administrator)
            #expect(accepted.account.businessName == "Harbour Joinery" && accepted.account.userNumber == 1)
            let granted = try await house.stepTwo(accepted)
            #expect(granted.account.business == house.harbour && !granted.keepLoggedIn)
            let caller = try await house.use(house.header(granted))
            #expect(caller.identity == granted.account.identity && caller.business == house.harbour)
            #expect(
                try await house.kinds(3) == ["password-accepted", "memorable-word-accepted", "session-made"])
        }
    }

    @Test func fd17_everyRefusalIsTheSameAndCostsOneHash() async throws {
        try await OpenDoor.run { house in
            try await house.store.write {
                try $0.run("UPDATE identity SET disabled = 1 WHERE username = 'ines'")
                try $0.run(
                    "UPDATE membership SET disabled = 1 WHERE business = ?1 AND number = 1", house.quay)
            }
            let right = OpenDoor.password
            let tries = [
                ("nobody", right), ("harbour.admin", "wrong"), ("harbour.admin", ""), ("ines", right),
                ("quay.admin", right), ("harbour.admin", right + String(repeating: "x", count: 4_000)),
                ("harbour.admin", String(repeating: "x", count: 129)), ("", ""),
                (String(repeating: "ß", count: 500), "a\u{0}b"),
            ]
            for (username, password) in tries {
                let before = house.door.hashGate.hashesComputed
                await expectRefusal(.invalidCredentials) {
                    try await house.stepOne(username, password: password)
                }
                #expect(house.door.hashGate.hashesComputed == before + 1)
                try await house.door.unlock(username: "harbour.admin", from: .commandLine)
            }
            let before = house.door.hashGate.hashesComputed
            _ = try await house.stepOne()
            #expect(house.door.hashGate.hashesComputed == before + 1)
        }
    }

    @Test func fd12_aCheaperHashIsMadeAnewAtSignIn() async throws {
        try await OpenDoor.run({ $0.passwordCost = .init(memoryKiB: 16, passes: 1) }) { house in
            let cheap = try PasswordHash.make(OpenDoor.password, cost: .lowest)
            _ = try await house.store.write {
                try $0.run("UPDATE identity SET password_hash = ?1 WHERE username = 'ines'", cheap)
            }
            // Side by side too: the hash that the others compared with was replaced by the first.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<5 { group.addTask { _ = try await house.stepOne("ines") } }
                try await group.waitForAll()
            }
            let stored = try await house.store.read {
                try $0.first("SELECT password_hash FROM identity WHERE username = 'ines'") { $0.text(0) }
            }
            #expect(stored?.contains("m=16,t=1") == true)
        }
    }

    @Test func fd16_fiftyRightAnswersAtOnceGiveOneSession() async throws {
        try await OpenDoor.run { house in
            let accepted = try await house.stepOne()
            let granted = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        do {
                            _ = try await house.stepTwo(accepted)
                            return true
                        } catch {
                            #expect(error as? FrontDoorError == .invalidTemporaryToken)
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(granted == 1)
            #expect(try await house.count("session") == 1)
        }
    }

    @Test func fd16_theFirstAnswerSpendsTheTokenRightOrWrong() async throws {
        try await OpenDoor.run { house in
            let accepted = try await house.stepOne()
            await expectRefusal(.invalidMemorableWord) { try await house.stepTwo(accepted, right: false) }
            await expectRefusal(.invalidTemporaryToken) { try await house.stepTwo(accepted) }
        }
    }

    @Test func fd16_aTokenLivesFiveMinutesAndARefusedOneCountsNoFailure() async throws {
        try await OpenDoor.run { house in
            let accepted = try await house.stepOne()
            house.clock.advance(by: .seconds(300))
            _ = try await house.stepTwo(accepted)
            let late = try await house.stepOne()
            house.clock.advance(by: .seconds(300) + .milliseconds(1))
            for _ in 0..<10 {
                await expectRefusal(.invalidTemporaryToken) { try await house.stepTwo(late) }
                await expectRefusal(.invalidTemporaryToken) {
                    try await house.door.answerChallenge(
                        temporaryToken: "{nonsense}", letters: [], keepLoggedIn: false, from: house.origin())
                }
            }
            #expect(try await house.count("sign_in_count") == 0)
            #expect(try await house.kinds(1) == ["temporary-token-refused"])
        }
    }

    @Test func fd16_oneTokenTooManyEndsTheOldest() async throws {
        try await OpenDoor.run { house in
            var tokens: [PasswordAccepted] = []
            for _ in 0..<21 {
                tokens.append(try await house.stepOne())
                house.clock.advance(by: .milliseconds(5))
            }
            #expect(try await house.count("temporary_token") == 20)
            await expectRefusal(.invalidTemporaryToken) { try await house.stepTwo(tokens[0]) }
            for token in tokens.dropFirst() { _ = try await house.stepTwo(token) }
        }
    }

    @Test func fd16_aNewPasswordMakesHalfDoneSignInsWorthless() async throws {
        try await OpenDoor.run { house in
            let accepted = try await house.stepOne()
            try await house.door.setPassword(
                username: "harbour.admin", password: "nine-brass-lanterns", memorableWord: nil,
                temporary: false,
                from: .commandLine)
            await expectRefusal(.invalidTemporaryToken) { try await house.stepTwo(accepted) }
        }
    }

    @Test func fd22_anExternalTokenSignsInOnceWithinSixtySeconds() async throws {
        try await OpenDoor.run { house in
            let door = house.door
            let (token, identity) = try await door.issueExternalToken(username: "ines", from: .commandLine)
            house.clock.advance(by: .seconds(60))
            let granted = try await door.redeemExternalToken(token, identity: identity, from: house.origin())
            #expect(try await house.use(house.header(granted)).username == "ines")
            await expectRefusal(.invalidTemporaryToken) {
                try await door.redeemExternalToken(token, identity: identity, from: house.origin())
            }

            let (late, _) = try await door.issueExternalToken(username: "ines", from: .commandLine)
            house.clock.advance(by: .seconds(60) + .milliseconds(1))
            await expectRefusal(.invalidTemporaryToken) {
                try await door.redeemExternalToken(late, identity: identity, from: house.origin())
            }
            let (foreign, _) = try await door.issueExternalToken(username: "ines", from: .commandLine)
            for _ in 0..<2 {
                await expectRefusal(.invalidTemporaryToken) {
                    try await door.redeemExternalToken(foreign, identity: identity + 1, from: house.origin())
                }
            }
            let (locked, _) = try await door.issueExternalToken(username: "ines", from: .commandLine)
            try await door.lock(username: "ines", from: .commandLine)
            await expectRefusal(.accountLocked(retryAfter: nil)) {
                try await door.redeemExternalToken(locked, identity: identity, from: house.origin())
            }
            #expect(try await house.count("session") == 1)
        }
    }

    @Test func fd20_anAddressIsShutOutBeforeAnyHash() async throws {
        try await OpenDoor.run { house in
            for number in 0..<30 {
                await expectRefusal(.invalidCredentials) {
                    try await house.door.signIn(
                        username: "u\(number)", password: "x", from: house.origin("192.0.2.1"))
                }
            }
            let before = house.door.hashGate.hashesComputed
            await expectRefusal(.tooManyFailures(retryAfter: .seconds(900))) {
                try await house.door.signIn(
                    username: "harbour.admin", password: OpenDoor.password, from: house.origin("192.0.2.1"))
            }
            #expect(house.door.hashGate.hashesComputed == before)
            let told = try await house.door.securityLog(limit: 100).filter { $0.kind == "address-throttled" }
            #expect(told.count == 1 && told.first?.address == "192.0.2.1")
            _ = try await house.door.signIn(
                username: "harbour.admin", password: OpenDoor.password, from: house.origin("192.0.2.2"))
        }
    }

    @Test func fd20_triesSideBySideDoNotOutrunTheThrottle() async throws {
        try await OpenDoor.run { house in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        _ = try? await house.door.signIn(
                            username: "u\(number)", password: "x", from: house.origin("192.0.2.1"))
                    }
                }
            }
            let refused = try await house.door.securityLog(limit: 1_000).filter {
                $0.kind == "password-refused"
            }
            // One more than the limit for each hash that runs beside another.
            #expect((30...31).contains(refused.count))
        }
    }

    @Test func fd23_aRowTellsWhoWhenAndWhere() async throws {
        try await OpenDoor.run { house in
            let origin = Origin(
                address: "192.0.2.7", userAgent: "evil\n\u{1b}[2Jagent" + String(repeating: "x", count: 900),
                requestID: "req-9")
            _ = try? await house.door.signIn(username: "ines", password: "wrong", from: origin)
            let row = try #require(try await house.door.securityLog(limit: 1).first)
            #expect(row.kind == "password-refused" && row.username == "ines" && row.at == OpenDoor.start)
            #expect(row.address == "192.0.2.7" && row.requestID == "req-9")
            let agent = try #require(row.userAgent)
            #expect(agent.hasPrefix("evil\\u{a}\\u{1b}[2Jagent") && agent.count < 300)
            _ = try? await house.door.signIn(username: "six-brass-lanterns", password: "ines", from: origin)
            let unknown = try #require(try await house.door.securityLog(limit: 1).first)
            #expect(unknown.username == nil && unknown.detail?.hasPrefix("unknown name ") == true)
            let older = try await house.door.securityLog(limit: 10, before: unknown.id)
            #expect(older.first?.id == row.id)
        }
    }

    @Test(arguments: [FaultyStore.Fault.before, .after])
    func fd5_aFaultAnywhereIsARefusalWithoutASession(fault: FaultyStore.Fault) async throws {
        try await OpenDoor.run { house in
            for call in 1...3 {
                house.store.fail(call: call, fault)
                await #expect(throws: StoreError.self) { try await house.stepOne() }
                house.store.fail(call: nil)
                #expect(try await house.count("session") == 0)
            }
            let accepted = try await house.stepOne()
            house.store.fail(call: 1, fault)
            await #expect(throws: StoreError.self) { try await house.stepTwo(accepted) }
            house.store.fail(call: nil)
            house.clock.advance(by: .seconds(61))
            try await house.use(house.signIn())
            let (made, rows) = (
                try await house.count("session"), try await house.door.securityLog(limit: 1_000)
            )
            #expect(rows.count { $0.kind == "session-made" } == Int(made))
        }
    }
}
