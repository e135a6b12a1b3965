import Foundation
import TestSupport
import Testing

@Suite struct DemoTests {
    @Test func theSampleIsMadeOnceAndItsCurlWorks() async throws {
        try await Program.inFolder { program in
            let first = try await program.run("demo")
            #expect(first.code == 0, "\(first.error)")
            let again = try await program.run("demo")
            #expect(
                again.code == 0 && again.output.contains("exists") && !again.output.contains("Password: "))
            #expect(
                try await program.run("business", "list", "--json").output.contains("Harbour Joinery Ltd"))
            #expect(try await program.run("business", "list").lines.count == 2)

            let password = try #require(first.value(of: "Password"))
            let word = try #require(first.value(of: "Word"))
            #expect(password.count >= 15 && (8...20).contains(word.count))
            try await RunningServer.run(program) { server in
                let curl = try #require(first.lines.first { $0.contains("curl ") })
                    .replacingOccurrences(of: "http://127.0.0.1:8080/v2", with: server.url)
                let ran = try await ChildProcess.run("/bin/sh", ["-c", curl], in: program.folder)
                #expect(ran.output.contains("TemporaryToken"), "\(ran.output)\(ran.error)")

                var client = Client(server, program)
                try await client.signIn("ines", password: password, word: word)
                let page = try await client.call("GET", "/customers?perpage=50")
                #expect((page["Data"] as? [Any])?.count == 10)
            }
        }
    }

    @Test func twoSamplesHaveOtherPasswords() async throws {
        try await Program.inFolder { program in
            let one = try await program.run("demo", "--data", "one")
            let two = try await program.run("demo", "--data", "two")
            #expect(one.value(of: "Password") != two.value(of: "Password"))
        }
    }

    @Test func anotherUserOfThatNameIsLeftAlone() async throws {
        try await Program.inFolder { program in
            try await program.run("business", "add", "Other Ltd")
            try await program.addUser("ines")
            let ran = try await program.run("demo")
            #expect(ran.code == 1 && ran.error.contains("ines"))
            #expect(try await program.run("business", "list").lines.count == 2)
        }
    }
}

extension Ran {
    fileprivate func value(of name: String) -> String? {
        lines.first { $0.contains("\(name): ") }?.split(separator: " ").last.map(String.init)
    }
}
