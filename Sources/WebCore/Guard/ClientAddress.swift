import FrontDoor
import HTTPTypes

/// Whose address a request counts for (FD-20).
struct ClientAddress: Sendable, Hashable {
    /// What the throttle counts by: IPv4, or the /64 of IPv6. Nil: not throttled.
    let throttled: String?
    /// What logs show.
    let shown: String
    /// A loopback peer that forwards for others without being listed as a proxy: one address would stand for all.
    let isUnlistedProxy: Bool

    /// - Parameter forwardedFor: the whole of `X-Forwarded-For`, believed only from a trusted proxy and read from the
    ///   right, past every trusted proxy.
    init(peer: String?, forwardedFor: String?, trusted: [AddressRange]) {
        guard let peer, let bytes = addressBytes(peer) else {
            self.init(throttled: nil, shown: "local", isUnlistedProxy: false)
            return
        }
        guard trusted.contains(where: { $0.contains(bytes) }) else {
            let forwards = forwardedFor != nil && Self.isLoopback(bytes)
            self.init(
                throttled: forwards ? nil : Self.block(bytes), shown: Self.text(bytes),
                isUnlistedProxy: forwards)
            return
        }
        let hops = (forwardedFor ?? "").split(separator: ",").reversed().map { hop in
            addressBytes(hop.filter { $0 != " " && $0 != "[" && $0 != "]" })
        }
        var client = bytes
        for hop in hops {
            guard let hop else { break }
            client = hop
            guard trusted.contains(where: { $0.contains(hop) }) else { break }
        }
        self.init(throttled: Self.block(client), shown: Self.text(client), isUnlistedProxy: false)
    }

    private init(throttled: String?, shown: String, isUnlistedProxy: Bool) {
        self.throttled = throttled
        self.shown = shown
        self.isUnlistedProxy = isUnlistedProxy
    }

    private static func isLoopback(_ bytes: [UInt8]) -> Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    private static func block(_ bytes: [UInt8]) -> String {
        bytes.count == 4 ? text(bytes) : text(bytes.prefix(8) + Array(repeating: 0, count: 8)) + "/64"
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2).map { index in
            String(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), radix: 16)
        }.joined(separator: ":")
    }
}
