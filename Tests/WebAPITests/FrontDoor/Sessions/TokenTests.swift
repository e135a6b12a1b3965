import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor
@testable import WebCore

/// What a session token is, where it is kept, and where it never shows (FD-6).
@Suite struct TokenTests {
    @Test func fd6_aTokenIsAVersionFourGUIDAndANewOneEachTime() async throws {
        var settings = FrontDoorSettings()
        settings.sessionsPerIdentityMax = 1_000
        try await TestServer.run(frontDoor: settings) { server in
            var seen: Set<String> = []
            for _ in 0..<200 {
                let switched = try await server.server.ask(
                    .get, "/v2/sessiontoken/\(server.server.business)", token: server.token)
                let token = try switched.sessionToken
                #expect(
                    token.wholeMatch(
                        of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
                        != nil)
                #expect(seen.insert(token).inserted)
            }
            #expect(try await server.server.use(server.token).status == .ok)
        }
    }

    @Test func fd6_onlyItsSHA256IsStored() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            let challenge = try await server.server.sendCredentials(server.server.owner)
            let temporary = try #require(challenge.object["TemporaryToken"] as? String)
            let external = try await server.server.installation.frontDoor.issueExternalToken(
                username: server.server.owner.username, from: .commandLine
            ).token
            try await server.server.installation.frontDoor.flushLastUse()

            let hash = try #require(TokenHash(token: token)).hex
            let stored = try await server.server.installation.frontDoor.store.read { transaction in
                try transaction.all("SELECT hash FROM session") { $0.text(0) }
            }
            #expect(stored == [hash])
            let kept = try server.server.place.bytes(ofBook: server.server.business)
            #expect(kept.keys.contains("control.sqlite") || kept.keys.contains("control"))
            for (name, bytes) in kept {
                for secret in [token, temporary, external] {
                    let bare = secret.filter { $0 != "-" }
                    for form in [secret, secret.uppercased(), bare, bare.uppercased()] {
                        #expect(bytes.range(of: Data(form.utf8)) == nil, "\(name)")
                    }
                }
            }
        }
    }

    @Test func fd6_aGuessIsNoTokenHoweverNear() async throws {
        try await TestServer.run { server in
            let token = Array(try #require(server.token))
            for place in token.indices where token[place] != "-" {
                var guess = token
                guess[place] = guess[place] == "0" ? "1" : "0"
                #expect(
                    try await server.server.ask(.get, "/v2/userpermissions", token: String(guess)).isRefusal(
                        .invalidToken))
            }
            // What is stored is no key to the door either.
            let hash = try #require(TokenHash(token: String(token))).hex
            let digits = Array(hash.prefix(32))
            let shaped = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(
                separator: "-")
            for guess in [hash, shaped, "00000000-0000-0000-0000-000000000000", "1", "null"] {
                #expect(try await server.server.use(guess).isRefusal(.invalidToken))
            }
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    /// A token brought along by a caller never becomes a session.
    @Test func fd6_noTokenIsTakenFromTheCaller() async throws {
        try await TestServer.withoutSession { server in
            let wish = "0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12"
            let challenge = try await server.sendCredentials(server.owner)
            let temporary = try #require(challenge.object["TemporaryToken"] as? String)
            #expect(temporary != wish)
            let letters = try #require(challenge.object["MemorableWordList"] as? [[String: Any]]).map {
                letter in
                let position = try #require(letter["Position"] as? Int)
                return #"{"Position":\#(position),"Value":"\#(Array(server.owner.word)[position - 1])"}"#
            }.joined(separator: ",")
            let body =
                #"{"SessionToken":"\#(wish)","TemporaryToken":"\#(temporary)","MemorableWordList":[\#(letters)]}"#
            let entered = try await server.send(
                .put, "/v2/sessiontoken", Array(body.utf8), token: wish, loosely: true)
            #expect(entered.status == .ok)
            #expect(try entered.sessionToken != wish)
            #expect(try await server.use(wish).isRefusal(.invalidToken))
        }
    }

    @Test func fd6_logsShowEightDigitsOfTheHashAndNoToken() async throws {
        let log = KeptLog()
        try await TestServer.run { server in
            let house = server.server
            let token = try #require(server.token)
            let external = try await house.installation.frontDoor.issueExternalToken(
                username: house.owner.username, from: .commandLine)
            let guess = "0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12"
            let paths = [
                "DELETE /v2/sessiontoken/\(guess)", "GET /v2/sessiontoken?externalToken=\(guess)&uid=1",
                "GET /v2/sessiontoken?externalToken=\(external.token)&uid=\(external.identity)",
                "GET /v2/sessiontoken/\(token)", "GET /v2/nothing/\(token)", "GET /v2/customers/\(token)",
                "PATCH /v2/sessiontoken/\(token)", "GET /v2/customers?page=0&searchtext=\(token)",
                "GET /v2/sessiontoken/dext/\(token)", "DELETE /v2/sessiontoken/\(token)",
                "DELETE /v2/sessiontoken/\(token)",
            ]
            try await house.listen(logger: log.logger) { port in
                for path in paths {
                    _ = try await port.exchange(
                        "\(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: KfToken \(token)\r\n\r\n"
                    )
                }
                _ = try await port.exchange("DELETE /v2/sessiontoken/\(token)\r\n\r\n")
                _ = try await port.exchange("GET / HTTP/1.1\r\nAuthorization: KfToken \(token)\u{0}\r\n\r\n")
            }
            let refusals = log.lines.filter { $0.contains("refused") }
            #expect(refusals.count >= 6)
            for secret in [token, external.token, guess] {
                #expect(!log.lines.contains { $0.lowercased().contains(secret) })
            }
            let hash = try #require(TokenHash(token: token)).hex
            let rows = try await house.installation.frontDoor.securityLog(limit: 100)
            let texts = log.lines + rows.map { "\($0)" }
            #expect(rows.contains { $0.detail == "\(hash.prefix(8)): signed out" })
            #expect(!texts.contains { $0.contains(hash.prefix(9)) })
            #expect(
                !texts.contains { $0.contains(token) || $0.contains(external.token) || $0.contains(guess) })
        }
    }
}
