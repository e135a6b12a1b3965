import Testing

@testable import FrontDoor

@Suite struct AddressRangeTests {
    @Test(arguments: [
        ("203.0.113.5", "203.0.113.5"), ("203.0.113.5/32", "203.0.113.5"), ("10.1.2.3/8", "10.0.0.0/8"),
        ("10.255.255.255/9", "10.128.0.0/9"), ("0.0.0.0/0", "0.0.0.0/0"), ("9.9.9.9/0", "0.0.0.0/0"),
        ("2001:DB8:0:0::1", "2001:db8::1"), ("2001:db8::1/128", "2001:db8::1"),
        ("2001:db8:1:2:3:4:5:6/64", "2001:db8:1:2::/64"), ("2001:db8:ffff::/33", "2001:db8:8000::/33"),
        ("fd00::/8", "fd00::/8"), ("::/0", "::/0"), ("::1", "::1"), ("::ffff:192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7/24", "192.0.2.0/24"),
    ])
    func oneBlockHasOneForm(text: String, form: String) throws {
        let range = try #require(AddressRange(text))
        #expect(range.text == form)
        #expect(AddressRange(form) == range)
    }

    @Test(arguments: [
        "", " ", "10", "10.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/08", "10.0.0.0/",
        "10.0.0.0/8/8", "10.0.0.0/255.0.0.0", "010.0.0.1", "0x7f.1", "10.0.0.256", "10.0.0.1:80",
        "10.0.0.1\u{0}", "10.0.0.1 ", "example.org", "::/129", "::1::", "fe80::1%eth0", "[::1]", ":", "/8",
        "::ffff:192.0.2.7/96", "*", "10.0.0.*", "10.0.0.1-10.0.0.9",
    ])
    func whatIsNoAddressIsNone(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("10.0.0.0/9", "10.127.255.255", true), ("10.0.0.0/9", "10.128.0.0", false),
        ("203.0.113.5", "203.0.113.5", true), ("203.0.113.5", "203.0.113.4", false),
        ("203.0.113.5", "::ffff:203.0.113.5", true), ("0.0.0.0/0", "255.255.255.255", true),
        ("0.0.0.0/0", "::1", false), ("::/0", "203.0.113.5", false), ("::/0", "ffff::", true),
        ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
        ("2001:db8::/65", "2001:db8::7fff:ffff:ffff:ffff", true),
        ("2001:db8::/65", "2001:db8::8000:0:0:0", false), ("2001:db8::1", "2001:db8::1", true),
        ("2001:db8::1", "2001:db8::2", false), ("2001:db8::1", "2001:db8:1::1", false),
    ])
    func aBlockHoldsItsOwnAddressesAndNoOthers(block: String, address: String, holds: Bool) throws {
        let range = try #require(AddressRange(block))
        #expect(try range.contains(#require(IPAddress(address))) == holds)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.9.9.9", true), ("128.0.0.1", false), ("::1", true), ("::2", false),
        ("::ffff:127.0.0.1", true), ("1::1", false),
    ])
    func thisMachineIsToldFromOthers(text: String, isLoopback: Bool) throws {
        #expect(try #require(IPAddress(text)).isLoopback == isLoopback)
    }
}
