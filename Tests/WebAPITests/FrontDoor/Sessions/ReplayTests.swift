import Foundation
import HTTPTypes
import Surroundings
import Testing

@testable import FrontDoor
@testable import Installation

/// A token that once was good, tried again (the attackers' list of the front door).
@Suite struct ReplayTests {
    @Test(.onFiles) func fd6_aRestoredInstallationKnowsNoTokenOfBefore() async throws {
        try await TestServer.run { server in
            let house = server.server
            let external = try await house.installation.frontDoor.issueExternalToken(
                username: house.owner.username, from: .commandLine)
            let challenge = try await house.sendCredentials(house.owner)
            #expect(
                try await server.post("/v2/customers", #"{"Code":"HARB01","Name":"N"}"#).status == .created)
            let archive = house.installation.folder.path + ".backup"
            let folder = DataFolder(path: house.installation.folder.path + "-restored")
            defer {
                for path in [archive, folder.path] { try? FileManager.default.removeItem(atPath: path) }
            }
            _ = try await house.installation.backup(to: archive, includeSecretKey: true, program: "test")
            _ = try await Installation.restore(
                archive, into: folder, replacing: false, house.installation.settings)
            try await house.next(in: folder) { restored in
                #expect(try await restored.use(server.token).isRefusal(.invalidToken))
                let late = "Temporary token provided is invalid."
                #expect(
                    try await restored.sendLetters(challenge, of: house.owner)
                        .refuses(.unauthorized, "InvalidTemporaryToken", late))
                let path = "/v2/sessiontoken?externalToken=\(external.token)&uid=\(external.identity)"
                #expect(
                    try await restored.send(.get, path).refuses(.unauthorized, "InvalidTemporaryToken", late))
                // The people and the book came back.
                let token = try await restored.token(of: house.owner)
                #expect(try await restored.send(.get, "/v2/customers/HARB01", token: token).status == .ok)
            }
            // Where it came from, all goes on.
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd9_anEndedTokenStaysEndedWhateverTheClocksSay() async throws {
        try await TestServer.run { server in
            let ended = try #require(server.token)
            #expect(try await server.delete("/v2/sessiontoken").status == .noContent)
            for moved in [Duration.seconds(-86_400), .seconds(86_400), .seconds(-31_536_000)] {
                server.clock.moveWallClock(by: moved)
                #expect(try await server.server.use(ended).isRefusal(.invalidToken))
            }
            try await server.server.restart(wallClockMovedBy: .seconds(-86_400)) { next async throws in
                #expect(try await next.use(ended).isRefusal(.invalidToken))
            }
        }
    }

    @Test func fd7_anExpiredTokenStaysExpiredThroughKillAndClock() async throws {
        try await TestServer.run { server in
            server.clock.advance(by: .seconds(3_601))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
            // The batch every 15 seconds carries the mark, so that a kill and a clock set back win nothing.
            try await server.server.installation.frontDoor.flushLastUse()
            for moved in [Duration.zero, .seconds(-3_600), .seconds(-86_400)] {
                try await server.server.killed(wallClockMovedBy: moved) { next async throws in
                    #expect(try await next.use(server.token).isRefusal(.invalidToken))
                }
            }
        }
    }

    @Test func fd4_lapseUseRenewAndGoOn() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let business = server.server.business
            try await door.renewSubscription(business: business, until: "2026-03-09", from: .commandLine)
            #expect(try await server.get("/v2/customers").status == .ok)
            // Midnight in UTC ends the last day, under an open session and without a call of the store.
            server.clock.advance(by: .seconds(50_399))
            let late = server.with(try await server.server.token(of: server.server.owner))
            #expect(try await late.get("/v2/customers").status == .ok)
            server.clock.advance(by: .seconds(1))
            #expect(try await late.get("/v2/customers").isRefusal(.lapsed))
            #expect(try await late.post("/v2/customers", #"{"Name":"N"}"#).isRefusal(.lapsed))
            try await door.renewSubscription(business: business, until: "2026-03-10", from: .commandLine)
            #expect(try await late.get("/v2/customers").text.contains(#""TotalRecords":0"#))
            try await server.server.killed { next async throws in
                #expect(try await next.use(late.token).status == .ok)
            }
        }
    }
}
