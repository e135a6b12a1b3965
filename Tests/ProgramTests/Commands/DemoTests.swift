import Foundation
import TestSupport
import Testing

@Suite struct DemoTests {
    @Test func theSampleIsMadeOnceAndItsCurlWorks() async throws {
        try await Program.inFolder { program in
            let first = try await program.run("demo")
            #expect(first.code == 0, "\(first.error)")
            let again = try await program.run("demo", "--customers", "20")
            #expect(
                again.code == 0 && again.output.contains("exists") && !again.output.contains("Password: "))
            #expect(again.output.contains("with 10 customers and 8 suppliers"))
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
                #expect(try await client.names("/customers?perpage=50").count == 10)
                #expect(try await client.names("/suppliers?perpage=50").count == 8)
            }
        }
    }

    @Test func numbersAndASeedMakeTheSameBesideAServerAndWithoutOne() async throws {
        try await Program.inFolder { program in
            let options = ["demo", "--customers", "510", "--suppliers", "30", "--seed", "7", "--data"]
            let alone = try await program.run(options + ["alone"])
            #expect(alone.output.contains("with 510 customers and 30 suppliers"), "\(alone.error)")
            var listed: [[String]] = []
            try await RunningServer.run(program, ["--data", "alone"]) { server in
                listed.append(try await names(server, program, alone))
            }
            try await RunningServer.run(program, ["--data", "beside"]) { server in
                let beside = try await program.run(options + ["beside"])
                #expect(beside.output.contains("with 510 customers and 30 suppliers"), "\(beside.error)")
                listed.append(try await names(server, program, beside))
            }
            #expect(listed[0] == listed[1] && listed[0].count == 540)
            #expect(listed[0].contains("Anchor Lane Bakery") && Set(listed[0]).count > 520)
        }
    }

    @Test func aSampleThatWasBegunIsFinished() async throws {
        try await Program.inFolder { program in
            // What a run leaves that ends before its first customer: the business, and nobody in it.
            try await program.run("business", "add", "Harbour Joinery Ltd")
            let ran = try await program.run("demo", "--customers", "12")
            #expect(ran.output.contains("is business 1, with 12 customers and 8 suppliers"), "\(ran.error)")
            #expect(ran.value(of: "Password") != nil)
            #expect(try await program.run("business", "list").lines.count == 2)
        }
    }

    @Test(arguments: [
        ["--customers", "-1"], ["--customers", "1000001"], ["--suppliers", "many"], ["--seed", "-1"],
    ])
    func aNumberOutOfBoundsIsWrongUsageAndMakesNothing(options: [String]) async throws {
        try await Program.inFolder { program in
            let ran = try await program.run(["demo"] + options)
            #expect(ran.code == 64 && ran.error.contains(options[0]), "\(ran.error)")
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data"))
        }
    }

    @Test func twoSamplesHaveOtherPasswords() async throws {
        try await Program.inFolder { program in
            let one = try await program.run("demo", "--data", "one", "--seed", "5")
            let two = try await program.run("demo", "--data", "two", "--seed", "5")
            #expect(one.value(of: "Password") != two.value(of: "Password"))
        }
    }

    @Test(arguments: [("ines", nil), ("tom", "ines@harbour-joinery.example")] as [(String, String?)])
    func anotherUserOfItsOwnersNameOrAddressIsLeftAlone(username: String, email: String?) async throws {
        try await Program.inFolder { program in
            try await program.run("business", "add", "Other Ltd")
            let added =
                if let email {
                    try await program.addUser(username, "--email", email)
                } else {
                    try await program.addUser(username)
                }
            #expect(added.code == 0, "\(added.error)")
            let ran = try await program.run("demo")
            #expect(ran.code == 1 && ran.error.contains(email ?? username))
            #expect(try await program.run("business", "list").lines.count == 2)
        }
    }

    /// The names of its customers and suppliers.
    private func names(_ server: RunningServer, _ program: Program, _ made: Ran) async throws -> [String] {
        var client = Client(server, program)
        try await client.signIn(
            "ines", password: try #require(made.value(of: "Password")),
            word: try #require(made.value(of: "Word")))
        return try await client.names("/customers?perpage=1000&sortby=Name")
            + client.names("/suppliers?perpage=1000&sortby=Name")
    }
}

extension Client {
    fileprivate func names(_ path: String) async throws -> [String] {
        let rows = try #require(try await call("GET", path)["Data"] as? [[String: Any]])
        return rows.compactMap { $0["Name"] as? String }
    }
}

extension Ran {
    fileprivate func value(of name: String) -> String? {
        lines.first { $0.contains("\(name): ") }?.split(separator: " ").last.map(String.init)
    }
}
