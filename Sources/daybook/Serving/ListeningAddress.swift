import Foundation
import Synchronization

/// Where the server listens, known once it does.
final class ListeningAddress: Sendable {
    private let held = Mutex<String?>(nil)

    /// `http://127.0.0.1:8080/v2`
    var url: String? { held.withLock { $0 } }

    func set(_ url: String) {
        held.withLock { $0 = url }
    }

    static func url(host: String, port: Int, isTLS: Bool) -> String {
        let named = host.contains(":") ? "[\(host)]" : host
        return "\(isTLS ? "https" : "http")://\(named):\(port)/v2"
    }

    /// Whether only this machine can reach it. A name that is not `localhost` may lead anywhere.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" { return true }
        var v4 = in_addr()
        if inet_pton(AF_INET, host, &v4) == 1 { return UInt32(bigEndian: v4.s_addr) >> 24 == 127 }
        var v6 = in6_addr()
        guard inet_pton(AF_INET6, host, &v6) == 1 else { return false }
        return withUnsafeBytes(of: v6) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
    }
}
