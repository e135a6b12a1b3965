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
    @Test func fd25_headersThatDoNotComeAreRefusedAfterThirtySeconds() throws {
        let wire = try TestWire()
        wire.pass(29)
        #expect(wire.channel.isActive)
        wire.pass(1)
        let answer = try wire.answered()
        #expect(answer?.status == 408)
        #expect(answer?.body == #"{"Error":"InvalidRequest","Message":"The request came too slowly."}"#)
        #expect(!wire.channel.isActive)
    }

    @Test func fd25_aBodySlowerThanAKibibyteASecondIsRefused() throws {
        let wire = try TestWire()
        try wire.send(TestWire.head)
        for _ in 0..<4 {
            wire.pass(5)
            try wire.send(HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: 5_120)))
        }
        #expect(wire.channel.isActive)
        wire.pass(15)
        #expect(try wire.answered()?.status == 408)
        #expect(!wire.channel.isActive)
    }

    @Test func fd25_aBodyThatNobodyReadsYetIsNotSlow() throws {
        let wire = try TestWire()
        try wire.send(TestWire.head, readsOn: false)
        wire.pass(600)
        #expect(try wire.answered() == nil)
        #expect(wire.channel.isActive)
        // From here on the route reads, and the time before does not count.
        wire.channel.read()
        wire.pass(5)
        #expect(wire.channel.isActive)
        wire.pass(10)
        #expect(try wire.answered()?.status == 408)
        #expect(!wire.channel.isActive)
    }

    @Test func fd25_timeThatReadingIsHeldBackIsNotOwedFor() throws {
        let wire = try TestWire()
        try wire.send(TestWire.head)
        for _ in 0..<4 {
            wire.pass(5)
            try wire.send(HTTPRequestPart.body(ByteBuffer(repeating: 0x20, count: 5_120)), readsOn: false)
            wire.pass(60)
            wire.channel.read()
        }
        wire.pass(5)
        #expect(wire.channel.isActive)
        wire.pass(15)
        #expect(try wire.answered()?.status == 408)
    }

    @Test func fd25_whoWasAnsweredBeforeTheBodyCameGetsNoSecondAnswer() throws {
        let wire = try TestWire()
        try wire.send(TestWire.head)
        try wire.answer(.contentTooLarge)
        #expect(try wire.answered()?.status == 413)
        wire.pass(30)
        #expect(try wire.answered() == nil)
        #expect(!wire.channel.isActive)
    }

    @Test func aLastWordThatIsNotTakenIsWaitedForNoLongerThanAnIdleConnection() throws {
        let stuck = StuckWrites()
        let wire = try TestWire(behind: stuck)
        wire.pass(30)
        #expect(stuck.count == 3 && wire.channel.isActive)
        wire.pass(50)
        #expect(!wire.channel.isActive)
    }

    @Test func fd26_whatIsRefusedBeforeAnyRouteHasTheSameHeaders() throws {
        let wire = try TestWire()
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
        let wire = try TestWire()
        try wire.send(TestWire.head)
        try wire.send(HTTPRequestPart.end(nil))
        try wire.answer(.ok)
        _ = try wire.answered()
        wire.pass(74)
        #expect(wire.channel.isActive)
        wire.pass(6)
        #expect(try wire.answered() == nil)
        #expect(!wire.channel.isActive)
    }

    @Test func aSlowAnswerIsWaitedFor() throws {
        let wire = try TestWire()
        try wire.send(TestWire.head)
        try wire.send(HTTPRequestPart.end(nil))
        wire.pass(600)
        #expect(wire.channel.isActive)
    }

    @Test(arguments: [
        (HTTPParserError.headerOverflow, 431), (.invalidHeaderToken, 400), (.invalidVersion, 400),
    ])
    func fd25_whatCanNotBeParsedGetsTheErrorObject(error: HTTPParserError, status: Int) throws {
        let wire = try TestWire()
        wire.channel.pipeline.fireErrorCaught(error)
        let answer = try wire.answered()
        #expect(answer?.status == status)
        #expect(answer?.body.hasPrefix(#"{"Error":"InvalidRequest","Message":"#) == true)
        #expect(!wire.channel.isActive)
    }

    @Test func fd25_oneConnectionTooManyIsClosedAndAPlaceComesFree() throws {
        let connections = ConnectionCount(most: 10, mostOfAddress: 2)
        let first = try TestWire(connections: connections)
        let second = try TestWire(connections: connections)
        #expect(first.channel.isActive && second.channel.isActive)
        #expect(try !TestWire(connections: connections).channel.isActive)
        try first.channel.close().wait()
        #expect(try TestWire(connections: connections).channel.isActive)
    }
}

/// A client that reads nothing of what is written.
private final class StuckWrites: ChannelOutboundHandler {
    typealias OutboundIn = HTTPResponsePart
    private(set) var count = 0

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        count += 1
        context.channel.closeFuture.whenComplete { _ in promise?.fail(ChannelError.ioOnClosedChannel) }
    }
}
