import Foundation
import Testing
import WebCore

/// What clients of every age may expect of a connection, over a real socket.
@Suite struct ConnectionTests {
    @Test func anOldClientReadsToTheEndOfTheConnection() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            try await server.server.listen { port in
                let began = ContinuousClock.now
                let answer = try await port.exchange(
                    "GET /v2/userpermissions HTTP/1.0\r\nAuthorization: KfToken \(token)\r\n\r\n")
                #expect(answer.status == 200 && answer.body.hasPrefix(#"["FullAccess""#))
                // By itself, and not because the connection was idle for too long.
                #expect(began.duration(to: .now) < server.server.services.settings.idleConnection)
            }
        }
    }

    @Test func whoWaitsWithTheBodyIsToldToGoOn() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            try await server.server.listen { port in
                let connection = try RawConnection(to: port.number)
                let head = """
                    POST /v2/customers HTTP/1.1\r\nHost: books.example\r\nAuthorization: KfToken \(token)\r
                    Content-Type: application/json\r\nContent-Length: 12\r\nExpect: 100-continue\r\n\r\n
                    """
                let (first, second) = try await port.offThread {
                    connection.send(Array(head.utf8))
                    let first = connection.read(until: "\r\n\r\n")
                    connection.send(Array(#"{"Name":"N"}"#.utf8))
                    return (first, connection.read(until: #""Key":"#))
                }
                #expect(first == "HTTP/1.1 100 Continue\r\n\r\n")
                #expect(second.hasPrefix("HTTP/1.1 201 Created\r\n"))
            }
        }
    }

    @Test func whatIsRefusedBeforeAnyRouteIsOneLineInTheLog() async throws {
        try await TestServer.withoutSession { server in
            let lines = LogLines()
            try await server.listen(logger: lines.logger()) { port in
                let noRequest = try await port.exchange("no request\r\n\r\n")
                #expect(noRequest.status == 400)
                let long = String(repeating: "x", count: 20_000)
                let tooLarge = try await port.exchange("GET / HTTP/1.1\r\nHost: a\r\nX: \(long)\r\n\r\n")
                #expect(tooLarge.status == 431)
            }
            let refused = lines.all.filter { $0.hasPrefix("info: refused") }
                .map { $0.split(separator: " ") }
            // Each has its request's id.
            #expect(refused.allSatisfy { $0.count { $0.hasPrefix("hb.request.id=") } == 1 })
            #expect(
                refused.map { $0.filter { !$0.hasPrefix("hb.request.id=") }.joined(separator: " ") } == [
                    "info: refused address=127.0.0.1 error=InvalidRequest route=(not read) status=400",
                    "info: refused address=127.0.0.1 error=InvalidRequest route=(not read) status=431",
                ])
        }
    }

    @Test(arguments: [
        ("no request\r\n\r\n", 400), ("GET /v2/customers HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "x", count: 20_000) + "\r\n\r\n", 431),
    ])
    func fd25_theAnswerUnderWayGoesOutBeforeTheRefusalOfWhatIsBehindIt(broken: String, status: Int)
        async throws
    {
        try await TestServer.run { server in
            let token = try #require(server.token)
            let good = """
                GET /v2/userpermissions HTTP/1.1\r
                Host: books.example\r\nAuthorization: KfToken \(token)\r\n\r\n
                """
            try await server.server.listen { port in
                let answer = try await port.exchange(good + good + broken)
                #expect(answer.count == 3 && answer.status == 200, "\(answer.text)")
                #expect(answer.text.contains("HTTP/1.1 \(status) "))
                #expect(answer.body.hasPrefix(#"{"Error":"InvalidRequest","Message":"#))
            }
        }
    }

    @Test func whatIsSentBehindTheLastRequestSpoilsNotItsAnswer() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            let last = """
                GET /v2/userpermissions HTTP/1.1\r\nHost: books.example\r\nConnection: close\r
                Authorization: KfToken \(token)\r\n\r\n
                """
            try await server.server.listen { port in
                let answer = try await port.exchange(last + "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(answer.count == 1 && answer.status == 200, "\(answer.text)")
            }
        }
    }

    @Test func aRequestWithoutItsHostIsRefused() async throws {
        try await TestServer.withoutSession { server in
            try await server.listen { port in
                for hosts in ["", "Host: a\r\nhost: a\r\n"] {
                    let answer = try await port.exchange("GET /health/live HTTP/1.1\r\n\(hosts)\r\n")
                    #expect(answer.status == 400 && answer.has("Connection: close"))
                    #expect(
                        answer.body
                            == #"{"Error":"InvalidRequest","Message":"The request must name its host: send one Host header."}"#
                    )
                }
                let old = try await port.exchange("GET /health/live HTTP/1.0\r\n\r\n")
                #expect(old.status == 200)
            }
        }
    }
}
