import FrontDoor
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What the HTTP library knows of the connection a request came over.
public struct ConnectionContext: InitializableFromSource, Sendable {
    let channel: any Channel
    let logger: Logger
    /// What the request is called where its client doesn't say; nil where the logger knows.
    let made: RequestID?

    public init(source: ApplicationRequestContextSource) {
        channel = source.channel
        logger = source.logger
        made = nil
    }

    /// - Parameter logger: of the server; the request's own is made where a line is written.
    init(channel: any Channel, logger: Logger) {
        self.channel = channel
        self.logger = logger
        made = RequestID()
    }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")
    static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")
    static let contentTypeOptions = HTTPField.Name("X-Content-Type-Options")
}

extension HTTPField {
    // Made once: to make one is to look at every byte of it.
    static let json = HTTPField(name: .contentType, value: "application/json; charset=utf-8")
    static let noSniff = Name.contentTypeOptions.map { HTTPField(name: $0, value: "nosniff") }
    static let noStore = HTTPField(name: .cacheControl, value: "no-store")
    static let privateNoCache = HTTPField(name: .cacheControl, value: "private, no-cache")
}

extension ConnectionContext {
    func clientAddress(of request: Request, _ settings: WebSettings) -> ClientAddress {
        ClientAddress(
            peer: IPAddress(channel.remoteAddress),
            forwardedFor: HTTPField.Name.forwardedFor.flatMap { request.headers[$0] },
            trusted: settings.trustedProxies)
    }
}

extension Call {
    /// What the throttle and the security log know of this call.
    public var origin: Origin {
        let address = connection.clientAddress(of: request, services.settings)
        if address.isUnlistedProxy {
            connection.logger(of: request).warning(
                "X-Forwarded-For from loopback, which is no trusted proxy: set trusted-proxies to throttle by address"
            )
        }
        return Origin(
            address: address.throttled, whole: address.whole, userAgent: request.headers[.userAgent],
            requestID: connection.requestID(of: request))
    }

    /// Writes a line into the log that says whose call it was.
    ///
    /// - Parameter metadata: without secrets, and without what could forge a line.
    public func warn(_ message: Logger.Message, _ metadata: Logger.Metadata) {
        var metadata = metadata
        metadata["route"] = .string(route.name)
        if let caller = try? caller {
            metadata["business"] = "\(caller.business)"
            metadata["user"] = "\(caller.userNumber)"
        }
        connection.logger(of: request).warning(message, metadata: metadata)
    }

    /// Scheme and host of the links in answers, and `/v2` where `public-url` gives another: built from the request's
    /// own host unless `public-url` is set.
    var requestBase: String {
        if let publicURL = services.settings.publicURL {
            return publicURL.hasSuffix("/v2") ? String(publicURL.dropLast(3)) : publicURL
        }
        return "\(scheme)://\(host)"
    }

    private var scheme: String {
        if services.settings.isTLS { return "https" }
        guard let name = HTTPField.Name.forwardedProto, let sent = request.headers[name]?.lowercased(),
            sent == "https" || sent == "http", let peer = IPAddress(connection.channel.remoteAddress),
            services.settings.trustedProxies.contains(where: { $0.contains(peer) })
        else { return "http" }
        return sent
    }

    /// The request's host, or the address it came in on when it names none that could stand in a URL.
    private var host: String {
        if let authority = request.head.authority, !authority.isEmpty,
            authority.utf8.allSatisfy(Self.isHostByte)
        {
            return authority
        }
        let local = connection.channel.localAddress
        let address = local?.ipAddress ?? "localhost"
        return "\(address.contains(":") ? "[\(address)]" : address):\(local?.port ?? 80)"
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
