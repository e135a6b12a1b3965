import Surroundings
import Testing

@testable import FrontDoor

/// Idle time over several processes (FD-7).
@Suite struct SharedClockTests {
    @Test func fd7_aUseAtOneProcessHoldsAtAnotherOnceItIsWritten() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let header = try await house.signIn()
            _ = try await other.admit(authorization: [header])
            house.clock.advance(by: .seconds(50 * 60))
            #expect(try await !house.use(header).renew())
            try await house.door.flushLastUse()
            house.clock.advance(by: .seconds(60 * 60))
            _ = try await other.admit(authorization: [header])
        }
    }

    @Test func fd7_aUseJustBeforeTheEndIsWrittenAtOnce() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let header = try await house.signIn()
            // Two batches and what one takes before the end: 60 minutes less 40 seconds.
            house.clock.advance(by: .seconds(60 * 60 - 40))
            #expect(try await !house.door.admit(authorization: [header]).renew())
            house.clock.advance(by: .seconds(60 * 60 - 39))
            let caller = try await house.door.admit(authorization: [header])
            #expect(caller.renew())
            await house.door.writeUses()
            house.clock.advance(by: .seconds(60))
            _ = try await other.admit(authorization: [header])
        }
    }

    @Test func fd8_whereOneProcessOwnsTheTablesNoUseIsWrittenAtOnce() async throws {
        try await OpenDoor.run { house async throws in
            let header = try await house.signIn()
            house.clock.advance(by: .seconds(60 * 60))
            #expect(try await !house.door.admit(authorization: [header]).renew())
        }
    }

    @Test func fd7_anEarlierUseWrittenLateTakesNothingBack() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let header = try await house.signIn()
            let caller = try await house.use(header)
            house.clock.advance(by: .seconds(600))
            try await other.admit(authorization: [header]).renew()
            try await other.flushLastUse()
            // The use of ten minutes ago.
            try await house.door.flushLastUse()
            let stored = try await house.store.read {
                try $0.first("SELECT last_used_at FROM session WHERE hash = ?1", caller.sessionHash) {
                    $0.text(0)
                }
            }
            #expect(stored == OpenDoor.start.advanced(by: .seconds(600)).text)
        }
    }

    @Test func fd7_theFurthestClockOfAllHolds() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            // Another machine, an hour ahead.
            let (ahead, _) = try await house.restarted(wallClockMovedBy: .seconds(3_600))
            try await ahead.flushLastUse()
            #expect(house.door.doorClock.now() == OpenDoor.start)
            try await house.door.flushLastUse()
            #expect(house.door.doorClock.now() == OpenDoor.start.advanced(by: .seconds(3_600)))
        }
    }
}
