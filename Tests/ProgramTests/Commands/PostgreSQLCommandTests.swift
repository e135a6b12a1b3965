import Foundation
import TestSupport
import Testing

/// Every command does with a database what it does with a folder.
@Suite(.enabled(if: TestPostgreSQL.isThere))
struct PostgreSQLCommandTests {
    private static let key = Data(repeating: 11, count: 32).base64EncodedString()

    /// A fresh database, and what names it to every command.
    private func inDatabase(
        _ body: (_ program: Program, _ url: String, _ environment: [String: String]) async throws -> Void
    ) async throws {
        try await TestPostgreSQL.withDatabase { url in
            try await Program.inFolder { program in
                try await body(program, url, ["DAYBOOK_DATABASE": url, "DAYBOOK_SECRET_KEY": Self.key])
            }
        }
    }

    @Test func commandsWorkBesideServersAndTheFolderStaysEmpty() async throws {
        try await inDatabase { program, url, environment async throws in
            let key = ["DAYBOOK_SECRET_KEY": Self.key]
            let none = try await program.run(["user", "list", "--database", url], environment: key)
            #expect(none.code == 1 && none.errorLines.count == 1)
            #expect(none.error.hasPrefix("daybook: There is no installation in postgres://"), "\(none.error)")
            try await RunningServer.run(program, environment: environment) { server in
                let added = try await program.run(
                    ["business", "add", "Harbour Joinery Ltd", "--database", url], environment: key)
                #expect(added.output == "Business 1: Harbour Joinery Ltd.\n", "\(added.error)")
                try await program.run(
                    ["user", "add", "--business", "1", "--username", "ines", "--admin", "--password-stdin"],
                    input: "\(Program.password)\n\(Program.word)\n", environment: environment)
                var client = Client(server, program)
                try await client.signIn("ines")
                #expect(
                    try await client.call("POST", "/customers", #"{"Code":"A","Name":"Ada"}"#).status == 201)
                let verified = try await program.run(["verify"], environment: environment)
                #expect(
                    verified.output == "Nothing is wrong in 2 databases, with 0 postings.\n",
                    "\(verified.error)")
                let removed = try await program.run(
                    ["business", "remove", "--business", "1"], environment: environment)
                #expect(removed.code == 0, "\(removed.error)")
            }
            let list = try await program.run(["business", "list", "--json"], environment: environment)
            #expect(list.output == "[]\n", "\(list.error)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder) == [])
        }
    }

    @Test func aFolderMovesToADatabaseAndServesTheSameUsers() async throws {
        try await inDatabase { program, url, environment async throws in
            let key = ["DAYBOOK_SECRET_KEY": Self.key]
            try await program.run(["business", "add", "Harbour Joinery Ltd"], environment: key)
            try await program.run(
                ["user", "add", "--business", "1", "--username", "ines", "--admin", "--password-stdin"],
                input: "\(Program.password)\n\(Program.word)\n", environment: key)
            try await program.run(["backup", "one.tar"], environment: key)
            let restored = try await program.run(
                ["restore", "one.tar", "--database", url], environment: key)
            #expect(restored.code == 0 && restored.output.hasPrefix("postgres://"), "\(restored.error)")
            #expect(restored.output.hasSuffix("the control database and 1 book.\n"))
            try await RunningServer.run(program, environment: environment) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                #expect(try await client.call("GET", "/customers").status == 200)
                // Neither over what is there, nor under a server.
                let over = try await program.run(["restore", "one.tar"], environment: environment)
                #expect(over.code == 1 && over.error.hasSuffix("is in use by another process.\n"))
            }
            let over = try await program.run(["restore", "one.tar"], environment: environment)
            #expect(over.code == 1 && over.error.hasSuffix(" is not empty.\n"), "\(over.error)")
        }
    }

    @Test func fd14_withoutASecretKeyItSaysHowToMakeOne() async throws {
        try await inDatabase { program, url, _ async throws in
            for command in [["serve", "--port", "0"], ["business", "add", "Harbour"]] {
                let ran = try await program.run(command + ["--database", url])
                #expect(ran.code == 1 && ran.errorLines.count == 1)
                #expect(ran.error.contains("openssl rand -base64 32"), "\(ran.error)")
            }
        }
    }

    @Test func whatADatabaseIsNotFitForIsOneSentence() async throws {
        try await inDatabase { program, url, environment async throws in
            let latin = TestPostgreSQL.sibling(of: url, "latin")
            try TestPostgreSQL.run(
                "CREATE DATABASE \(latin.name) ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0", in: url)
            var environment = environment
            environment["DAYBOOK_DATABASE"] = latin.url
            let ran = try await program.run(["serve", "--port", "0"], environment: environment)
            try TestPostgreSQL.run("DROP DATABASE \(latin.name)", in: url)
            #expect(ran.code == 1 && ran.errorLines.count == 1)
            #expect(
                ran.error.hasSuffix(
                    "can't be used: its texts are in LATIN1; make the database with ENCODING 'UTF8'.\n"),
                "\(ran.error)")
        }
    }

    @Test func aUserWithoutRightsIsToldWhichIsMissing() async throws {
        try await inDatabase { program, url, environment async throws in
            let role = "weak_" + UUID().uuidString.prefix(8).lowercased()
            try TestPostgreSQL.run("CREATE ROLE \(role) LOGIN", in: url)
            var environment = environment
            environment["DAYBOOK_DATABASE"] = url.replacing("//daybook@", with: "//\(role)@")
            let ran = try await program.run(["serve", "--port", "0"], environment: environment)
            try TestPostgreSQL.run("DROP ROLE \(role)", in: url)
            #expect(ran.code == 1 && ran.errorLines.count == 1)
            #expect(
                ran.error.contains("the user of PostgreSQL lacks a right: "), "\(ran.error)")
        }
    }
}

/// What is said of a database without one.
@Suite struct DatabaseAddressTests {
    @Test func aServerThatIsNotThereIsOneSentenceWithoutThePassword() async throws {
        try await Program.inFolder { program async throws in
            let environment = ["DAYBOOK_SECRET_KEY": Data(repeating: 11, count: 32).base64EncodedString()]
            let ran = try await program.run(
                ["user", "list", "--database", "postgres://daybook:hush-hush@127.0.0.1:1/books"],
                environment: environment)
            #expect(ran.code == 1 && ran.errorLines.count == 1 && ran.output.isEmpty)
            #expect(ran.error.contains("PostgreSQL can't be reached"), "\(ran.error)")
            #expect(!ran.error.contains("hush"))
        }
    }

    @Test(arguments: [
        ["--database", "postgres://daybook:hush-hush@db.example:6432/books?sslmode=require&options=x"],
        ["--database", "host=db.example port=6432 user=daybook password=hush-hush dbname=books"],
    ])
    func theConfigurationShowsWhereItIsAndNoPassword(flags: [String]) async throws {
        try await Program.inFolder { program async throws in
            let ran = try await program.run(
                ["serve", "--print-config"] + flags, environment: ["DAYBOOK_DATABASE_PASSWORD": "also-hush"])
            #expect(ran.code == 0 && !ran.output.contains("hush"), "\(ran.output)")
            let line = try #require(ran.lines.first { $0.hasPrefix("database ") })
            #expect(line.contains(" postgres://daybook@db.example:6432/books "), "\(line)")
        }
    }

    @Test(arguments: ["books", "http://db.example/books", "postgres://u:hush@[::1/books", ""])
    func whatIsNoAddressIsRefusedWithoutShowingIt(text: String) async throws {
        try await Program.inFolder { program async throws in
            let flag = try await program.run(["serve", "--database", text])
            #expect(flag.code == 64 && flag.error.contains("--database must be an address like postgres://"))
            let file = try await program.run(["user", "list", "--database", text])
            #expect(file.code == 64 && !file.error.contains("hush"))
            #expect(!flag.error.contains("hush"))
        }
    }
}
