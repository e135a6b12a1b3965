import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Stands between the HTTP codec and the routes: refuses what can't be parsed with the error object, closes who is
/// too slow, idle or one too many (FD-25).
final class PatienceHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Phase {
        /// Nothing was asked yet on this connection.
        case beforeHead
        case body(bytes: Int, since: NIODeadline)
        /// All was sent; the answer is on its way.
        case answering
        /// Answered; the next request may come.
        case idle
    }

    private let settings: WebSettings
    private let connections: ConnectionCount
    private let logger: Logger
    private var address: String?
    private var phase = Phase.beforeHead
    private var since = NIODeadline.uptimeNanoseconds(0)
    /// The answer went out before the body was all in: what still comes is read and dropped for a short while.
    private var hasAnswered = false
    private var timer: RepeatedTask?

    /// A body may come slowly for this long.
    private static let grace: TimeAmount = .seconds(5)
    private static let look: TimeAmount = .seconds(5)

    init(settings: WebSettings, connections: ConnectionCount, logger: Logger) {
        self.settings = settings
        self.connections = connections
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { enter(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        enter(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
    }

    private func enter(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        let address = context.channel.remoteAddress?.ipAddress ?? "local"
        guard connections.enter(address) else { return context.close(promise: nil) }
        self.address = address
        since = context.eventLoop.now
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.look, delay: Self.look) { _ in
            bound.value.handler.lookAtTheClock(bound.value.context)
        }
    }

    private func leave() {
        timer?.cancel()
        timer = nil
        if let address { connections.leave(address) }
        address = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            since = context.eventLoop.now
            hasAnswered = false
            phase = .body(bytes: 0, since: since)
        case .body(let part):
            if case .body(let bytes, let since) = phase {
                phase = .body(bytes: bytes + part.readableBytes, since: since)
                if hasAnswered, bytes > settings.bodyBytesMax { return context.close(promise: nil) }
            }
        case .end:
            phase = hasAnswered ? .idle : .answering
            since = context.eventLoop.now
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            hasAnswered = true
            if case .answering = phase { phase = .idle }
            since = context.eventLoop.now
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        refuse(
            error == .headerOverflow
                ? .headersTooLarge : .invalidRequest("The request is not well-formed HTTP/1.1."), context)
    }

    private func lookAtTheClock(_ context: ChannelHandlerContext) {
        let waited = context.eventLoop.now - since
        switch phase {
        case .beforeHead:
            if waited >= .nanoseconds(settings.headersWithin.nanoseconds) { refuse(.tooSlow, context) }
        case .body(let bytes, let start):
            let slow = context.eventLoop.now - start - Self.grace
            let owed = slow.nanoseconds / 1_000_000_000 * Int64(settings.bodyBytesPerSecondMin)
            guard slow > .zero, Int64(bytes) < owed else { return }
            refuse(.tooSlow, context)
        case .idle:
            if waited >= .nanoseconds(settings.idleConnection.nanoseconds) { context.close(promise: nil) }
        case .answering:
            break
        }
    }

    /// Answers and closes, or only closes where an answer went out or is half written: a second one would be taken
    /// for that of the next request.
    private func refuse(_ error: WebError, _ context: ChannelHandlerContext) {
        switch phase {
        case .answering: return context.close(promise: nil)
        case .body where hasAnswered: return context.close(promise: nil)
        case .beforeHead, .body, .idle: break
        }
        let told = ErrorAnswer(error)
        logger.info(
            "refused",
            metadata: [
                "status": "\(told.status.code)", "error": .string(told.code), "route": "(not read)",
                "address": .string(address ?? "local"),
            ])
        let answer = told.answer
        var head = HTTPResponse(status: answer.status, headerFields: answer.headers)
        head.headerFields[.connection] = "close"
        head.headerFields[.contentLength] = String(answer.body.count)
        if let name = HTTPField.Name.contentTypeOptions { head.headerFields[name] = "nosniff" }
        head.headerFields[.cacheControl] = "private, no-cache"
        phase = .answering
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: answer.body))), promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            bound.value.close(promise: nil)
        }
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
