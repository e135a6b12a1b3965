import Foundation
import Testing

@Suite struct PermissionsPageTests {
    @Test func thePageIsMadeFromTheRoutes() async throws {
        try await Program.inFolder { program in
            let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
                url.deletingLastPathComponent()
            }
            let page = try String(
                contentsOf: root.appendingPathComponent("docs/permissions.md"), encoding: .utf8)
            #expect(
                try await program.run("permissions-page").output == page,
                "daybook permissions-page > docs/permissions.md")
        }
    }

    @Test func everyBuiltRouteHasItsRowAndSaysTheSameElsewhere() async throws {
        try await Program.inFolder { program in
            let page = try await program.run("permissions-page").lines.filter { $0.hasPrefix("| `") }
            let listed = try await program.run("routes", "--json").output
            let routes = try #require(
                JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
            let built = routes.filter { $0["state"] as? String == "built" }
            let rows = try built.map { route in
                let (method, path) = (try #require(route["method"]), try #require(route["path"]))
                return "| `\(method) \(path)` | \(try #require(route["needs"] as? String)) |"
            }
            #expect(rows.count > 30 && Set(rows) == Set(page) && rows.count == page.count)
            #expect(page.contains("| `DELETE /customers/{code}` | DeleteCustomer |"))
            #expect(routes.contains { $0["state"] as? String == "planned" && $0["needs"] is NSNull })
        }
    }
}
