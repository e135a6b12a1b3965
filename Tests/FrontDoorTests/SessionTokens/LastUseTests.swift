import Store
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct LastUseTests {
    private func stored(_ house: OpenDoor, _ caller: Caller) async throws -> String? {
        let hash = caller.sessionHash
        return try await house.store.read {
            try $0.first("SELECT last_used_at FROM session WHERE hash = ?1", hash) { $0.text(0) }
        }
    }

    @Test func fd8_aCachedCallTouchesNoDisk() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            try await house.use(header)
            house.store.fail(call: nil)
            for _ in 0..<100 {
                house.clock.advance(by: .seconds(30))
                try #require(try house.door.cachedCaller(authorization: header)).renew()
            }
            #expect(house.store.calls == 0)
        }
    }

    @Test func fd8_lastUseIsWrittenInOneBatchRoundedDown() async throws {
        try await OpenDoor.run { house in
            let headers = [try await house.signIn(), try await house.signIn("ines")]
            house.clock.advance(by: .milliseconds(90_999))
            var callers: [Caller] = []
            for header in headers { callers.append(try await house.use(header)) }
            house.store.fail(call: nil)
            try await house.door.flushLastUse()
            #expect(house.store.calls == 1)
            let at = OpenDoor.start.advanced(by: .milliseconds(90_999))
            let floor = Instant(milliseconds: at.milliseconds / 1_000 * 1_000).text
            for caller in callers { #expect(try await stored(house, caller) == floor) }
        }
    }

    @Test func fd8_aFailedBatchIsWrittenByTheNext() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            house.clock.advance(by: .seconds(100))
            let caller = try await house.use(header)
            house.store.fail(call: 1)
            await #expect(throws: StoreError.self) { try await house.door.flushLastUse() }
            #expect(try await stored(house, caller) == OpenDoor.start.text)
            try await house.door.flushLastUse()
            #expect(try await stored(house, caller) == OpenDoor.start.advanced(by: .seconds(100)).text)
        }
    }

    @Test func fd8_afterACrashASessionEndsEarlyNeverLate() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            house.clock.advance(by: .seconds(14))
            try await house.use(header)
            let (door, clock) = try await house.restarted()
            clock.advance(by: .seconds(60 * 60 - 14))
            _ = try await door.admit(authorization: [header])
            clock.advance(by: .milliseconds(1))
            await expectRefusal(.invalidToken) { try await door.admit(authorization: [header]) }
        }
    }

    @Test func fd8_closingWritesWhatIsNoted() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            house.clock.advance(by: .seconds(50 * 60))
            try await house.use(header)
            await house.door.close()
            let (door, clock) = try await house.restarted()
            clock.advance(by: .seconds(60 * 60))
            _ = try await door.admit(authorization: [header])
        }
    }

    @Test func fd8_anEvictedSessionKeepsItsUnwrittenUse() async throws {
        try await OpenDoor.run({ $0.sessionCacheEntries = 2 }) { house in
            let header = try await house.signIn()
            house.clock.advance(by: .seconds(50 * 60))
            try await house.use(header)
            for _ in 0..<5 { try await house.use(house.signIn("ines")) }
            #expect(house.door.sessions.count == 2)
            #expect(try house.door.cachedCaller(authorization: header) == nil)
            house.clock.advance(by: .seconds(60 * 60))
            try await house.use(header)
            try await house.door.flushLastUse()
            let (door, _) = try await house.restarted()
            _ = try await door.admit(authorization: [header])
        }
    }

    @Test func fd8_unknownTokensAreNeverCached() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            try await house.use(header)
            let random = SeededRandomness(seed: 77)
            for _ in 0..<500 {
                let guess = "KfToken \(FreshToken(from: random).text)"
                await expectRefusal(.invalidToken) { try await house.use(guess) }
            }
            #expect(house.door.sessions.count == 1)
            #expect(try house.door.cachedCaller(authorization: header) != nil)
        }
    }

    @Test func fd8_whatWasReadBeforeARevocationIsNotCached() async throws {
        try await OpenDoor.run { house in
            let caller = try await house.use(house.signIn())
            let sessions = house.door.sessions
            let epoch = sessions.epoch
            sessions.evict([caller.entry.facts.hash])
            sessions.keep(caller.entry, readAt: epoch)
            #expect(sessions.count == 0)
            sessions.keep(caller.entry, readAt: sessions.epoch)
            #expect(sessions.count == 1)
        }
    }

    @Test func fd8_usesOfAnEvictedEntryStillCount() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            let before = try await house.use(header)
            try await house.door.flushLastUse()
            house.door.forgetSessions(ofIdentity: before.identity)
            house.clock.advance(by: .seconds(1_000))
            let after = try await house.use(header)
            house.clock.advance(by: .seconds(1_000))
            let late = try await house.use(header)
            before.renew()
            late.renew()
            #expect(after.entry.use !== before.entry.use)
            try await house.door.flushLastUse()
            #expect(try await stored(house, late) == OpenDoor.start.advanced(by: .seconds(2_000)).text)
        }
    }
}
