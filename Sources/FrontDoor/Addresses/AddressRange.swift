/// An IP address or a block of them: `10.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
public struct AddressRange: Hashable, Sendable {
    /// Its bits past `bits` are 0, so that the same block is always the same value.
    private let first: IPAddress
    /// Of 128, for IPv4 too.
    private let bits: Int

    /// Nil when `text` is neither an address nor a block. A block may be named by any address in it.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress(String($0)) }) else { return nil }
        let most = address.isV4 ? 32 : 128
        guard let size = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(size),
            parts.count == 1 || parts[1] == String(size)
        else { return nil }
        self.init(address, bits: 128 - most + size)
    }

    /// What one household or office has: IPv4 alone, of IPv6 the /64.
    public init(around address: IPAddress) {
        self.init(address, bits: address.isV4 ? 128 : 64)
    }

    private init(_ address: IPAddress, bits: Int) {
        first = address.masked(bits)
        self.bits = bits
    }

    /// What a text must be to be read, to go on after a field's name: `Address must be …`
    public static let rule =
        "must be an address or a block of them, as 203.0.113.5, 203.0.113.0/24 or 2001:db8::/32"

    /// IPv4 lies in no block of IPv6.
    public func contains(_ address: IPAddress) -> Bool {
        address.isV4 == first.isV4 && address.masked(bits) == first
    }

    /// The form that it is kept and shown in: `10.0.0.0/8`, a single address without its size.
    public var text: String {
        bits == 128 ? first.text : "\(first.text)/\(first.isV4 ? bits - 96 : bits)"
    }
}
