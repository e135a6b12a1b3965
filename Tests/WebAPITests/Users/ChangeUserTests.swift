import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor

@Suite struct ChangeUserTests {
    private let ines = testUser("ines")

    /// With `ines` as number 2: she sells, has an address and a session of her own.
    private func withInes(_ body: (SignedInServer, _ ines: SignedInServer) async throws -> Void) async throws
    {
        try await TestServer.run { server in
            _ = try await server.door.addUser(
                business: server.server.business, username: "ines", fullName: "Ines Okafor",
                email: "ines@harbour.example", role: "Sales", password: ines.password,
                memorableWord: ines.word, from: .commandLine)
            try await body(server, server.with(try await server.server.signIn(ines)))
        }
    }

    @Test func sendingBackWhatWasReadChangesNothing() async throws {
        try await withInes { server, ines in
            for number in [1, 2] {
                let read = try await server.get("/v2/users/\(number)").text
                let before = try await server.administration()
                let answer = try await server.put("/v2/users/\(number)", read)
                #expect(answer.status == .ok && answer.text == read)
                #expect(try await server.administration() == before)
            }
            #expect(try await ines.isOpen)
        }
    }

    @Test func nameAddressAndRoleChangeAndEachIsLogged() async throws {
        try await withInes { server, ines in
            let answer = try await server.put(
                "/v2/user/2",
                userBody("ignored", fullName: "Ines Reed", email: "reed@harbour.example", role: 6))
            #expect(answer.status == .ok)
            let user = try answer.object
            #expect(user["FullName"] as? String == "Ines Reed" && user["Username"] as? String == "ines")
            #expect(user["Email"] as? String == "reed@harbour.example")
            #expect(user["RoleId"] as? Int == 6 && user["RoleNumber"] as? Int == 6)
            #expect(
                try await server.log(3) == [
                    "user-changed ines by harbour.admin: full name",
                    "user-changed ines by harbour.admin: e-mail",
                    "role-changed ines by harbour.admin: role 5 to 6",
                ])
            // A role holds at the next call of a session that lives on.
            #expect(try await ines.get("/v2/userpermissions").text.contains("EditReceipt"))
            #expect(try await ines.get("/v2/customers").status == .unauthorized)
        }
    }

    @Test func whatIsLeftOutGoesBackToItsDefault() async throws {
        try await withInes { server, _ in
            #expect(
                try await server.put(
                    "/v2/users/2", #"{"FullName":"Ines Okafor","RoleId":5,"UserAccountDisabled":true}"#
                ).object["Email"] is NSNull)
            let answer = try await server.put("/v2/users/2", #"{"FullName":"Ines Okafor","RoleId":5}"#)
            #expect(try answer.object["UserAccountDisabled"] as? Bool == false)
            // Passwords and words stay.
            #expect(try await server.server.sendCredentials(ines).status == .created)
        }
    }

    @Test func fd9_disablingEndsTheSessionsAndEnablingRevivesNothing() async throws {
        try await withInes { server, session in
            let asked = try await server.server.sendCredentials(ines)
            let disabled = try await server.put(
                "/v2/users/2",
                userBody("ines", email: "ines@harbour.example", #","UserAccountDisabled":true"#))
            #expect(try disabled.object["StatusCode"] as? String == "Disabled")
            #expect(try disabled.object["NoOfLogins"] as? Int == 0)
            #expect(try await !session.isOpen)
            #expect(
                try await server.server.sendCredentials(ines).refuses(
                    .unauthorized, "InvalidCredentials", "User name or password is incorrect."))
            let enabled = try await server.put("/v2/users/2", userBody("ines", email: "ines@harbour.example"))
            #expect(try enabled.object["StatusCode"] as? String == "Active")
            #expect(try await !session.isOpen)
            // Nor does a sign-in that was half done.
            #expect(try await server.server.sendLetters(asked, of: ines).status == .unauthorized)
            #expect(try await server.server.enter(ines).status == .ok)
        }
    }

    @Test func fd19_unlockingSetsTheCountToNothingAndEndsTheSessions() async throws {
        try await withInes { server, session in
            try await server.door.lock(username: "ines", from: .commandLine)
            let body = userBody("ines", email: "ines@harbour.example")
            // Neither true nor leaving it out lifts anything.
            for kept in [body, userBody("ines", email: "ines@harbour.example", #","IsLockedOut":true"#)] {
                #expect(try await server.put("/v2/users/2", kept).object["IsLockedOut"] as? Bool == true)
            }
            let answer = try await server.put(
                "/v2/users/2", userBody("ines", email: "ines@harbour.example", #","IsLockedOut":false"#))
            #expect(try answer.object["IsLockedOut"] as? Bool == false)
            #expect(try answer.object["FailedLoginAttemptsCount"] as? Int == 0)
            #expect(try await !session.isOpen)
            #expect(
                try await server.log(2) == [
                    "session-ended ines by harbour.admin: 1: unlocked", "unlocked ines by harbour.admin",
                ])
            #expect(try await server.server.enter(ines).status == .ok)
        }
    }

    @Test func withoutALockFalseForgetsNoFailuresAndEndsNothing() async throws {
        try await withInes { server, session in
            _ = try await server.server.sendCredentials(
                TestUser(username: "ines", password: "wrong", word: ""))
            let answer = try await server.put(
                "/v2/users/2", userBody("ines", email: "ines@harbour.example", #","IsLockedOut":false"#))
            #expect(try answer.object["FailedLoginAttemptsCount"] as? Int == 1)
            #expect(try await session.isOpen)
        }
    }

    @Test func fd21_aPasswordFromAnAdministratorIsTemporaryAndEndsTheSessions() async throws {
        try await withInes { server, session in
            let again = TestUser(username: "ines", password: "nine-warm-ovens-here", word: "crumb2loaf")
            let answer = try await server.put(
                "/v2/users/2",
                userBody(
                    "ines", email: "ines@harbour.example",
                    #","Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#))
            #expect(answer.status == .ok && !answer.text.contains("ovens"))
            #expect(try await !session.isOpen)
            #expect(try await server.server.sendCredentials(ines).status == .unauthorized)
            let entered = try await server.server.enter(again)
            #expect(try entered.object["HasTemporaryPassword"] as? Bool == true)
        }
    }

    /// A password alone would have to be held against the word that stays, and so tell of it.
    @Test func fd14_aPasswordOrAWordAloneIsRefusedWhateverTheWordIs() async throws {
        try await withInes { server, session in
            for password in ["nine-warm-ovens-here", "nine-\(ines.word)-ovens"] {
                try await server.refuses({
                    $0.names(("MemorableWord", "MemorableWord must come with a password."))
                }) {
                    try await server.put(
                        "/v2/users/2",
                        userBody("ines", email: "ines@harbour.example", #","Password":"\#(password)""#))
                }
            }
            try await server.refuses({
                $0.names(("Password", "Password must come with a memorable word."))
            }) {
                try await server.put(
                    "/v2/users/2",
                    userBody("ines", email: "ines@harbour.example", #","MemorableWord":"crumb2loaf""#))
            }
            #expect(try await session.isOpen)
        }
    }

    /// The pause of the gentle lockout shuts a user out as a lock does, but for what is open.
    @Test func fd18_aPauseShowsAsALockAndIsLiftedLikeOne() async throws {
        var settings = FrontDoorSettings()
        settings.lockout = .gentle
        try await TestServer.run(frontDoor: settings) { server in
            try await server.server.add(ines, to: server.server.business)
            let session = server.with(try await server.server.signIn(ines))
            for _ in 1...5 {
                _ = try await server.server.sendCredentials(
                    TestUser(username: "ines", password: "wrong", word: ""))
            }
            #expect(try await server.server.sendCredentials(ines).headers[.retryAfter] == "60")
            let user = try await server.user(2)
            #expect(user["IsLockedOut"] as? Bool == true && user["FailedLoginAttemptsCount"] as? Int == 5)
            let answer = try await server.put(
                "/v2/users/2", #"{"FullName":"ines","RoleId":7,"IsLockedOut":false}"#)
            #expect(try answer.object["IsLockedOut"] as? Bool == false)
            #expect(try answer.object["FailedLoginAttemptsCount"] as? Int == 0)
            #expect(try await server.log(1) == ["unlocked ines by harbour.admin"])
            // A stranger's guesses end no session, nor does forgetting them.
            #expect(try await session.isOpen)
            #expect(try await server.server.enter(ines).status == .ok)
        }
    }

    @Test func fd24_anotherAddressMakesLinksWorthless() async throws {
        var settings = FrontDoorSettings()
        settings.publicURL = "https://books.example/v2"
        try await TestServer.run(frontDoor: settings) { server in
            _ = try await server.post("/v2/users", userBody("ines"))
            _ = try await server.door.activationLink(username: "ines", from: .commandLine)
            #expect(try await server.server.count("SELECT count(*) FROM credential_link") == 1)
            _ = try await server.put("/v2/users/2", userBody("ines", email: "other@harbour.example"))
            #expect(try await server.server.count("SELECT count(*) FROM credential_link") == 0)
        }
    }

    @Test func theUserIsToldAtTheAddressBefore() async throws {
        try await PostHouse.run { post in
            let token = try await post.house.signIn()
            let body = userBody(
                "ines.okafor", email: "other@harbour.example",
                #","Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#)
            let answer = try await post.house.send(.put, "/v2/users/3", body, token: token)
            #expect(answer.status == .ok, "\(answer.text)")
            let letters = try await post.letters()
            #expect(letters.map(\.to) == Array(repeating: "Ines Okafor <\(PostHouse.address)>", count: 2))
            #expect(
                Set(letters.map(\.subject)) == [
                    "The e-mail address of ines.okafor changed",
                    "The password and memorable word of ines.okafor changed",
                ])
            #expect(!letters.contains { $0.text.contains("ovens") })
        }
    }
}
