import HTTPTypes

/// The headers of answers that mean something to a client, described once and referred to.
enum HeaderContract {
    private static let all: [(name: String, meaning: String, example: String)] = [
        ("Location", "Where the resource lives.", "/v2/customers/HARB01"),
        ("WWW-Authenticate", "With every 401: the scheme of the Authorization header.", "KfToken"),
        ("Retry-After", "Whole seconds, after which to try again.", "60"),
        ("Allow", "With 405: the verbs that the path takes.", "DELETE, GET, PUT"),
        ("X-Request-Id", "With every refusal: by it the refusal's line in the log is found.", "5e0d0c6b7a12"),
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

    static let location: ContractValue = references(["Location"])

    /// Of answers that tell one of these errors.
    static func headers(of told: [ErrorAnswer]) -> ContractValue {
        var names: [String] = []
        if told.contains(where: { $0.status == .unauthorized }) { names.append("WWW-Authenticate") }
        if told.contains(where: { $0.retryAfter != nil }) { names.append("Retry-After") }
        if told.contains(where: { !$0.allowed.isEmpty }) { names.append("Allow") }
        return references(names + ["X-Request-Id"])
    }

    private static func references(_ names: [String]) -> ContractValue {
        .object(
            names.map { name in
                .init(name: name, value: .object(["$ref": .text("#/components/headers/\(name)")]))
            })
    }
}
