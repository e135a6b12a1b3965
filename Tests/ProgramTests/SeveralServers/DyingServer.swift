import Foundation
import Synchronization
import Testing

/// A server that hangs up as soon as it has a call, as one does that dies.
final class DyingServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let count = Mutex(0)

    /// How many calls came.
    var calls: Int { count.withLock { $0 } }

    init() throws {
        port = try Nginx.freePort()
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var (address, on) = (sockaddr_in(), Int32(1))
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        address.sin_port = port.bigEndian
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(bound == 0 && listen(listener, 16) == 0)
        Thread.detachNewThread { [self] in
            var bytes = [UInt8](repeating: 0, count: 65_536)
            while case let call = accept(listener, nil, nil), call >= 0 {
                if read(call, &bytes, bytes.count) > 0 { count.withLock { $0 += 1 } }
                Foundation.close(call)
            }
        }
    }

    func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        Foundation.close(listener)
    }
}
