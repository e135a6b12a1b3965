import Store
import Surroundings
import Testing

@testable import FrontDoor

/// When what is in memory may be believed, however the readings go.
@Suite struct StaleMemoryTests {
    @Test func fd9_withoutAReadingOfTheLastSecondTheStoredRowDecides() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let header = try await house.signIn()
            _ = try await other.admit(authorization: [header])
            try await house.door.endOwnSession(house.use(header), from: house.origin())
            house.clock.advance(by: .milliseconds(1_000))
            #expect(try other.cachedCaller(authorization: header) != nil)
            house.clock.advance(by: .milliseconds(1))
            #expect(try other.cachedCaller(authorization: header) == nil)
            await expectRefusal(.invalidToken) { try await other.admit(authorization: [header]) }
        }
    }

    @Test func fd9_aReadingMakesMemoryGoodAgain() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let header = try await house.signIn()
            _ = try await other.admit(authorization: [header])
            house.clock.advance(by: .seconds(30))
            #expect(try other.cachedCaller(authorization: header) == nil)
            _ = try await other.admit(authorization: [header])
            #expect(try other.cachedCaller(authorization: header) == nil)
            try await other.catchUp()
            #expect(try other.cachedCaller(authorization: header) != nil)
        }
    }

    @Test func fd5_aReadingThatFailsMakesNothingGood() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let header = try await house.signIn()
            _ = try await other.admit(authorization: [header])
            try await house.door.endOwnSession(house.use(header), from: house.origin())
            house.clock.advance(by: .seconds(2))
            house.store.fail(call: 1)
            await #expect(throws: StoreError.self) { try await other.catchUp() }
            #expect(try other.cachedCaller(authorization: header) == nil)
            house.store.fail(call: 1)
            await #expect(throws: StoreError.self) { try await other.admit(authorization: [header]) }
            await expectRefusal(.invalidToken) { try await other.admit(authorization: [header]) }
        }
    }

    /// The first reading of 1,000 takes each change for itself; one more, and all is read again.
    @Test(arguments: [998, 1_001])
    func fd9_anyNumberOfChangesIsSeen(changes: Int) async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let (ended, kept) = (try await house.signIn(), try await house.signIn("ines"))
            for header in [ended, kept] { _ = try await other.admit(authorization: [header]) }
            try await house.store.write { transaction in
                for _ in 0..<changes { try house.door.tell(.identity(999), in: transaction) }
            }
            try await house.door.endOwnSession(house.use(ended), from: house.origin())
            try await other.catchUp()
            #expect(try other.cachedCaller(authorization: ended) == nil)
            #expect((try other.cachedCaller(authorization: kept) != nil) == (changes < 1_000))
            _ = try await other.admit(authorization: [kept])
            try await other.catchUp()
            #expect(try other.cachedCaller(authorization: kept) != nil)
        }
    }

    @Test func fd9_whoFellBehindWhatWasClearedForgetsEverything() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            let (ended, kept) = (try await house.signIn(), try await house.signIn("ines"))
            for header in [ended, kept] { _ = try await other.admit(authorization: [header]) }
            try await house.door.endOwnSession(house.use(ended), from: house.origin())
            #expect(try await house.count("change") == 1)
            house.clock.advance(by: .seconds(61))
            try await house.door.flushLastUse()
            #expect(try await house.count("change") == 0)
            try await other.catchUp()
            #expect(other.cachedSessionCount == 0)
            // From here on it goes by what is told.
            _ = try await other.admit(authorization: [kept])
            try await other.catchUp()
            #expect(try other.cachedCaller(authorization: kept) != nil)
        }
    }

    @Test func fd9_tablesThatWereSetBackForgetEverything() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            try await house.door.lock(username: "quay.admin", from: .commandLine)
            try await other.catchUp()
            let header = try await house.signIn("ines")
            _ = try await other.admit(authorization: [header])
            // A replica that lagged took over: the change is gone, and its number is given again.
            _ = try await house.store.write { try $0.run("DELETE FROM change") }
            try await other.catchUp()
            #expect(other.cachedSessionCount == 0)
        }
    }

    @Test func fd9_whatIsUnderAMinuteOldIsKept() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            try await house.door.lock(username: "ines", from: .commandLine)
            house.clock.advance(by: .seconds(60))
            try await house.door.flushLastUse()
            #expect(try await house.count("change") == 1)
        }
    }

    @Test func fd9_aChangeThatANewerProgramToldOfForgetsEverything() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let other = try await house.neighbour()
            _ = try await other.admit(authorization: [house.signIn()])
            _ = try await house.store.write { transaction in
                try transaction.run(
                    "INSERT INTO change (at, process, kind, subject, count) VALUES (?1, 'p', 'planet', '7', 1)",
                    OpenDoor.start.text)
            }
            #expect(other.cachedSessionCount == 1)
            try await other.catchUp()
            #expect(other.cachedSessionCount == 0)
        }
    }

    @Test func fd9_aLostAnswerToACommitIsMadeGoodByTheNextReading() async throws {
        try await OpenDoor.run({ $0.isShared = true }) { house in
            let header = try await house.signIn("ines")
            try await house.use(header)
            house.store.fail(call: 1, .after)
            await #expect(throws: StoreError.self) {
                try await house.door.lock(username: "ines", from: .commandLine)
            }
            #expect(try house.door.cachedCaller(authorization: header) != nil)
            try await house.door.catchUp()
            await expectRefusal(.accountLocked(retryAfter: nil)) { try await house.use(header) }
        }
    }

    @Test func whereOneProcessOwnsTheTablesNothingIsToldAndMemoryIsAlwaysGood() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            try await house.use(header)
            try await house.door.lock(username: "ines", from: .commandLine)
            house.store.fail(call: nil)
            try await house.door.catchUp()
            #expect(house.store.calls == 0)
            house.clock.advance(by: .seconds(30 * 60))
            #expect(try house.door.cachedCaller(authorization: header) != nil)
            #expect(try await house.count("change") == 0)
        }
    }
}
