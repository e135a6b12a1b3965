import Foundation
import Testing

@Suite struct BesideServerTests {
    @Test func commandsRunInsideTheServerAndHoldAtOnce() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                #expect(try await client.call("GET", "/customers").status == 200)

                #expect(try await program.run("user", "lock", "--username", "ines").code == 0)
                #expect(try await client.call("GET", "/customers").text.contains("AccountLocked"))
                #expect(try await program.run("user", "unlock", "--username", "ines").code == 0)
                try await program.run("subscription", "renew", "--business", "1", "--until", "2020-12-31")
                #expect(try await client.call("GET", "/customers").text.contains("SubscriptionExpired"))
                try await program.run("subscription", "renew", "--business", "1")
                #expect(try await client.call("GET", "/customers").status == 200)

                #expect(try await program.run("session", "list").lines.count == 2)
                #expect(try await program.run("session", "revoke", "--all").output == "1 session ended.\n")
                #expect(try await client.call("GET", "/customers").text.contains("InvalidSessionToken"))
                #expect(await server.log.line { $0.contains("command=\"session revoke\"") } != nil)
            }
        }
    }

    @Test func inputPathsRefusalsAndCodesComeThrough() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                let added = try await program.addUser("tom", "--role", "Full Access")
                #expect(added.code == 0 && added.output == "User tom (2) works in business 1.\n")
                var client = Client(server, program)
                try await client.signIn("tom")
                let again = try await program.addUser("tom")
                #expect(again.code == 1 && again.output.isEmpty)
                #expect(again.error == "daybook: The user name tom is taken.\n")

                // The path is the caller's: the server stands elsewhere.
                try FileManager.default.createDirectory(
                    atPath: program.folder + "/elsewhere", withIntermediateDirectories: false)
                let elsewhere = Program(folder: program.folder + "/elsewhere")
                let backup = try await elsewhere.run("backup", "one.tar", "--data", "../daybook-data")
                #expect(backup.code == 0, "\(backup.error)")
                #expect(FileManager.default.fileExists(atPath: elsewhere.folder + "/one.tar"))
                #expect(try await program.run("verify").code == 0)
            }
        }
    }

    @Test func aBusinessIsRemovedUnderAServer() async throws {
        try await Program.withBusiness { program in
            try await program.run("business", "add", "Second Ltd")
            try await program.run("membership", "add", "--business", "2", "--username", "ines", "--role", "1")
            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                #expect(try await program.run("business", "remove", "--business", "1").code == 0)
                #expect(try await client.call("GET", "/customers").status == 401)
                #expect(
                    !FileManager.default.fileExists(atPath: program.folder + "/daybook-data/books/1.sqlite"))
                try await client.signIn("ines")
                #expect(try await client.call("GET", "/customers").status == 200)
            }
        }
    }

    @Test func theExternalTokenSignsInOnce() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                let issued = try await program.run("external-token", "issue", "--username", "ines", "--json")
                let object =
                    try JSONSerialization.jsonObject(with: Data(issued.output.utf8)) as? [String: Any]
                let token = try #require(object?["token"] as? String)
                let uid = try #require(object?["uid"] as? Int)
                let client = Client(server, program)
                let path = "/sessiontoken?externalToken=\(token)&uid=\(uid)"
                #expect(try await client.call("GET", path)["SessionToken"] is String)
                #expect(try await client.call("GET", path).status == 401)
            }
        }
    }

    @Test func manyCommandsAtOnceAreAllDone() async throws {
        try await Program.withBusiness { program in
            let names = (1...12).map { "Business \($0)" }
            let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
                for name in names { group.addTask { try await program.run("business", "add", name).code } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.allSatisfy { $0 == 0 })
            #expect(try await program.run("business", "list").lines.count == 14)
        }
    }
}
