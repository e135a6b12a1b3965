import HTTPTypes
import Installation
import Testing
import WebCore

@testable import FrontDoor

@Suite struct AddressThrottleTests {
    @Test func fd20_thirtyFailuresShutAnAddressOutBeforeAnyHash() async throws {
        try await SignInHouse.run { house in
            try await house.failThirtyTimes()
            let before = try house.hashes
            for answer in [try await house.stepOne(), try await house.stepOne("nobody", "wrong")] {
                #expect(answer.isThrottled(retryAfter: 900))
                #expect(answer.headers[.cacheControl] == "no-store")
            }
            #expect(try house.hashes == before)
            house.clock.advance(by: .seconds(900) - .milliseconds(1))
            #expect(try await house.stepOne().isThrottled(retryAfter: 1))
            house.clock.advance(by: .milliseconds(1))
            #expect(try await house.stepOne().status == .created)
        }
    }

    @Test func fd20_theWindowSlides() async throws {
        try await SignInHouse.run { house async throws in
            for number in 0..<30 {
                #expect(try await house.stepOne("u\(number)", "wrong").isRefusal(.credentials))
                house.clock.advance(by: .seconds(10))
            }
            // The oldest of the thirty was 300 seconds ago.
            #expect(try await house.stepOne().isThrottled(retryAfter: 600))
            house.clock.advance(by: .seconds(600))
            #expect(try await house.stepOne("again", "wrong").isRefusal(.credentials))
            #expect(try await house.stepOne().isThrottled(retryAfter: 10))
        }
    }

    @Test func fd20_whoIsSignedInAndOtherAddressesGoOn() async throws {
        try await SignInHouse.run { house in
            let session = try await house.signIn()
            try await house.failThirtyTimes()
            #expect(try await house.use(session).status == .ok)
            _ = try await house.signIn(from: "192.0.2.11")
        }
    }

    @Test func fd20_bothStepsAndExternalTokensAreShut() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let (external, uid) = try await house.door.issueExternalToken(
                username: "ines", from: .commandLine)
            try await house.failThirtyTimes()
            let redeem = "/v2/sessiontoken?externalToken=\(external)&uid=\(uid)"
            #expect(try await house.answer(asked).isThrottled(retryAfter: 900))
            #expect(try await house.send(.get, redeem).isThrottled(retryAfter: 900))
            // Nothing was spent.
            #expect(try await house.answer(asked, from: "192.0.2.11").status == .ok)
            #expect(try await house.send(.get, redeem, from: "192.0.2.11").status == .ok)
        }
    }

    @Test func fd20_wrongLettersCountAndRightSignInsDoNot() async throws {
        try await SignInHouse.run({ $0.frontDoor.addressFailuresMax = 4 }) { house in
            for _ in 0..<6 { _ = try await house.signIn() }
            for _ in 0..<3 { #expect(try await house.answer(house.ask(), rightly: false).isRefusal(.word)) }
            let asked = try await house.ask()
            #expect(try await house.answer(asked, rightly: false).isRefusal(.word))
            #expect(try await house.stepOne().isThrottled(retryAfter: 900))
        }
    }

    @Test func fd20_refusalsAtALockedDoorCostNothingAndCountNothing() async throws {
        try await SignInHouse.run { house in
            try await house.door.lock(username: "ines", from: .commandLine)
            for _ in 0..<60 { #expect(try await house.stepOne("ines", "wrong").isRefusal(.locked)) }
            _ = try await house.signIn()
        }
    }

    @Test func fd20_triesSideBySideDoNotOutrunIt() async throws {
        try await SignInHouse.run { house in
            let answers = try await house.atOnce(200) { try await house.stepOne("u\($0)", "wrong") }
            #expect(answers == ["401 InvalidCredentials": 30, "429 TooManyRequests": 170])
            #expect(try await house.rows(.passwordRefused).count == 30)
        }
    }

    @Test func fd4_sizeThenThrottleThenParsing() async throws {
        try await SignInHouse.run { house in
            try await house.failThirtyTimes()
            for method in [HTTPRequest.Method.post, .put] {
                let large = String(repeating: " ", count: 4_097)
                #expect(try await house.send(method, "/v2/sessiontoken", large).gist == "413 PayloadTooLarge")
                for body in ["{", "{}", #"{"UserName":7}"#] {
                    #expect(
                        try await house.send(method, "/v2/sessiontoken", body).isThrottled(retryAfter: 900))
                }
            }
            let answer = try await house.send(.get, "/v2/sessiontoken?externalToken=x")
            #expect(answer.isThrottled(retryAfter: 900))
        }
    }

    @Test func fd20_oneRowForAnAddressAndAWindow() async throws {
        try await SignInHouse.run { house in
            try await house.failThirtyTimes()
            for _ in 0..<20 { _ = try await house.stepOne() }
            house.clock.advance(by: .seconds(100))
            for _ in 0..<20 { _ = try await house.stepOne() }
            #expect(try await house.rows(.addressThrottled).map(\.address) == [SignInHouse.here])
            house.clock.advance(by: .seconds(900))
            try await house.failThirtyTimes(named: "v")
            #expect(try await house.rows(.addressThrottled).count == 2)
        }
    }

    @Test func fd20_anIPv6AddressIsItsNetworkOf64Bits() async throws {
        try await SignInHouse.run { house async throws in
            for number in 0..<30 {
                let peer = "2001:db8:1:2:\(String(number * 977, radix: 16))::1"
                #expect(try await house.stepOne("u\(number)", "wrong", from: peer).isRefusal(.credentials))
            }
            #expect(try await house.stepOne(from: "2001:db8:1:2:ffff::9").isThrottled(retryAfter: 900))
            #expect(try await house.stepOne(from: "2001:db8:1:3::1").status == .created)
            #expect(try await house.rows(.addressThrottled).map(\.address) == ["2001:db8:1:2::/64"])
        }
    }

    @Test func fd20_anIPv4AddressInIPv6ClothesIsItself() async throws {
        try await SignInHouse.run { house in
            try await house.failThirtyTimes(from: "::ffff:192.0.2.77")
            #expect(try await house.stepOne(from: "192.0.2.77").isThrottled(retryAfter: 900))
            #expect(try await house.stepOne(from: "::ffff:192.0.2.78").status == .created)
        }
    }

    @Test func fd20_theThrottleIsASetting() async throws {
        try await SignInHouse.run({
            $0.frontDoor.addressFailuresMax = 2
            $0.frontDoor.addressFailuresWindow = .seconds(60)
        }) { house async throws in
            for _ in 0..<2 { #expect(try await house.stepOne("ines", "wrong").isRefusal(.credentials)) }
            #expect(try await house.stepOne().isThrottled(retryAfter: 60))
        }
    }
}

extension SignInHouse {
    /// As many wrong tries as an address has, each of another name.
    func failThirtyTimes(
        named start: String = "u", from peer: String = here, headers: HTTPFields = [:]
    ) async throws {
        for number in 0..<30 {
            let answer = try await stepOne("\(start)\(number)", "wrong", from: peer, headers: headers)
            #expect(answer.isRefusal(.credentials))
        }
    }
}
