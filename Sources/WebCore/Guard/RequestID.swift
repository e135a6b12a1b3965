import HTTPTypes
import Hummingbird
import Logging

// By what a request is found in the logs. It is looked for where a line is written and not before: what goes well has
// no line, and so costs nothing here.
extension ConnectionContext {
    /// What the client calls the request, else what the HTTP library calls it.
    func requestID(of request: Request) -> String? {
        request.headers.ownRequestID ?? made.map { "\($0)" }
            ?? logger[metadataKey: Self.requestIDKey].map { "\($0)" }
    }

    /// Writes lines that name the request.
    func logger(of request: Request) -> Logger {
        guard let id = request.headers.ownRequestID ?? made.map({ "\($0)" }) else { return logger }
        var logger = logger
        logger[metadataKey: Self.requestIDKey] = .string(id)
        return logger
    }

    /// The HTTP library's own.
    static let requestIDKey = "hb.request.id"
}

extension HTTPFields {
    /// The client's own name of its request: 1 to 64 letters and digits of ASCII, dots, hyphens and underscores, which
    /// can neither forge a line of a log nor fill it. Nil for anything else, and for two of them.
    var ownRequestID: String? {
        guard let name = HTTPField.Name.requestID, let sent = self[name], 1...64 ~= sent.utf8.count,
            sent.utf8.allSatisfy(Self.isRequestIDByte)
        else { return nil }
        return sent
    }

    private static func isRequestIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id")
}
