import Bookkeeping

/// What the web floor itself refuses: paths, verbs, media types, and bodies that can't be read.
public enum WebError: Error, Hashable, Sendable {
    /// The whole sentence, which names the place.
    case invalidRequest(String)
    case validation([FieldProblem])
    case notFound(String)
    case methodNotAllowed(allowed: [String])
    case notImplemented(String)
    case payloadTooLarge(bytesMax: Int)
    case tooSlow
    case headersTooLarge
    case unsupportedMediaType
    /// The body came compressed.
    case unsupportedCoding
    /// `Accept` allows none of these.
    case notAcceptable([MediaType])
    /// `If-Match` names another version than there is.
    case preconditionFailed
    /// `If-None-Match` names the version that there is.
    case versionIsThere
    /// A condition on the version, where there are no versions.
    case noVersions
    /// The key of a call that had another body.
    case idempotencyKeyReused
    /// Stopping, or out of what it needs; worth a retry.
    case unavailable
}
