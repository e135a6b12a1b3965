import Surroundings
import Testing

@testable import FrontDoor

@Suite struct IdleExpiryTests {
    private let hour = Duration.seconds(60 * 60)
    private let day = Duration.seconds(24 * 60 * 60)

    @Test func fd7_sixtyMinutesStillWork() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            for _ in 0..<3 {
                house.clock.advance(by: hour)
                try await house.use(header)
            }
        }
    }

    @Test func fd7_aMillisecondMoreDoesNot() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            house.clock.advance(by: hour + .milliseconds(1))
            await expectRefusal(.invalidToken) { try await house.use(header) }
            house.clock.moveWallClock(by: .seconds(-7_200))
            await expectRefusal(.invalidToken) { try await house.use(header) }
        }
    }

    @Test func fd7_aRefusedCallRenewsNothing() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            house.clock.advance(by: .seconds(59 * 60))
            _ = try await house.door.admit(authorization: [header])
            house.clock.advance(by: .seconds(60) + .milliseconds(1))
            await expectRefusal(.invalidToken) { try await house.use(header) }
        }
    }

    @Test func fd7_eitherClockAgesASession() async throws {
        try await OpenDoor.run { house in
            let forward = try await house.signIn()
            house.clock.moveWallClock(by: hour + .milliseconds(1))
            await expectRefusal(.invalidToken) { try await house.use(forward) }

            let back = try await house.signIn()
            house.clock.moveWallClock(by: .zero - hour * 5)
            try await house.use(back)
            house.clock.advance(by: hour)
            try await house.use(back)
            house.clock.advance(by: hour + .milliseconds(1))
            await expectRefusal(.invalidToken) { try await house.use(back) }
        }
    }

    @Test func fd7_aClockSetBackWinsNoTimeAcrossARestart() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            house.clock.advance(by: .seconds(40 * 60))
            try await house.door.flushLastUse()
            let (door, clock) = try await house.restarted(wallClockMovedBy: .seconds(-40 * 60))
            clock.advance(by: .seconds(20 * 60))
            _ = try await door.admit(authorization: [header])
            clock.advance(by: .milliseconds(1))
            await expectRefusal(.invalidToken) { try await door.admit(authorization: [header]) }
        }
    }

    @Test func fd7_theStoredRowIsReadBeforeARefusal() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            try await house.use(header)
            // Another process of the same installation was used meanwhile.
            let (other, clock) = try await house.restarted()
            clock.advance(by: .seconds(50 * 60))
            try await other.admit(authorization: [header]).renew()
            try await other.flushLastUse()
            house.clock.advance(by: .seconds(70 * 60))
            try await house.use(header)
        }
    }

    @Test func fd7_keepUserLoggedInStretchesItToFourteenDays() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn(keep: true)
            house.clock.advance(by: day * 14)
            try await house.use(header)
            house.clock.advance(by: day * 14 + .milliseconds(1))
            await expectRefusal(.invalidToken) { try await house.use(header) }
        }
    }

    @Test func fd7_everySessionEndsThirtyDaysAfterSignIn() async throws {
        try await OpenDoor.run { house in
            let granted = try await house.stepTwo(house.stepOne(), keep: true)
            #expect(granted.endsAt == OpenDoor.start.advanced(by: day * 30))
            for _ in 0..<3 {
                house.clock.advance(by: day * 10)
                try await house.use(house.header(granted))
            }
            house.clock.advance(by: .milliseconds(1))
            await expectRefusal(.invalidToken) { try await house.use(house.header(granted)) }
        }
    }

    @Test func fd7_aCompanySwitchInheritsTheEnd() async throws {
        try await OpenDoor.run { house in
            let first = try await house.stepTwo(house.stepOne(), keep: true)
            house.clock.advance(by: day * 10)
            let caller = try await house.use(house.header(first))
            let second = try await house.door.switchCompany(house.quay, caller: caller, from: house.origin())
            #expect(second.endsAt == first.endsAt)
            #expect(second.keepLoggedIn)
            #expect(second.account.business == house.quay)
            #expect(try await house.use(house.header(second)).business == house.quay)
            #expect(try await house.use(house.header(first)).business == house.harbour)
        }
    }

    @Test func fd7_doorTimeNeverGoesBackNorSlowerThanEitherClock() {
        let clock = ManualTimekeeper(now: OpenDoor.start)
        let door = DoorClock(clock)
        let random = SeededRandomness(seed: 3)
        var last = (door: door.now(), wall: clock.now(), uptime: clock.uptime())
        for _ in 0..<2_000 {
            clock.advance(by: .milliseconds(random.number(below: 1_000)))
            if random.number(below: 4) == 0 {
                clock.moveWallClock(by: .milliseconds(random.number(below: 9_000) - 4_500))
            }
            let now = (door: door.now(), wall: clock.now(), uptime: clock.uptime())
            #expect(now.door.since(last.door) >= now.uptime - last.uptime)
            #expect(now.door.since(last.door) >= .zero)
            #expect(now.door >= now.wall)
            last = now
        }
    }
}
