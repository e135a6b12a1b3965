import Installation
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct UnlockTests {
    private func lock(_ house: SignInHouse) async throws {
        for _ in 0..<5 {
            #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
        }
        #expect(try await house.stepOne().isRefusal(.locked))
    }

    @Test func fd19_theCommandLiftsALockAndForgetsTheFailures() async throws {
        try await SignInHouse.run { house in
            let session = try await house.signIn()
            try await lock(house)
            try await house.door.unlock(username: " Harbour.ADMIN", from: .commandLine)
            #expect(try await house.use(session).status == .ok)
            #expect(try await house.failures("harbour.admin") == 0)
            for _ in 0..<4 {
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            _ = try await house.signIn()
            // Unlocking one who isn't locked changes nothing and is no row.
            try await house.door.unlock(username: "ines", from: .commandLine)
            #expect(try await house.rows(.unlocked).map(\.actor) == ["operator"])
        }
    }

    @Test func fd19_unlockingNobodyIsRefused() async throws {
        try await SignInHouse.run { house in
            await #expect(throws: FrontDoorError.noSuchUser("nobody")) {
                try await house.door.unlock(username: "nobody", from: .commandLine)
            }
        }
    }

    @Test func fd19_byDefaultALockHasNoEnd() async throws {
        try await SignInHouse.run { house in
            try await lock(house)
            house.clock.advance(by: .seconds(10 * 365 * 24 * 60 * 60))
            try await house.door.tidy()
            #expect(try await house.stepOne().isRefusal(.locked))
            try await house.restart()
            #expect(try await house.stepOne().isRefusal(.locked))
        }
    }

    @Test(arguments: [false, true])
    func fd19_unlockAfterLiftsItToTheMillisecond(tidied: Bool) async throws {
        try await SignInHouse.run({ $0.frontDoor.unlockAfter = .seconds(1_800) }) { house in
            let session = try await house.signIn()
            try await lock(house)
            house.clock.advance(by: .seconds(1_800) - .milliseconds(1))
            if tidied { try await house.door.tidy() }
            #expect(try await house.stepOne().isRefusal(.locked))
            #expect(try await house.use(session).isRefusal(.locked))
            house.clock.advance(by: .milliseconds(1))
            if tidied { try await house.door.tidy() }
            #expect(try await house.use(session).status == .ok)
            // And the failures before it are forgotten.
            for _ in 0..<4 {
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.credentials))
            }
            _ = try await house.signIn()
        }
    }

    @Test func fd19_triesAtALockedDoorDoNotMakeItLonger() async throws {
        try await SignInHouse.run({ $0.frontDoor.unlockAfter = .seconds(1_800) }) { house in
            try await lock(house)
            for _ in 0..<17 {
                house.clock.advance(by: .seconds(100))
                #expect(try await house.stepOne("harbour.admin", "wrong").isRefusal(.locked))
            }
            house.clock.advance(by: .seconds(100))
            _ = try await house.signIn()
        }
    }

    @Test func fd19_aNewPasswordLiftsNoLock() async throws {
        try await SignInHouse.run { house in
            try await lock(house)
            try await house.door.setPassword(
                username: "harbour.admin", password: "nine-brass-lanterns", temporary: false,
                from: .commandLine)
            #expect(try await house.stepOne("harbour.admin", "nine-brass-lanterns").isRefusal(.locked))
        }
    }

    @Test func fd19_disablingAndEnablingLiftsNoLock() async throws {
        try await SignInHouse.run { house in
            try await lock(house)
            try await house.door.disableUser(username: "harbour.admin", from: .commandLine)
            try await house.door.enableUser(username: "harbour.admin", from: .commandLine)
            #expect(try await house.stepOne().isRefusal(.locked))
        }
    }
}
