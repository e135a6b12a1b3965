import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

extension HTTPServerBuilder {
    /// HTTP/1.1 with the bounds of FD-25 on what a stranger can send.
    ///
    /// - Parameters:
    ///   - metrics: hear of what is refused before any route sees it.
    ///   - logger: told of the same.
    public static func bounded(
        _ settings: WebSettings, connections: ConnectionCount, metrics: (any RequestMetrics)? = nil,
        logger: Logger
    ) -> HTTPServerBuilder {
        let configuration = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                PatienceHandler(
                    settings: settings, connections: connections, metrics: metrics, logger: logger)
            ],
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: WebSettings.headerBytesMax,
                maxHeaderListSize: WebSettings.headerBytesMax,
                maxHeaderFieldCount: WebSettings.headersMax))
        return HTTPServerBuilder { responder in
            BoundedChannel(
                http: HTTP1Channel(responder: responder, configuration: configuration),
                bodyBytesMax: settings.bodyBytesMax)
        }
    }
}

/// The HTTP library's channel, with what it leaves out behind its decoder.
private struct BoundedChannel: ServerChildChannel {
    let http: HTTP1Channel
    let bodyBytesMax: Int

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let patience = try pipeline.handler(type: PatienceHandler.self)
            try pipeline.addHandler(
                ConnectionHandler(bodyBytesMax: bodyBytesMax) { patience.unanswered },
                position: .after(decoder))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
            await http.handle(value: value, logger: logger)
        }
    }
}
