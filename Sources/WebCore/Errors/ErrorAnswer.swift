import Bookkeeping
import FrontDoor
import HTTPTypes
import Store

/// The one map from what went wrong to what the caller is told.
///
/// Codes and texts: `conventions.md` and `sessiontoken.md` of the specification, the 401 bodies byte for byte (FD-3).
public struct ErrorAnswer: Sendable, Hashable {
    public let status: HTTPResponse.Status
    /// The machine word: `ValidationFailed`.
    public let code: String
    public let message: String
    public var details: [FieldProblem] = []
    public var retryAfter: Duration?
    public var allowed: [String] = []
    /// Whether a fault of ours lies behind it, which the log must tell and the wire must not.
    public var isFault = false

    public init(_ status: HTTPResponse.Status, _ code: String, _ message: String) {
        self.status = status
        self.code = code
        self.message = message
    }

    /// A fault of ours; nothing of it is told.
    static let fault: ErrorAnswer = {
        var answer = ErrorAnswer(
            .internalServerError, "InternalError", "The server failed. Nothing was changed.")
        answer.isFault = true
        return answer
    }()

    public init(_ error: any Error) {
        switch error {
        case let error as WebError: self.init(error)
        case let error as FrontDoorError: self.init(error)
        case let error as BookkeepingError: self.init(error)
        case let error as StoreError: self.init(error)
        case is CancellationError: self.init(WebError.unavailable)
        default: self = .fault
        }
    }

    public init(_ error: WebError) {
        switch error {
        case .invalidRequest(let sentence): self.init(.badRequest, "InvalidRequest", sentence)
        case .validation(let problems): self.init(problems: problems)
        case .notFound(let sentence): self.init(.notFound, "NotFound", sentence)
        case .methodNotAllowed(let allowed):
            self.init(
                .methodNotAllowed, "MethodNotAllowed", "This path takes \(allowed.joined(separator: ", ")).")
            self.allowed = allowed
        case .notImplemented(let operation):
            self.init(.notImplemented, "NotImplemented", "\(operation) is not built yet.")
        case .payloadTooLarge(let bytesMax):
            self.init(.contentTooLarge, "PayloadTooLarge", "The body is larger than \(bytesMax) bytes.")
        case .tooSlow: self.init(.requestTimeout, "InvalidRequest", "The request came too slowly.")
        case .headersTooLarge:
            self.init(
                .requestHeaderFieldsTooLarge, "InvalidRequest",
                "The request line and headers are larger than 16 KiB or more than 64.")
        case .unsupportedMediaType:
            self.init(
                .unsupportedMediaType, "UnsupportedMediaType",
                "The body must be JSON or XML, in UTF-8: send Content-Type: application/json or application/xml."
            )
        case .unsupportedCoding:
            self.init(
                .unsupportedMediaType, "UnsupportedMediaType",
                "The body must not be compressed: send it without Content-Encoding.")
        case .notAcceptable(let forms):
            let names = forms.map(\.rawValue).joined(separator: " or ")
            self.init(
                .notAcceptable, "NotAcceptable", "Only \(names) can be answered: let Accept allow it.")
        case .preconditionFailed:
            self.init(
                .preconditionFailed, "PreconditionFailed",
                "If-Match names another version than there is now. Read it again. Nothing was changed.")
        case .versionIsThere:
            self.init(
                .preconditionFailed, "PreconditionFailed",
                "If-None-Match names the version that there is now. Nothing was changed.")
        case .noVersions:
            self.init(
                .preconditionFailed, "PreconditionFailed",
                "This path has no versions: send neither If-Match nor If-None-Match. Nothing was changed.")
        case .idempotencyKeyReused:
            self.init(
                .conflict, "IdempotencyKeyReused",
                "This Idempotency-Key came before with another body. Nothing was done: send another key.")
        case .unavailable:
            self.init(.serviceUnavailable, "Unavailable", "The server is stopping. Try again.")
            retryAfter = .seconds(5)
        }
    }

    /// `ValidationFailed`, with every wrong field in `Details`; the message names them all.
    init(problems: [FieldProblem]) {
        self.init(.badRequest, "ValidationFailed", problems.map(\.message).joined(separator: " "))
        details = problems
    }

    public init(_ error: StoreError) {
        switch error {
        case .unavailable, .closed, .damaged:
            self.init(
                .serviceUnavailable, "Unavailable",
                "The data can't be read or written now. Nothing was changed.")
            retryAfter = .seconds(5)
        case .outcomeUnknown:
            self.init(
                .serviceUnavailable, "Unavailable",
                "This may have been done, or not. Look, or repeat it with the same Idempotency-Key.")
            retryAfter = .seconds(5)
        case .refused, .misuse: self = .fault
        }
    }
}
