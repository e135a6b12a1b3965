import Foundation
import TestSupport
import Testing

/// Four servers on one fresh PostgreSQL database, with a business and its owner `ines`.
struct FourServers {
    let program: Program
    /// What names the database to every command.
    let environment: [String: String]
    let servers: [RunningServer]
    var clients: [Client]

    /// - Parameter arguments: of each `serve`.
    static func run(_ arguments: [String] = [], _ body: (inout FourServers) async throws -> Void) async throws
    {
        try await TestPostgreSQL.withDatabase { url in
            try await Program.inFolder { program in
                let environment = [
                    "DAYBOOK_DATABASE": url,
                    "DAYBOOK_SECRET_KEY": Data(repeating: 11, count: 32).base64EncodedString(),
                ]
                // They start together on an empty database: one makes the tables, and none minds.
                let servers = try await started(program, arguments + ["--metrics-port", "0"], environment)
                var four = FourServers(
                    program: program, environment: environment, servers: servers,
                    clients: servers.map { Client($0, program) })
                let result: Result<Void, any Error>
                do {
                    try await four.addInes()
                    result = .success(try await body(&four))
                } catch {
                    result = .failure(error)
                }
                for server in servers { #expect(await server.stop() == 0, "\(server.log.text)") }
                try result.get()
            }
        }
    }

    private static func started(
        _ program: Program, _ arguments: [String], _ environment: [String: String]
    ) async throws -> [RunningServer] {
        let all = (0..<4).map { _ in
            Task { try await RunningServer(program, arguments, environment: environment) }
        }
        var servers: [RunningServer] = []
        var failure: (any Error)?
        for task in all {
            do {
                servers.append(try await task.value)
            } catch {
                failure = error
            }
        }
        guard let failure else { return servers }
        for server in servers { await server.stop() }
        throw failure
    }

    private func addInes() async throws {
        try await command("business", "add", "Harbour Joinery Ltd")
        try await command(
            "user", "add", "--business", "1", "--username", "ines", "--admin", "--password-stdin",
            input: "\(Program.password)\n\(Program.word)\n")
    }

    /// A command in a process of its own, beside the servers.
    func command(_ arguments: String..., input: String = "") async throws {
        let ran = try await program.run(arguments, input: input, environment: environment)
        try #require(ran.code == 0, "\(ran.error)")
    }

    /// Signs `ines` in at one of them; every one then answers her from memory.
    mutating func signIn(at place: Int = 0) async throws {
        try await clients[place].signIn("ines")
        for other in clients.indices {
            clients[other].token = clients[place].token
            #expect(try await clients[other].call("GET", "/customers").status == 200)
        }
    }

    /// What each of them says to `ines` a second from now; until then she calls them over and over.
    func aSecondLater() async throws -> [String] {
        let began = ContinuousClock.now
        return try await withThrowingTaskGroup(of: (place: Int, answer: String).self) { group in
            for (place, client) in zip(clients.indices, clients) {
                group.addTask { (place, try await client.answer(aSecondAfter: began)) }
            }
            return try await group.reduce(into: clients.map { _ in "" }) { $0[$1.place] = $1.answer }
        }
    }

    /// Calls all four side by side, `count` times together: what came, in no order.
    func call(
        _ count: Int, _ method: String, _ path: String, headers: [String] = [],
        _ body: @escaping @Sendable (Int) -> String
    ) async throws -> [Client.Answer] {
        try await withThrowingTaskGroup(of: Client.Answer.self) { group in
            for number in 0..<count {
                let client = clients[number % clients.count]
                group.addTask { try await client.call(method, path, body(number), headers: headers) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// How many passwords all of them have hashed.
    func hashes() async throws -> Int {
        var hashes = 0
        for (server, client) in zip(servers, clients) {
            let line = try #require(await server.log.line { $0.contains("/metrics") })
            let page = try await client.call(
                "GET", try #require(line.split(separator: " ").last.map(String.init)))
            let sample = page.text.split(separator: "\n").first {
                $0.hasPrefix("daybook_password_hashes_total ")
            }
            hashes += try #require(sample?.split(separator: " ").last.flatMap { Int($0) }, "\(page.text)")
        }
        return hashes
    }
}

extension Client {
    /// The first answer to a call that began a second after `instant`: an error's name, or the status.
    func answer(aSecondAfter instant: ContinuousClock.Instant) async throws -> String {
        while true {
            let isLate = instant.duration(to: .now) >= .seconds(1)
            let answer = try await call("GET", "/customers")
            if isLate { return answer["Error"] as? String ?? String(answer.status) }
        }
    }
}
