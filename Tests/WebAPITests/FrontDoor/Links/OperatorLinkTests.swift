import Foundation
import Installation
import Surroundings
import Testing

@testable import FrontDoor

/// The links that `daybook user activation-link` gives; answering them is the users' calls' part.
@Suite struct OperatorLinkTests {
    private let start = "https://books.example/v2/links/activation#"

    private func publicly(_ settings: inout InstallationSettings) {
        settings.frontDoor.publicURL = "https://books.example/v2"
    }

    private func addPending(_ house: SignInHouse) async throws {
        _ = try await house.door.addUser(business: 1, username: "pia", fullName: "Pia", from: .commandLine)
    }

    @Test func fd24_aLinkIsTheConfiguredAddressAnd128RandomBitsOfWhichOnlyAHashIsKept() async throws {
        try await SignInHouse.run(publicly) { house in
            try await addPending(house)
            var links: Set<String> = []
            for _ in 0..<20 {
                let link = try await house.door.activationLink(username: "PIA ", from: .commandLine)
                #expect(link.hasPrefix(start))
                let guid = String(link.dropFirst(start.count))
                #expect(guid.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
                links.insert(guid)
                let hash = try #require(TokenHash(token: guid)).hex
                // The one before is worthless from now on.
                #expect(try await house.texts("SELECT hash FROM credential_link") == [hash])
            }
            #expect(links.count == 20)
            // No digit stands still, as the version of a session token does.
            for place in 0..<36 where ![8, 13, 18, 23].contains(place) {
                #expect(Set(links.map { Array($0)[place] }).count > 1)
            }
            let bytes = try house.controlBytes()
            for guid in links { #expect(bytes.range(of: Data(guid.utf8)) == nil) }
            #expect(
                try await house.rows(.linkMade).map(\.detail) == [String?](repeating: "activation", count: 20)
            )
        }
    }

    @Test(arguments: [7, 2])
    func fd24_itIsGoodForSevenDays(days: Int) async throws {
        try await SignInHouse.run({
            publicly(&$0)
            $0.frontDoor.activationLinkLifetime = .seconds(days * 24 * 60 * 60)
        }) { house in
            try await addPending(house)
            _ = try await house.door.activationLink(username: "pia", from: .commandLine)
            let expiry = try await house.texts("SELECT expires_at FROM credential_link")
            #expect(expiry == [house.clock.now().advanced(by: .seconds(days * 24 * 60 * 60)).text])
            house.clock.advance(by: .seconds(days * 24 * 60 * 60))
            try await house.door.tidy()
            #expect(try await house.count("credential_link") == 1)
            // Dead from here on, it is kept for a while, to be swapped for a fresh one.
            house.clock.advance(by: .seconds(90 * 24 * 60 * 60))
            try await house.door.tidy()
            #expect(try await house.count("credential_link") == 1)
            house.clock.advance(by: .milliseconds(1))
            try await house.door.tidy()
            #expect(try await house.count("credential_link") == 0)
        }
    }

    @Test func fd24_withoutAPublicAddressThereIsNoneAndTheReasonIsSaid() async throws {
        try await SignInHouse.run { house in
            try await addPending(house)
            let reason = "Set public-url first: links are built from it, never from what a request says."
            await #expect(throws: FrontDoorError.conflict(reason: reason)) {
                try await house.door.activationLink(username: "pia", from: .commandLine)
            }
            #expect(try await house.count("credential_link") == 0)
            #expect(try await house.rows(.linkMade).isEmpty)
        }
    }

    @Test func fd24_onlyWhoHasNoLastingPasswordGetsOne() async throws {
        try await SignInHouse.run(publicly) { house in
            let door = try house.door
            await #expect(throws: FrontDoorError.conflict(reason: "ines has a password already.")) {
                try await door.activationLink(username: "ines", from: .commandLine)
            }
            await #expect(throws: FrontDoorError.noSuchUser("nobody")) {
                try await door.activationLink(username: "nobody", from: .commandLine)
            }
            try await addPending(house)
            try await door.disableUser(username: "pia", from: .commandLine)
            await #expect(throws: FrontDoorError.conflict(reason: "pia is disabled.")) {
                try await door.activationLink(username: "pia", from: .commandLine)
            }
            #expect(try await house.count("credential_link") == 0)
            try await house.add(
                TestUser(username: "newcomer", password: "four-quiet-harbours", word: "wheel5house"),
                temporary: true)
            _ = try await door.activationLink(username: "newcomer", from: .commandLine)
            #expect(try await house.count("credential_link") == 1)
        }
    }

    @Test func fd24_aPasswordOrAnEndToTheUserMakesItWorthless() async throws {
        try await SignInHouse.run(publicly) { house in
            let door = try house.door
            try await addPending(house)
            _ = try await door.activationLink(username: "pia", from: .commandLine)
            try await door.setPassword(
                username: "pia", password: "four-quiet-harbours", memorableWord: "wheel5house",
                temporary: true,
                from: .commandLine)
            #expect(try await house.count("credential_link") == 0)
            _ = try await door.activationLink(username: "pia", from: .commandLine)
            try await door.disableUser(username: "pia", from: .commandLine)
            #expect(try await house.count("credential_link") == 0)
        }
    }

    @Test func fd24_whoWaitsForOneSignsInNoMoreThanNobody() async throws {
        try await SignInHouse.run(publicly) { house in
            try await addPending(house)
            _ = try await house.door.activationLink(username: "pia", from: .commandLine)
            let before = try house.hashes
            for password in ["", "pia", "wheel5house"] {
                #expect(try await house.stepOne("pia", password).isRefusal(.credentials))
            }
            #expect(try house.hashes == before + 3)
        }
    }
}
