import Dispatch
import HTTPTypes
import Installation
import Testing

@testable import FrontDoor

@Suite(.timeLimit(.minutes(1))) struct FullGateTests {
    private func isBusy(_ answer: TestAnswer) -> Bool {
        answer.refuses(.serviceUnavailable, "Unavailable", "Too many sign-ins at once. Try again.")
            && answer.headers[.retryAfter] == "1" && answer.headers[.cacheControl] == "no-store"
    }

    @Test func fd13_whoFindsTheGateFullGetsA503AndLosesNoTry() async throws {
        try await SignInHouse.run({ $0.frontDoor.hashesWaitingMax = 0 }) { house in
            let session = try await house.signIn()
            let failed = try await house.failures("ines")
            let held = try await HeldHash(in: house)
            let before = try house.hashes
            for number in 0..<10 {
                #expect(try await isBusy(house.stepOne(number % 2 == 0 ? "ines" : "nobody", "wrong")))
            }
            #expect(try house.hashes == before)
            #expect(try await house.count("sign_in_reservation") == 0)
            #expect(try await house.failures("ines") == failed)
            // A flood of sign-ins slows sign-ins and nothing else.
            #expect(try await house.use(session).status == .ok)
            try await held.end()
            #expect(try await house.stepOne("ines", SignInHouse.ines.password).status == .created)
        }
    }

    @Test func fd13_soManyWaitInLineAndTheNextOneIsTurnedAway() async throws {
        try await SignInHouse.run({ $0.frontDoor.hashesWaitingMax = 2 }) { house in
            let held = try await HeldHash(in: house)
            async let first = house.stepOne()
            async let second = house.stepOne("ines", SignInHouse.ines.password)
            while try house.door.hashGate.waiting < 2 { await Task.yield() }
            #expect(try await isBusy(house.stepOne("nobody", "wrong")))
            try await held.end()
            #expect(try await [first.status, second.status] == [.created, .created])
        }
    }

    @Test func fd13_whoWaitsTooLongIsTurnedAwayWithoutAHash() async throws {
        try await SignInHouse.run({ $0.frontDoor.hashWaitMax = .zero }) { house in
            let held = try await HeldHash(in: house)
            let before = try house.hashes
            #expect(try await isBusy(house.stepOne()))
            try await held.end()
            #expect(try house.hashes == before)
            #expect(try await house.stepOne().status == .created)
        }
    }

    /// The permit belongs to the hash: one who hangs up must not let a second hash run beside the first.
    @Test func fd13_whoHangsUpWhileWaitingFreesNothing() async throws {
        try await SignInHouse.run({ $0.frontDoor.hashesWaitingMax = 1 }) { house in
            let held = try await HeldHash(in: house)
            let gone = Task { try await house.stepOne("ines", "wrong") }
            while try house.door.hashGate.waiting < 1 { await Task.yield() }
            gone.cancel()
            #expect(try await isBusy(house.stepOne()))
            try await held.end()
            _ = try? await gone.value
            #expect(try await house.failures("ines") == 1)
        }
    }

    /// Sealed letters are compared without any hash, so a full gate doesn't keep them waiting.
    @Test func fd13_stepTwoNeedsNoPermit() async throws {
        try await SignInHouse.run({ $0.frontDoor.hashesWaitingMax = 0 }) { house in
            let asked = try await house.ask()
            let held = try await HeldHash(in: house)
            #expect(try await house.answer(asked).status == .ok)
            try await held.end()
        }
    }
}

/// A hash that keeps the gate's only permit until it is told to end.
private final class HeldHash: Sendable {
    private let release: DispatchSemaphore
    private let held: Task<Void, any Error>

    init(in house: SignInHouse) async throws {
        let (door, release) = (try house.door, DispatchSemaphore(value: 0))
        let before = door.hashGate.hashesComputed
        self.release = release
        held = Task { try await door.hashGate.run { release.wait() } }
        while door.hashGate.hashesComputed == before { await Task.yield() }
    }

    func end() async throws {
        release.signal()
        try await held.value
    }
}
