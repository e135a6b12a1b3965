import Foundation
import Testing

/// Letters of the real server, as files.
@Suite struct LetterTests {
    @Test(arguments: [nil, "post/out"] as [String?])
    func fd24_aForgottenPasswordIsGivenAnewByALetter(folder: String?) async throws {
        try await Program.withBusiness { program in
            try await program.addUser("tom", "--email", "tom@harbour.example")
            var flags = [
                "--public-url", "https://books.example/v2", "--mail-from", "Books <books@harbour.example>",
            ]
            if let folder { flags += ["--mail-folder", folder] }
            let server = try await RunningServer(program, flags)
            var client = Client(server, program)
            let asked = try await client.call(
                "POST", "/password", #"{"UserName":"tom","Email":"tom@harbour.example"}"#)
            #expect(asked.status == 200 && asked.text.isEmpty)
            // The stop waits for letters that are on their way.
            #expect(await server.stop() == 0)

            let path = "\(program.folder)/\(folder ?? "daybook-data/mail")"
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            let name = try #require(names.first)
            let letter = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
            #expect(names.count == 1 && name.hasSuffix(".eml"))
            #expect(letter.contains("\r\nFrom: Books <books@harbour.example>\r\n"))
            #expect(letter.contains("\r\nTo: tom <tom@harbour.example>\r\n"))
            let link = letter.replacing("=\r\n", with: "").firstMatch(of: /links\/reset#([0-9a-f-]{36})/)
            let token = try #require(link).output.1

            let next = try await RunningServer(program, flags)
            client = Client(next, program)
            let reset = try await client.call(
                "PUT", "/password/\(token)",
                #"{"UserName":"tom","Email":"tom@harbour.example","Password":"seven-tin-lanterns"}"#)
            #expect(reset.status == 200 && reset.text.isEmpty)
            try await client.signIn("tom", password: "seven-tin-lanterns")
            #expect(await next.stop() == 0)
        }
    }

    @Test(arguments: ["nobody", "Books <books>", "a@b.example, c@d.example"])
    func whatIsNoAddressKeepsTheServerFromStarting(address: String) async throws {
        try await Program.inFolder { program in
            let ran = try await program.run("serve", environment: ["DAYBOOK_MAIL_FROM": address])
            #expect(ran.code == 1 && ran.errorLines.count == 1)
            #expect(ran.error.contains("DAYBOOK_MAIL_FROM in the environment must be an address like"))
        }
    }
}
