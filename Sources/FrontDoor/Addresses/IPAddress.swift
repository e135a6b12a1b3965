import Foundation

/// An address on the internet, as two words: to compare two of them costs nothing.
///
/// IPv4 lies where IPv6 has it, in `::ffff:0:0/96` (RFC 4291, section 2.5.5.2), so that one that came in IPv6
/// clothes is the same one.
public struct IPAddress: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public init(_ v4: in_addr) {
        self.init(high: 0, low: 0xffff_0000_0000 | UInt64(UInt32(bigEndian: v4.s_addr)))
    }

    public init(_ v6: in6_addr) {
        self = withUnsafeBytes(of: v6) { bytes in
            IPAddress(
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    /// Reads `203.0.113.5` or `2001:db8::1`; nil for anything else, a zone or a port among it.
    public init?(_ text: String) {
        // A C string would end there and be an address.
        guard !text.utf8.contains(0) else { return nil }
        var v4 = in_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4)
            return
        }
        var v6 = in6_addr()
        guard inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
        self.init(v6)
    }

    public var isV4: Bool { high == 0 && low >> 32 == 0xffff }

    /// Whether it is this machine itself.
    public var isLoopback: Bool {
        isV4 ? low & 0xff00_0000 == 0x7f00_0000 : high == 0 && low == 1
    }

    /// The first `bits` of its 128 bits, the others 0.
    func masked(_ bits: Int) -> IPAddress {
        func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : ~(UInt64.max >> bits) }
        return IPAddress(high: high & mask(bits), low: low & mask(bits - 64))
    }

    /// `203.0.113.5`, or as RFC 5952 writes IPv6: `2001:db8::1`.
    public var text: String {
        guard !isV4 else {
            return [24, 16, 8, 0].map { String(low >> $0 & 0xff) }.joined(separator: ".")
        }
        var address = in6_addr()
        withUnsafeMutableBytes(of: &address) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { room in
            guard inet_ntop(AF_INET6, &address, room.baseAddress, socklen_t(room.count)) != nil,
                let start = room.baseAddress
            else { return "" }
            return String(cString: start)
        }
    }
}
