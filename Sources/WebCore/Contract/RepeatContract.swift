import HTTPTypes

/// What the contract says of calls that come again: the headers they may have, and the answer that says nothing new.
enum RepeatContract {
    static func parameters(of route: Route) -> [ContractValue] {
        var parameters: [ContractValue] = []
        if route.keepsAnswer {
            parameters.append(
                header(
                    "Idempotency-Key", #"8f14e45f-ceea-4671-a5b2-0d3c1a9e7b60"#,
                    .object([
                        "type": "string", "minLength": .integer(1),
                        "maxLength": .integer(Int64(IdempotencyKey.lengthMax)), "pattern": "^[!-~]+$",
                    ]),
                    """
                    A key of the client's own for this call. The same call with the same key is carried out once in 24 \
                    hours, and answered the same each time.
                    """))
        }
        if route.isMatched {
            parameters.append(
                header(
                    "If-Match", tag, text,
                    "The ETag of the version to change, or * for any; another version is 412 and stays."))
            parameters.append(
                header(
                    "If-None-Match", tag, text,
                    "ETags of versions not to change, or * for any; where one is what there is, it is 412 and stays."
                ))
        }
        if route.hasVersions, route.method == .get {
            parameters.append(
                header("If-None-Match", tag, text, "ETags that the client has; one that still holds is 304."))
            parameters.append(
                header(
                    "If-Match", tag, text, "The ETag of the version to show, or * for any; another is 412."))
        }
        return parameters
    }

    static let notModified: ContractValue = .object([
        "description": "The client has what there is; no body.",
        "headers": HeaderContract.references(["ETag"]),
    ])

    private static let tag = #""7LrdCRFjE2C0aOPXPqYf0A""#
    private static let text: ContractValue = .object(["type": "string"])

    private static func header(
        _ name: String, _ example: String, _ schema: ContractValue, _ meaning: String
    ) -> ContractValue {
        .object([
            "name": .text(name), "in": "header", "required": false, "description": .text(meaning),
            "schema": schema, "example": .text(example),
        ])
    }
}
