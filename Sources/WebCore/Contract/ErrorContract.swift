import Bookkeeping
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
                    "xml": .object(["name": "Detail"]),
                ]),
                "xml": .object(["wrapped": true]),
            ]),
        ]),
        "required": .list(["Error", "Message"]),
        "additionalProperties": false,
        "xml": .object(["name": "Error"]),
        "examples": .list([
            example(
                ErrorAnswer(problems: [FieldProblem(field: "Name", message: "Name is required.")]))
        ]),
    ])

    /// The same, for its form in XML.
    static let body = BodyContract.table(
        TableSchema(
            "Error", element: "Error",
            answers: [
                .init("Error", .text(max: nil), "A word for programs."),
                .init("Message", .text(max: nil), "A sentence for people."),
                .init("Details", .list(.table { detail }, max: nil), "Every wrong field or parameter."),
            ]))

    private static let detail = TableSchema(
        "ErrorDetail", element: "Detail",
        answers: [
            .init("Field", .text(max: nil), "Its name."), .init("Message", .text(max: nil), "What is wrong."),
        ])

    /// The statuses that a route can refuse with, beside its own.
    static func statuses(of route: Route) -> [Int] {
        var statuses = [400, 406, 408, 431, 500, 503]
        if !route.access.isOpen || route.path.hasPrefix("/sessiontoken") { statuses.append(401) }
        if route.path.contains("{") { statuses.append(404) }
        if route.contract.takes != nil { statuses += [413, 415] }
        if route.keepsAnswer { statuses.append(409) }
        if route.isMatched || route.hasVersions { statuses.append(412) }
        if route.path.hasPrefix("/sessiontoken"), route.access.isOpen { statuses.append(429) }
        return statuses
    }

    private static let shared: [(status: Int, meaning: String, errors: [any Error])] = [
        (
            400, "What was sent can't be read, or a field breaks a rule. Nothing was changed.",
            [
                WebError.validation([FieldProblem(field: "Name", message: "Name is required.")]),
                WebError.invalidRequest("The body is not well-formed JSON at line 1, column 9."),
            ]
        ),
        (
            401, "No valid token, or no right to this.",
            [
                FrontDoorError.invalidToken, FrontDoorError.accountLocked(retryAfter: .seconds(900)),
                FrontDoorError.subscriptionExpired, FrontDoorError.permissionDenied(.editCustomer),
                FrontDoorError.addressNotAllowed,
                FrontDoorError.temporaryPassword, FrontDoorError.invalidCredentials,
                FrontDoorError.invalidMemorableWord, FrontDoorError.invalidTemporaryToken,
            ]
        ),
        (404, "There is no such resource.", [WebError.notFound("There is no such path.")]),
        (405, "The path takes other verbs: Allow names them.", [WebError.methodNotAllowed(allowed: ["GET"])]),
        (406, "Accept allows nothing that is offered.", [WebError.notAcceptable(MediaType.allCases)]),
        (408, "The request came too slowly.", [WebError.tooSlow]),
        (
            409, "The Idempotency-Key came before with another body. Nothing was done.",
            [WebError.idempotencyKeyReused]
        ),
        (
            412, "The version is another than If-Match asks for, or the one that If-None-Match rules out.",
            [WebError.preconditionFailed, WebError.versionIsThere]
        ),
        (413, "The body is too large.", [WebError.payloadTooLarge(bytesMax: 1_048_576)]),
        (
            415, "The body is neither JSON nor XML, or is compressed.",
            [WebError.unsupportedMediaType, WebError.unsupportedCoding]
        ),
        (
            429, "Too many failed sign-ins from one address.",
            [FrontDoorError.tooManyFailures(retryAfter: .seconds(60))]
        ),
        (431, "The request line and headers are too large.", [WebError.headersTooLarge]),
        (500, "A fault of the server; nothing was changed.", []),
        (501, "Documented and not built yet.", [WebError.notImplemented("GET /purchases")]),
        (
            503,
            "Busy, stopping, or the disk is full. Try again after Retry-After; where the message says that it may have "
                + "been done, with the same Idempotency-Key.",
            [
                FrontDoorError.busy(retryAfter: .seconds(1)), StoreError.unavailable(""),
                StoreError.outcomeUnknown(""), WebError.unavailable,
            ]
        ),
    ]

    /// What is referred to by the operations, and those answers that no operation has: 405, 501.
    static var responses: ContractValue {
        .object(
            shared.map { status, meaning, errors in
                let told = errors.isEmpty ? [ErrorAnswer.fault] : errors.map { ErrorAnswer($0) }
                return .init(name: "Error\(status)", value: response(meaning, told))
            })
    }

    /// A 404 that says nothing more, where the documentation wants it so.
    static let bareNotFound: ContractValue = .object([
        "description": "There is no such resource; this answer has no body.",
        "headers": HeaderContract.headers(of: []),
    ])

    /// The answer of a route that has refusals of its own with this status: these first, then those that every
    /// route has, when it has this status without them too.
    static func response(_ status: Int, own: [ErrorAnswer], alsoShared: Bool) -> ContractValue {
        let shared = alsoShared ? shared.first { $0.status == status } : nil
        // What one route says of its own 404 is all there is to say: its path is known.
        let others = status == 404 ? [] : shared?.errors.map { ErrorAnswer($0) } ?? []
        return response(shared?.meaning ?? own.map(\.message).joined(separator: " "), own + others)
    }

    private static func response(_ meaning: String, _ told: [ErrorAnswer]) -> ContractValue {
        .object([
            "description": .text(meaning),
            "headers": HeaderContract.headers(of: told),
            "content": .object([
                "application/json": .object([
                    "schema": .object(["$ref": "#/components/schemas/Error"]),
                    "examples": .object(examples(told)),
                ]),
                "application/xml": .object([
                    "schema": .object(["$ref": "#/components/schemas/Error"])
                ]),
            ]),
        ])
    }

    /// Named by their codes; what has the same code and says something else gets a number.
    private static func examples(_ told: [ErrorAnswer]) -> [ContractValue.Member] {
        var members: [ContractValue.Member] = []
        var counts: [String: Int] = [:]
        for answer in told {
            let value: ContractValue = .object(["value": example(answer)])
            guard !members.contains(where: { $0.value == value }) else { continue }
            let count = counts[answer.code, default: 0] + 1
            counts[answer.code] = count
            members.append(.init(name: count == 1 ? answer.code : "\(answer.code)\(count)", value: value))
        }
        return members
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
