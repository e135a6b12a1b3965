import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import WebCore

extension Services {
    /// Sends a request through the guard as it would come off the wire, and writes the exchange down for the
    /// contract.
    ///
    /// - Parameters:
    ///   - path: as on the request line, with `/v2` and query.
    ///   - peer: the address it comes from.
    ///   - hasLength: whether `Content-Length` says how long the body is, as a chunked one doesn't.
    ///   - loosely: whether the body is deliberately looser than the contract says, though the server takes it.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]?, token: String?, headers: HTTPFields,
        from peer: String, hasLength: Bool = true, loosely: Bool, logger: Logger
    ) async throws -> TestAnswer {
        var fields = headers
        if let token { fields[.authorization] = "KfToken \(token)" }
        if let body {
            if hasLength { fields[.contentLength] = String(body.count) }
            if fields[.contentType] == nil { fields[.contentType] = "application/json" }
        }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "127.0.0.1:8080", path: path, headerFields: fields)
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: peer, port: 49_152)
        let response = try await Guard(self).respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? []))),
            context: ConnectionContext(source: .init(channel: channel, logger: logger)))
        let collected = CollectedBody()
        try await response.body.write(collected)
        let answer = TestAnswer(status: response.status, headers: response.headers, text: collected.text)
        ExchangeLog.shared.write(
            Exchange(
                method: method.rawValue, path: path, status: answer.status.code,
                requestBody: loosely ? nil : body.map { String(decoding: $0, as: UTF8.self) },
                responseBody: answer.text,
                responseHeaders: Dictionary(
                    answer.headers.map { ($0.name.rawName, $0.value) }, uniquingKeysWith: { $0 + ", " + $1 }),
                contentType: fields[.contentType]))
        return answer
    }
}
