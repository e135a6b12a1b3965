import Foundation
import Testing

@Suite struct ContractTests {
    @Test func everyRouteIsOnALineOfItsOwn() async throws {
        try await Program.inFolder { program in
            let lines = try await program.run("routes").lines
            #expect(lines.count > 700)
            #expect(lines.allSatisfy { $0.wholeMatch(of: /[A-Z]+ \/\S+ (built|planned)/) != nil })
            #expect(Set(lines).count == lines.count)
            #expect(lines.contains("POST /customers built") && lines.contains("GET /purchases planned"))
            let methods = lines.compactMap { $0.split(separator: " ").first }
            #expect(methods == methods.sorted())
        }
    }

    @Test func theContractIsTheSameAsYAMLAndAsJSON() async throws {
        try await Program.inFolder { program in
            let yaml = try await program.run("openapi")
            let json = try await program.run("openapi", "--json")
            #expect(yaml.code == 0 && yaml.output.hasPrefix("openapi: 3.1.0\ninfo:\n  title: Daybook\n"))
            #expect(try await program.run("openapi").output == yaml.output)
            let document = try #require(
                JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
            let paths = try #require(document["paths"] as? [String: Any])
            for path in paths.keys { #expect(yaml.output.contains("\n  \(path):\n") || path.contains("'")) }
        }
    }

    @Test func theVersionIsSaidInOnePlace() async throws {
        try await Program.inFolder { program in
            let version = try await program.run("version").output
            #expect(version.wholeMatch(of: /daybook [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
            #expect(try await program.run("--version").output == version)
            let number = version.split(separator: " ").last.map { $0.dropLast() } ?? ""
            #expect(try await program.run("openapi").output.contains("\n  version: \(number)\n"))
        }
    }
}
