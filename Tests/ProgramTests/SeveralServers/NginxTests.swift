import Foundation
import TestSupport
import Testing

/// The example of docs/scaling.md, as it stands but for its ports.
@Suite(.enabled(if: TestPostgreSQL.isThere && Nginx.isThere), .serialized)
struct NginxTests {
    @Test func behindTheExampleAnyProcessAnswersAndOneMayGo() async throws {
        try await FourServers.run(["--trusted-proxies", "127.0.0.1"]) { four in
            let servers = four.servers
            try await Nginx.run(in: four.program.folder, before: servers.prefix(2).map(\.port)) { url in
                var client = Client(url: url, folder: four.program.folder)
                try await client.signIn("ines")
                let created = try await client.call("POST", "/customers", #"{"Code":"A/B 1","Name":"Quay"}"#)
                #expect(created.status == 201, "\(created.text)")
                // What is percent-encoded goes on as it came.
                #expect(try await client.call("GET", "/customers/A%2FB%201").status == 200)
                let large = four.program.folder + "/large.json"
                try #"{"Name":"\#(String(repeating: "x", count: 1_100_000))"}"#
                    .write(toFile: large, atomically: true, encoding: .utf8)
                let refused = try await client.call("POST", "/customers", "@" + large)
                #expect(refused["Error"] as? String == "PayloadTooLarge")

                // One stops, in the midst of calls: nobody notices.
                let calls = Task { [client] in
                    var statuses: Set<Int> = []
                    for _ in 0..<60 { statuses.insert(try await client.call("GET", "/customers").status) }
                    return statuses
                }
                await servers[0].stop()
                #expect(try await calls.value == [200])
            }
        }
    }

    /// A 503 is an answer like any other: nginx has none of its own.
    @Test func whileTheDatabaseIsAwayEveryAnswerIsAServersOwn() async throws {
        try await FourServers.run(["--trusted-proxies", "127.0.0.1"]) { four in
            let ports = four.servers.prefix(2).map(\.port)
            let database = try #require(four.environment["DAYBOOK_DATABASE"])
            try await Nginx.run(in: four.program.folder, before: ports) { url in
                var client = Client(url: url, folder: four.program.folder)
                try await client.signIn("ines")
                let created = try await client.call("POST", "/customers", #"{"Code":"A/B 1","Name":"Quay"}"#)
                #expect(created.status == 201, "\(created.text)")
                try await TestPostgreSQL.setAway(true, database)
                for _ in 0..<10 {
                    for (method, path, body) in [
                        ("GET", "/customers", nil), ("POST", "/customers", #"{"Name":"Late"}"#),
                        ("PUT", "/customers/A%2FB%201", #"{"Name":"Late"}"#),
                        ("DELETE", "/customers/A%2FB%201", nil),
                    ] {
                        let answer = try await client.call(method, path, body)
                        #expect(answer.status == 503 && answer["Error"] as? String == "Unavailable")
                        #expect(answer["Message"] as? String == unavailable, "\(method): \(answer.text)")
                    }
                }
                try await TestPostgreSQL.setAway(false, database)
                // From the first call on.
                let changed = try await client.call(
                    "PUT", "/customers/A%2FB%201", #"{"Name":"Quay Bakery"}"#)
                #expect(changed.status == 200, "\(changed.text)")
                #expect(
                    try await client.call("GET", "/customers/A%2FB%201")["Name"] as? String == "Quay Bakery")
            }
        }
    }

    /// A process that dies with a call in hand: what may not be done twice is not sent again, and nobody is told that
    /// nothing was done.
    @Test(arguments: [("PUT", 400), ("DELETE", 404), ("POST", 400), ("GET", 404)])
    func whatMayNotBeDoneTwiceGoesToOneProcess(method: String, living: Int) async throws {
        try await FourServers.run(["--trusted-proxies", "127.0.0.1"]) { four in
            try await four.clients[0].signIn("ines")
            let dying = try DyingServer()
            defer { dying.close() }
            try await Nginx.run(in: four.program.folder, before: [dying.port, four.servers[0].port]) { url in
                var client = Client(url: url, folder: four.program.folder)
                client.token = four.clients[0].token
                let path = method == "POST" ? "/customers" : "/customers/NONE01"
                let body = method == "PUT" || method == "POST" ? "{}" : nil
                var deaths = 0
                for _ in 0..<8 {
                    let before = dying.calls
                    let answer = try await client.call(method, path, body)
                    let died = dying.calls > before
                    deaths += died ? 1 : 0
                    guard died, method != "GET" else {
                        #expect(answer.status == living, "\(answer.text)")
                        continue
                    }
                    #expect(answer.status == 503 && answer["Message"] as? String == mayHaveBeenDone)
                }
                #expect(deaths > 0)
            }
        }
    }
}

private let unavailable = "The data can't be read or written now. Nothing was changed."
private let mayHaveBeenDone =
    "This may have been done, or not. Look, or repeat it with the same Idempotency-Key."
