import FrontDoor
import Testing

@testable import WebCore

@Suite struct ClientAddressTests {
    private let trusted = ["10.0.0.0/8", "127.0.0.1", "fd00::/8"].compactMap { AddressRange($0) }

    private func throttled(_ peer: String, _ forwarded: String? = nil, trusted: [AddressRange] = [])
        -> String?
    {
        ClientAddress(peer: IPAddress(peer), forwardedFor: forwarded, trusted: trusted).throttled
    }

    @Test func fd20_sixIsCountedByItsBlock() {
        #expect(throttled("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64")
        #expect(throttled("2001:db8:1:2::9") == "2001:db8:1:2::/64")
        #expect(throttled("::ffff:192.0.2.7") == "192.0.2.7")
        #expect(throttled("192.0.2.7") == "192.0.2.7")
    }

    @Test func fd20_forwardedIsBelievedOnlyFromATrustedProxyAndFromTheRight() {
        #expect(throttled("192.0.2.7", "198.51.100.1") == "192.0.2.7")
        #expect(
            throttled("10.1.1.1", "198.51.100.1, 203.0.113.9, 10.2.2.2", trusted: trusted) == "203.0.113.9")
        #expect(throttled("10.1.1.1", "rubbish, 10.2.2.2", trusted: trusted) == "10.2.2.2")
        #expect(throttled("10.1.1.1", nil, trusted: trusted) == "10.1.1.1")
        #expect(throttled("fd00::1", "[2001:db8::1]", trusted: trusted) == "2001:db8::/64")
    }

    @Test func fd20_unlistedLoopbackThatForwardsIsNotThrottledAsOne() {
        let address = ClientAddress(peer: IPAddress("127.0.0.1"), forwardedFor: "198.51.100.1", trusted: [])
        #expect(address.throttled == nil)
        #expect(address.isUnlistedProxy)
        #expect(!ClientAddress(peer: IPAddress("127.0.0.1"), forwardedFor: nil, trusted: []).isUnlistedProxy)
        #expect(throttled("127.0.0.1", "198.51.100.1", trusted: trusted) == "198.51.100.1")
    }

    @Test func fd4_anAddressListIsAskedWithTheWholeAddressAndOnlyWhereItIsKnown() throws {
        func whole(_ peer: String?, _ forwarded: String? = nil, trusted: [AddressRange] = []) -> String? {
            ClientAddress(peer: peer.flatMap { IPAddress($0) }, forwardedFor: forwarded, trusted: trusted)
                .whole?
                .text
        }
        #expect(whole("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2:3:4:5:6")
        #expect(whole("192.0.2.7") == "192.0.2.7")
        #expect(whole("192.0.2.7", "198.51.100.1") == "192.0.2.7")
        #expect(whole("127.0.0.1") == "127.0.0.1")
        #expect(whole("10.1.1.1", nil, trusted: trusted) == "10.1.1.1")
        #expect(whole("10.1.1.1", "198.51.100.1, 203.0.113.9, 10.2.2.2", trusted: trusted) == "203.0.113.9")
        #expect(whole("fd00::1", "[2001:db8::1]", trusted: trusted) == "2001:db8::1")
        // No address, one for all, and a word that can't be read.
        #expect(whole(nil) == nil)
        #expect(whole("127.0.0.1", "198.51.100.1") == nil)
        #expect(whole("::1", "") == nil)
        #expect(whole("10.1.1.1", "rubbish, 10.2.2.2", trusted: trusted) == nil)
        #expect(whole("10.1.1.1", "203.0.113.9:4711", trusted: trusted) == nil)
    }
}
