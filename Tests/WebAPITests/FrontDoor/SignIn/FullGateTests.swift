import Dispatch
import HTTPTypes
import Installation
import Testing

@testable import FrontDoor

@Suite(.timeLimit(.minutes(20))) struct FullGateTests {
    private func isBusy(_ answer: TestAnswer) -> Bool {
        answer.refuses(.serviceUnavailable, "Unavailable", "Too many sign-ins at once. Try again.")
            && answer.headers[.retryAfter] == "1" && answer.headers[.cacheControl] == "no-store"
    }

    /// What comes of `call` once the gate is free: its thread gives the permit back a moment after its hash is
    /// answered.
    private func onceFree(_ call: () async throws -> TestAnswer) async throws -> TestAnswer {
        while true {
            let answer = try await call()
            guard isBusy(answer) else { return answer }
        }
    }

    @Test func fd13_whoFindsTheGateFullGetsA503AndLosesNoTry() async throws {
        try await SignInHouse.run { house in
            let session = try await house.signIn()
            try await house.restart { $0.frontDoor.hashesWaitingMax = 0 }
            let held = try await HeldHash(in: house)
            for number in 0..<10 {
                let username = number % 2 == 0 ? "ines" : "nobody"
                #expect(try await isBusy(house.stepOne(username, "wrong")))
            }
            #expect(try house.hashes == 1)
            #expect(try await house.count("sign_in_reservation") == 0)
            #expect(try await house.count("sign_in_count") == 0)
            // A flood of sign-ins slows sign-ins and nothing else.
            #expect(try await house.use(session).status == .ok)
            try await held.end()
            let answer = try await onceFree { try await house.stepOne("ines", SignInHouse.ines.password) }
            #expect(answer.status == .created)
        }
    }

    @Test func fd13_soManyWaitInLineAndTheNextOneIsTurnedAway() async throws {
        try await SignInHouse.run { house in
            try await house.restart { $0.frontDoor.hashesWaitingMax = 2 }
            let held = try await HeldHash(in: house)
            async let first = house.stepOne()
            async let second = house.stepOne("ines", SignInHouse.ines.password)
            while try house.door.hashGate.waiting < 2 { await Task.yield() }
            #expect(try await isBusy(house.stepOne("nobody", "wrong")))
            try await held.end()
            #expect(try await [first.status, second.status] == [.created, .created])
            #expect(try house.hashes == 3)
        }
    }

    @Test func fd13_whoWaitsTooLongIsTurnedAwayWithoutAHash() async throws {
        try await SignInHouse.run { house in
            try await house.restart { $0.frontDoor.hashWaitMax = .zero }
            let held = try await HeldHash(in: house)
            #expect(try await isBusy(house.stepOne()))
            #expect(try house.hashes == 1)
            try await held.end()
            #expect(try await onceFree { try await house.stepOne() }.status == .created)
        }
    }

    /// The permit belongs to the hash: who hangs up must not let a second one run beside the first.
    @Test func fd13_whoHangsUpWhileWaitingFreesNothing() async throws {
        try await SignInHouse.run { house in
            try await house.restart { $0.frontDoor.hashesWaitingMax = 1 }
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
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            try await house.restart { $0.frontDoor.hashesWaitingMax = 0 }
            let held = try await HeldHash(in: house)
            #expect(try await house.answer(asked).status == .ok)
            try await held.end()
        }
    }
}

/// The first hash of a new gate, which keeps its only permit until it is told to end.
private final class HeldHash: Sendable {
    private let release: DispatchSemaphore
    private let held: Task<Void, any Error>

    init(in house: SignInHouse) async throws {
        let (gate, release) = (try house.door.hashGate, DispatchSemaphore(value: 0))
        self.release = release
        held = Task { try await gate.run { release.wait() } }
        while gate.hashesComputed == 0 { await Task.yield() }
    }

    func end() async throws {
        release.signal()
        try await held.value
    }
}
