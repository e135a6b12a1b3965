import Books
import Foundation
import FrontDoor
import HTTPTypes
import Hummingbird
import NIOCore
import WebCore

/// `GET /metrics`, on a port of its own that only this machine reaches.
struct MetricsPage: HTTPResponder {
    let registry: MetricRegistry
    let frontDoor: FrontDoor
    let bookshelf: Bookshelf
    let connections: ConnectionCount

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        guard request.method == .get, request.uri.path == "/metrics" else {
            return Response(status: .notFound)
        }
        return Response(
            status: .ok, headers: [.contentType: PrometheusText.contentType],
            body: .init(byteBuffer: ByteBuffer(string: registry.text + gauges)))
    }

    /// What is read when asked, in place of being kept twice.
    private var gauges: String {
        let gauges: [(String, Int, String)] = [
            ("daybook_connections", connections.count, "Connections that are open."),
            ("daybook_open_books", bookshelf.openCount, "Books that are open."),
            (
                "daybook_cached_sessions", frontDoor.cachedSessionCount,
                "Sessions that are answered from memory."
            ),
            ("process_resident_memory_bytes", Self.residentBytes, "Memory that the process has in use."),
            ("process_open_fds", Self.openFiles, "Files and connections that the process has open."),
        ]
        let hashes = PrometheusText.counter(
            "daybook_password_hashes_total", Double(frontDoor.passwordHashCount),
            help: "Passwords that were hashed since the start.")
        return gauges.map { PrometheusText.gauge($0.0, Double($0.1), help: $0.2) }.joined() + hashes
    }

    private static var residentBytes: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    private static var openFiles: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }
}
