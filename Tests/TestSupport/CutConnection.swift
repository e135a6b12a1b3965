import Foundation
import Synchronization

/// The way to the tests' PostgreSQL, which ends right behind the first COMMIT that passes it: the server gets it and
/// carries it out, and its answer goes nowhere.
///
/// A Unix socket in a folder of its own; it passes bytes on, by one thread for each connection.
public final class CutConnection: Sendable {
    /// `url` by this way.
    public let url: String
    private let folder: String
    private let server: sockaddr_un
    private let listener: Int32
    private let isArmed = Mutex(false)

    /// - Parameter url: as `scripts/postgresql` prints it, with `host` and `port` of a Unix socket.
    public init(to url: String) throws {
        guard let parts = URLComponents(string: url), let items = parts.queryItems,
            let host = items.first(where: { $0.name == "host" })?.value
        else { throw POSIXError(.EINVAL) }
        let name = "/.s.PGSQL." + (items.first { $0.name == "port" }?.value ?? "5432")
        folder = "/tmp/daybook-cut-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        server = Self.address(host + name)
        self.url = url.replacing("host=" + host, with: "host=" + folder)
        listener = Self.socket()
        let bound = Self.with(Self.address(folder + name)) { bind(listener, $0, $1) }
        guard bound == 0, listen(listener, 16) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        Thread.detachNewThread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                Thread.detachNewThread { [self] in passOn(client) }
            }
        }
    }

    /// From now on: the next COMMIT is the last that passes.
    public func arm() { isArmed.withLock { $0 = true } }

    public func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        Foundation.close(listener)
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func passOn(_ client: Int32) {
        let upstream = Self.socket()
        defer {
            Foundation.close(client)
            Foundation.close(upstream)
        }
        guard Self.with(server, { connect(upstream, $0, $1) }) == 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var ends = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&ends, 2, -1) > 0 else { continue }
            for (from, to) in [(0, 1), (1, 0)] where ends[from].revents != 0 {
                let count = read(ends[from].fd, &buffer, buffer.count)
                guard count > 0, write(ends[to].fd, buffer, count) == count else { return }
                let isLast =
                    from == 0 && Data(buffer[..<count]).range(of: Data("COMMIT\0".utf8)) != nil
                    && isArmed.withLock { armed in
                        defer { armed = false }
                        return armed
                    }
                guard isLast else { continue }
                // Answered means carried out.
                _ = read(upstream, &buffer, buffer.count)
                return
            }
        }
    }

    private static func socket() -> Int32 { Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) }

    private static func address(_ path: String) -> sockaddr_un {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return address
    }

    private static func with<Value>(
        _ address: sockaddr_un, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
