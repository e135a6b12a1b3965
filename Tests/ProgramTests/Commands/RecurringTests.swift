import Foundation
import Testing

@Suite struct RecurringTests {
    private let rent = #"""
        {"Description":"Rent","StartDate":"2024-01-31","Frequency":{"Type":"Monthly","DayOfMonth":31},
        "Duration":{"Type":"RecurCount","RecurCount":3},"InvoiceDetails":{"CustomerCode":"HARB01",
        "LineItems":[{"Description":"Rent","Rate":500}]}}
        """#

    @Test func aServerCatchesUpAtItsStartAndNothingIsMadeTwice() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                let customer = try await client.call(
                    "POST", "/customers", #"{"Code":"HARB01","Name":"Harbour"}"#)
                #expect(customer.status == 201)
                #expect(try await client.call("POST", "/recurringinvoices", rent).status == 201)
                #expect(try await total(client) == 0)
            }
            try await RunningServer.run(program, ["--log-level", "info"]) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                // The run begins with the server and may end after it listens.
                #expect(await server.log.line { $0.contains("recurring invoices") } != nil)
                #expect(try await total(client) == 3)
                // Beside the server as without one.
                let ran = try await program.run("recurring", "run", "--business", "1")
                #expect(ran.code == 0 && ran.output == "Business 1: 0 invoices were made.\n", "\(ran)")
                #expect(try await total(client) == 3)
            }
        }
    }

    @Test func theCommandMakesWhatIsDueUpToADay() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                _ = try await client.call("POST", "/customers", #"{"Code":"HARB01","Name":"Harbour"}"#)
                #expect(try await client.call("POST", "/recurringinvoices", rent).status == 201)
                let ran = try await program.run("recurring", "run", "--business", "1", "--date", "2024-02-29")
                #expect(ran.output == "Business 1: 2 invoices were made.\n", "\(ran)")
                #expect(try await total(client) == 2)
            }
            #expect(
                try await program.run("recurring", "run").output == "Business 1: 1 invoice was made.\n")
        }
    }

    @Test(arguments: [
        (["--business", "9"], "There is no business 9."),
        (["--business", "1", "--date", "someday"], "someday is not a date: write it as 2026-03-09."),
    ])
    func aRefusalIsOneLine(arguments: [String], says: String) async throws {
        try await Program.withBusiness { program in
            let ran = try await program.run(["recurring", "run"] + arguments)
            #expect(ran.code == 1 && ran.output.isEmpty && ran.error == "daybook: \(says)\n")
        }
    }

    private func total(_ client: Client) async throws -> Int {
        let answer = try await client.call("GET", "/invoices")
        let data = try #require(answer["MetaData"] as? [String: Any], "\(answer.text)")
        return try #require(data["TotalRecords"] as? Int)
    }
}
