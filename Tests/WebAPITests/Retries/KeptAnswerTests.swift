import FrontDoor
import HTTPTypes
import Store
import Testing

@testable import FrontDoor
@testable import WebCore

/// What lies on the disk for a key, and when it goes.
@Suite struct KeptAnswerTests {
    @Test func nothingThatWasSentCanBeReadBack() async throws {
        try await TestServer.run { server in
            let body = #"{"Address":"203.0.113.5","Comment":"lighthouse"}"#
            _ = try await server.post("/v2/api/settings/ipaddress", body, headers: .key("order-7"))
            let rows = try await server.server.keptInControl
            #expect(rows.count == 1)
            let digits = #/[0-9a-f]{64}/#
            #expect(rows.allSatisfy { $0.place.wholeMatch(of: digits) != nil })
            #expect(rows.allSatisfy { $0.mark.wholeMatch(of: digits) != nil })
            // The same body under another key has the same mark: it is of the body alone, and keyed.
            _ = try await server.post("/v2/suppliers", body, headers: .key("order-8"))
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
            try await services.bookshelf.tidyKeptAnswers()
            // The first is a minute older than it may be; the second just as old.
            #expect(try await server.server.keptInControl.count == 2)
            #expect(try await server.server.keptInBook == 2)
            server.clock.advance(by: .seconds(3_600))
            try await services.frontDoor.tidy()
            try await services.bookshelf.tidyKeptAnswers()
            #expect(try await server.server.keptInControl.isEmpty)
            #expect(try await server.server.keptInBook == 0)
        }
    }
}

extension TestServer {
    fileprivate var keptInControl: [(place: String, mark: String)] {
        get async throws {
            try await services.frontDoor.store.read {
                try $0.all("SELECT place, mark FROM kept_answer") { (place: $0.text(0), mark: $0.text(1)) }
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
