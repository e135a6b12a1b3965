import Hummingbird
import HummingbirdCore
import NIOCore

extension HTTPServerBuilder {
    /// HTTP/1.1 with the bounds of FD-25 on what a stranger can send.
    public static func bounded(_ settings: WebSettings, connections: ConnectionCount) -> HTTPServerBuilder {
        let configuration = HTTP1Channel.Configuration(
            additionalChannelHandlers: [PatienceHandler(settings: settings, connections: connections)],
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: WebSettings.headerBytesMax,
                maxHeaderListSize: WebSettings.headerBytesMax,
                maxHeaderFieldCount: WebSettings.headersMax))
        return HTTPServerBuilder { responder in
            HTTP1Channel(responder: responder, configuration: configuration)
        }
    }
}
