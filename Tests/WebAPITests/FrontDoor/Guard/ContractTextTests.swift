import Foundation
import HTTPTypes
import Testing
import WebAPI

/// What the contract tells of refusals, headers and examples.
@Suite struct ContractTextTests {
    private func contract(_ look: ([String: Any]) throws -> Void) async throws {
        try await TestServer.withoutSession { server in
            try look(try await server.send(.get, "/v2/openapi.json").object)
        }
    }

    /// The value at a path of member names; nil when there is none.
    private func value(_ document: [String: Any], _ names: String...) -> Any? {
        names.reduce(document as Any?) { ($0 as? [String: Any])?[$1] }
    }

    private func examples(_ response: Any?) -> [String: Any] {
        let content = (response as? [String: Any])?["content"] as? [String: Any]
        return (content?["application/json"] as? [String: Any])?["examples"] as? [String: Any] ?? [:]
    }

    @Test func aRoutesOwnRefusalsStandBesideTheSharedOnes() async throws {
        try await contract { document in
            let own = value(document, "paths", "/customers", "post", "responses", "400")
            #expect(Set(examples(own).keys) == ["DuplicateCode", "ValidationFailed", "InvalidRequest"])
            let archive = value(document, "paths", "/internal/customers/archive", "put", "responses", "400")
            #expect(
                Set(examples(archive).keys) == ["ValidationFailed", "ValidationFailed2", "InvalidRequest"])
        }
    }

    @Test func refusalsWithOneCodeAndTwoTextsAreBothTold() async throws {
        try await contract { document in
            let unauthorized = value(document, "components", "responses", "Error401")
            #expect("\(examples(unauthorized))".contains("Change the temporary password first."))
            let media = value(document, "components", "responses", "Error415")
            #expect("\(examples(media))".contains("The body must not be compressed"))
        }
    }

    @Test func everyHeaderThatAnswersHaveIsDescribed() async throws {
        try await contract { document in
            let headers = value(document, "components", "headers") as? [String: Any]
            #expect(
                Set((headers ?? [:]).keys) == [
                    "Allow", "Deprecation", "ETag", "Idempotency-Replayed", "Link", "Location", "Retry-After",
                    "Sunset",
                    "WWW-Authenticate", "X-Request-Id",
                ])
            for (response, name) in [
                ("Error401", "WWW-Authenticate"), ("Error401", "Retry-After"), ("Error405", "Allow"),
                ("Error503", "Retry-After"), ("Error400", "X-Request-Id"),
            ] {
                #expect(value(document, "components", "responses", response, "headers", name) != nil)
            }
            let description = try #require(value(document, "info", "description") as? String)
            #expect(description.contains("405 MethodNotAllowed"))
        }
    }

    @Test func everyParameterAndBareValueHasAnExample() async throws {
        try await contract { document in
            let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
            for (path, operations) in paths {
                for (verb, operation) in operations {
                    for parameter in operation["parameters"] as? [[String: Any]] ?? [] {
                        #expect(parameter["example"] != nil, "\(verb) \(path) \(parameter["name"] ?? "")")
                    }
                    let taken = value(operation, "requestBody", "content", "application/json")
                    #expect(taken == nil || isShown(taken), "\(verb) \(path)")
                }
            }
            let codes = value(
                document, "paths", "/customerlist", "delete", "requestBody", "content", "application/json",
                "example")
            #expect(codes as? [String] == ["HARB01", "QUAY01"])
        }
    }

    /// By an example of its own or that of its schema.
    private func isShown(_ content: Any?) -> Bool {
        let content = content as? [String: Any]
        return content?["example"] != nil || (content?["schema"] as? [String: Any])?["$ref"] != nil
    }
}
