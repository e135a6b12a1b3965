import HTTPTypes

/// One operation of the contract.
enum OperationContract {
    static func make(_ route: Route) -> ContractValue {
        let tag = route.path.split(separator: "/").first.map(String.init) ?? ""
        return .object([
            "operationId": .text(identifier(route)),
            "summary": .text(route.contract.summary),
            "description": .text(description(route)),
            "deprecated": route.contract.deprecation == nil ? nil : true,
            "tags": .list([.text(tag)]),
            "security": route.access.isOpen ? .list([]) : nil,
            "parameters": parameters(route),
            "requestBody": route.contract.takes.map {
                .object(["required": true, "content": $0.content(.taken)])
            },
            "responses": responses(route),
        ])
    }

    /// `getCustomersByCode`
    private static func identifier(_ route: Route) -> String {
        let words = route.path.split(separator: "/").map { segment in
            let name = segment.filter { $0 != "{" && $0 != "}" }.split(separator: "-").map {
                $0.prefix(1).uppercased() + $0.dropFirst()
            }.joined()
            return segment.hasPrefix("{") ? "By" + name : name
        }
        return route.method.rawValue.lowercased() + words.joined()
    }

    private static func description(_ route: Route) -> String {
        let needs = "Needs \(route.access.words)."
        guard let old = route.contract.deprecation else { return needs }
        return "\(needs) An old path: use \(old.successor). It is answered until \(old.until) at least."
    }

    private static func parameters(_ route: Route) -> ContractValue? {
        let described = route.contract.parameters
        let names = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            $0.dropFirst().dropLast()
        }
        let inPath = names.map { name in
            described.first { $0.isInPath && $0.name == name }
                ?? ParameterContract(
                    name: String(name), meaning: "Percent-encoded.", schema: .text(max: nil),
                    isRequired: true, isInPath: true, example: nil)
        }
        let all = inPath + described.filter { !$0.isInPath }
        let headers = RepeatContract.parameters(of: route)
        guard !all.isEmpty || !headers.isEmpty else { return nil }
        return .list(
            all.map { parameter in
                .object([
                    "name": .text(parameter.name),
                    "in": parameter.isInPath ? "path" : "query",
                    "required": .flag(parameter.isRequired),
                    "description": .text(parameter.meaning),
                    "schema": parameter.schema.contract(.taken),
                    "example": parameter.example.map { .json($0) } ?? parameter.schema.example(.taken),
                ])
            } + headers)
    }

    private static func responses(_ route: Route) -> ContractValue {
        var byStatus: [Int: ContractValue] = [:]
        for answer in route.contract.answers {
            byStatus[answer.status.code] = .object([
                "description": .text(answer.meaning),
                "headers": HeaderContract.headers(of: answer, route),
                "content": answer.body?.content(.answered),
            ])
        }
        if route.hasVersions, route.method == .get { byStatus[304] = RepeatContract.notModified }
        let shared = ErrorContract.statuses(of: route)
        for status in shared {
            byStatus[status] = .object(["$ref": .text("#/components/responses/Error\(status)")])
        }
        for (status, own) in Dictionary(grouping: route.contract.refusals, by: \.status.code) {
            byStatus[status] = ErrorContract.response(
                status, own: own, alsoShared: shared.contains(status))
        }
        if route.contract.hasBareNotFound { byStatus[404] = ErrorContract.bareNotFound }
        return .object(
            byStatus.sorted { $0.key < $1.key }.map { .init(name: String($0.key), value: $0.value) })
    }
}
