import Foundation
import Testing

/// `docs/attacks.md` says by which tests and scripts each attack is made: all of them are there.
@Suite struct AttackListTests {
    @Test func everyTestOfTheListIsThere() throws {
        let tests = try SourceFile.all().filter { $0.isUnder("Tests") }.map(\.text).joined()
        let functions = Set(tests.matches(of: /func ([A-Za-z0-9_]+)\(/).map { String($0.1) })
        let named = try Self.quoted().filter { !$0.contains("/") }
        #expect(named.count >= 40)
        #expect(named.filter { !functions.contains($0) } == [])
    }

    @Test func everyScriptOfTheListIsThere() throws {
        let scripts = try Self.quoted().filter { $0.contains("/") }.compactMap {
            $0.split(separator: " ").first
        }
        #expect(Set(scripts).count >= 4)
        let missing = scripts.filter {
            !FileManager.default.isExecutableFile(atPath: Self.root.appending(path: $0).path)
        }
        #expect(missing == [])
    }

    /// What follows a script's name is what its `--list`, or its folder of seeds, has.
    @Test func everyNameThatAScriptIsGivenIsOneOfItsOwn() throws {
        let known = [
            "scripts/torture": try Self.names(in: "Tests/Torture/scenarios.py", /Scenario\("([a-z-]+)"/),
            "scripts/hostile": try Self.names(
                in: "Tests/Torture/Hostile/attacks.py", /"([a-z-]+)": [a-z_]+[,}]/),
            "scripts/fuzz": try Set(
                FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "fuzz/corpus").path)
            ),
        ]
        var compared = 0
        for command in try Self.quoted() {
            let words = command.split(separator: " ").map(String.init)
            guard let script = words.first, let names = known[script] else { continue }
            let given = words.dropFirst().filter { !$0.hasPrefix("--") }
            #expect(given.filter { !names.contains($0) } == [], "\(command)")
            compared += given.count
        }
        #expect(compared >= 10)
    }

    private static func names(in path: String, _ pattern: Regex<(Substring, Substring)>) throws -> Set<String>
    {
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return Set(text.matches(of: pattern).map { String($0.1) })
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What the rows of the table quote.
    private static func quoted() throws -> [String] {
        let page = try String(contentsOf: root.appending(path: "docs/attacks.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
        return rows.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }
    }
}
