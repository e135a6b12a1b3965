import Testing

@testable import FrontDoor

@Suite struct SignInLineTests {
    @Test func nobodyWaitsWhereNobodyHoldsAPlace() async throws {
        let line = SignInLine(waitingMax: 10)
        try await line.enter("a")
        #expect(await line.wait("a", since: line.mark("a")) == false)
        line.leave("a")
    }

    @Test func whoLeavesWakesTheFirstInLine() async throws {
        let line = SignInLine(waitingMax: 10)
        try await line.enter("a")
        line.tookPlace("a")
        let woken = Task {
            try await line.enter("a")
            return await line.wait("a", since: line.mark("a"))
        }
        while line.waiting == 0 { await Task.yield() }
        line.leave("a")
        #expect(try await woken.value)
        line.leave("a")
        #expect(line.mark("a") == 0)
    }

    @Test func anAskerInVainDoesNotWaitWhenAPlaceWasLeftMeanwhile() async throws {
        let line = SignInLine(waitingMax: 10)
        try await line.enter("a")
        try await line.enter("a")
        let mark = line.mark("a")
        line.leave("a")
        #expect(await line.wait("a", since: mark))
        line.leave("a")
    }

    @Test func aLineTooLongIsRefused() async throws {
        let line = SignInLine(waitingMax: 1)
        try await line.enter("a")
        let waiting = Task {
            try await line.enter("a")
            return await line.wait("a", since: line.mark("a"))
        }
        while line.waiting == 0 { await Task.yield() }
        await #expect(throws: FrontDoorError.busy(retryAfter: .seconds(1))) { try await line.enter("a") }
        try await line.enter("b")
        line.leave("b")
        line.leave("a")
        #expect(try await waiting.value)
        line.leave("a")
    }
}
