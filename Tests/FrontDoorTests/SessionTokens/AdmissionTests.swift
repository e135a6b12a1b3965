import Store
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct AdmissionTests {
    private let day = Duration.seconds(24 * 60 * 60)

    @Test func fd4_aSubscriptionIsGoodThroughItsLastDay() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn(keep: true)
            try await house.use(header).requireSubscription()
            let today = String(OpenDoor.start.text.prefix(10))
            try await house.door.renewSubscription(business: house.harbour, until: today, from: .commandLine)
            try await house.use(header).requireSubscription()
            let midnight = try #require(Instant(afterDay: today))
            house.clock.advance(by: midnight.since(house.clock.now()) - .milliseconds(1))
            try await house.use(header).requireSubscription()
            // By the mere passage of time, on an entry that is cached.
            house.clock.advance(by: .milliseconds(1))
            house.store.fail(call: nil)
            let lapsed = try await house.use(header)
            #expect(house.store.calls == 0)
            #expect(lapsed.subscriptionLapsed)
            #expect(throws: FrontDoorError.subscriptionExpired) { try lapsed.requireSubscription() }

            let accepted = try await house.stepOne("ines")
            #expect(accepted.account.subscriptionExpired && accepted.account.until == today)
            let away = try await house.door.switchCompany(house.quay, caller: lapsed, from: house.origin())
            #expect(!away.account.subscriptionExpired)

            try await house.door.renewSubscription(business: house.harbour, until: nil, from: .commandLine)
            try await house.use(header).requireSubscription()
        }
    }

    @Test func fd4_theTokenIsAskedBeforeTheLockAndTheLockBeforeTheSubscription() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            try await house.use(header)
            try await house.door.renewSubscription(
                business: house.harbour, until: "2001-01-01", from: .commandLine)
            try await house.door.lock(username: "harbour.admin", from: .commandLine)
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.use(header) }
            house.clock.advance(by: .seconds(3_601))
            await expectRefusal(.invalidToken) { try await house.use(header) }
        }
    }

    @Test func fd18_aLockMeetsEveryOpenSessionUntilItIsLifted() async throws {
        try await OpenDoor.run { house in
            let headers = [try await house.signIn(), try await house.signIn()]
            for header in headers { try await house.use(header) }
            try await house.door.lock(username: "harbour.admin", from: .commandLine)
            for header in headers {
                await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.use(header) }
                await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.use(header) }
            }
            let (door, _) = try await house.restarted()
            await expectRefusal(.accountLocked(retryAfter: nil)) {
                try await door.admit(authorization: [headers[0]])
            }
            try await house.door.unlock(username: "harbour.admin", from: .commandLine)
            for header in headers { try await house.use(header) }
            #expect(try await house.kinds(2) == ["locked", "unlocked"])
        }
    }

    @Test func fd19_aLockLiftsItselfWhenThatIsSet() async throws {
        try await OpenDoor.run({ $0.unlockAfter = .seconds(600) }) { house in
            let header = try await house.signIn()
            try await house.door.lock(username: "harbour.admin", from: .commandLine)
            house.clock.advance(by: .seconds(600) - .milliseconds(1))
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.use(header) }
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.stepOne() }
            house.clock.advance(by: .milliseconds(1))
            try await house.use(header)
            _ = try await house.stepOne()
            try await house.door.tidy()
            #expect(try await house.count("sign_in_count") == 0)
            let row = try #require(try await house.door.securityLog(limit: 1).first)
            #expect(
                row.kind == "unlocked" && row.detail == "its time was over" && row.username == "harbour.admin"
            )
        }
    }

    @Test func fd4_aMembershipThatIsGoneMakesTheTokenInvalid() async throws {
        try await OpenDoor.run { house in
            let caller = try await house.use(house.signIn())
            let quay = try await house.door.switchCompany(house.quay, caller: caller, from: house.origin())
            try await house.use(house.header(quay))
            _ = try await house.store.write {
                try $0.run("UPDATE membership SET disabled = 1 WHERE business = ?1", house.quay)
            }
            house.door.forgetSessions(ofBusiness: house.quay)
            await expectRefusal(.invalidToken) { try await house.use(house.header(quay)) }
            await expectRefusal(.noSuchCompany) {
                try await house.door.switchCompany(house.quay, caller: caller, from: house.origin())
            }
        }
    }

    @Test func fd4_aBusinessThatIsNotLiveMakesTheTokenInvalid() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn("ines")
            try await house.use(header)
            _ = try await house.store.write {
                try $0.run("UPDATE business SET state = 'removing' WHERE id = ?1", house.harbour)
            }
            house.door.forgetSessions(ofBusiness: house.harbour)
            await expectRefusal(.invalidToken) { try await house.use(header) }
            await expectRefusal(.invalidCredentials) { try await house.stepOne("ines") }
        }
    }

    @Test func fd11_signInOpensTheBusinessLastUsedThatIsLive() async throws {
        try await OpenDoor.run { house in
            #expect(try await house.stepOne().account.business == house.harbour)
            let home = try await house.signIn()
            let caller = try await house.use(home)
            house.clock.advance(by: .seconds(10))
            let away = try await house.door.switchCompany(house.quay, caller: caller, from: house.origin())
            #expect(try await house.stepTwo(house.stepOne()).account.business == house.quay)
            // Use counts, not only sign-in; once it is written.
            house.clock.advance(by: .seconds(10))
            try await house.use(home)
            try await house.door.flushLastUse()
            #expect(try await house.stepOne().account.business == house.harbour)
            house.clock.advance(by: .seconds(10))
            try await house.use(house.header(away))
            try await house.door.flushLastUse()
            #expect(try await house.stepOne().account.business == house.quay)
            _ = try await house.store.write {
                try $0.run("UPDATE business SET state = 'removing' WHERE id = ?1", house.quay)
            }
            #expect(try await house.stepOne().account.business == house.harbour)
        }
    }

    @Test func fd11_aCompanyOfWhichTheCallerIsNoMemberIsNone() async throws {
        try await OpenDoor.run { house in
            let ines = try await house.use(house.signIn("ines"))
            for business in [house.quay, 999] {
                await expectRefusal(.noSuchCompany) {
                    try await house.door.switchCompany(business, caller: ines, from: house.origin())
                }
            }
            #expect(try await house.count("session") == 1)
        }
    }

    @Test func fd21_aTemporaryPasswordMayOnlyEndItsOwnSession() async throws {
        try await OpenDoor.run { house in
            let other = try await house.stepTwo(house.stepOne("harbour.admin"))
            try await house.door.setPassword(
                username: "ines", password: "nine-brass-lanterns", memorableWord: nil, temporary: true,
                from: .commandLine)
            let granted = try await house.stepTwo(house.stepOne("ines", password: "nine-brass-lanterns"))
            #expect(granted.account.temporaryPassword)
            let caller = try await house.use(house.header(granted))
            #expect(throws: FrontDoorError.temporaryPassword) { try caller.require(.viewCustomer) }
            await expectRefusal(.temporaryPassword) {
                try await house.door.switchCompany(house.harbour, caller: caller, from: house.origin())
            }
            await expectRefusal(.temporaryPassword) {
                try await house.door.endSession(other.sessionToken, by: caller, from: house.origin())
            }
            try await house.door.endSession(granted.sessionToken, by: caller, from: house.origin())
            await expectRefusal(.invalidToken) { try await house.use(house.header(granted)) }
        }
    }

    @Test func fd5_aStoreThatFailsLetsNobodyIn() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            house.store.fail(call: 1)
            await #expect(throws: StoreError.self) { try await house.use(header) }
            try await house.use(header)
        }
    }

    @Test func whatHasHadItsTimeIsTidied() async throws {
        try await OpenDoor.run { house in
            _ = try await house.signIn()
            let kept = try await house.signIn(keep: true)
            _ = try await house.stepOne("ines")
            _ = try await house.door.issueExternalToken(username: "ines", from: .commandLine)
            await expectRefusal(.invalidCredentials) { try await house.stepOne("nobody") }
            house.clock.advance(by: day)
            try await house.door.tidy()
            #expect(try await house.count("session") == 1)
            #expect(try await house.count("temporary_token") == 0)
            #expect(try await house.count("external_token") == 0)
            #expect(try await house.count("sign_in_count") == 1)
            let row = try #require(try await house.door.securityLog(limit: 1).first)
            #expect(row.kind == "session-ended" && row.detail?.hasSuffix(": unused for too long") == true)
            try await house.use(kept)
            house.clock.advance(by: day * 31)
            try await house.door.tidy()
            #expect(try await house.count("session") == 0)
            #expect(try await house.count("sign_in_count") == 0)
        }
    }

    @Test func fd23_theSecurityLogIsAppendOnlyAndKeptTwoYears() async throws {
        try await OpenDoor.run { house in
            _ = try await house.signIn()
            let rows = try await house.count("security_log")
            for change: SQL in ["UPDATE security_log SET kind = 'x'", "DELETE FROM security_log"] {
                await #expect(throws: StoreError.refused(.trigger)) {
                    try await house.store.write { try $0.run(change) }
                }
            }
            house.clock.advance(by: day * 365 * 2)
            try await house.door.tidy()
            #expect(try await house.count("security_log") > rows)
            house.clock.advance(by: .milliseconds(1))
            try await house.door.tidy()
            let kept = try await house.door.securityLog(limit: 100)
            #expect(!kept.isEmpty && kept.allSatisfy { $0.kind == "session-ended" })
        }
    }
}
