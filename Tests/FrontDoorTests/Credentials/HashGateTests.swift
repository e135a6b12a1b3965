import Dispatch
import Synchronization
import Testing

@testable import FrontDoor

@Suite(.timeLimit(.minutes(10))) struct HashGateTests {
    private let busy = FrontDoorError.busy(retryAfter: .seconds(1))

    @Test func fd13_noMoreHashesRunAtOnceThanThereArePermits() async throws {
        let gate = HashGate(permits: 2, waitingMax: 64, wait: .seconds(3_600))
        let crowd = Crowd()
        let sums = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await gate.run {
                        crowd.enter()
                        defer { crowd.leave() }
                        _ = try PasswordHash.make("\(number)", cost: .init(memoryKiB: 512, passes: 1))
                        return number
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sums == (0..<40).reduce(0, +))
        #expect(crowd.most <= 2)
        #expect(gate.hashesComputed == 40)
        #expect(gate.waiting == 0)
    }

    @Test func fd13_whoFindsTheLineFullIsTurnedAwayAtOnce() async throws {
        let gate = HashGate(permits: 1, waitingMax: 2, wait: .seconds(60))
        let slow = SlowHash()
        async let first: Void = gate.run { slow.run() }
        await slow.hasBegun()
        async let second: Void = gate.run {}
        async let third: Void = gate.run {}
        while gate.waiting < 2 { await Task.yield() }
        await #expect(throws: busy) { try await gate.run {} }
        slow.finish()
        _ = try await (first, second, third)
        #expect(gate.hashesComputed == 3)
    }

    @Test func fd13_whoWaitsTooLongIsTurnedAwayAndNeverHashed() async throws {
        let gate = HashGate(permits: 1, waitingMax: 64, wait: .seconds(2), sleep: { _ in })
        let slow = SlowHash()
        async let first: Void = gate.run { slow.run() }
        await slow.hasBegun()
        await #expect(throws: busy) { try await gate.run { Issue.record("hashed all the same") } }
        slow.finish()
        try await first
        #expect(gate.hashesComputed == 1)
    }

    @Test func fd13_whoHangsUpFreesNothingEarly() async throws {
        let gate = HashGate(permits: 1, waitingMax: 64, wait: .seconds(3_600))
        let slow = SlowHash()
        let gone = Task { try await gate.run { slow.run() } }
        await slow.hasBegun()
        let next = Task { try await gate.run {} }
        while gate.waiting < 1 { await Task.yield() }
        gone.cancel()
        next.cancel()
        for _ in 0..<100 { await Task.yield() }
        #expect(gate.waiting == 1)
        #expect(gate.hashesComputed == 1)
        slow.finish()
        try await gone.value
        try await next.value
        #expect(gate.hashesComputed == 2)
    }

    @Test func aHashThatThrowsGivesItsPermitBack() async throws {
        let gate = HashGate(permits: 1, waitingMax: 64, wait: .seconds(3_600))
        for _ in 0..<3 {
            await #expect(throws: FrontDoorError.invalidCredentials) {
                try await gate.run { throw FrontDoorError.invalidCredentials }
            }
        }
        #expect(try await gate.run { 7 } == 7)
    }
}

/// Counts who is in at once.
private final class Crowd: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func enter() {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func leave() {
        counts.withLock { $0.now -= 1 }
    }
}

/// A hash that takes until it is told to end.
private final class SlowHash: Sendable {
    private let begun = Atomic(false)
    private let end = DispatchSemaphore(value: 0)

    func run() {
        begun.store(true, ordering: .releasing)
        end.wait()
    }

    func hasBegun() async {
        while !begun.load(ordering: .acquiring) { await Task.yield() }
    }

    func finish() {
        end.signal()
    }
}
