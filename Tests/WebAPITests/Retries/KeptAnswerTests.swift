import FrontDoor
import HTTPTypes
import Store
import Testing

@testable import FrontDoor
@testable import WebCore

/// What lies on the disk for a key, and when it goes.
@Suite struct KeptAnswerTests {
    @Test func nothingThatWasSentCanBeReadBack() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let (password, word) = ("marked-password-zq61", "zq62wooden")
            let chosen = userBody("tom", #","Password":"\#(password)","MemorableWord":"\#(word)""#)
            for (key, body) in [("marked-key-zq63", chosen), ("marked-key-zq64", userBody("pia"))] {
                let made = try await post.house.send(
                    .post, "/v2/users", body, token: owner, headers: .key(key))
                #expect(made.status == .created, "\(made.text)")
            }
            let link = try #require(try await post.takeLetters().first?.secret(.activation))
            let rows = try post.house.place.control().rows.filter { $0.table == "kept_answer" }
            let texts = rows.flatMap(\.values).map { $0.text.lowercased() }
            #expect(rows.count == 2 && texts.count == 12)
            for secret in [
                password, word, "marked-key-zq63", "marked-key-zq64", owner, owner.replacing("-", with: ""),
                link,
                link.replacing("-", with: ""),
            ] {
                #expect(!texts.contains { $0.contains(secret.lowercased()) }, "\(secret) is kept")
            }
            // What is answered is there to be found.
            #expect(texts.contains { $0.contains(#""username":"tom""#) })
        }
    }

    /// Who reads two rows can't tell whether the same was sent.
    @Test func theSameBodyUnderAnotherKeyHasAnotherMark() async throws {
        try await TestServer.run { server in
            for (path, key) in [("customers", "a"), ("customers", "b"), ("suppliers", "a")] {
                let made = try await server.post(
                    "/v2/\(path)", #"{"Name":"Harbour"}"#, headers: .key(key))
                #expect(made.status == .created)
            }
            let rows = try server.server.place.book(server.server.business).rows
            let kept = rows.filter { $0.table == "kept_answer" }
            for name in ["place", "mark"] {
                let marks = kept.flatMap(\.values).filter { $0.name == name }.map(\.text)
                #expect(Set(marks).count == 3, "\(name)")
                #expect(marks.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{64}/#) != nil })
            }
        }
    }

    @Test func whatHasHadItsTimeGoesWithTheUpkeep() async throws {
        try await TestServer.run { server in
            for place in 1...3 {
                let made = try await server.post(
                    "/v2/api/settings/ipaddress", #"{"Address":"203.0.113.\#(place)"}"#,
                    headers: .key("\(place)"))
                #expect(made.status == .created)
                #expect(
                    try await server.post("/v2/customers", #"{"Name":"A"}"#, headers: .key("\(place)")).status
                        == .created)
                server.clock.advance(by: .seconds(60))
            }
            let services = server.server.services
            server.clock.advance(by: .seconds(24 * 60 * 60 - 120))
            try await services.frontDoor.tidyKeptAnswers()
            #expect(await services.bookshelf.tidyKeptAnswers().isEmpty)
            // The first is a minute older than it may be; the second just as old.
            #expect(try await server.server.keptInControl == 2)
            #expect(try await server.server.keptInBook == 2)
            server.clock.advance(by: .seconds(3_600))
            try await services.frontDoor.tidy()
            #expect(await services.bookshelf.tidyKeptAnswers().isEmpty)
            #expect(try await server.server.keptInControl == 0)
            #expect(try await server.server.keptInBook == 0)
        }
    }
}

extension TestServer {
    fileprivate var keptInControl: Int64? {
        get async throws {
            try await services.frontDoor.store.read {
                try $0.first("SELECT COUNT(*) FROM kept_answer") { $0.integer(0) }
            }
        }
    }

    fileprivate var keptInBook: Int64? {
        get async throws {
            try await services.bookshelf.withBook(business) { book in
                try await book.store.read {
                    try $0.first("SELECT COUNT(*) FROM kept_answer") { $0.integer(0) }
                }
            }
        }
    }
}
