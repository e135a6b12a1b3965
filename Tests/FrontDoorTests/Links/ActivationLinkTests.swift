import Store
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct ActivationLinkTests {
    @Test func fd24_aLinkLeadsToTheConfiguredHostAndOnlyItsHashIsKept() async throws {
        try await Office.run({ $0.publicURL = "https://books.example/v2" }) { office in
            let business = try await office.business()
            _ = try await office.door.addUser(
                business: business.id, username: "ines", fullName: "Ines", from: .commandLine)
            let link = try await office.door.activationLink(username: "Ines", from: .commandLine)
            let start = "https://books.example/v2/links/activation#"
            #expect(link.hasPrefix(start))
            let guid = String(link.dropFirst(start.count))
            let hash = try #require(TokenHash(token: guid))
            let week = Office.start.advanced(by: .seconds(7 * 24 * 60 * 60)).text
            #expect(try await office.links() == ["link \(hash.hex)activation\(week)"])
            #expect(try await office.log(1) == ["link-made"])
            let rows = try await office.door.securityLog(limit: 100)
            #expect(!rows.contains { "\($0)".contains(guid) })
        }
    }

    @Test func fd24_aNewLinkKillsTheOldOne() async throws {
        try await Office.run({ $0.publicURL = "https://books.example/v2" }) { office in
            let business = try await office.business()
            _ = try await office.door.addUser(
                business: business.id, username: "ines", fullName: "Ines", from: .commandLine)
            let first = try await office.door.activationLink(username: "ines", from: .commandLine)
            let kept = try await office.links()
            let second = try await office.door.activationLink(username: "ines", from: .commandLine)
            #expect(first != second)
            #expect(try await office.links().count == 1)
            #expect(try await office.links() != kept)
        }
    }

    @Test func fd24_withoutAPublicAddressThereIsNoLink() async throws {
        try await Office.run { office in
            let reason = "Set public-url first: links are built from it, never from what a request says."
            try await office.refuses(.conflict(reason: reason)) {
                _ = try await office.door.activationLink(username: "ines", from: .commandLine)
            }
        }
    }

    @Test func onlyWhoWaitsForOneGetsALink() async throws {
        try await Office.run({ $0.publicURL = "https://books.example/v2" }) { office in
            let business = try await office.business()
            try await office.user("ines", in: business)
            let door = office.door
            try await office.refuses(.conflict(reason: "ines has a password already.")) {
                _ = try await door.activationLink(username: "ines", from: .commandLine)
            }
            try await office.refuses(.noSuchUser("nobody")) {
                _ = try await door.activationLink(username: "nobody", from: .commandLine)
            }
            try await door.disableUser(username: "ines", from: .commandLine)
            try await office.refuses(.conflict(reason: "ines is disabled.")) {
                _ = try await door.activationLink(username: "ines", from: .commandLine)
            }
        }
    }
}

extension Office {
    fileprivate func links() async throws -> [String] {
        try await contents().filter { $0.hasPrefix("link ") }
    }
}
