import Foundation
import HTTPTypes
import Installation
import Mail
import Surroundings
import Testing
import WebCore

@testable import FrontDoor

/// `POST /password`: a letter for who is meant, and nothing to be learned by anybody else.
@Suite struct AskForResetTests {
    private let ines = PostHouse.ines

    @Test(arguments: [
        (PostHouse.ines.username, PostHouse.address), ("  INES.Okafor ", "Ines@Harbour.EXAMPLE"),
    ])
    func fd24_aLetterGoesToWhoIsMeant(username: String, email: String) async throws {
        try await PostHouse.run { post async throws in
            let last = try await post.house.lastRow
            #expect(try await post.askForReset(username, email).isDone)
            let letters = try await post.takeLetters()
            let letter = try #require(letters.first)
            #expect(letters.count == 1)
            #expect(letter.to == "Ines Okafor <ines@harbour.example>")
            #expect(letter.subject == "Another password for ines.okafor")
            #expect(letter.text.contains("The link is good once, and for 24 hours."))
            let secret = try #require(letter.secret(.reset))
            #expect(secret.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
            let rows = try await post.house.rows(after: last)
            #expect(rows.map(\.kind) == ["link-made"] && rows.map(\.detail) == ["reset"])
            #expect(rows.map(\.username) == [ines.username])
            // Only its hash is kept.
            #expect(try post.house.controlBytes().range(of: Data(secret.utf8)) == nil)
            #expect(
                try await post.house.texts("SELECT hash FROM credential_link") == [
                    try #require(TokenHash(token: secret)).hex
                ])
        }
    }

    @Test(arguments: [
        ("nobody", PostHouse.address), (PostHouse.ines.username, "hannah@harbour.example"),
        ("harbour.admin", PostHouse.address), (PostHouse.address, PostHouse.address), ("", ""),
        (PostHouse.ines.username, ""), ("pia", "pia@harbour.example"), ("dora", "dora@harbour.example"),
        ("ines", ""), ("ines", "ines@harbour.example"),
    ])
    func fd24_anyOtherPairGetsTheSameAnswerAtTheSameCost(username: String, email: String) async throws {
        try await PostHouse.run { post async throws in
            _ = try await post.door.addUser(
                business: 1, username: "pia", fullName: "Pia", email: "pia@harbour.example",
                from: .commandLine)
            let dora = TestUser(username: "dora", password: "five-loud-herons", word: "wheel5house")
            _ = try await post.house.add(dora, email: "dora@harbour.example")
            try await post.door.disableUser(username: "dora", from: .commandLine)
            let (hashes, lines) = (try post.house.hashes, post.house.log.all.count)

            let known = try await post.askForReset()
            #expect(try await post.takeLetters().count == 1)
            let last = try await post.house.lastRow
            let answer = try await post.askForReset(username, email)
            #expect(answer.status == known.status && answer.text == known.text)
            #expect(answer.headers == known.headers)
            #expect(try await post.takeLetters().isEmpty)
            // One row, as for a known pair, and nothing in the program's log.
            let rows = try await post.house.rows(after: last)
            #expect(rows.map(\.kind) == ["link-refused"])
            #expect(!rows.contains { "\($0)".contains(email) && !email.isEmpty })
            #expect(try post.house.hashes == hashes)
            #expect(post.house.log.all.count == lines)
            #expect(try await post.house.count("credential_link") == 1)
        }
    }

    @Test func fd24_aLinkIsBuiltFromTheConfiguredAddressAndNoHeader() async throws {
        try await PostHouse.run { post async throws in
            let body = #"{"UserName":"\#(ines.username)","Email":"\#(PostHouse.address)"}"#
            let answer = try await post.house.send(
                .post, "/v2/password", body,
                headers: [
                    .origin: "https://evil.example", .referer: "https://evil.example/",
                    try #require(HTTPField.Name("Forwarded")): "host=evil.example;proto=http",
                    try #require(HTTPField.Name("X-Forwarded-Host")): "evil.example",
                    try #require(HTTPField.Name("X-Forwarded-Proto")): "http",
                ])
            #expect(answer.isDone)
            let letter = try #require(try await post.takeLetters().first)
            #expect(letter.secret(.reset) != nil && !letter.text.contains("evil"))
            // Nor from the address that the request was sent to.
            #expect(!letter.text.contains("127.0.0.1"))
        }
    }

    @Test func fd24_withoutAPublicAddressTheAnswerIsTheSameAndTheLogSaysWhatIsMissing() async throws {
        try await PostHouse.run({ $0.frontDoor.publicURL = nil }) { post async throws in
            #expect(try await post.askForReset().isDone)
            #expect(try await post.askForReset("nobody").isDone)
            #expect(try await post.letters().isEmpty)
            let line = "warning: No letters with links are sent: set public-url, from which they are built."
            // Once a minute, whoever asks.
            #expect(post.house.log.all.filter { $0.contains("public-url") } == [line])
            post.house.clock.advance(by: .seconds(60))
            #expect(try await post.askForReset("nobody").isDone)
            #expect(post.house.log.all.filter { $0.contains("public-url") } == [line, line])
            #expect(try await post.house.count("credential_link") == 0)
        }
    }

    @Test func fd24_withoutAWayToSendLettersItIsTheSame() async throws {
        try await PostHouse.run({ $0.mail = nil }) { post async throws in
            #expect(try await post.askForReset().isDone)
            #expect(try await post.askForReset("nobody").isDone)
            let line = "warning: No letters with links are sent: there is no way to send them."
            #expect(post.house.log.all.filter { $0.hasPrefix("warning") } == [line])
        }
    }

    @Test func aLetterThatIsNotTakenIsLoggedWithoutWhomAndWhat() async throws {
        try await PostHouse.run { post async throws in
            try Data().write(to: URL(fileURLWithPath: post.path))
            #expect(try await post.askForReset().isDone)
            await (try post.door).postbox.emptied()
            let lines = post.house.log.all.filter { $0.hasPrefix("error") }
            #expect(lines.count == 1 && lines[0].hasPrefix("error: A letter was not sent. error="))
            #expect(lines[0].contains("Not a directory"))
            #expect(
                !lines[0].contains("ines") && !lines[0].contains("links") && !lines[0].contains("request"))
        }
    }

    /// A stranger can neither fill a letter box nor kill a link that is on its way.
    @Test func fd24_atMostFiveLinksLiveAndAllOfThemAreGood() async throws {
        try await PostHouse.run { post async throws in
            for number in 1...8 {
                #expect(try await post.askForReset(from: "192.0.2.\(number)").isDone)
            }
            let secrets = try await post.takeLetters().compactMap { $0.secret(.reset) }
            #expect(Set(secrets).count == 5)
            for secret in secrets {
                #expect(try await post.house.send(.get, "/v2/password/\(secret)").status == .ok)
            }
            post.house.clock.advance(by: .seconds(24 * 60 * 60) + .milliseconds(1))
            #expect(try await post.askForReset().isDone)
            #expect(try await post.takeLetters().count == 1)
        }
    }

    @Test(arguments: [true, false])
    func fd20_everyAskCountsForItsAddressKnownOrNot(isKnown: Bool) async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 4 }) { post async throws in
            for _ in 0..<4 { #expect(try await post.askForReset(isKnown ? ines.username : "nobody").isDone) }
            #expect(try await post.askForReset().isThrottled(retryAfter: 900))
            #expect(try await post.house.stepOne().isThrottled(retryAfter: 900))
            #expect(try await post.house.rows(.addressThrottled).count == 1)
            #expect(try await post.askForReset(from: "192.0.2.77").isDone)
            post.house.clock.advance(by: .seconds(900))
            #expect(try await post.askForReset().isDone)
        }
    }

    @Test func whatIsMissingIsNamed() async throws {
        try await PostHouse.run { post async throws in
            let empty = try await post.house.send(.post, "/v2/password", "{}")
            #expect(
                empty.names(("UserName", "UserName is required."), ("Email", "Email is required.")))
            let wrong = try await post.house.send(
                .post, "/v2/password", #"{"UserName":7,"Email":"x","ResetMemorableWord":"perhaps"}"#)
            #expect(
                wrong.names(
                    ("UserName", "UserName has the wrong type."),
                    ("ResetMemorableWord", "ResetMemorableWord has the wrong type.")))
            let large = try await post.house.send(
                .post, "/v2/password", #"{"UserName":"\#(String(repeating: "x", count: 4_096))"}"#)
            #expect(large.gist == "413 PayloadTooLarge")
        }
    }
}
