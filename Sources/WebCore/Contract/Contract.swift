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
                unknown members are ignored; dates are written YYYY-MM-DD 12:00:00. Bodies come and go in JSON or, \
                with the same values, in XML, as Content-Type and Accept say.

                What reaches no operation is refused too: another path with 404 NotFound, another verb with 405 \
                MethodNotAllowed and the header Allow, a documented operation that is not built yet with 501 \
                NotImplemented; without a valid token all of them with 401. Every refusal is an Error and has the \
                header X-Request-Id: the request's own when that is 1 to 64 of A-Z a-z 0-9 . _ -, else one that is \
                made.

                HEAD is answered as GET, with the same headers and no body, but for GETs that make a session. With \
                Accept-Encoding: gzip an answer of 1 KiB or more is compressed, unless it belongs to sign-in, users or \
                passwords.
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
            "Error": ErrorContract.schema,
            PageContract.metaData.name: PageContract.metaData.contract(.answered),
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
        case .pageWith(let figures, let table): [PageContract.metaData(with: figures)] + table.all()
        case .list(let body): body.tables
        case .either(let one, let other): one.tables + other.tables
        case .value(let schema, _): schema.tables
        case .document, .other: []
        }
    }

    func schema(_ direction: FieldSchema.Direction) -> ContractValue {
        switch self {
        case .table(let table): .object(["$ref": .text(table.reference(direction))])
        case .list(let body):
            .object([
                "type": "array", "items": body.schema(direction),
                "xml": XMLForm.root(of: self).map { .object(["name": .text($0.name), "wrapped": true]) },
            ])
        case .either(let one, let other):
            .object(["anyOf": .list([one.schema(direction), other.schema(direction)])])
        case .page(let table): PageContract.table(of: table).contract(direction)
        case .pageWith(let figures, let table):
            PageContract.table(of: table, with: figures).contract(direction)
        case .value(let schema, _): schema.contract(direction, element: XMLForm.name(of: schema))
        case .document: .object(["type": "object"])
        case .other: .object(["type": "string"])
        }
    }

    /// By media type; the example is in JSON.
    func content(_ direction: FieldSchema.Direction) -> ContractValue {
        let schema = schema(direction)
        let type = if case .other(let type) = self { type } else { MediaType.json.rawValue }
        let xml = XMLForm.root(of: self).map { _ in
            ContractValue.Member(name: MediaType.xml.rawValue, value: .object(["schema": schema]))
        }
        return .object(
            [.init(name: type, value: .object(["schema": schema, "example": example(direction)]))]
                + (xml.map { [$0] } ?? []))
    }

    /// Nil for a table, whose schema has its example, and for what has no one form.
    private func example(_ direction: FieldSchema.Direction) -> ContractValue? {
        switch self {
        case .table, .document, .other: nil
        case .list(.table(let table)): .list([table.example(direction)])
        case .list(let body): body.example(direction).map { .list([$0]) }
        case .either(let one, _): one.example(direction)
        case .page(let table): PageContract.table(of: table).example(.answered)
        case .pageWith(let figures, let table):
            PageContract.table(of: table, with: figures).example(.answered)
        case .value(_, let example): .json(example)
        }
    }
}
