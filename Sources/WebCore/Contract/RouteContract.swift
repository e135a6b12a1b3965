import HTTPTypes

/// What the contract says of a route.
public struct RouteContract: Sendable {
    public let summary: String
    public private(set) var parameters: [ParameterContract] = []
    public private(set) var takes: BodyContract?
    public private(set) var answers: [AnswerContract] = []
    /// The refusals that are this route's own, as they are told, beside those that every route has.
    public private(set) var refusals: [ErrorAnswer] = []
    /// Whether a 404 of this route has no body, where the documentation says so.
    public private(set) var hasBareNotFound = false

    /// Whether a POST is carried out anew each time that it comes, with an `Idempotency-Key` too: it writes nothing, or
    /// what it writes is a secret's or a letter's affair.
    public private(set) var isRepeatable = false
    /// Whether a PUT or DELETE takes `If-Match`.
    public private(set) var isMatched = false

    /// Set on an old path.
    public private(set) var deprecation: Deprecation?

    public init(_ summary: String) {
        self.summary = summary
    }

    /// What `Accept` can choose from, JSON first; nothing where an answer has one form whatever it says.
    var forms: [MediaType] {
        var forms = MediaType.allCases
        for answer in answers {
            switch answer.body {
            case .other: return []
            case .document: forms = [.json]
            case .table, .list, .either, .page, .pageWith, .value, nil: break
            }
        }
        return forms
    }

    /// A query parameter.
    public func parameter(_ parameter: ParameterContract) -> RouteContract {
        var contract = self
        contract.parameters.append(parameter)
        return contract
    }

    /// The three parameters of paging.
    public func pages(perPage: Int = 50) -> RouteContract {
        parameter(PageRequest.pageParameter.contract)
            .parameter(PageRequest.perPageParameter(absent: perPage).contract)
            .parameter(PageRequest.skipValidationParameter.contract)
    }

    /// A path parameter's meaning; its name is in the path.
    /// - Parameter example: JSON text.
    public func pathParameter(
        _ name: String, _ schema: FieldSchema, _ example: String, _ meaning: String
    ) -> RouteContract {
        parameter(
            ParameterContract(
                name: name, meaning: meaning, schema: schema, isRequired: true, isInPath: true,
                example: example))
    }

    public func takes(_ body: BodyContract) -> RouteContract {
        var contract = self
        contract.takes = body
        return contract
    }

    public func answers(
        _ status: HTTPResponse.Status, _ meaning: String, _ body: BodyContract? = nil, location: Bool = false
    ) -> RouteContract {
        var contract = self
        contract.answers.append(
            AnswerContract(status: status, meaning: meaning, body: body, hasLocation: location))
        return contract
    }

    /// Answers every 404 without a body.
    public func bareNotFound() -> RouteContract {
        var contract = self
        contract.hasBareNotFound = true
        return contract
    }

    /// A POST that takes no `Idempotency-Key`: it makes nothing of which there could be two.
    public func repeatable() -> RouteContract {
        var contract = self
        contract.isRepeatable = true
        return contract
    }

    /// A PUT or DELETE that takes `If-Match`: it goes through `Call.changing` or `Call.changeFrame`.
    public func matched() -> RouteContract {
        var contract = self
        contract.isMatched = true
        return contract
    }

    /// Says of an old path what took its place; nothing where nothing did.
    public func deprecated(_ deprecation: Deprecation?) -> RouteContract {
        var contract = self
        contract.deprecation = deprecation
        return contract
    }

    /// A refusal of this route's own, with a value such as it can have.
    public func refuses(_ error: any Error) -> RouteContract {
        var contract = self
        contract.refusals.append(ErrorAnswer(error))
        return contract
    }
}

public struct ParameterContract: Sendable {
    public let name: String
    public let meaning: String
    public let schema: FieldSchema
    public let isRequired: Bool
    public let isInPath: Bool
    /// JSON text; nil: one is made from the schema.
    public let example: String?
}

public struct AnswerContract: Sendable {
    public let status: HTTPResponse.Status
    public let meaning: String
    /// Nil: no body.
    public let body: BodyContract?
    public let hasLocation: Bool
}

/// The shape of a body, either way.
public indirect enum BodyContract: Sendable {
    case table(TableSchema)
    case list(BodyContract)
    /// One shape or the other, as a parameter asks.
    case either(BodyContract, BodyContract)
    case page(TableSchema)
    /// A page whose MetaData tells some figures more.
    case pageWith(PageFigures, TableSchema)
    /// What is no object, with an example as JSON text.
    case value(FieldSchema, String)
    /// An object whose shape is another document's matter.
    case document
    /// Text that is not JSON, by its media type.
    case other(String)
}
