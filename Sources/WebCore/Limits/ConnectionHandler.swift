import NIOCore
import NIOHTTP1

/// What HTTP asks of a server about the connection itself, which the HTTP library leaves out: to close it after an
/// answer whose client won't keep it, to tell a client that holds its body back to send it, and to refuse who names
/// no host.
///
/// It stands right behind the decoder, where it is still known which version of HTTP was spoken.
///
/// - Source: RFC 9112, sections 3.2 and 9.3; RFC 9110, section 10.1.1.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let bodyBytesMax: Int
    /// Requests that came and whose answer has not ended.
    private var unanswered = 0
    /// The last request that is heard was refused for its host; the rest of it is dropped.
    private var isRefused = false

    init(bodyBytesMax: Int) {
        self.bodyBytesMax = bodyBytesMax
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        guard case .head(let head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let said = Said(head.headers)
        guard said.hosts == 1 || said.hosts == 0 && head.version == .http1_0 else {
            isRefused = true
            return context.fireErrorCaught(
                WebError.invalidRequest("The request must name its host: send one Host header."))
        }
        let waits = said.expects && Self.waits(head)
        let isTooLarge = waits && length(head) > bodyBytesMax
        // While another answer is on its way, the word would be taken for a part of it.
        if waits, !isTooLarge, unanswered == 0 {
            let goOn = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(goOn)), promise: nil)
        }
        unanswered += 1
        // Whoever is refused for the length of a body that never comes must not be heard on as if it came.
        guard isTooLarge || !head.isKeepAlive else { return context.fireChannelRead(data) }
        var closing = head
        // Spelled the one way in which the HTTP library knows it.
        closing.headers.replaceOrAdd(name: "Connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(closing)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    /// What the headers name, found in one walk: this is done for every request.
    private struct Said {
        var hosts = 0
        var expects = false

        init(_ headers: HTTPHeaders) {
            for (name, _) in headers {
                switch name.utf8.count {
                case 4 where name.lowercased() == "host": hosts += 1
                case 6 where name.lowercased() == "expect": expects = true
                default: break
                }
            }
        }
    }

    private func length(_ head: HTTPRequestHead) -> Int {
        head.headers.first(name: "Content-Length").flatMap(Int.init) ?? 0
    }

    private static func waits(_ head: HTTPRequestHead) -> Bool {
        head.version == .http1_1 && head.headers["Expect"].contains { $0.lowercased() == "100-continue" }
    }
}
