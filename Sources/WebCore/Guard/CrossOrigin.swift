import HTTPTypes
import Hummingbird

/// Browsers of other origins: none may call unless `cors-origins` lists theirs (FD-26).
struct CrossOrigin {
    let origins: [String]

    init(_ settings: WebSettings) {
        origins = settings.corsOrigins
    }

    /// The answer to a preflight of a listed origin, which carries no token; nil for everything else.
    func preflight(_ request: Request) -> Answer? {
        guard !origins.isEmpty, request.method == .options, let origin = request.headers[.origin],
            origins.contains(origin), request.headers[.accessControlRequestMethod] != nil
        else { return nil }
        var answer = Answer.noContent
        answer.headers[.accessControlAllowMethods] = "GET, POST, PUT, DELETE"
        answer.headers[.accessControlAllowHeaders] =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id"
        answer.headers[.accessControlMaxAge] = "600"
        return answer
    }

    func allow(_ request: Request, _ headers: inout HTTPFields) {
        guard !origins.isEmpty else { return }
        headers.append(HTTPField(name: .vary, value: "Origin"))
        guard let origin = request.headers[.origin], origins.contains(origin) else { return }
        headers[.accessControlAllowOrigin] = origin
        headers[.accessControlExposeHeaders] =
            "Deprecation, ETag, Idempotency-Replayed, Link, Location, Retry-After, Sunset, X-Request-Id"
    }
}
