import HTTPTypes
import Testing
import WebCore

@testable import FrontDoor

/// Whose address a sign-in counts for behind a proxy.
@Suite struct ForwardedAddressTests {
    private func behindProxies() throws -> WebSettings {
        var settings = WebSettings()
        settings.trustedProxies = [
            try #require(AddressRange("10.0.0.0/8")), try #require(AddressRange("127.0.0.1")),
        ]
        return settings
    }

    private func forwarded(_ value: String) throws -> HTTPFields {
        [try #require(HTTPField.Name("X-Forwarded-For")): value]
    }

    @Test func fd20_aTrustedProxySpeaksForItsClients() async throws {
        try await SignInHouse.run(web: behindProxies()) { house in
            try await house.failThirtyTimes(from: "10.0.0.1", headers: forwarded("203.0.113.5"))
            let same = try await house.stepOne(from: "10.9.9.9", headers: forwarded("203.0.113.5"))
            #expect(same.isThrottled(retryAfter: 900))
            #expect(try await house.stepOne(from: "203.0.113.5").isThrottled(retryAfter: 900))
            let other = try await house.stepOne(from: "10.0.0.1", headers: forwarded("203.0.113.6"))
            #expect(other.status == .created)
            #expect(try await house.rows(.addressThrottled).map(\.address) == ["203.0.113.5"])
        }
    }

    /// What a client itself writes stands on the left, and must neither hide it nor shut another out.
    @Test func fd20_itIsReadFromTheRight() async throws {
        try await SignInHouse.run(web: behindProxies()) { house in
            for number in 0..<30 {
                let sent = "198.51.100.\(number), 203.0.113.5, 10.0.0.7"
                let answer = try await house.stepOne(
                    "u\(number)", "wrong", from: "10.0.0.1", headers: forwarded(sent))
                #expect(answer.isRefusal(.credentials))
            }
            let hiding = try await house.stepOne(
                from: "10.0.0.1", headers: forwarded("198.51.100.99, 203.0.113.5"))
            #expect(hiding.isThrottled(retryAfter: 900))
            let framed = try await house.stepOne(from: "10.0.0.1", headers: forwarded("198.51.100.1"))
            #expect(framed.status == .created)
        }
    }

    @Test func fd20_aStrangersHeaderIsNotBelieved() async throws {
        try await SignInHouse.run(web: behindProxies()) { house in
            for number in 0..<30 {
                let sent = try forwarded("198.51.100.\(number)")
                let answer = try await house.stepOne(
                    "u\(number)", "wrong", from: "203.0.113.5", headers: sent)
                #expect(answer.isRefusal(.credentials))
            }
            let hiding = try await house.stepOne(from: "203.0.113.5", headers: forwarded("10.0.0.1"))
            #expect(hiding.isThrottled(retryAfter: 900))
            #expect(try await house.stepOne(from: "198.51.100.1").status == .created)
        }
    }

    /// All callers would stand for one address: warned about, and not shut out together.
    @Test(arguments: ["127.0.0.1", "::1"])
    func fd20_anUnlistedProxyOnLoopbackIsWarnedAboutAndNotThrottled(peer: String) async throws {
        try await SignInHouse.run { house in
            let warning = """
                warning: X-Forwarded-For from loopback, which is no trusted proxy: set trusted-proxies to throttle by address
                """
            let sent = try forwarded("203.0.113.5")
            _ = try await house.stepOne("u", "wrong", from: peer, headers: sent)
            #expect(house.log.all.filter { $0.hasPrefix(warning) }.count == 1)
            try await house.failThirtyTimes(from: peer, headers: sent)
            #expect(try await house.stepOne(from: peer, headers: sent).status == .created)
            #expect(try await house.rows(.passwordRefused).allSatisfy { $0.address == nil })
        }
    }

    @Test func fd20_loopbackItselfIsAnAddressLikeOthers() async throws {
        try await SignInHouse.run { house in
            try await house.failThirtyTimes(from: "127.0.0.1")
            #expect(try await house.stepOne(from: "127.0.0.1").isThrottled(retryAfter: 900))
        }
    }
}
