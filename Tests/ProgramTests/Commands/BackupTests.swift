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
            #expect(ran.code == 1)
            #expect(ran.error == "daybook: books/1.sqlite: file is not a database (SQLite 26)\n")
        }
    }

    @Test func anEmptyBookIsALoss() async throws {
        try await Program.withBusiness { program in
            try Data().write(to: URL(fileURLWithPath: program.folder + "/daybook-data/books/1.sqlite"))
            let ran = try await program.run("verify")
            #expect(ran.code == 1 && ran.error == "daybook: books/1.sqlite: the file is empty\n")
        }
    }

    @Test(arguments: [true, false])
    func booksWithoutControlAreGivenToNobody(isEmpty: Bool) async throws {
        try await Program.inFolder { program in
            try await program.run("demo")
            let control = program.folder + "/daybook-data/control.sqlite"
            try FileManager.default.removeItem(atPath: control)
            if isEmpty { try Data().write(to: URL(fileURLWithPath: control)) }
            for command in [["business", "add", "Newcomer"], ["verify"], ["serve", "--port", "0"]] {
                let ran = try await program.run(command)
                #expect(ran.code == 1 && ran.output.isEmpty && ran.errorLines.count == 1)
                #expect(ran.error.contains("control.sqlite is missing or empty"), "\(ran.error)")
            }
        }
    }

    @Test func aRefusedRestoreLeavesNothingBehind() async throws {
        try await Program.withBusiness { program in
            try await program.run("backup", "one.tar")
            let other = program.folder + "/other"
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
            try Data("kept".utf8).write(to: URL(fileURLWithPath: other + "/kept.txt"))
            let ran = try await program.run("restore", "one.tar", "--data", "other")
            #expect(ran.code == 1 && ran.error.contains("not empty"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["kept.txt"])
        }
    }

    @Test func whatCanNotBeABackupIsNamedAsItWasGiven() async throws {
        try await Program.withBusiness { program in
            let folder = try await program.run("restore", ".", "--data", "new")
            #expect(folder.code == 1 && folder.errorLines.count == 1)
            #expect(folder.error.hasSuffix(": can't be read.\n"), "\(folder.error)")
            let nowhere = try await program.run("backup", "no/such/folder.tar")
            #expect(nowhere.error.hasSuffix("/no/such/folder.tar: No such file or directory.\n"))
        }
    }

    @Test func theFoldersSettingsOutliveARestore() async throws {
        try await Program.withBusiness { program in
            try await program.run("backup", "one.tar")
            let file = program.folder + "/daybook-data/daybook.yaml"
            try Data("lockout: gentle\n".utf8).write(to: URL(fileURLWithPath: file))
            #expect(try await program.run("restore", "one.tar", "--replace").code == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "lockout: gentle\n")
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
