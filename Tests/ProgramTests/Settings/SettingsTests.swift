import Foundation
import TestSupport
import Testing

@Suite struct SettingsTests {
    @Test func flagsBeatTheEnvironmentWhichBeatsTheFile() async throws {
        try await Program.inFolder { program in
            try program.write(
                "set.yaml",
                "port: 1001\nhost: 127.0.0.2\nlog-level: debug\ntrusted-proxies: [10.0.0.0/8, 10.1.2.3]\n")
            let ran = try await program.run(
                "serve", "--print-config", "--config", "set.yaml", "--port", "1003",
                environment: ["DAYBOOK_PORT": "1002", "DAYBOOK_HOST": "127.0.0.3", "DAYBOOK_LOCKOUT": ""])
            #expect(ran.code == 0, "\(ran.error)")
            #expect(ran.row("port") == ["1003", "flag --port"])
            #expect(ran.row("host") == ["127.0.0.3", "environment DAYBOOK_HOST"])
            #expect(ran.row("log-level") == ["debug", "file set.yaml"])
            #expect(ran.row("trusted-proxies") == ["10.0.0.0/8,10.1.2.3", "file set.yaml"])
            #expect(ran.row("lockout") == ["documented", "default"])
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data"))
        }
    }

    @Test func theFoldersOwnFileIsRead() async throws {
        try await Program.withBusiness { program in
            try program.write("daybook-data/daybook.yaml", "# mine\npassword-characters-min: 30\n")
            let ran = try await program.addUser("tom")
            #expect(ran.code == 1 && ran.error.contains("30"))
        }
    }

    @Test func aFileOfCommentsSetsNothing() async throws {
        try await Program.inFolder { program in
            try program.write("set.yaml", "# port: 1\n")
            #expect(
                try await program.run("serve", "--print-config", "--config", "set.yaml").row("port")?.last
                    == "default")
        }
    }

    @Test(arguments: [
        ("port: http", "port in set.yaml must be a number from 0 to 65535, not \"http\"."),
        ("port: 65536", "port in set.yaml"), ("port: +80", "port in set.yaml"),
        ("port: [1, 2]", "port in set.yaml"),
        ("prot: 80", "prot in set.yaml is no setting."),
        ("session: {idle: 5}", "session in set.yaml is no setting."),
        ("insecure-http: yes", "insecure-http in set.yaml must be true or false"),
        ("lockout: never", "one of documented, gentle"), ("public-url: books.example", "ends in /v2"),
        ("trusted-proxies: proxy.example", "trusted-proxies in set.yaml"),
        ("cors-origins: [https://a.example/path]", "cors-origins in set.yaml"),
        ("password-characters-min: 7", "from 8 to 128"), ("secret-key: abc", "only as DAYBOOK_SECRET_KEY"),
        ("config: other.yaml", "config can't be set in a file"), ("- a", "can't be read"),
        ("a: [", "can't be read"),
        ("port: {a: 1}", "port in set.yaml must be a number"), ("host: [a, b]", "host in set.yaml"),
        ("data: 1\nhost: 2\nlog-level: [info]", "log-level in set.yaml must be one of"),
        ("port: 1\nport: 2", "can't be read"),
        ("metrics-port: on", "metrics-port in set.yaml must be a number from 0 to 65535, or off"),
        ("unlock-after: 0", "unlock-after in set.yaml must be a number from 1 to 525600, or off"),
    ])
    func aWrongFileRefusesAndNamesTheKey(text: String, names: String) async throws {
        try await Program.inFolder { program in
            try program.write("set.yaml", text + "\n")
            let ran = try await program.run("serve", "--config", "set.yaml")
            #expect(ran.code == 1 && ran.output.isEmpty && ran.errorLines.count == 1)
            #expect(ran.error.contains(names) && !ran.error.contains("\\u{"), "\(ran.error)")
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data"))
        }
    }

    @Test func everyWrongVariableIsNamedAtOnceAndNoSecretShown() async throws {
        try await Program.inFolder { program in
            let ran = try await program.run(
                "serve",
                environment: [
                    "DAYBOOK_PORT": "x", "DAYBOOK_PROT": "1", "DAYBOOK_SECRET_KEY": "marked-secret",
                ])
            #expect(ran.code == 1 && ran.errorLines.count == 1)
            for name in ["DAYBOOK_PORT", "DAYBOOK_PROT", "DAYBOOK_SECRET_KEY"] {
                #expect(ran.error.contains(name))
            }
            #expect(!ran.error.contains("marked-secret"))
        }
    }

    @Test func aSecretIsHiddenWhenSettingsArePrinted() async throws {
        try await Program.inFolder { program in
            let key = Data(repeating: 7, count: 32).base64EncodedString()
            let ran = try await program.run(
                "serve", "--print-config", environment: ["DAYBOOK_SECRET_KEY": key])
            #expect(ran.row("secret-key") == ["(hidden)", "environment DAYBOOK_SECRET_KEY"])
            #expect(!ran.output.contains(key))
        }
    }

    @Test func theKeyOfTheEnvironmentIsTheOneThatHolds() async throws {
        try await Program.inFolder { program in
            let key = Data(repeating: 7, count: 32).base64EncodedString()
            let environment = ["DAYBOOK_SECRET_KEY": key]
            #expect(try await program.run(["business", "add", "A"], environment: environment).code == 0)
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data/secret.key"))
            #expect(try await program.run(["business", "list"], environment: environment).code == 0)
            let other = ["DAYBOOK_SECRET_KEY": Data(repeating: 8, count: 32).base64EncodedString()]
            let refused = try await program.run(["business", "list"], environment: other)
            #expect(refused.code == 1 && refused.error.contains("secret key") && !refused.error.contains(key))
        }
    }

    @Test func everySettingHasItsFlagAndItsRowInTheDocumentation() async throws {
        try await Program.inFolder { program in
            let help = try await program.run("serve", "--help").output
            let page = try await program.run("settings-page").output
            let names = try await program.run("serve", "--print-config").lines.dropFirst()
                .compactMap { $0.split(separator: " ").first.map(String.init) }
            #expect(names.count > 30)
            let secrets = ["secret-key", "database-password"]
            for name in names {
                #expect(page.contains("| `\(name)` |"), "\(name)")
                #expect(
                    help.contains("  --\(name) ") || help.contains("  --\(name)\n") || secrets.contains(name),
                    "\(name)")
            }
            for name in secrets { #expect(!help.contains("--\(name)")) }
        }
    }

    @Test func theDocumentationIsMadeFromTheTable() async throws {
        try await Program.inFolder { program in
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            let page = try String(
                contentsOf: root.appendingPathComponent("docs/configuration.md"), encoding: .utf8)
            #expect(
                try await program.run("settings-page").output == page,
                "daybook settings-page > docs/configuration.md")
        }
    }
}

extension Program {
    fileprivate func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}

extension Ran {
    /// Value and source of a setting.
    fileprivate func row(_ name: String) -> [String]? {
        let line = lines.first { $0.hasPrefix(name + " ") }
        return line?.split(separator: /\s{2,}/).dropFirst().map(String.init)
    }
}
