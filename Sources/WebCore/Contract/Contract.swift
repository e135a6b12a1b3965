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
                "headers": .object([
                    "Location": .object([
                        "description": "Where the resource lives.", "schema": .object(["type": "string"]),
                    ]),
                    "RetryAfter": .object([
                        "description": "Seconds to wait.", "schema": .object(["type": "string"]),
                    ]),
                ]),
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
        case .value(let schema): schema.tables
        case .document, .other: []
        }
    }

    func schema(_ direction: FieldSchema.Direction) -> ContractValue {
        switch self {
        case .table(let table): .object(["$ref": .text(table.reference(direction))])
        case .list(let body): .object(["type": "array", "items": body.schema(direction)])
        case .page(let table): PageContract.page(of: table)
        case .value(let schema): schema.contract(direction)
        case .document: .object(["type": "object"])
        case .other: .object(["type": "string"])
        }
    }

    func content(_ direction: FieldSchema.Direction) -> ContractValue {
        let type = if case .other(let type) = self { type } else { "application/json" }
        return .object([.init(name: type, value: .object(["schema": schema(direction)]))])
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

    static let metaData: ContractValue = {
        let link = FieldSchema.text(max: nil)
        let fields: [(String, FieldSchema, String)] = [
            ("TotalRecords", .integer(min: 0, max: nil), "Rows that match, over all pages."),
            ("FirstPageUrl", link, "The first page."),
            ("LastPageUrl", link, "The last page."),
            ("PreviousPageUrl", .optional(link), "The page before; null on the first."),
            ("NextPageUrl", .optional(link), "The page after; null on the last."),
            ("TotalAmount", .number(min: nil, max: nil), "The sum over all matching rows, in home currency."),
            ("InvoiceLimitReached", .flag, "Always false: there is no limit."),
        ]
        return .object([
            "type": "object",
            "properties": .object(
                fields.map { .init(name: $0.0, value: $0.1.contract(.answered, meaning: $0.2)) }),
            "required": .list(fields.map { .text($0.0) }),
            "additionalProperties": false,
        ])
    }()
}
