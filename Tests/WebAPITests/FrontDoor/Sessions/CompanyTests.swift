import HTTPTypes
import Surroundings
import Testing

@testable import FrontDoor

/// One identity, several businesses (FD-11).
@Suite struct CompanyTests {
    private func withTwoCompanies(
        _ body: (SignedInServer, _ other: Int64, FrontDoor) async throws -> Void
    ) async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness().business
            let door = server.server.installation.frontDoor
            try await door.addMembership(
                business: other, username: server.server.owner.username, role: 7, from: .commandLine)
            try await body(server, other, door)
        }
    }

    private func company(_ answer: TestAnswer) throws -> Int64 {
        Int64(try #require(try answer.object["CompanyId"] as? Int))
    }

    @Test func fd11_aSwitchGivesASessionThereAndTheOldOneLivesOn() async throws {
        try await withTwoCompanies { server, other, _ in
            let answer = try await server.get("/v2/sessiontoken/\(other)")
            #expect(answer.status == .ok)
            let token = try answer.sessionToken
            let identity = try #require(try answer.object["CompanyUserId"] as? Int)
            #expect(
                answer.text == """
                    {"UserName":"harbour.admin","TenantId":\(other),"SessionToken":"\(token)",\
                    "CompanyName":"Quay Bakery Ltd","StartPageUrl":null,"SubscriptionExpiryDate":null,\
                    "KeepUserLoggedIn":false,"MemorableWordList":[],"MemorableWordPositions":null,\
                    "IsLockedOut":false,"CompanyUserId":\(identity),"CompanyId":\(other),"PartnerId":0,\
                    "ConnectedUserPartnerId":0,"ClientManagerId":0,"PartnerBrandingOptOut":false,\
                    "PackageName":"Daybook","IsPackageRestricted":false,"SubscriptionExpired":false,\
                    "IntegrationsSettings":null,"HasTemporaryPassword":false,"IsAdmin":false,"Disabled":false,\
                    "CompanyUserFullName":"harbour.admin","EmailId":null,"PartnerCompanyUserId":0}
                    """)
            #expect(token != server.token)
            // Each with the rights of its own membership: all at home, reading there.
            let away = server.with(token)
            #expect(try await away.get("/v2/userpermissions").text.hasPrefix(#"["ViewInvoice""#))
            #expect(try await away.post("/v2/customers", #"{"Name":"N"}"#).status == .unauthorized)
            #expect(try await server.post("/v2/customers", #"{"Name":"N"}"#).status == .created)
            // And back again.
            #expect(
                try company(try await away.get("/v2/sessiontoken/\(server.server.business)"))
                    == server.server.business)
        }
    }

    @Test(arguments: ["999", "0", "-1", "x", "1.0", "%20", "99999999999999999999", "01x", "me"])
    func fd11_whatIsNoCompanyOfTheCallersIsNone(sent: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/sessiontoken/\(sent)").refuses(
                    .notFound, "NotFound", "There is no such company for this user."))
            #expect(try await server.server.count("SELECT count(*) FROM session") == 1)
        }
    }

    @Test func fd11_signInOpensTheBusinessLastUsedElseTheHomeOne() async throws {
        try await withTwoCompanies { server, other, door in
            let house = server.server
            #expect(try company(await house.enter(house.owner)) == house.business)
            server.clock.advance(by: .seconds(60))
            let away = try await server.get("/v2/sessiontoken/\(other)")
            #expect(try company(await house.enter(house.owner)) == other)
            // Use counts as much as a sign-in.
            server.clock.advance(by: .seconds(60))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            try await door.flushLastUse()
            #expect(try company(await house.enter(house.owner)) == house.business)
            server.clock.advance(by: .seconds(60))
            #expect(try await house.use(away.sessionToken).status == .ok)
            try await door.flushLastUse()
            #expect(try company(await house.enter(house.owner)) == other)
            // One that is gone is passed over.
            try await house.installation.removeBusiness(other, from: .commandLine)
            #expect(try company(await house.enter(house.owner)) == house.business)
        }
    }

    @Test func fd11_aNewMemberIsAtHomeWhereTheyWereMade() async throws {
        try await TestServer.run { server in
            let house = server.server
            let ines = TestUser(username: "ines", password: "four-quiet-harbours", word: "tide7wind")
            let other = try await house.otherBusiness().business
            try await house.add(ines, to: other)
            try await house.installation.frontDoor.addMembership(
                business: house.business, username: "ines", from: .commandLine)
            #expect(try company(await house.enter(ines)) == other)
        }
    }

    @Test func fd11_removingAMembershipEndsItsSessionsAndNoOthers() async throws {
        try await withTwoCompanies { server, other, door in
            let house = server.server
            let away = try await server.get("/v2/sessiontoken/\(other)").sessionToken
            #expect(try await house.use(away).status == .ok)
            try await door.removeMembership(
                business: other, username: house.owner.username, from: .commandLine)
            #expect(try await house.use(away).isRefusal(.invalidToken))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            #expect(
                try await server.get("/v2/sessiontoken/\(other)").refuses(
                    .notFound, "NotFound", "There is no such company for this user."))
            // Back in: the old session stays ended.
            try await door.addMembership(business: other, username: house.owner.username, from: .commandLine)
            #expect(try await house.use(away).isRefusal(.invalidToken))
        }
    }

    @Test func fd11_aLapseInOneBusinessIsNoneInAnother() async throws {
        try await withTwoCompanies { server, other, door in
            let away = server.with(try await server.get("/v2/sessiontoken/\(other)").sessionToken)
            try await door.renewSubscription(business: other, until: "2026-03-08", from: .commandLine)
            #expect(try await away.get("/v2/userpermissions").isRefusal(.lapsed))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            // The lock belongs to the identity and is felt everywhere.
            try await door.lock(username: server.server.owner.username, from: .commandLine)
            #expect(try await away.get("/v2/userpermissions").isRefusal(.locked))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.locked))
        }
    }
}
