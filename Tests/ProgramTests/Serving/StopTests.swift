import Foundation
import Testing

@Suite struct StopTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func whatIsInFlightIsFinished(signal: Int32) async throws {
        try await Program.withBusiness { program in
            let server = try await RunningServer(program)
            var client = Client(server, program)
            let token = try #require(try await client.signIn("ines").last)
            let body = #"{"Name":"Quayside Kites Ltd"}"#
            let connection = try RawConnection(port: server.port)
            connection.send(
                "POST /v2/customers HTTP/1.1\r\nHost: a\r\nAuthorization: KfToken \(token)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n{")
            // Whatever else is answered after it, the half of the request is in.
            _ = try await client.call("GET", "/customers")
            server.signalStop(signal)
            _ = await server.log.line { $0.contains("stopping") }
            connection.send(String(body.dropFirst()))
            let answer = String(decoding: try #require(await connection.rest()), as: UTF8.self)
            #expect(answer.hasPrefix("HTTP/1.1 201 "), "\(answer)")
            #expect(await server.ended() == 0)

            // It was kept, and so was the session.
            try await RunningServer.run(program) { again in
                var client = Client(again, program)
                client.token = token
                let page = try await client.call("GET", "/customers")
                #expect(page.text.contains("Quayside Kites Ltd"))
            }
        }
    }

    @Test func anIdleConnectionHoldsNobodyUp() async throws {
        try await Program.withBusiness { program in
            let server = try await RunningServer(program)
            let idle = try RawConnection(port: server.port)
            let kept = try RawConnection(port: server.port)
            kept.send("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = try await Client(server, program).call("GET", "/customers")
            let began = ContinuousClock.now
            #expect(await server.stop() == 0)
            #expect(began.duration(to: .now) < .seconds(10))
            #expect(await idle.rest() != nil)
            #expect(await kept.rest() != nil)
        }
    }

    @Test func everythingIsInTheFilesAfterwards() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                _ = try await client.call("POST", "/customers", #"{"Name":"Quayside Kites Ltd"}"#)
            }
            let names = try FileManager.default.subpathsOfDirectory(atPath: program.folder + "/daybook-data")
            #expect(
                names.sorted() == ["books", "books/1.sqlite", "control.sqlite", "daybook.lock", "secret.key"])
        }
    }
}
