import HTTPTypes

/// The headers of answers that mean something to a client, described once and referred to.
enum HeaderContract {
    private static let all: [(name: String, meaning: String, example: String)] = [
        ("Location", "Where the resource lives.", "/v2/customers/HARB01"),
        ("WWW-Authenticate", "With every 401: the scheme of the Authorization header.", "KfToken"),
        ("Retry-After", "Whole seconds, after which to try again.", "60"),
        ("Allow", "With 405: the verbs that the path takes.", "DELETE, GET, PUT"),
        ("ETag", "The version that is shown, for If-Match and If-None-Match.", #""7LrdCRFjE2C0aOPXPqYf0A""#),
        (
            "Idempotency-Replayed",
            "true: the call came before with this Idempotency-Key; this is its answer, and nothing was done again.",
            "true"
        ),
        (
            "X-Request-Id",
            "With every refusal: by it the refusal's line in the log is found. The request's own, where it had one.",
            "5e0d0c6b7a12"
        ),
        (
            "Deprecation", "With an old path: since when it is old, as @ and seconds since 1970.",
            "@1767225600"
        ),
        ("Sunset", "With an old path: until when it is answered at least.", "Thu, 01 Jan 2032 00:00:00 GMT"),
        ("Link", "With an old path: where to go instead.", #"</v2/users/3>; rel="successor-version""#),
    ]

    /// By their names, for the components.
    static var components: ContractValue {
        .object(
            all.map { name, meaning, example in
                .init(
                    name: name,
                    value: .object([
                        "description": .text(meaning), "schema": .object(["type": "string"]),
                        "example": .text(example),
                    ]))
            })
    }

    /// Of an answer that a route gives; nil for none.
    static func headers(of answer: AnswerContract, _ route: Route) -> ContractValue? {
        var names = answer.hasLocation ? ["Location"] : []
        if route.hasVersions, answer.body != nil { names.append("ETag") }
        if route.keepsAnswer { names.append("Idempotency-Replayed") }
        if route.contract.deprecation != nil { names += ["Deprecation", "Sunset", "Link"] }
        return names.isEmpty ? nil : references(names)
    }

    /// Of answers that tell one of these errors.
    static func headers(of told: [ErrorAnswer]) -> ContractValue {
        var names: [String] = []
        if told.contains(where: { $0.status == .unauthorized }) { names.append("WWW-Authenticate") }
        if told.contains(where: { $0.retryAfter != nil }) { names.append("Retry-After") }
        if told.contains(where: { !$0.allowed.isEmpty }) { names.append("Allow") }
        return references(names + ["X-Request-Id"])
    }

    static func references(_ names: [String]) -> ContractValue {
        .object(
            names.map { name in
                .init(name: name, value: .object(["$ref": .text("#/components/headers/\(name)")]))
            })
    }
}
