import Foundation
import Testing

@Suite struct BackupTests {
    @Test func aBackupIsRestoredAndVerified() async throws {
        try await Program.inFolder { program in
            try await program.run("demo")
            #expect(try await program.run("backup", "one.tar", "--include-secret-key").code == 0)
            let restored = try await program.run("restore", "one.tar", "--data", "new")
            #expect(restored.code == 0 && restored.output.contains("1 book"), "\(restored.error)")
            #expect(try await program.run("verify", "--data", "new").code == 0)
            let users = try await program.run("user", "list", "--data", "new", "--json")
            #expect(try await program.run("user", "list", "--json").output == users.output)
        }
    }

    @Test func fd14_theKeyThatWasKeptApartOpensTheWords() async throws {
        try await Program.withBusiness { program in
            try await program.run("backup", "one.tar")
            let kept = "daybook-data/secret.key"
            let restored = try await program.run(
                "restore", "one.tar", "--data", "new", "--secret-key-file", kept)
            #expect(restored.code == 0 && !restored.output.contains("lost"), "\(restored.error)")
            try await RunningServer.run(program, ["--data", "new"]) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                let page = try await client.call("GET", "/customers")
                #expect(page.status == 200)
            }

            let without = try await program.run("restore", "one.tar", "--data", "other")
            #expect(without.code == 0 && without.output.contains("memorable words are lost"))
            let wrong = try await program.run(
                "restore", "one.tar", "--data", "third", "--secret-key-file", "other/secret.key")
            #expect(wrong.code == 1 && wrong.error.contains("secret key"))
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/third/control.sqlite"))
        }
    }

    @Test func anExistingFileAndAFullFolderAreKept() async throws {
        try await Program.withBusiness { program in
            try await program.run("backup", "one.tar")
            let again = try await program.run("backup", "one.tar")
            #expect(again.code == 1 && again.error.contains("one.tar exists"))
            let over = try await program.run("restore", "one.tar")
            #expect(over.code == 1 && over.error.contains("not empty"))
            #expect(
                try await program.run("restore", "one.tar", "--replace").output.contains(
                    "What was there is in"))
        }
    }

    @Test func verifyNamesTheFileThatIsDamaged() async throws {
        try await Program.withBusiness { program in
            let book = program.folder + "/daybook-data/books/1.sqlite"
            try Data("this is no database, though it has its name ".utf8).write(
                to: URL(fileURLWithPath: book))
            let ran = try await program.run("verify")
            #expect(ran.code == 1 && ran.errorLines.count == 1 && ran.error.contains("books/1.sqlite"))
        }
    }

    @Test func restoreRefusesWhatAServerHas() async throws {
        try await Program.withBusiness { program in
            try await program.run("backup", "one.tar")
            try await RunningServer.run(program) { _ in
                let ran = try await program.run("restore", "one.tar", "--replace")
                #expect(ran.code == 1 && ran.error.contains("is in use by process"))
            }
        }
    }
}
