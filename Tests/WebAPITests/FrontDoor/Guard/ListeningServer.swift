import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Synchronization
import Testing
import WebCore

extension TestServer {
    /// Serves over a real socket, as `serve` does, and runs `body` with its port.
    func listen(logger: Logger = TestServer.silence, _ body: (RawPort) async throws -> Void) async throws {
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let settings = services.settings
        let connections = ConnectionCount(
            most: settings.connectionsMax, mostOfAddress: settings.connectionsPerAddressMax)
        let server = GuardedServer(
            Guard(services), .bounded(settings, connections: connections, logger: logger),
            at: .hostname("127.0.0.1", port: 0), on: EventLoopGroupProvider.singleton.eventLoopGroup,
            logger: logger
        ) { opened.yield($0.localAddress?.port ?? 0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { opened.finish() }
                do { try await server.run() } catch is CancellationError {}
            }
            var open: Int?
            for await port in ports {
                open = port
                break
            }
            let port = try #require(open, "The server did not start.")
            try await body(RawPort(number: port))
            group.cancelAll()
        }
    }
}

/// Where raw bytes are written to: what no client library would send.
struct RawPort: Sendable {
    let number: Int

    /// Sends `bytes` over a connection of their own and reads all that comes until the server closes it.
    func exchange(_ bytes: [UInt8]) async throws -> RawAnswer {
        let connection = try RawConnection(to: number)
        return try await offThread {
            connection.send(bytes)
            return RawAnswer(connection.readToEnd())
        }
    }

    func exchange(_ text: String) async throws -> RawAnswer {
        try await exchange(Array(text.utf8))
    }

    /// Runs what blocks where it holds up none of Swift's own threads.
    func offThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            DispatchQueue.global().async { caller.resume(with: Result(catching: work)) }
        }
    }
}

/// One TCP connection; closed with the value.
final class RawConnection: Sendable {
    private let descriptor: CInt

    init(to port: Int) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        // Against a server that hangs, and not against a machine that is busy with a thousand other tests.
        var patience = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    /// Sends what the server still takes: it may shut the door while more comes.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor, buffer.baseAddress?.advanced(by: sent), bytes.count - sent,
                    CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    func readToEnd() -> [UInt8] {
        var all: [UInt8] = []
        while let more = read() { all += more }
        return all
    }

    /// Reads until `mark` has come, or the end.
    func read(until mark: String) -> String {
        var all: [UInt8] = []
        while let more = read() {
            all += more
            if String(decoding: all, as: UTF8.self).contains(mark) { break }
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// Nil at the end, when the connection was reset, or when nothing came for too long.
    private func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }
}

/// What came over the wire until it was closed.
struct RawAnswer: Sendable {
    let text: String

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Of the first answer; nil when nothing came.
    var status: Int? {
        text.hasPrefix("HTTP/1.1 ") ? Int(text.dropFirst(9).prefix(3)) : nil
    }

    /// How many answers came.
    var count: Int { text.components(separatedBy: "HTTP/1.1 ").count - 1 }

    /// Of the last answer.
    var body: String { text.components(separatedBy: "\r\n\r\n").last ?? "" }

    func has(_ header: String) -> Bool {
        text.lowercased().contains("\r\n\(header.lowercased())\r\n")
    }

    /// Whether the only answer is that of a stranger (FD-3).
    var isInvalidToken: Bool {
        status == 401 && count == 1 && body == Refusal.invalidToken.rawValue
            && has("WWW-Authenticate: KfToken")
    }
}
