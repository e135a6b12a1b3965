import HTTPTypes
import Testing
import WebCore

/// The header, as it comes off the wire (FD-2).
@Suite struct AuthorizationHeaderTests {
    @Test(arguments: ["KfToken ", "kftoken ", "KFTOKEN ", "kFtOkEn      "])
    func fd2_theSchemeIsReadInAnyCaseWithOneOrMoreSpaces(scheme: String) async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            for sent in [token, token.uppercased()] {
                #expect(
                    try await server.with(nil).get(
                        "/v2/userpermissions", headers: [.authorization: scheme + sent]
                    ).status == .ok)
            }
        }
    }

    @Test func fd2_everyOtherFormHasOneAnswer() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            let bare = token.filter { $0 != "-" }
            let forms = [
                "", " ", "KfToken", "KfToken ", "KfToken\(token)", token, "KfToken\t\(token)",
                "KfToken {\(token)}", "KfToken (\(token))", "KfToken \"\(token)\"",
                "KfToken \(token.dropLast())",
                "KfToken \(token)0", "KfToken \(bare)",
                "KfToken \(bare.prefix(7))-\(bare.dropFirst(7).prefix(5))-\(bare.dropFirst(12))",
                "KfToken \(token.dropLast())g", "KfToken \(token.dropLast())\u{0660}",
                "KfToken \(token.dropLast(2))é",
                "Bearer \(token)", "Basic \(token)", "Kf-Token \(token)", "KfTokens \(token)",
                "ＫfToken \(token)",
                "KfToken \(token), KfToken \(token)", "KfToken \(token),", "KfToken \(token);",
                "KfToken token=\(token)",
                "KfToken 00000000-0000-0000-0000-000000000000",
                "KfToken " + String(repeating: "0", count: 12_000),
                "+fToken \(token)",
            ]
            for form in forms {
                let answer = try await server.with(nil).get(
                    "/v2/userpermissions", headers: [.authorization: form])
                #expect(answer.isRefusal(.invalidToken), "\(form)")
            }
            #expect(try await server.with(nil).get("/v2/userpermissions").isRefusal(.invalidToken))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd2_aRepeatedHeaderIsNoHeader() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            for second in ["KfToken \(token)", "", "Basic x", "KfToken 0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12"]
            {
                for isFirst in [true, false] {
                    var headers = HTTPFields()
                    headers.append(
                        HTTPField(name: .authorization, value: isFirst ? second : "KfToken \(token)"))
                    headers.append(
                        HTTPField(name: .authorization, value: isFirst ? "KfToken \(token)" : second))
                    #expect(
                        try await server.server.ask(.get, "/v2/userpermissions", headers: headers)
                            .isRefusal(.invalidToken))
                }
            }
        }
    }

    @Test func fd2_aTemporaryTokenIsNoSession() async throws {
        try await TestServer.withoutSession { server in
            let challenge = try await server.sendCredentials(server.owner)
            let temporary = try #require(challenge.object["TemporaryToken"] as? String)
            #expect(try await server.use(temporary).isRefusal(.invalidToken))
            // Nor was it spent by that.
            let session = try await server.sendLetters(challenge, of: server.owner)
            #expect(session.status == .ok)
            let external = try await server.installation.frontDoor.issueExternalToken(
                username: server.owner.username, from: .commandLine)
            #expect(try await server.use(external.token).isRefusal(.invalidToken))
        }
    }

    @Test func fd2_otherHeadersChangeNothing() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            let plain = try await server.get("/v2/userpermissions")
            var others: HTTPFields = [
                .origin: "https://evil.example", .userAgent: "x", .cookie: "SessionToken=x",
            ]
            for name in ["X-SessionToken", "X-Authorization", "Proxy-Authorization", "X-Original-URL"] {
                others[try #require(HTTPField.Name(name))] = "KfToken 0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12"
            }
            let same = try await server.get("/v2/userpermissions", headers: others)
            #expect(same.status == .ok && same.text == plain.text && same.headers == plain.headers)
            // And none of them lets anyone in.
            for name in ["X-SessionToken", "X-Authorization", "Proxy-Authorization", "Cookie"] {
                let field = try #require(HTTPField.Name(name))
                for value in [token, "KfToken \(token)", "SessionToken=\(token)"] {
                    #expect(
                        try await server.with(nil).get("/v2/userpermissions", headers: [field: value])
                            .isRefusal(.invalidToken))
                }
            }
        }
    }
}
