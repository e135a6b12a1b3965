import Foundation
import TestSupport
import Testing

@Suite struct UserTests {
    @Test func aUserIsAddedListedAndChanged() async throws {
        try await Program.withBusiness { program in
            let added = try await program.addUser(
                "tom", "--role", "Sales", "--full-name", "Tom Reid", "--temporary")
            #expect(added.code == 0, "\(added.error)")
            for (command, member, value) in [
                ("lock", "locked", true), ("unlock", "locked", false), ("disable", "disabled", true),
                ("enable", "disabled", false),
            ] {
                #expect(try await program.run("user", command, "--username", "TOM").code == 0)
                #expect(try await program.users().last?[member] as? Bool == value)
            }
            let tom = try #require(try await program.users().last)
            #expect(tom["id"] as? Int == 2 && tom["fullName"] as? String == "Tom Reid")
            let memberships = try #require(tom["memberships"] as? [[String: Any]])
            #expect(memberships.map { $0["roleName"] as? String } == ["Sales"])

            let changed = try await program.run(
                "user", "set-password", "--username", "tom", "--password-stdin",
                input: "another-long-password\nlighthouse22\n")
            #expect(changed.code == 0, "\(changed.error)")
        }
    }

    @Test func aBadPasswordSaysWhyAndMakesNobody() async throws {
        try await Program.withBusiness { program in
            let ran = try await program.run(
                "user", "add", "--business", "1", "--username", "tom", "--password-stdin",
                input: "short\ntidewater58\n")
            #expect(ran.code == 1 && ran.error.contains("Password") && !ran.error.contains("short\n"))
            #expect(try await program.users().count == 1)
        }
    }

    @Test func aPasswordThatIsNoTextIsRefused() async throws {
        try await Program.withBusiness { program in
            // The helper writes text alone: these are the bytes of Latin 1.
            let ran = try await ChildProcess.run(
                "/bin/sh",
                [
                    "-c",
                    #"printf 'neun-kupferne-k\374bel\ntidewater58\n' | "$0" user add --business 1 --username tom --password-stdin"#,
                    Program.path,
                ], in: program.folder)
            #expect(ran.code == 1 && ran.errorLines.count == 1 && ran.error.contains("UTF-8"))
            #expect(try await program.users().count == 1)
        }
    }

    @Test func aPasswordIsNeverTakenFromTheArguments() async throws {
        try await Program.withBusiness { program in
            let ran = try await program.run(
                "user", "add", "--business", "1", "--username", "tom", "--password", "nine-copper-kettles")
            #expect(ran.code == 64)
        }
    }

    @Test func anActivationLinkBeginsWithThePublicURL() async throws {
        try await Program.withBusiness { program in
            try await program.run("user", "add", "--business", "1", "--username", "tom")
            let ran = try await program.run(
                "user", "activation-link", "--username", "tom",
                environment: ["DAYBOOK_PUBLIC_URL": "https://books.example/v2/"])
            #expect(ran.code == 0)
            #expect(ran.output.hasPrefix("https://books.example/v2/links/activation#"))
        }
    }

    @Test func aMembershipComesAndGoes() async throws {
        try await Program.withBusiness { program in
            try await program.run("business", "add", "Second Ltd")
            let added = try await program.run(
                "membership", "add", "--business", "2", "--username", "ines", "--role", "Full Access")
            #expect(added.code == 0)
            try await program.addUser("tom")
            #expect(
                try await program.run("membership", "add", "--business", "2", "--username", "tom").code == 0)
            #expect(
                try await program.run("membership", "remove", "--business", "2", "--username", "tom").code
                    == 0)
            let listed = try await program.run("user", "list", "--business", "2")
            #expect(listed.lines.count == 2 && listed.output.contains("ines"))
        }
    }

    @Test func aRoleIsAddedGivenAndRemoved() async throws {
        try await Program.withBusiness { program in
            let added = try await program.run(
                "role", "add", "--business", "1", "--name", "Quotes and users", "--permissions",
                "EditQuote, manageuser")
            #expect(added.output == "Role 8 of business 1: Quotes and users.\n", "\(added.error)")
            try await program.addUser("tom", "--role", "Sales")
            let given = try await program.run(
                "membership", "role", "--business", "1", "--username", "tom", "--role", "quotes and users")
            #expect(given.code == 0, "\(given.error)")
            let listed = try await program.run("role", "list", "--business", "1", "--json")
            #expect(
                listed.output.contains(
                    #"{"number":8,"name":"Quotes and users","permissions":"ViewQuote, CreateQuote, EditQuote, ManageUser","users":"tom"}"#
                ))
            let held = try await program.run("role", "remove", "--business", "1", "--role", "8")
            #expect(held.code == 1 && held.error.contains("tom"))
            try await program.run(
                "membership", "role", "--business", "1", "--username", "tom", "--role", "7")
            #expect(try await program.run("role", "remove", "--business", "1", "--role", "8").code == 0)
            let unknown = try await program.run(
                "role", "add", "--business", "1", "--name", "Bad", "--permissions", "EditBank")
            #expect(unknown.code == 1 && unknown.error.contains("EditBank"))
            #expect(unknown.error.contains("ManageUser"))
            #expect(try await program.run("role", "list", "--business", "1").lines.count == 8)
        }
    }

    @Test func theOwnerKeepsTheirRole() async throws {
        try await Program.withBusiness { program in
            let ran = try await program.run(
                "membership", "role", "--business", "1", "--username", "ines", "--role", "Sales")
            #expect(ran.code == 1 && ran.errorLines.count == 1 && ran.error.contains("owns business 1"))
        }
    }

    @Test func aSubscriptionIsShownAndRenewed() async throws {
        try await Program.withBusiness { program in
            #expect(
                try await program.run("subscription", "show", "--business", "1").output
                    == "Business 1: Daybook, no end.\n")
            try await program.run(
                "subscription", "renew", "--business", "1", "--package", "Gold", "--until", "2027-03-31")
            #expect(
                try await program.run("subscription", "show", "--business", "1", "--json").output
                    == #"{"business":1,"package":"Gold","until":"2027-03-31"}"# + "\n")
        }
    }

    @Test func theSecretRotatesInItsFile() async throws {
        try await Program.withBusiness { program in
            let file = program.folder + "/daybook-data/secret.key"
            let before = try String(contentsOfFile: file, encoding: .utf8)
            let ran = try await program.run("secret", "rotate")
            #expect(ran.code == 0 && !ran.output.contains(before))
            #expect(try String(contentsOfFile: file, encoding: .utf8) != before)
            #expect(try await program.run("verify").code == 0)
        }
    }

    @Test func theSecurityLogPagesFromTheNewest() async throws {
        try await Program.withBusiness { program in
            try await program.run("user", "lock", "--username", "ines")
            let newest = try await program.run("log", "security", "--limit", "1", "--json")
            let rows = try #require(
                JSONSerialization.jsonObject(with: Data(newest.output.utf8)) as? [[String: Any]])
            #expect(rows.map { $0["event"] as? String } == ["locked"])
            #expect(rows.first?["by"] as? String == "operator")
            let id = try #require(rows.first?["id"] as? Int)
            let before = try await program.run("log", "security", "--before", String(id))
            #expect(before.output.contains("user-added") && !before.output.contains("  locked"))
        }
    }
}

extension Program {
    fileprivate func users() async throws -> [[String: Any]] {
        let listed = try await run("user", "list", "--json")
        return try #require(JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    }
}
