/// What the web floor itself refuses: paths, verbs, media types, and bodies that can't be read.
public enum WebError: Error, Hashable, Sendable {
    /// The whole sentence, which names the place.
    case invalidRequest(String)
    case validation([WireProblem])
    case notFound(String)
    case methodNotAllowed(allowed: [String])
    case notImplemented(String)
    case payloadTooLarge(bytesMax: Int)
    case tooSlow
    case headersTooLarge
    case unsupportedMediaType
    /// The body came compressed.
    case unsupportedCoding
    case notAcceptable
    /// Stopping, or out of what it needs; worth a retry.
    case unavailable
}

/// One wrong field or parameter, by the name it has on the wire, and what would be right.
public struct WireProblem: Hashable, Sendable {
    public let field: String
    public let message: String

    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}
