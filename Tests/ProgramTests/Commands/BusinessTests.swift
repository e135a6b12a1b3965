import Foundation
import Testing

@Suite struct BusinessTests {
    @Test func addedListedRenamedRemoved() async throws {
        try await Program.inFolder { program in
            let added = try await program.run(
                "business", "add", "Hafen Tischlerei", "--country", "de", "--currency", "eur", "--json")
            #expect(added.code == 0)
            #expect(
                added.output.hasPrefix(#"{"id":1,"name":"Hafen Tischlerei","country":"DE","currency":"EUR","#)
            )
            #expect(
                try await program.run("business", "add", "Second Ltd").output == "Business 2: Second Ltd.\n")

            let renamed = try await program.run("business", "rename", "--business", "2", "Other Ltd")
            #expect(renamed.code == 0)
            let listed = try await program.run("business", "list", "--json")
            let rows = try #require(
                JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
            #expect(rows.map { $0["id"] as? Int } == [1, 2])
            #expect(rows.map { $0["name"] as? String } == ["Hafen Tischlerei", "Other Ltd"])

            #expect(try await program.run("business", "remove", "--business", "1").code == 0)
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data/books/1.sqlite"))
            let left = try await program.run("business", "list")
            #expect(left.lines.count == 2 && left.lines[1].hasPrefix("2   Other Ltd"))
        }
    }

    @Test func aListOfNothingIsAnEmptyArray() async throws {
        try await Program.withBusiness { program in
            try await program.run("business", "remove", "--business", "1")
            #expect(try await program.run("business", "list", "--json").output == "[]\n")
            #expect(try await program.run("business", "list").output.isEmpty)
        }
    }

    @Test(arguments: [
        (["business", "add", ""], "Name"),
        (["business", "add", "A", "--country", "Germany"], "Country must be an ISO 3166-1 country code"),
        (["business", "add", "A", "--country", "uk"], "that of the United Kingdom is GB"),
        (["business", "add", "A", "--currency", "XYZ"], "Currency must be an ISO 4217 currency code"),
        (["business", "rename", "--business", "9", "A"], "There is no business 9."),
        (["business", "remove", "--business", "9"], "There is no business 9."),
        (["subscription", "show", "--business", "9"], "There is no business 9."),
        (["subscription", "renew", "--business", "1", "--until", "31/03/2027"], "Until"),
        (["user", "list", "--business", "9"], "There is no business 9."),
        (["user", "lock", "--username", "nobody"], "There is no user nobody."),
        (["user", "unlock", "--username", "nobody"], "There is no user nobody."),
        (["user", "disable", "--username", "nobody"], "There is no user nobody."),
        (["user", "enable", "--username", "nobody"], "There is no user nobody."),
        (["user", "set-password", "--username", "ines"], "Standard input"),
        (["user", "add", "--business", "1", "--username", "tom", "--password-stdin"], "Standard input"),
        (["user", "add", "--business", "1", "--username", "INES"], "is taken"),
        (
            ["user", "add", "--business", "1", "--username", "tom", "--role", "Emperor"],
            "There is no role Emperor"
        ),
        (["user", "activation-link", "--username", "ines"], "public-url"),
        (["membership", "add", "--business", "1", "--username", "ines"], "already"),
        (["membership", "remove", "--business", "1", "--username", "ines"], "owns business 1"),
        (["session", "list", "--user", "nobody"], "There is no user nobody."),
        (["session", "revoke", "--session", "ffffffff"], "There is no session"),
        (["external-token", "issue", "--username", "nobody"], "There is no user nobody."),
        (["verify", "--business", "9"], "There is no business 9."),
        (["backup", "/nowhere/at/all.tar"], "/nowhere/at/all.tar"),
        (["restore", "missing.tar", "--data", "new"], "missing.tar"),
        (["demo", "--config", "missing.yaml"], "missing.yaml"),
    ])
    func aRefusalIsOneLineAndOne(arguments: [String], names: String) async throws {
        try await Program.withBusiness { program in
            let ran = try await program.run(arguments)
            #expect(ran.code == 1)
            #expect(ran.output.isEmpty)
            #expect(ran.errorLines.count == 1)
            #expect(ran.error.hasPrefix("daybook: ") && ran.error.contains(names), "\(ran.error)")
        }
    }

    @Test(arguments: [
        ["nonsense"], ["business", "add"], ["business", "add", "A", "B"], ["user", "lock"],
        ["session", "revoke"],
        ["session", "revoke", "--all", "--user", "ines"], ["subscription", "show", "--business", "one"],
        ["log", "security", "--limit", "0"], ["serve", "--port", "65536"], ["serve", "--port", "http"],
        ["serve", "--lockout", "never"],
        ["user", "add", "--business", "1", "--username", "tom", "--temporary"],
    ])
    func wrongUsageIs64(arguments: [String]) async throws {
        try await Program.inFolder { program in
            let ran = try await program.run(arguments)
            #expect(ran.code == 64)
            #expect(ran.output.isEmpty && ran.error.contains("Usage: daybook"))
        }
    }

    @Test func aFolderThatCanNotBeLookedIntoIsNotCalledEmpty() async throws {
        try await Program.inFolder { program in
            let ran = try await program.run(
                "user", "list", "--data", String(repeating: "a", count: 300))
            #expect(ran.code == 1 && ran.errorLines.count == 1 && ran.error.contains("File name too long"))
        }
    }

    /// Only root can be somebody else and still get in.
    @Test(.enabled(if: geteuid() == 0))
    func anothersFolderIsLeftAlone() async throws {
        try await Program.withBusiness { program in
            let folder = program.folder + "/daybook-data"
            try await RunningServer.run(program) { _ in
                chown(folder + "/admin.sock", 65_534, 65_534)
                let ran = try await program.run("business", "add", "Second Ltd")
                #expect(ran.code == 1 && ran.error.contains("runs as user 65534"), "\(ran.error)")
                chown(folder + "/admin.sock", 0, 0)
            }
            chown(folder + "/control.sqlite", 65_534, 65_534)
            let ran = try await program.run("business", "add", "Second Ltd")
            #expect(ran.code == 1 && ran.error.contains("control.sqlite: is user 65534's"), "\(ran.error)")
            #expect(!FileManager.default.fileExists(atPath: folder + "/books/2.sqlite"))
        }
    }

    @Test func readingMakesNoInstallation() async throws {
        try await Program.inFolder { program in
            let ran = try await program.run("user", "list")
            #expect(ran.code == 1 && ran.error.contains("There is no installation in"))
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data"))
        }
    }

    @Test func everyCommandHasHelpWithWhatItIsFor() async throws {
        try await Program.inFolder { program in
            for command in [
                "serve", "demo", "business add", "user set-password", "session revoke", "backup", "routes",
            ] {
                let help = try await program.run(command.split(separator: " ").map(String.init) + ["--help"])
                #expect(
                    help.code == 0 && help.output.contains("OVERVIEW: ") && help.output.contains("daybook "))
            }
            let script = try await program.run("--generate-completion-script", "bash")
            #expect(script.code == 0 && script.output.contains("session-idle-minutes"))
        }
    }
}
