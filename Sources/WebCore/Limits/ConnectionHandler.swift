import NIOCore
import NIOHTTP1

/// What HTTP asks of a server about the connection itself, which the HTTP library leaves out: to close it after an
/// answer whose client won't keep it, to tell a client that holds its body back to send it, and to refuse who names
/// no host.
///
/// It stands right behind the decoder, where it is still known which version of HTTP was spoken. It sees nothing of
/// what goes out, since each look at a part costs a cast: what is unanswered is counted by `PatienceHandler`.
///
/// - Source: RFC 9112, sections 3.2 and 9.3; RFC 9110, section 10.1.1.
final class ConnectionHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let bodyBytesMax: Int
    private let unanswered: () -> Int
    /// The last request that is heard was refused for its host; the rest of it is dropped.
    private var isRefused = false

    /// - Parameter unanswered: how many requests came before whose answer has not ended.
    init(bodyBytesMax: Int, unanswered: @escaping () -> Int) {
        self.bodyBytesMax = bodyBytesMax
        self.unanswered = unanswered
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
        if waits, !isTooLarge, unanswered() == 0 {
            let goOn = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(goOn)), promise: nil)
        }
        // Whoever is refused for the length of a body that never comes must not be heard on as if it came.
        guard isTooLarge || !head.isKeepAlive else { return context.fireChannelRead(data) }
        var closing = head
        // Spelled the one way in which the HTTP library knows it.
        closing.headers.replaceOrAdd(name: "Connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(closing)))
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
