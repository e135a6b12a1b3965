import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor

/// An administrator of one business reaches for somebody who is at home in another (FD-21): every way there is, and
/// that nothing changed.
@Suite struct AccountantAttackTests {
    private static let kept = "is for the user and for the business where the user is at home to change."

    @Test(arguments: [
        (#","FullName":"Ada Taken""#, "FullName"), (#","Email":"mine@quay.example""#, "Email"),
        // Nor is a right guess told from a wrong one.
        (#","Email":"ada@counts.example""#, "Email"),
        (#","Password":"nine-warm-ovens-here""#, "Password"),
        (#","MemorableWord":"crumb2loaf""#, "MemorableWord"),
    ])
    func fd21_nameAddressPasswordAndWordAreNotTheirs(more: String, field: String) async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            for administrator in [house.quay, house.mill] {
                for path in ["/v2/users/2", "/v2/user/2"] {
                    try await administrator.refuses({ $0.names((field, "\(field) \(Self.kept)")) }) {
                        try await administrator.put(path, AccountantHouse.bodyAway(more), loosely: true)
                    }
                }
            }
            for session in [sessions.home, sessions.quay, sessions.mill] { #expect(try await session.isOpen) }
            #expect(try await house.home.server.enter(AccountantHouse.ada).status == .ok)
        }
    }

    @Test func fd21_allThatIsNotTheirsIsNamedAndTheRestIsNotDoneEither() async throws {
        try await AccountantHouse.run { house in
            try await house.quay.refuses({
                $0.names(
                    ("FullName", "FullName \(Self.kept)"), ("Email", "Email \(Self.kept)"),
                    ("Password", "Password \(Self.kept)"),
                    ("MemorableWord", "MemorableWord \(Self.kept)"))
            }) {
                try await house.quay.put(
                    "/v2/users/2",
                    userBody(
                        "ada", fullName: "Mine", role: 7,
                        #","UserAccountDisabled":true,"Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#
                    ))
            }
        }
    }

    @Test func fd19_theirWordLiftsNoLock() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            try await house.home.door.lock(username: "ada", from: .commandLine)
            let before = try await house.home.administration()
            let answer = try await house.quay.put(
                "/v2/users/2", AccountantHouse.bodyAway(#","IsLockedOut":false"#))
            #expect(answer.status == .ok)
            #expect(try await house.home.administration() == before)
            #expect(try await house.home.server.use(sessions.quay.token).isRefusal(.locked))
            #expect(try await house.home.server.sendCredentials(AccountantHouse.ada).isRefusal(.locked))
            // At home it does, and what was open ends everywhere.
            let home = try await house.home.put(
                "/v2/users/3", AccountantHouse.bodyAtHome(#","IsLockedOut":false"#))
            #expect(try home.object["IsLockedOut"] as? Bool == false)
            for session in [sessions.home, sessions.quay, sessions.mill] {
                #expect(try await !session.isOpen)
            }
            #expect(try await house.home.server.enter(AccountantHouse.ada).status == .ok)
        }
    }

    /// Her number elsewhere means somebody else here, or nobody.
    @Test func fd21_aNumberOfAnotherBusinessReachesNobodyThere() async throws {
        try await AccountantHouse.run { house in
            for call in [
                { try await house.quay.get("/v2/users/3") },
                { try await house.quay.put("/v2/users/3", AccountantHouse.bodyAtHome()) },
                { try await house.quay.delete("/v2/users/3") },
                { try await house.quay.post("/v2/users/3/activationemail", nil) },
            ] as [() async throws -> TestAnswer] {
                try await house.quay.refuses({ $0.status == .notFound }, call)
            }
            let id = try await house.home.door.user(username: "ada").id
            #expect(try await house.quay.get("/v2/users/\(id + 100)").status == .notFound)
        }
    }

    @Test func fd21_makingAUserTakesNobodyOver() async throws {
        try await AccountantHouse.run { house in
            let email = "new@quay.example"
            for body in [
                userBody("ada", email: email), userBody(" ADA ", email: email),
                userBody(AccountantHouse.email, email: email), userBody("new", email: "ADA@counts.example"),
                userBody(
                    "ada", email: email,
                    #","Number":2,"Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#),
            ] {
                try await house.quay.refuses({ answer in
                    answer.status == .badRequest && answer.text.hasPrefix(#"{"Error":"DuplicateCode""#)
                }) { try await house.quay.post("/v2/users", body) }
            }
            #expect(try await house.home.server.enter(AccountantHouse.ada).status == .ok)
        }
    }

    /// A letter to one's own address would do as well as a password.
    @Test func fd24_noLetterForWhomeverIsAtHomeElsewhere() async throws {
        var settings = FrontDoorSettings()
        settings.publicURL = "https://books.example/v2"
        try await AccountantHouse.run(settings) { house in
            _ = try await house.home.post("/v2/users", userBody("newcomer"))
            try await house.home.door.addMembership(
                business: house.quayBusiness, username: "newcomer", role: 7, from: .commandLine)
            let number = try await house.quay.get("/v2/users").text.contains(#""Number":3,"#)
            #expect(number)
            for user in [2, 3] {
                try await house.quay.refuses({ $0.status == .badRequest }) {
                    try await house.quay.post("/v2/users/\(user)/activationemail", nil)
                }
            }
        }
    }

    @Test func fd10_theyEndHerSessionsInTheirBusinessAndNoOther() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            for other in [sessions.home, sessions.mill] {
                let token = try #require(other.token)
                try await house.quay.refuses({ $0.isRefusal(.invalidToken) }) {
                    try await house.quay.delete("/v2/sessiontoken/\(token)")
                }
                #expect(try await other.isOpen)
            }
            let token = try #require(sessions.quay.token)
            #expect(try await house.quay.delete("/v2/sessiontoken/\(token)").status == .noContent)
            #expect(try await !sessions.quay.isOpen)
            #expect(try await sessions.home.isOpen)
            #expect(try await sessions.mill.isOpen)
        }
    }

    @Test func fd21_theHistoryOfLogInsEndsAtTheirDoor() async throws {
        try await AccountantHouse.run { house in
            _ = try await house.sessions()
            let quay = try await house.quay.get("/v2/reports/loginlog?userName=ada")
            let metadata = try #require(try quay.object["MetaData"] as? [String: Any])
            #expect(metadata["TotalRecords"] as? Int == 1)
            #expect(try await !house.quay.get("/v2/reports/loginlog").text.contains("harbour.admin"))
            #expect(try await !house.quay.get("/v2/reports/loginlog").text.contains("mill.admin"))
        }
    }

    @Test func fd21_rolesNameHerOnlyUnderHerRoleThere() async throws {
        try await AccountantHouse.run { house in
            let roles = try await house.quay.get("/v2/roles").text
            #expect(roles.components(separatedBy: #""ada""#).count == 2)
            #expect(!roles.contains(#""tom""#) && !roles.contains("mill.admin"))
        }
    }

    /// She herself, with a say over users in a business that is not her home, is no more there than its others.
    @Test func fd21_nobodyIsAtHomeByBeingThemselves() async throws {
        try await AccountantHouse.run { house in
            _ = try await house.quay.put("/v2/users/2", AccountantHouse.bodyAway(role: 1))
            let ada = try await house.home.session(AccountantHouse.ada, in: house.quayBusiness)
            #expect(try await ada.user(2)["Email"] is NSNull)
            try await ada.refuses({ $0.names(("Password", "Password \(Self.kept)")) }) {
                try await ada.put(
                    "/v2/users/2", AccountantHouse.bodyAway(role: 1, #","Password":"nine-warm-ovens-here""#))
            }
            #expect(try await ada.delete("/v2/users/2").status == .badRequest)
            #expect(try await ada.delete("/v2/users/1").status == .badRequest)
        }
    }
}
