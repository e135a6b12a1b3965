import HTTPTypes
import Hummingbird
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
        /// The last request that began has not come in full.
        case body(bytes: Int, since: NIODeadline)
        /// Every request that began has come in full.
        case complete
    }

    /// How a connection ends once the answers that are owed before it have gone out.
    private struct Ending {
        var answersFirst: Int
        /// Nil: without another word.
        let refusal: WebError?
    }

    private let settings: WebSettings
    private let connections: ConnectionCount
    private let metrics: (any RequestMetrics)?
    private let logger: Logger
    private var address: String?
    private var phase = Phase.beforeHead
    /// Of the last request that began.
    private var headers: HTTPFields = [:]
    /// Requests that began and whose answer has not ended.
    private(set) var unanswered = 0
    /// Whether an answer has begun and not ended.
    private var isAnswering = false
    private var since = NIODeadline.uptimeNanoseconds(0)
    /// Since when nobody reads what a body sends: the route has not begun to, or is behind.
    private var heldSince: NIODeadline?
    private var ending: Ending?
    /// The last word is said: what comes in or would go out after it belongs to nothing.
    private var isOver = false
    private var timer: RepeatedTask?

    /// A body may come slowly for this long.
    private static let grace: TimeAmount = .seconds(5)
    private static let look: TimeAmount = .seconds(5)

    /// - Parameters:
    ///   - metrics: hear of what is refused before any route.
    ///   - logger: the same.
    init(
        settings: WebSettings, connections: ConnectionCount, metrics: (any RequestMetrics)? = nil,
        logger: Logger
    ) {
        self.settings = settings
        self.connections = connections
        self.metrics = metrics
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
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            headers = head.headerFields
            unanswered += 1
            since = context.eventLoop.now
            heldSince = nil
            phase = .body(bytes: 0, since: since)
        case .body(let part):
            guard case .body(let bytes, let since) = phase else { break }
            phase = .body(bytes: bytes + part.readableBytes, since: since)
            // It was answered already; what still comes is read and dropped for a short while.
            if unanswered == 0, bytes > settings.bodyBytesMax { return context.close(promise: nil) }
        case .end:
            phase = .complete
            since = context.eventLoop.now
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Held until more is asked for, which is at once unless reading is held back.
        if case .body = phase { heldSince = context.eventLoop.now }
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if let heldSince {
            self.heldSince = nil
            if case .body(let bytes, let since) = phase {
                phase = .body(bytes: bytes, since: since + (context.eventLoop.now - heldSince))
            }
        }
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        guard case .end = unwrapOutboundIn(data) else {
            isAnswering = true
            return context.write(data, promise: promise)
        }
        isAnswering = false
        unanswered -= 1
        since = context.eventLoop.now
        ending?.answersFirst -= 1
        guard let ending, ending.answersFirst == 0 else { return context.write(data, promise: promise) }
        let written = promise ?? context.eventLoop.makePromise()
        context.write(data, promise: written)
        end(ending.refusal, after: written.futureResult, context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: refuse(.headersTooLarge, context)
        // More came after a request that said it would be the last.
        case HTTPParserError.closedConnection: refuse(nil, context)
        case is HTTPParserError: refuse(.invalidRequest("The request is not well-formed HTTP/1.1."), context)
        case let error as WebError: refuse(error, context)
        // The rest of what could not be parsed.
        case is ByteToMessageDecoderError where isOver || ending != nil: break
        default: context.fireErrorCaught(error)
        }
    }

    private func lookAtTheClock(_ context: ChannelHandlerContext) {
        let waited = context.eventLoop.now - since
        let isIdle = waited >= .nanoseconds(settings.idleConnection.nanoseconds)
        // Who does not take the last word has had time to.
        if isOver, isIdle { return context.close(promise: nil) }
        switch phase {
        case .beforeHead:
            if waited >= .nanoseconds(settings.headersWithin.nanoseconds) { refuse(.tooSlow, context) }
        case .body(let bytes, let start):
            guard heldSince == nil else { return }
            let slow = context.eventLoop.now - start - Self.grace
            let owed = slow.nanoseconds / 1_000_000_000 * Int64(settings.bodyBytesPerSecondMin)
            guard slow > .zero, Int64(bytes) < owed else { return }
            refuse(.tooSlow, context)
        case .complete:
            if unanswered == 0, isIdle { context.close(promise: nil) }
        }
    }

    // MARK: The end

    /// Answers and closes once all that was asked before has its answer. Only closes where the request itself was
    /// answered, or half so: a second answer would be taken for that of the next request.
    private func refuse(_ error: WebError?, _ context: ChannelHandlerContext) {
        guard ending == nil, !isOver else { return }
        var next = Ending(answersFirst: unanswered, refusal: error)
        if case .body = phase {
            let isToldAlready = unanswered == 0 || unanswered == 1 && isAnswering
            next =
                isToldAlready
                ? Ending(answersFirst: unanswered, refusal: nil)
                : Ending(answersFirst: unanswered - 1, refusal: error)
        }
        guard next.answersFirst > 0 else {
            return end(next.refusal, after: context.eventLoop.makeSucceededVoidFuture(), context)
        }
        ending = next
    }

    private func end(
        _ refusal: WebError?, after last: EventLoopFuture<Void>, _ context: ChannelHandlerContext
    ) {
        isOver = true
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let written = refusal.map { tell($0, context) } ?? last
        written.whenComplete { _ in bound.value.close(promise: nil) }
        context.flush()
    }

    /// The request's own where its headers came, else one that is made.
    private var requestID: String {
        guard case .body = phase, let own = headers.ownRequestID else { return "\(RequestID())" }
        return own
    }

    private func tell(_ error: WebError, _ context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        let told = ErrorAnswer(error)
        let id = requestID
        logger.info(
            "refused",
            metadata: [
                ConnectionContext.requestIDKey: .string(id), "status": "\(told.status.code)",
                "error": .string(told.code), "route": "(not read)",
                "address": .string(address ?? "local"),
            ])
        metrics?.answered(route: nil, status: told.status.code, after: .zero)
        let answer = told.answer
        var head = HTTPResponse(status: answer.status, headerFields: answer.headers)
        head.headerFields[.connection] = "close"
        head.headerFields[.contentLength] = String(answer.body.count)
        if let name = HTTPField.Name.requestID { head.headerFields[name] = id }
        if let name = HTTPField.Name.contentTypeOptions { head.headerFields[name] = "nosniff" }
        head.headerFields[.cacheControl] = "private, no-cache"
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: answer.body))), promise: nil)
        return context.write(wrapOutboundOut(.end(nil)))
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
