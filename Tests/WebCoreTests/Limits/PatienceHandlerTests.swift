import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import WebCore

/// The bounds on slow and broken senders, on a channel whose time is moved by hand.
@Suite struct PatienceHandlerTests {
    private struct Wire {
        let channel = EmbeddedChannel()

        init(connections: ConnectionCount = ConnectionCount(most: 10, mostOfAddress: 10)) throws {
            try channel.pipeline.syncOperations.addHandler(
                PatienceHandler(
                    settings: WebSettings(), connections: connections,
                    logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })))
            try channel.connect(to: SocketAddress(ipAddress: "192.0.2.7", port: 80)).wait()
        }

        func pass(_ seconds: Int64) {
            channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        }

        /// Status and body of what was answered, if anything was.
        func answered() throws -> (status: Int, body: String)? {
            var status: Int?
            var body = ""
            while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
                switch part {
                case .head(let head): status = head.status.code
                case .body(let bytes): body += String(buffer: bytes)
                case .end: break
                }
            }
            return status.map { ($0, body) }
        }
    }

    private let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "books", path: "/v2/customers"))

    @Test func fd25_headersThatDoNotComeAreRefusedAfterThirtySeconds() throws {
        let wire = try Wire()
        wire.pass(29)
        #expect(wire.channel.isActive)
        wire.pass(1)
        let answer = try wire.answered()
        #expect(answer?.status == 408)
        #expect(answer?.body == #"{"Error":"InvalidRequest","Message":"The request came too slowly."}"#)
        #expect(!wire.channel.isActive)
    }

    @Test func fd25_aBodySlowerThanAKibibyteASecondIsRefused() throws {
        let wire = try Wire()
        try wire.channel.writeInbound(head)
        for _ in 0..<4 {
            wire.pass(5)
            try wire.channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: 5_120)))
        }
        #expect(wire.channel.isActive)
        wire.pass(15)
        #expect(try wire.answered()?.status == 408)
        #expect(!wire.channel.isActive)
    }

    @Test func fd25_whoWasAnsweredBeforeTheBodyCameGetsNoSecondAnswer() throws {
        let wire = try Wire()
        try wire.channel.writeInbound(head)
        try wire.channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
        try wire.channel.writeOutbound(HTTPResponsePart.end(nil))
        #expect(try wire.answered()?.status == 413)
        wire.pass(30)
        #expect(try wire.answered() == nil)
        #expect(!wire.channel.isActive)
    }

    @Test func fd26_whatIsRefusedBeforeAnyRouteHasTheSameHeaders() throws {
        let wire = try Wire()
        wire.pass(30)
        guard case .head(let head)? = try wire.channel.readOutbound(as: HTTPResponsePart.self) else {
            Issue.record("nothing was answered")
            return
        }
        #expect(head.headerFields[.cacheControl] == "private, no-cache")
        #expect(head.headerFields[.contentType] == "application/json; charset=utf-8")
        let name = try #require(HTTPField.Name("X-Content-Type-Options"))
        #expect(head.headerFields[name] == "nosniff")
    }

    @Test func fd25_anIdleConnectionIsClosedWithoutAWord() throws {
        let wire = try Wire()
        try wire.channel.writeInbound(head)
        try wire.channel.writeInbound(HTTPRequestPart.end(nil))
        try wire.channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try wire.channel.writeOutbound(HTTPResponsePart.end(nil))
        _ = try wire.answered()
        wire.pass(74)
        #expect(wire.channel.isActive)
        wire.pass(6)
        #expect(try wire.answered() == nil)
        #expect(!wire.channel.isActive)
    }

    @Test func aSlowAnswerIsWaitedFor() throws {
        let wire = try Wire()
        try wire.channel.writeInbound(head)
        try wire.channel.writeInbound(HTTPRequestPart.end(nil))
        wire.pass(600)
        #expect(wire.channel.isActive)
    }

    @Test(arguments: [
        (HTTPParserError.headerOverflow, 431), (.invalidHeaderToken, 400), (.invalidVersion, 400),
    ])
    func fd25_whatCanNotBeParsedGetsTheErrorObject(error: HTTPParserError, status: Int) throws {
        let wire = try Wire()
        wire.channel.pipeline.fireErrorCaught(error)
        let answer = try wire.answered()
        #expect(answer?.status == status)
        #expect(answer?.body.hasPrefix(#"{"Error":"InvalidRequest","Message":"#) == true)
        #expect(!wire.channel.isActive)
    }

    @Test func fd25_oneConnectionTooManyIsClosedAndAPlaceComesFree() throws {
        let connections = ConnectionCount(most: 10, mostOfAddress: 2)
        let first = try Wire(connections: connections)
        let second = try Wire(connections: connections)
        #expect(first.channel.isActive && second.channel.isActive)
        #expect(try !Wire(connections: connections).channel.isActive)
        try first.channel.close().wait()
        #expect(try Wire(connections: connections).channel.isActive)
    }
}
