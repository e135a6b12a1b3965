import Foundation
import HTTPTypes
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct LogInTests {
    private let ines = testUser("ines")

    /// Signed in, in this order and a day apart: the owner, ines, the owner, ines.
    private func withHistory(_ body: (SignedInServer) async throws -> Void) async throws {
        try await TestServer.run { server in
            try await server.server.add(ines, to: server.server.business)
            for user in [ines, server.server.owner, ines] {
                server.clock.advance(by: .seconds(24 * 60 * 60))
                _ = try await server.server.signIn(user)
            }
            try await body(server.with(try await server.server.signIn(server.server.owner)))
        }
    }

    /// The rows as `09 harbour.admin MasterAdmin`.
    private func rows(_ server: SignedInServer, _ query: String) async throws -> [String] {
        let answer = try await server.get("/v2/reports/loginlog?\(query)")
        #expect(answer.status == .ok, "\(answer.text)")
        let data = try #require(try answer.object["Data"] as? [[String: Any]])
        return try data.map { row in
            let date = try #require(row["Date"] as? String)
            return "\(date.dropFirst(8).prefix(2)) \(row["UserName"] ?? "") \(row["UserType"] ?? "")"
        }
    }

    @Test func aRowSaysWhenWhenceAndWho() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/reports/loginlog")
            #expect(
                answer.text == """
                    {"MetaData":{"TotalRecords":1,\
                    "FirstPageUrl":"http://127.0.0.1:8080/v2/reports/loginlog?page=1",\
                    "LastPageUrl":"http://127.0.0.1:8080/v2/reports/loginlog?page=1",\
                    "PreviousPageUrl":null,"NextPageUrl":null,"TotalAmount":0.0000,\
                    "InvoiceLimitReached":false},"Data":[{"Date":"2026-03-09 10:00:00",\
                    "IPAddress":"127.0.0.1","UserName":"harbour.admin","UserType":"MasterAdmin"}]}
                    """)
        }
    }

    @Test func theTimeIsThatOfBritishClocks() async throws {
        try await TestServer.run { server in
            // To the second Sunday after clocks went forward.
            server.clock.advance(by: .seconds(30 * 24 * 60 * 60))
            let session = server.with(try await server.server.signIn(server.server.owner))
            let text = try await session.get("/v2/reports/loginlog?order=Desc").text
            #expect(text.contains(#""Data":[{"Date":"2026-04-08 11:00:00","#))
        }
    }

    @Test func wholeAddressesAreKept() async throws {
        try await SignInHouse.run { house in
            let token = try await house.signIn(from: "2001:db8:7::25")
            let answer = try await house.send(.get, "/v2/reports/loginlog", token: token)
            #expect(answer.text.contains(#""IPAddress":"2001:db8:7::25""#))
        }
    }

    @Test func everySessionTokenIsARowAndAFailureIsNone() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness().business
            try await server.door.addMembership(
                business: other, username: "harbour.admin", role: 1, from: .commandLine)
            server.clock.advance(by: .seconds(60))
            let switched = try await server.get("/v2/sessiontoken/\(other)")
            let (external, uid) = try await server.door.issueExternalToken(
                username: "harbour.admin", from: .commandLine)
            _ = try await server.with(nil).get("/v2/sessiontoken?externalToken=\(external)&uid=\(uid)")
            _ = try await server.server.sendCredentials(
                TestUser(username: "harbour.admin", password: "wrong", word: ""))
            _ = try await server.server.sendCredentials(server.server.owner)
            #expect(try await rows(server, "") == ["09 harbour.admin MasterAdmin"])
            // As a member there: the external token opened what was used last.
            let away = server.with(try switched.sessionToken)
            #expect(
                try await rows(away, "") == [
                    "09 quay.admin MasterAdmin", "09 harbour.admin Subuser", "09 harbour.admin Subuser",
                ])
            #expect(try await server.door.logInCount(business: server.server.business) == 1)
            #expect(try await server.door.logInCount(business: other) == 3)
        }
    }

    private static let questions: [(query: String, expected: [String])] = [
        ("", ["09 harbour.admin MasterAdmin", "10 ines Subuser", "11 harbour.admin MasterAdmin"]),
        ("order=desc", ["12 harbour.admin MasterAdmin", "12 ines Subuser", "11 harbour.admin MasterAdmin"]),
        (
            "sortby=UserName&order=Desc",
            ["12 ines Subuser", "10 ines Subuser", "12 harbour.admin MasterAdmin"]
        ),
        (
            "sortby=1",
            ["09 harbour.admin MasterAdmin", "11 harbour.admin MasterAdmin", "12 harbour.admin MasterAdmin"]
        ),
        ("sortby=userType&order=1", ["12 ines Subuser", "10 ines Subuser", "12 harbour.admin MasterAdmin"]),
        ("page=2&perpage=3", ["12 ines Subuser", "12 harbour.admin MasterAdmin"]),
        ("page=9", []),
        ("userName=INES", ["10 ines Subuser", "12 ines Subuser"]), ("userName=%25", []),
        ("userName=_", []), ("userType=SUBUSER", ["10 ines Subuser", "12 ines Subuser"]),
        ("userType=support", []), ("userType=masteradmin&userName=ines", []),
        ("userType=subuser&userName=in&order=Desc", ["12 ines Subuser", "10 ines Subuser"]),
        ("fromDate=2026-03-10&toDate=20260311", ["10 ines Subuser", "11 harbour.admin MasterAdmin"]),
        ("toDate=2026-03-09", ["09 harbour.admin MasterAdmin"]), ("fromDate=2026-03-13", []),
        ("fromDate=2026-03-12&userType=Subuser", ["12 ines Subuser"]),
        ("toDate=9999-12-31&perpage=1&page=5", ["12 harbour.admin MasterAdmin"]),
    ]

    @Test(arguments: questions)
    func rowsAreSortedFilteredAndPaged(query: String, expected: [String]) async throws {
        try await withHistory { server in
            let found = try await rows(server, query)
            #expect(Array(found.prefix(3)) == expected, "\(found)")
        }
    }

    /// Days begin at a British midnight, which in summer is an hour before that of UTC.
    @Test func daysAreThoseOfTheUnitedKingdom() async throws {
        try await TestServer.run { server in
            server.clock.advance(by: .seconds(2_640_600))
            // 2026-04-08T23:30:00Z.
            let session = server.with(try await server.server.signIn(server.server.owner))
            #expect(try await rows(session, "fromDate=2026-04-09") == ["09 harbour.admin MasterAdmin"])
            #expect(try await rows(session, "toDate=2026-04-08").count == 1)
        }
    }

    @Test func thePageHasTenRowsUnlessMoreAreAsked() async throws {
        try await TestServer.run { server in
            for _ in 1...10 { _ = try await server.server.signIn(server.server.owner) }
            #expect(try await rows(server, "").count == 10)
            #expect(try await rows(server, "page=2").count == 1)
            #expect(try await rows(server, "perpage=200&skipPerPageValidation=true").count == 11)
        }
    }

    @Test(arguments: [
        ("userType=Chief", "userType", "must be one of MasterAdmin, Subuser, support."),
        ("fromDate=yesterday", "fromDate", "must be a date, as 2026-03-09."),
        ("toDate=2026-02-30", "toDate", "must be a date, as 2026-03-09."),
        ("sortby=Address", "sortby", "must be one of 0 or Date, 1 or UserName, 2 or UserType."),
        ("order=up", "order", "must be one of 0 or Asc, 1 or Desc."),
        ("page=0", "page", "must be a whole number from 1 to 2147483647."),
    ])
    func aParameterThatIsNoneIsNamed(query: String, name: String, message: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/reports/loginlog?\(query)").names((name, "\(name) \(message)")))
        }
    }

    @Test func itNeedsFullAccess() async throws {
        try await TestServer.run { server in
            let session = try await server.user(with: .manageUser, .manageRole, .viewCustomer)
            #expect(
                try await session.get("/v2/reports/loginlog").refuses(
                    .unauthorized, "PermissionDenied", "Permission FullAccess is required."))
        }
    }

    @Test func fd23_rowsGoWithTheSecurityLogAndTheCountStays() async throws {
        try await TestServer.run { server in
            let kept = FrontDoorSettings().securityLogKept
            server.clock.advance(by: kept)
            try await server.door.tidy()
            #expect(try await server.server.count("SELECT count(*) FROM log_in") == 1)
            server.clock.advance(by: .milliseconds(1))
            try await server.door.tidy()
            #expect(try await server.server.count("SELECT count(*) FROM log_in") == 0)
            #expect(try await server.door.logInCount(business: server.server.business) == 1)
        }
    }

    @Test func theHistoryGoesWithItsBusiness() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness().business
            try await server.server.installation.removeBusiness(other, from: .commandLine)
            #expect(try await server.server.count("SELECT count(*) FROM log_in") == 1)
        }
    }
}
