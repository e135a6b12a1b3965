import Foundation
import Testing

@Suite struct AddressTests {
    @Test func anAddressIsListedAndTakenOff() async throws {
        try await Program.withBusiness { program in
            let nobody = try await program.run("address", "list", "--business", "1")
            #expect(nobody.output == "Business 1 takes calls from any address.\n")
            let added = try await program.run(
                "address", "add", "--business", "1", "203.0.113.7/24", "--comment", "The workshop")
            #expect(added.code == 0 && added.output == "203.0.113.0/24 is on the list of business 1.\n")
            #expect(
                try await program.run("address", "list", "--business", "1", "--json").output
                    == #"[{"id":1,"address":"203.0.113.0/24","comment":"The workshop"}]"# + "\n")
            let listed = try await program.run("address", "list", "--business", "1").lines
            #expect(listed.count == 3 && listed[1] == "1   203.0.113.0/24  The workshop")

            let again = try await program.run("address", "add", "--business", "1", "203.0.113.0/24")
            #expect(again.code == 1 && again.error == "daybook: 203.0.113.0/24 is on the list already.\n")
            let removed = try await program.run("address", "remove", "--business", "1", "203.0.113.0/24")
            #expect(removed.output == "203.0.113.0/24 is off the list of business 1.\n")
            #expect(try await program.run("address", "list", "--business", "1", "--json").output == "[]\n")
            let newest = try await program.run("log", "security", "--limit", "2", "--json").output
            #expect(newest.contains("address-removed") && newest.contains("address-allowed"))
        }
    }

    @Test(arguments: [
        (["add", "--business", "1", "everywhere"], "Address must be an address or a block"),
        (["remove", "--business", "1", "everywhere"], "Address must be an address or a block"),
        (["remove", "--business", "1", "203.0.113.9"], "There is no address 203.0.113.9 on the list."),
        (["add", "--business", "9", "203.0.113.9"], "There is no business 9."),
        (["remove", "--business", "9", "203.0.113.9"], "There is no business 9."),
        (["list", "--business", "9"], "There is no business 9."),
        (["off", "--business", "9"], "There is no business 9."),
    ])
    func aRefusalIsOneLineAndOne(arguments: [String], names: String) async throws {
        try await Program.withBusiness { program in
            let ran = try await program.run(["address"] + arguments)
            #expect(ran.code == 1 && ran.output.isEmpty && ran.errorLines.count == 1)
            #expect(ran.error.contains(names), "\(ran.error)")
        }
    }

    /// Whoever shut themselves out calls the operator.
    @Test func theOperatorLetsThemInBesideTheServer() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                let on = #"{"AccessToSpecificIPAddressesOnly":true}"#
                #expect(try await client.call("PUT", "/settings/api", on).status == 400)
                #expect(
                    try await client.call("POST", "/api/settings/ipaddress", #"{"Address":"127.0.0.1"}"#)
                        .status == 201)
                #expect(try await client.call("PUT", "/settings/api", on).status == 200)
                #expect(try await client.call("GET", "/customers").status == 200)

                try await program.run("address", "remove", "--business", "1", "127.0.0.1")
                let refused = try await client.call("GET", "/customers")
                #expect(refused.status == 401 && refused.text.contains("Calls from this address"))
                let listed = try await program.run("address", "list", "--business", "1")
                #expect(listed.output == "Business 1 takes calls from these addresses only.\n")
                let off = try await program.run("address", "off", "--business", "1")
                #expect(off.output == "Business 1 takes calls from any address.\n")
                #expect(try await client.call("GET", "/customers").status == 200)
            }
        }
    }
}
