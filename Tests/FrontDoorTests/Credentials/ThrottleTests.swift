import Testing

@testable import FrontDoor

@Suite struct ThrottleTests {
    private let window = Duration.seconds(900)

    @Test func fd20_thirtyFailuresCloseAnAddressUntilTheOldestIsOver() throws {
        let throttle = Throttle(failuresMax: 30, window: window)
        for number in 0..<29 {
            #expect(!throttle.note(failureFrom: "203.0.113.7", at: .seconds(number)))
        }
        try throttle.requireOpen("203.0.113.7", at: .seconds(29))
        #expect(throttle.note(failureFrom: "203.0.113.7", at: .seconds(29)))
        #expect(throws: FrontDoorError.tooManyFailures(retryAfter: .seconds(870))) {
            try throttle.requireOpen("203.0.113.7", at: .seconds(30))
        }
        try throttle.requireOpen("203.0.113.8", at: .seconds(30))
        #expect(throws: FrontDoorError.tooManyFailures(retryAfter: .milliseconds(1))) {
            try throttle.requireOpen("203.0.113.7", at: window - .milliseconds(1))
        }
        try throttle.requireOpen("203.0.113.7", at: window)
    }

    @Test func fd20_neverMoreThanThirtyWithinAnyWindow() {
        let throttle = Throttle(failuresMax: 30, window: window)
        var heard: [Duration] = []
        for second in 0..<3_600 {
            let now = Duration.seconds(second)
            guard (try? throttle.requireOpen("a", at: now)) != nil else { continue }
            throttle.note(failureFrom: "a", at: now)
            heard.append(now)
        }
        for start in heard { #expect(heard.filter { $0 >= start && $0 < start + window }.count <= 30) }
        #expect(heard.count == 120)
    }

    @Test func fd23_aClosedAddressIsToldOnceInAWindow() {
        let throttle = Throttle(failuresMax: 2, window: window)
        let told = [0, 1, 2, 3, 899, 901, 902].map { throttle.note(failureFrom: "a", at: .seconds($0)) }
        #expect(told == [false, true, false, false, false, true, false])
    }

    @Test func noAddressIsNeverThrottled() throws {
        let throttle = Throttle(failuresMax: 1, window: window)
        for _ in 0..<5 { #expect(!throttle.note(failureFrom: nil, at: .zero)) }
        try throttle.requireOpen(nil, at: .zero)
        #expect(throttle.addresses == 0)
    }

    @Test func fd20_theTableIsBoundedAndKeepsTheNewest() throws {
        let throttle = Throttle(failuresMax: 1, window: window, addressesMax: 100)
        for number in 0..<1_000 {
            throttle.note(failureFrom: "address \(number)", at: .milliseconds(number))
            #expect(throttle.addresses <= 100)
        }
        #expect(throws: FrontDoorError.self) { try throttle.requireOpen("address 999", at: .seconds(1)) }
        try throttle.requireOpen("address 0", at: .seconds(1))
        throttle.note(failureFrom: "late", at: .seconds(2_000))
        #expect(throttle.addresses <= 100)
    }
}
