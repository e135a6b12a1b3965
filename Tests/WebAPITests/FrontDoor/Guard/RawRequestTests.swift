import Foundation
import HTTPTypes
import Testing
import WebCore

/// Bytes that no client library would send, over a real socket (FD-2, FD-25).
@Suite struct RawRequestTests {
    private let malformed =
        #"{"Error":"InvalidRequest","Message":"The request is not well-formed HTTP/1.1."}"#
    private let tooLarge =
        #"{"Error":"InvalidRequest","Message":"The request line and headers are larger than 16 KiB or more than 64."}"#

    private func request(_ headers: String, _ line: String = "GET /v2/userpermissions HTTP/1.1") -> String {
        "\(line)\r\nHost: books.example\r\nConnection: close\r\n\(headers)\r\n"
    }

    private func listening(_ body: (RawPort, String, SignedInServer) async throws -> Void) async throws {
        // Slow bodies are another test's; among a thousand tests every answer may be slow.
        var settings = WebSettings()
        settings.bodyBytesPerSecondMin = 0
        try await TestServer.run(settings: settings) { server in
            let token = try #require(server.token)
            try await server.server.listen { port in try await body(port, token, server) }
        }
    }

    @Test func fd2_theHeaderIsTakenOffTheWire() async throws {
        try await listening { port, token, _ in
            for header in [
                "Authorization: KfToken \(token)", "authorization:KfToken \(token)",
                "AUTHORIZATION:   kftoken   \(token)",
                "Authorization: KfToken \(token.uppercased())  \t",
            ] {
                let answer = try await port.exchange(request(header + "\r\n"))
                #expect(
                    answer.status == 200 && answer.body.hasPrefix(#"["FullAccess""#),
                    "\(header): \(answer.text)")
                #expect(
                    answer.has("X-Content-Type-Options: nosniff")
                        && answer.has("Cache-Control: private, no-cache"))
            }
        }
    }

    @Test func fd2_whatIsNoHeaderIsNoToken() async throws {
        try await listening { port, token, _ async throws in
            let headers = [
                "", "Authorization:\r\n", "Authorization: KfToken\r\n",
                "Authorization: KfToken\t\(token)\r\n",
                "Authorization: KfToken {\(token)}\r\n", "Authorization: Bearer \(token)\r\n",
                // Doubled, the same or not.
                "Authorization: KfToken \(token)\r\nAuthorization: KfToken \(token)\r\n",
                "Authorization: KfToken \(token)\r\nauthorization: KfToken 0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12\r\n",
                "Authorization: x\r\nAuthorization: KfToken \(token)\r\n",
                "Authorization: KfToken \(token)\r\nAuthorization:\r\n",
                "Authorization: KfToken \(token), KfToken \(token)\r\n",
                // Latin-1 beyond ASCII.
                "Authorization: KfToken \(token)\u{a0}\r\n", "Authorisation: KfToken \(token)\r\n",
            ]
            for header in headers {
                #expect(try await port.exchange(request(header)).isInvalidToken, "\(header)")
            }
        }
    }

    @Test func fd25_splitAndFoldedHeadersAndControlBytesLetNobodyIn() async throws {
        try await listening { port, token, _ in
            let headers = [
                "Authorization: KfToken\r\n \(token)\r\n", "Authorization:\r\n KfToken \(token)\r\n",
                "Authorization: KfToken \(token)\r\n x\r\n", "Authorization: KfToken \(token)\u{0}\r\n",
                "Authorization: KfToken \u{0}\(token)\r\n", "Authori\u{0}zation: KfToken \(token)\r\n",
                "Authorization : KfToken \(token)\r\n", " Authorization: KfToken \(token)\r\n",
                "Authorization: KfToken \(token)\u{1}\r\n", "Authorization: KfToken \(token)\u{7f}\r\n",
                "X: y\rAuthorization: KfToken \(token)\r\n", "Authorization\r\n: KfToken \(token)\r\n",
                "X\u{0}: y\r\nAuthorization: KfToken \(token)\r\n",
                ": y\r\nAuthorization: KfToken \(token)\r\n",
            ]
            for header in headers {
                let answer = try await port.exchange(request(header))
                let isRefused = answer.isInvalidToken || answer.status == 400 && answer.body == malformed
                #expect(isRefused && answer.count == 1, "\(header.debugDescription): \(answer.text)")
            }
        }
    }

    @Test func fd25_aRequestLineThatIsNoneIs400() async throws {
        try await listening { port, token, _ in
            let right = "Authorization: KfToken \(token)\r\n"
            let lines = [
                "GET /v2/userpermissions", "GET", "G@T /v2/userpermissions HTTP/1.1",
                "GET /v2/user\u{0}permissions HTTP/1.1",
                "GET  HTTP/1.1", "GET /v2/userpermissions HTTP/9.9", "GET /v2/user permissions HTTP/1.1",
                "\u{16}\u{3}\u{1}\u{2}", "{\"UserName\":\"x\"}",
            ]
            for line in lines {
                let answer = try await port.exchange(request(right, line))
                #expect(
                    answer.status == nil || answer.status == 400, "\(line.debugDescription): \(answer.text)")
                #expect(answer.count < 2 && !answer.text.contains("FullAccess"))
            }
        }
    }

    @Test func fd25_twoLengthsAreNotTwoRequests() async throws {
        try await listening { port, token, server in
            let hidden =
                "DELETE /v2/sessiontoken HTTP/1.1\r\nHost: x\r\nAuthorization: KfToken \(token)\r\n\r\n"
            let lengths = [
                "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 0\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n",
                "Content-Length: -1\r\n", "Content-Length: +5\r\n", "Content-Length: 5, 5\r\n",
                "Content-Length: 0x10\r\n", "Content-Length: 99999999999999999999999\r\n",
            ]
            for length in lengths {
                let bytes = "POST /v2/customers HTTP/1.1\r\nHost: x\r\n\(length)\r\n0\r\n\r\n\(hidden)"
                let answer = try await port.exchange(bytes)
                #expect(!answer.text.contains("HTTP/1.1 204"), "\(length): \(answer.text)")
            }
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd25_headersOverSixteenKibibytesOrSixtyFourAre431() async throws {
        try await listening { port, token, _ in
            let right = "Authorization: KfToken \(token)\r\n"
            // Host, Connection and Authorization are three of the 64.
            let many = (1...61).map { "X-\($0): y\r\n" }.joined()
            #expect(try await port.exchange(request(right + many)).status == 200)
            #expect(
                try await port.exchange(
                    request(right + "X-Long: " + String(repeating: "y", count: 15_000) + "\r\n")
                ).status == 200)
            let large = [
                right + many + "X-62: y\r\n",
                right + "X-Long: " + String(repeating: "y", count: 17_000) + "\r\n",
                right + (1...20).map { "X-\($0): " + String(repeating: "y", count: 1_000) + "\r\n" }.joined(),
                "X" + String(repeating: "y", count: 17_000) + ": z\r\n" + right,
            ]
            for headers in large {
                let answer = try await port.exchange(request(headers))
                #expect(answer.status == 431 && answer.body == tooLarge, "\(answer.text)")
                #expect(answer.has("Connection: close") && answer.has("X-Content-Type-Options: nosniff"))
            }
            let line = "GET /v2/customers?searchtext=" + String(repeating: "y", count: 17_000) + " HTTP/1.1"
            let answer = try await port.exchange(request(right, line))
            #expect(answer.status == 431 && answer.body == tooLarge, "\(answer.text)")
        }
    }

    @Test func fd25_aMebibyteOfHeadersIsCutOff() async throws {
        try await listening { port, token, server in
            for header in [
                "Authorization: KfToken " + String(repeating: "0", count: 1 << 20) + "\r\n",
                String(repeating: "X: y\r\n", count: 180_000),
            ] {
                let answer = try await port.exchange(request(header))
                // The refusal may be lost where the client is still writing when the server closes.
                #expect(answer.status == nil || answer.status == 431, "\(answer.text)")
            }
            #expect(try await port.exchange(request("Authorization: KfToken \(token)\r\n")).status == 200)
        }
    }

    @Test func fd25_aBodyOverTheBoundIsRefusedWhetherItsLengthWasToldOrNot() async throws {
        try await listening { port, token, server in
            let right = "Authorization: KfToken \(token)\r\nContent-Type: application/json\r\n"
            let line = "POST /v2/customers HTTP/1.1"
            let told = try await port.exchange(request(right + "Content-Length: 1048577\r\n", line))
            #expect(told.status == 413, "\(told.text)")
            #expect(
                told.body
                    == #"{"Error":"PayloadTooLarge","Message":"The body is larger than 1048576 bytes."}"#)
            let chunk = "10000\r\n" + String(repeating: " ", count: 65_536) + "\r\n"
            let chunks = String(repeating: chunk, count: 17) + "0\r\n\r\n"
            let untold = try await port.exchange(
                request(right + "Transfer-Encoding: chunked\r\n", line) + chunks)
            #expect(untold.status == 413, "\(untold.text.prefix(300))")
            let signIn = try await port.exchange(
                request(
                    "Content-Type: application/json\r\nContent-Length: 5000\r\n",
                    "POST /v2/sessiontoken HTTP/1.1"))
            #expect(signIn.status == 413)
            // A stranger's body isn't read at all.
            let stranger = try await port.exchange(request("Content-Length: 1048577\r\n", line))
            #expect(stranger.isInvalidToken)
            #expect(try await server.get("/v2/customers").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test func anAnswerToHEADHasNoBodySoThatTheNextOneIsReadRightly() async throws {
        try await listening { port, token, _ in
            let host = "Host: x\r\nAuthorization: KfToken \(token)\r\n"
            let first = "HEAD /v2/userpermissions HTTP/1.1\r\n\(host)\r\n"
            let second = "GET /v2/nothing HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"
            let answer = try await port.exchange(first + second)
            #expect(answer.count == 2)
            #expect(answer.text.hasPrefix("HTTP/1.1 200 "))
            let afterFirst = answer.text.components(separatedBy: "\r\n\r\n").dropFirst().first ?? ""
            #expect(afterFirst.hasPrefix("HTTP/1.1 404 "), "\(answer.text)")
        }
    }

    @Test func fd25_anAddressHasOnlySoManyConnections() async throws {
        var settings = WebSettings()
        settings.connectionsPerAddressMax = 2
        try await TestServer.run(settings: settings) { server in
            let token = try #require(server.token)
            let keptAlive =
                "GET /v2/userpermissions HTTP/1.1\r\nHost: x\r\nAuthorization: KfToken \(token)\r\n\r\n"
            try await server.server.listen { port in
                var held: [RawConnection] = []
                for _ in 0..<2 {
                    let connection = try RawConnection(to: port.number)
                    let text = try await port.offThread {
                        connection.send(Array(keptAlive.utf8))
                        return connection.read(until: "]")
                    }
                    #expect(text.hasPrefix("HTTP/1.1 200 "))
                    held.append(connection)
                }
                #expect(try await port.exchange(keptAlive).text.isEmpty)
                held.removeLast()
                // The place is free once the server has seen the other one go.
                var status: Int?
                for _ in 0..<2_000 where status == nil {
                    status = try await port.exchange(request("Authorization: KfToken \(token)\r\n")).status
                }
                #expect(status == 200)
                withExtendedLifetime(held) {}
            }
        }
    }
}
