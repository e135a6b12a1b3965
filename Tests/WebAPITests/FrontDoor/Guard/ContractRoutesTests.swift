import Foundation
import HTTPTypes
import Testing
import WebAPI
import WebCore

/// The contract names what is built, all of it and nothing else.
@Suite struct ContractRoutesTests {
    private let built = Set(Router.table(version: "test").routes.filter(\.isBuilt).map(\.name))

    @Test func theServedContractHasEveryBuiltRouteAndNoOther() async throws {
        try await TestServer.withoutSession { server in
            let paths =
                try await server.send(.get, "/v2/openapi.json").object["paths"] as? [String: [String: Any]]
            let described = try #require(paths).flatMap { path, operations in
                operations.keys.map { "\($0.uppercased()) \(path)" }
            }
            #expect(Set(described) == built)
            #expect(described.count == built.count)
        }
    }

    @Test func theSnapshotHasEveryBuiltRouteAndNoOther() throws {
        let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        let text = try String(
            contentsOf: root.appendingPathComponent("openapi/daybook.yaml"), encoding: .utf8)
        let described = operations(ofYAML: text)
        #expect(Set(described) == built)
        #expect(described.count == built.count)
    }

    /// The operations below `paths:`, by indentation: two for a path, four for a verb.
    private func operations(ofYAML text: String) -> [String] {
        let verbs = ["get", "put", "post", "delete", "patch", "head", "options", "trace"]
        var operations: [String] = []
        var path = ""
        var isBelowPaths = false
        for line in text.split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            let key = line.dropFirst(indent).filter { $0 != "\"" && $0 != "'" }
            if indent == 0 { isBelowPaths = key == "paths:" }
            guard isBelowPaths, key.hasSuffix(":") else { continue }
            if indent == 2 { path = String(key.dropLast()) }
            if indent == 4, verbs.contains(String(key.dropLast())) {
                operations.append("\(key.dropLast().uppercased()) \(path)")
            }
        }
        return operations
    }
}
