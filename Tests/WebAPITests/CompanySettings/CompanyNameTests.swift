import HTTPTypes
import Testing

@testable import FrontDoor

/// The name lies where users sign in, the other details in the book: a change of both is one change.
@Suite struct CompanyNameTests {
    @Test func ofTwentyNewNamesForOneVersionOneIsTaken() async throws {
        try await TestServer.run { server async throws in
            let tag = try await server.get(companyPath).tag
            let answers = try await atOnce(20) { place in
                try await server.put(
                    companyPath, #"{"BusinessType":0,"CompanyName":"Quay \#(place) Ltd"}"#,
                    headers: .ifMatch(tag))
            }
            let taken = answers.filter { $0.status == .created }
            #expect(taken.count == 1)
            #expect(answers.count { $0.refusesVersion } == 19)
            let shown = try await server.get(companyPath)
            #expect(shown.text == taken.first?.text)
            #expect(try shown.tag == taken.first?.tag)
            #expect(try await server.renamings == 1)
        }
    }

    @Test func whatTheBookRefusesLeavesTheName() async throws {
        try await TestServer.run { server async throws in
            let made = try await server.post("/v2/currencies", #"{"Code":"USD","ExchangeRate":1.25}"#)
            #expect(made.status == .created)
            let refused = try await server.put(
                companyPath,
                #"{"BusinessType":0,"CompanyName":"Quay Ltd","HomeCurrency":{"Code":"EUR"},"Contact":{"Name":"Tom"}}"#
            )
            #expect(refused.status == .badRequest, "\(refused.text)")
            #expect(try await server.get(companyPath).text == CompanyText().text)
            #expect(try await server.renamings == 0)
        }
    }

    /// At whatever step control fails.
    @Test func aNameThatCannotBeWrittenLeavesTheBookAsItWas() async throws {
        try await TestServer.watched { server, store in
            let owner = SignedInServer(server: server, token: try await server.signIn(server.owner))
            let body = #"{"BusinessType":2,"CompanyName":"Quay Ltd","Contact":{"Name":"Tom"}}"#
            let before = try await owner.get(companyPath)
            for headers: HTTPFields in [[:], .ifMatch(try before.tag)] {
                for step in 1...2 {
                    store.fail(at: step, .before)
                    let failed = try await owner.put(companyPath, body, headers: headers)
                    #expect(failed.status == .serviceUnavailable, "\(step)")
                    store.heal()
                    #expect(try await owner.get(companyPath).text == before.text, "\(step)")
                }
            }
            let changed = try await owner.put(companyPath, body, headers: .ifMatch(try before.tag))
            #expect(changed.status == .created && changed.text.contains("Quay Ltd"))
            #expect(try await owner.get(companyPath).text == changed.text)
        }
    }

    /// Whichever of the two comes first, neither is half made.
    @Test func aNewNameAndOtherDetailsForOneVersionAreEachThereInFullOrNotAtAll() async throws {
        try await TestServer.run { server async throws in
            for round in 0..<20 {
                let tag = try await server.get(companyPath).tag
                let answers = try await atOnce(2) { place in
                    let body =
                        place == 0
                        ? #"{"BusinessType":2,"CompanyName":"Quay \#(round) Ltd","Contact":{"Name":"A\#(round)"}}"#
                        : #"{"BusinessType":2,"Contact":{"Name":"B\#(round)"}}"#
                    return try await server.put(companyPath, body, headers: .ifMatch(tag))
                }
                let made = answers.filter { $0.status == .created }
                #expect(made.count == 1 && answers.count { $0.refusesVersion } == 1)
                let shown = try await server.get(companyPath).text
                #expect(shown == made.first?.text)
                #expect(shown.contains("Quay \(round) Ltd") == shown.contains(#""A\#(round)""#))
            }
        }
    }
}

extension SignedInServer {
    /// How often a business was renamed, by the security log.
    fileprivate var renamings: Int {
        get async throws { try await log(100).count { $0.hasPrefix("business-renamed") } }
    }
}
