import FrontDoor
import NIOCore

/// Whose address a request counts for (FD-4, FD-20).
struct ClientAddress: Sendable, Hashable {
    /// Where the caller is, as an address list asks; nil where that can't be told: no address at all, a loopback peer
    /// that forwards for others without being listed, a proxy's word that can't be read.
    let whole: IPAddress?
    /// A loopback peer that forwards for others without being listed as a proxy: one address would stand for all.
    let isUnlistedProxy: Bool
    /// Nil: not throttled.
    private let counted: IPAddress?

    /// What the throttle counts by: IPv4, or the /64 of IPv6. Nil: not throttled.
    var throttled: String? { counted.map { AddressRange(around: $0).text } }

    /// - Parameter forwardedFor: the whole of `X-Forwarded-For`, believed only from a trusted proxy and read from the
    ///   right, past every trusted proxy.
    init(peer: IPAddress?, forwardedFor: String?, trusted: [AddressRange]) {
        let isTrusted = peer.map { peer in trusted.contains { $0.contains(peer) } } ?? false
        guard let peer, let forwardedFor, isTrusted else {
            isUnlistedProxy = !isTrusted && forwardedFor != nil && peer?.isLoopback == true
            counted = isUnlistedProxy ? nil : peer
            whole = counted
            return
        }
        isUnlistedProxy = false
        var client = peer
        for hop in forwardedFor.split(separator: ",").reversed() {
            guard let address = IPAddress(hop.filter { $0 != " " && $0 != "[" && $0 != "]" }) else {
                counted = client
                whole = nil
                return
            }
            client = address
            guard trusted.contains(where: { $0.contains(address) }) else { break }
        }
        counted = client
        whole = client
    }
}

extension IPAddress {
    /// Nil for what is no address on the internet, as a Unix socket's.
    init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let v4): self.init(v4.address.sin_addr)
        case .v6(let v6): self.init(v6.address.sin6_addr)
        case .unixDomainSocket, nil: return nil
        }
    }
}
