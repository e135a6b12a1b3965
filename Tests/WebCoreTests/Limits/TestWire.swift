import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization

@testable import WebCore

/// A connection that is watched for its patience, and whose time is moved by hand.
struct TestWire {
    let channel = EmbeddedChannel()

    static let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "books", path: "/v2/customers"))

    /// - Parameter below: what stands between it and the network.
    init(
        connections: ConnectionCount = ConnectionCount(most: 10, mostOfAddress: 10),
        metrics: (any RequestMetrics)? = nil, behind below: (any ChannelHandler)? = nil
    ) throws {
        if let below { try channel.pipeline.syncOperations.addHandler(below) }
        try channel.pipeline.syncOperations.addHandler(
            PatienceHandler(
                settings: WebSettings(), connections: connections, metrics: metrics,
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })))
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.7", port: 80)).wait()
    }

    /// - Parameter readsOn: whether more is asked for afterwards, as it is unless the route is behind.
    func send(_ part: HTTPRequestPart, readsOn: Bool = true) throws {
        try channel.writeInbound(part)
        if readsOn { channel.read() }
    }

    /// A request in full.
    func ask() throws {
        try send(Self.head)
        try send(.end(nil))
    }

    /// An answer in full, from the route.
    func answer(_ status: HTTPResponse.Status) throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: status)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    func pass(_ seconds: Int64) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    }

    /// Status and body of what was answered last, if anything was.
    func answered() throws -> (status: Int, body: String)? {
        try allAnswered().last
    }

    /// Status and body of all that was answered since this was last asked.
    func allAnswered() throws -> [(status: Int, body: String)] {
        var answers: [(status: Int, body: String)] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
            switch part {
            case .head(let head): answers.append((head.status.code, ""))
            case .body(let bytes): answers[answers.count - 1].body += String(buffer: bytes)
            case .end: break
            }
        }
        return answers
    }
}

/// Keeps what is counted: `none 400`.
final class CountedAnswers: RequestMetrics {
    private let answers = Mutex<[String]>([])

    var all: [String] { answers.withLock { $0 } }

    func answered(route: String?, status: Int, after: Duration) {
        answers.withLock { $0.append("\(route ?? "none") \(status)") }
    }
}
