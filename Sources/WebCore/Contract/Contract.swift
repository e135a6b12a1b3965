import FrontDoor
import HTTPTypes

/// The contract, OpenAPI 3.1, made from the routes that are built and their wire tables, so that it can't drift.
public struct Contract: Sendable {
    public let document: ContractValue

    public init(_ table: RouteTable, version: String) {
        let routes = table.routes.filter(\.isBuilt)
        document = .object([
            "openapi": "3.1.0",
            "info": .object([
                "title": "Daybook",
                "version": .text(version),
                "description": """
                Bookkeeping that speaks the KashFlow REST API v2. Member and parameter names are read in any case; \
                unknown members are ignored; dates are written YYYY-MM-DD 12:00:00.

                What reaches no operation is refused too: another path with 404 NotFound, another verb with 405 \
                MethodNotAllowed and the header Allow, a documented operation that is not built yet with 501 \
                NotImplemented; without a valid token all of them with 401. Every refusal is an Error and has the \
                header X-Request-Id.
                """,
                "license": .object(["name": "Apache-2.0", "identifier": "Apache-2.0"]),
            ]),
            "servers": .list([.object(["url": "/v2"])]),
            "security": .list([.object(["KfToken": .list([])])]),
            "paths": Self.paths(routes),
            "components": .object([
                "securitySchemes": .object([
                    "KfToken": .object([
                        "type": "apiKey", "in": "header", "name": "Authorization",
                        "description": "KfToken {SessionToken}, as PUT /sessiontoken gives it.",
                    ])
                ]),
                "headers": HeaderContract.components,
                "schemas": Self.schemas(routes),
                "responses": ErrorContract.responses,
            ]),
        ])
    }

    private static func paths(_ routes: [Route]) -> ContractValue {
        var order: [String] = []
        var byPath: [String: [Route]] = [:]
        for route in routes {
            if byPath[route.path] == nil { order.append(route.path) }
            byPath[route.path, default: []].append(route)
        }
        return .object(
            order.sorted().map { path in
                let operations = (byPath[path] ?? []).sorted { $0.method.rawValue < $1.method.rawValue }
                return .init(
                    name: path,
                    value: .object(
                        operations.map {
                            .init(name: $0.method.rawValue.lowercased(), value: OperationContract.make($0))
                        }))
            })
    }

    private static func schemas(_ routes: [Route]) -> ContractValue {
        var made: [String: ContractValue] = [
            "Error": ErrorContract.schema, "PageMetaData": PageContract.metaData,
        ]
        for route in routes {
            for table in route.contract.takes?.tables ?? [] {
                made[table.name(.taken)] = table.contract(.taken)
            }
            for table in route.contract.answers.flatMap({ $0.body?.tables ?? [] }) {
                made[table.name(.answered)] = table.contract(.answered)
            }
        }
        return .object(made.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) })
    }
}

extension BodyContract {
    var tables: [TableSchema] {
        switch self {
        case .table(let table), .page(let table): table.all()
        case .list(let body): body.tables
        case .either(let one, let other): one.tables + other.tables
        case .value(let schema, _): schema.tables
        case .document, .other: []
        }
    }

    func schema(_ direction: FieldSchema.Direction) -> ContractValue {
        switch self {
        case .table(let table): .object(["$ref": .text(table.reference(direction))])
        case .list(let body): .object(["type": "array", "items": body.schema(direction)])
        case .either(let one, let other):
            .object(["anyOf": .list([one.schema(direction), other.schema(direction)])])
        case .page(let table): PageContract.page(of: table)
        case .value(let schema, _): schema.contract(direction)
        case .document: .object(["type": "object"])
        case .other: .object(["type": "string"])
        }
    }

    func content(_ direction: FieldSchema.Direction) -> ContractValue {
        let type = if case .other(let type) = self { type } else { "application/json" }
        return .object([
            .init(
                name: type, value: .object(["schema": schema(direction), "example": example(direction)]))
        ])
    }

    /// Nil for a table, whose schema has its example, and for what has no one form.
    private func example(_ direction: FieldSchema.Direction) -> ContractValue? {
        switch self {
        case .table, .document, .other: nil
        case .list(.table(let table)): .list([table.example(direction)])
        case .list(let body): body.example(direction).map { .list([$0]) }
        case .either(let one, _): one.example(direction)
        case .page(let table): PageContract.example(of: table)
        case .value(_, let example): .json(example)
        }
    }
}

/// The page object of every list that pages.
enum PageContract {
    static func page(of row: TableSchema) -> ContractValue {
        .object([
            "type": "object",
            "properties": .object([
                "MetaData": .object(["$ref": "#/components/schemas/PageMetaData"]),
                "Data": .object([
                    "type": "array", "items": .object(["$ref": .text(row.reference(.answered))]),
                ]),
            ]),
            "required": .list(["MetaData", "Data"]),
            "additionalProperties": false,
        ])
    }

    private static let link = "https://books.example/v2/customers?perpage=50&page="

    private static let fields:
        [(name: String, schema: FieldSchema, example: ContractValue, meaning: String)] = [
            ("TotalRecords", .integer(min: 0, max: nil), .integer(1), "Rows that match, over all pages."),
            ("FirstPageUrl", .text(max: nil), .text(link + "1"), "The first page."),
            ("LastPageUrl", .text(max: nil), .text(link + "1"), "The last page."),
            (
                "PreviousPageUrl", .optional(.text(max: nil)), .json("null"),
                "The page before; null on the first."
            ),
            ("NextPageUrl", .optional(.text(max: nil)), .json("null"), "The page after; null on the last."),
            (
                "TotalAmount", .number(min: nil, max: nil), .json("0.0000"),
                "The sum over all matching rows, in home currency."
            ),
            ("InvoiceLimitReached", .flag, false, "Always false: there is no limit."),
        ]

    static let metaData: ContractValue = .object([
        "type": "object",
        "properties": .object(
            fields.map { .init(name: $0.name, value: $0.schema.contract(.answered, meaning: $0.meaning)) }),
        "required": .list(fields.map { .text($0.name) }),
        "additionalProperties": false,
    ])

    static func example(of row: TableSchema) -> ContractValue {
        .object([
            "MetaData": .object(fields.map { .init(name: $0.name, value: $0.example) }),
            "Data": .list([row.example(.answered)]),
        ])
    }
}
