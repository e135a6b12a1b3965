import FrontDoor
import HTTPTypes
import Store

/// The error object and the refusals that every route has, with their real texts as examples.
enum ErrorContract {
    static let schema: ContractValue = .object([
        "type": "object",
        "properties": .object([
            "Error": .object(["type": "string", "description": "A word for programs: ValidationFailed."]),
            "Message": .object([
                "type": "string", "description": "A sentence for people: what would be right.",
            ]),
            "Details": .object([
                "type": "array",
                "description": "With ValidationFailed: every wrong field or parameter.",
                "items": .object([
                    "type": "object",
                    "properties": .object([
                        "Field": .object(["type": "string"]), "Message": .object(["type": "string"]),
                    ]),
                    "required": .list(["Field", "Message"]),
                    "additionalProperties": false,
                ]),
            ]),
        ]),
        "required": .list(["Error", "Message"]),
        "additionalProperties": false,
        "examples": .list([
            ContractValue.object([
                "Error": "ValidationFailed", "Message": "Name is required.",
                "Details": .list([.object(["Field": "Name", "Message": "Name is required."])]),
            ])
        ]),
    ])

    /// The statuses that a route can refuse with, beside its own.
    static func statuses(of route: Route) -> [Int] {
        var statuses = [400, 406, 408, 431, 500, 503]
        if !route.access.isOpen || route.path.hasPrefix("/sessiontoken") { statuses.append(401) }
        if route.path.contains("{") { statuses.append(404) }
        if route.contract.takes != nil { statuses += [413, 415] }
        if route.path.hasPrefix("/sessiontoken"), route.access.isOpen { statuses.append(429) }
        return statuses
    }

    private static let shared: [(status: Int, meaning: String, errors: [any Error])] = [
        (
            400, "What was sent can't be read, or a field breaks a rule. Nothing was changed.",
            [
                WebError.validation([WireProblem(field: "Name", message: "Name is required.")]),
                WebError.invalidRequest("The body is not well-formed JSON at line 1, column 9."),
            ]
        ),
        (
            401, "No valid token, or no right to this.",
            [
                FrontDoorError.invalidToken, FrontDoorError.accountLocked(retryAfter: nil),
                FrontDoorError.subscriptionExpired, FrontDoorError.permissionDenied(.editCustomer),
                FrontDoorError.invalidCredentials, FrontDoorError.invalidMemorableWord,
                FrontDoorError.invalidTemporaryToken,
            ]
        ),
        (404, "There is no such resource.", [WebError.notFound("There is no customer HARB01.")]),
        (406, "Accept allows nothing that is offered.", [WebError.notAcceptable]),
        (408, "The request came too slowly.", [WebError.tooSlow]),
        (413, "The body is too large.", [WebError.payloadTooLarge(bytesMax: 1_048_576)]),
        (415, "The body is not JSON.", [WebError.unsupportedMediaType]),
        (
            429, "Too many failed sign-ins from one address.",
            [FrontDoorError.tooManyFailures(retryAfter: .seconds(60))]
        ),
        (431, "The request line and headers are too large.", [WebError.headersTooLarge]),
        (500, "A fault of the server; nothing was changed.", []),
        (
            503, "Busy, stopping, or the disk is full. Try again after Retry-After.",
            [FrontDoorError.busy(retryAfter: .seconds(1)), StoreError.unavailable("")]
        ),
    ]

    static var responses: ContractValue {
        .object(
            shared.map { status, meaning, errors in
                let told = errors.isEmpty ? [ErrorAnswer.fault] : errors.map { ErrorAnswer($0) }
                var members: [ContractValue.Member] = [.init(name: "description", value: .text(meaning))]
                if told.contains(where: { $0.retryAfter != nil }) {
                    members.append(
                        .init(
                            name: "headers",
                            value: .object([
                                "Retry-After": .object(["$ref": "#/components/headers/RetryAfter"])
                            ])))
                }
                members.append(.init(name: "content", value: content(told.map { ($0.code, example($0)) })))
                return .init(name: "Error\(status)", value: .object(members))
            })
    }

    /// A response of one route: its own codes, each with what it says.
    static func response(_ meaning: String, _ refusals: [(code: String, message: String)]) -> ContractValue {
        .object([
            "description": .text(meaning),
            "content": content(
                refusals.map { code, message in
                    (code, .object(["Error": .text(code), "Message": .text(message)]))
                }),
        ])
    }

    private static func content(_ examples: [(name: String, value: ContractValue)]) -> ContractValue {
        var seen: Set<String> = []
        let distinct = examples.filter { seen.insert($0.name).inserted }
        return .object([
            "application/json": .object([
                "schema": .object(["$ref": "#/components/schemas/Error"]),
                "examples": .object(
                    distinct.map { .init(name: $0.name, value: .object(["value": $0.value])) }),
            ])
        ])
    }

    private static func example(_ error: ErrorAnswer) -> ContractValue {
        let details = error.details.map { problem in
            ContractValue.object(["Field": .text(problem.field), "Message": .text(problem.message)])
        }
        return .object([
            "Error": .text(error.code), "Message": .text(error.message),
            "Details": details.isEmpty ? nil : .list(details),
        ])
    }
}
