import Foundation
import Testing

@Suite struct AlertTests {
    @Test func addedListedReadRemoved() async throws {
        try await Program.withBusiness { program in
            let all = try await program.run(
                "alert", "add", "--title", "Closed on Sunday", "--text", "From 8 to 9.")
            #expect(all.code == 0 && all.output == "Alert 1 is for everyone.\n")
            let own = try await program.run(
                "alert", "add", "--business", "1", "--title", "Renew", "--text", "Soon.")
            #expect(own.output == "Alert 2 is for the users of business 1.\n")

            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                let read = try await client.call("PUT", "/alert/1")
                #expect(read.status == 200 && read.text == #"[{"Id":2,"Title":"Renew","Text":"Soon."}]"#)
                // Beside the server as without one.
                let listed = try await program.run("alert", "list", "--json")
                let rows = try #require(
                    JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
                #expect(rows.map { $0["id"] as? Int } == [2, 1])
                #expect(rows.map { $0["business"] as? Int } == [1, nil])
                #expect(rows.map { $0["readers"] as? Int } == [0, 1])
                #expect(rows.map { $0["title"] as? String } == ["Renew", "Closed on Sunday"])
                #expect(
                    try await program.run("alert", "remove", "--id", "1").output == "Alert 1 is removed.\n")
                #expect(try await client.call("PUT", "/alert/1").status == 404)
            }
            let left = try await program.run("alert", "list")
            #expect(left.lines.count == 2 && left.lines[0].hasPrefix("ID  BUSINESS  TITLE"))
            #expect(left.lines[1].hasPrefix("2   1         Renew  Soon."))
        }
    }

    @Test(arguments: [
        (["alert", "add", "--business", "9", "--title", "A", "--text", "a"], "There is no business 9."),
        (["alert", "add", "--title", " ", "--text", "a"], "Title must have 1 to 200 characters."),
        (["alert", "add", "--title", "A", "--text", "a\nb"], "Text must not have control characters."),
        (["alert", "remove", "--id", "9"], "There is no alert 9."),
    ])
    func aRefusalIsOneLineAndNothingIsAdded(arguments: [String], says: String) async throws {
        try await Program.withBusiness { program in
            let ran = try await program.run(arguments)
            #expect(ran.code == 1 && ran.output.isEmpty && ran.error == "daybook: \(says)\n")
            #expect(try await program.run("alert", "list", "--json").output == "[]\n")
        }
    }

    @Test func anAlertNeedsTitleAndText() async throws {
        try await Program.withBusiness { program async throws in
            for arguments in [
                ["--title", "A"], ["--text", "a"], ["--title", "A", "--text", "a", "--business", "x"],
            ] {
                #expect(try await program.run(["alert", "add"] + arguments).code == 64)
            }
        }
    }
}
