import Foundation
import Testing

@Suite struct SecrecyTests {
    /// Everything that a caller or an operator does with secrets, at the most talkative level, then a look for each.
    @Test(arguments: ["text", "json"])
    func fd23_noSecretIsInAnyLog(format: String) async throws {
        try await Program.withBusiness { program in
            var secrets = [
                Program.password, Program.word, "marked-wrong-password", "lighthouse22",
                "second-long-password",
            ]
            var printed = ""
            let key = try String(contentsOfFile: program.folder + "/daybook-data/secret.key", encoding: .utf8)
            secrets.append(key.trimmingCharacters(in: .whitespacesAndNewlines))
            let server = try await RunningServer(
                program,
                ["--log-level", "trace", "--log-format", format, "--public-url", "https://books.example/v2"])
            var client = Client(server, program)
            secrets += try await client.signIn("ines")
            _ = try await client.call("POST", "/customers", #"{"Name":"Kites","Note":"marked-note"}"#)
            secrets.append("marked-note")
            let pia = """
                {"FullName":"Pia","Username":"pia","Email":"pia@harbour.example","RoleId":5,\
                "Password":"marked-made-password","MemorableWord":"markedword77"}
                """
            for isReplay in [false, true] {
                let made = try await client.call(
                    "POST", "/users", pia, headers: ["Idempotency-Key: marked-key-77"])
                #expect(made.status == 201 && made.isReplay == isReplay, "\(made.text)")
            }
            secrets += ["marked-made-password", "markedword77", "marked-key-77"]
            _ = try await client.call(
                "POST", "/sessiontoken", #"{"UserName":"ines","Password":"marked-wrong-password"}"#)
            _ = try await client.call(
                "POST", "/sessiontoken", #"{"UserName":"marked-wrong-password","Password":"x"}"#)
            _ = try await client.call(
                "POST", "/sessiontoken", #"{"UserName":"ines","Password":"marked-wrong"#)
            let other = client.token ?? ""
            secrets += try await client.signIn("ines")
            _ = try await client.call("DELETE", "/sessiontoken/\(other)")
            _ = try await client.call("DELETE", "/sessiontoken/\(UUID().uuidString)")
            let issued = try await program.run("external-token", "issue", "--username", "ines", "--json")
            let object = try JSONSerialization.jsonObject(with: Data(issued.output.utf8)) as? [String: Any]
            let external = try #require(object?["token"] as? String)
            secrets.append(external)
            _ = try await client.call("GET", "/sessiontoken?externalToken=\(external)&uid=1")
            _ = try await client.call("GET", "/customers?token=marked-query")
            secrets.append("marked-query")
            try await program.addUser("tom")
            try await program.run(
                "user", "set-password", "--username", "tom", input: "second-long-password\nlighthouse22\n")
            try await program.run("user", "add", "--business", "1", "--username", "pen")
            let link = try await program.run("user", "activation-link", "--username", "pen")
            secrets.append(
                try #require(link.output.split(separator: "#").last?.trimmingCharacters(in: .newlines)))
            try await program.run("secret", "rotate")
            printed += try await program.run("log", "security", "--json").output
            printed += try await program.run("session", "list").output
            #expect(await server.stop() == 0)
            printed += server.log.text

            #expect(secrets.count >= 13 && secrets.allSatisfy { $0.count >= 8 })
            for secret in secrets {
                #expect(!printed.lowercased().contains(secret.lowercased()), "a secret was logged: \(secret)")
            }
            #expect(server.log.text.contains("user set-password") && printed.contains("password-refused"))
        }
    }
}
