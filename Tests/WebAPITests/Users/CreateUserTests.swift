import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor

@Suite struct CreateUserTests {
    /// The example of the documentation's page.
    @Test func withoutAPasswordTheUserIsPendingAndAnswersInFull() async throws {
        try await TestServer.run { server in
            try await server.server.add(testUser("tom"), to: server.server.business)
            let answer = try await server.post(
                "/v2/users",
                #"{ "FullName": "Ines Okafor", "Username": "ines.okafor", "Email": "ines@harbour.example", "RoleId": 5 }"#
            )
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/users/3")
            #expect(answer.headers[.cacheControl] == "no-store")
            let expected = """
                {"Number":3,"FullName":"Ines Okafor","Username":"ines.okafor","Email":"ines@harbour.example",\
                "RoleId":5,"RoleNumber":5,"RoleName":"Sales","UserAccountDisabled":false,"IsLockedOut":false,\
                "Status":3,"StatusCode":"Pending","FailedLoginAttemptsCount":0,"NoOfLogins":0,"LastLogin":"Never"}
                """
            #expect(answer.text == expected)
            #expect(try await server.get("/v2/users/3").text == expected)
            #expect(try await server.get("/v2/user/3").text == expected)
            #expect(
                try await server.log(1) == ["user-added ines.okafor by harbour.admin: number 3, role 5"])
        }
    }

    @Test func fd21_withPasswordAndWordTheUserIsActiveAndBothAreTemporary() async throws {
        try await TestServer.run { server in
            let ines = testUser("ines")
            let secrets = #","Password":"\#(ines.password)","MemorableWord":"\#(ines.word)""#
            let answer = try await server.post("/v2/users", userBody("ines", secrets))
            #expect(answer.status == .created)
            let user = try answer.object
            #expect(user["Status"] as? Int == 2 && user["StatusCode"] as? String == "Active")
            #expect(user["Password"] == nil && user["MemorableWord"] == nil)
            let challenge = try await server.server.sendCredentials(ines)
            #expect(try challenge.object["HasTemporaryPassword"] as? Bool == true)
            let session = server.with(try await server.server.signIn(ines))
            #expect(
                try await session.get("/v2/customers").refuses(
                    .unauthorized, "PermissionDenied", "Change the temporary password first."))
            #expect(try await server.user(2)["NoOfLogins"] as? Int == 1)
            #expect(try await server.user(2)["LastLogin"] as? String == "2026-03-09 12:00:00")
        }
    }

    @Test func fd24_onlyWhoNeedsTheLetterGetsItAndItOpensTheWayIn() async throws {
        try await PostHouse.run { post in
            let token = try await post.house.signIn()
            let made = try await post.house.send(.post, "/v2/users", userBody("new"), token: token)
            #expect(made.status == .created)
            let letters = try await post.takeLetters()
            #expect(letters.map(\.to) == ["Ines Okafor <new@harbour.example>"])
            let secret = try #require(letters.first?.secret(.activation))
            let link = try await post.house.send(.get, "/v2/users/activation/\(secret)")
            #expect(try link.object["Username"] as? String == "new")
            // Who can't come in gets none, and who has a password needs none.
            let user = testUser("eve")
            for body in [
                userBody("tom", #","UserAccountDisabled":true"#),
                userBody("eve", #","Password":"\#(user.password)","MemorableWord":"\#(user.word)""#),
            ] {
                let answer = try await post.house.send(.post, "/v2/users", body, token: token)
                #expect(answer.status == .created)
            }
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test func aUserCanBeMadeDisabled() async throws {
        try await TestServer.run { server in
            let ines = testUser("ines")
            let answer = try await server.post(
                "/v2/users",
                userBody(
                    "ines",
                    #","Password":"\#(ines.password)","MemorableWord":"\#(ines.word)","UserAccountDisabled":true"#
                ))
            #expect(try answer.object["Status"] as? Int == 4)
            #expect(try answer.object["UserAccountDisabled"] as? Bool == true)
            #expect(try await server.server.sendCredentials(ines).status == .unauthorized)
        }
    }

    @Test func whatOnlyTheServerDecidesIsIgnored() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/users",
                userBody(
                    "ines",
                    #","Number":99,"RoleName":"Chief","Status":2,"StatusCode":"Active","IsLockedOut":true,"FailedLoginAttemptsCount":4,"NoOfLogins":7,"LastLogin":"2020-01-01","RoleNumber":1"#
                ), loosely: true)
            #expect(answer.headers[.location] == "/v2/users/2")
            let user = try answer.object
            #expect(user["Number"] as? Int == 2 && user["RoleName"] as? String == "Sales")
            #expect(user["Status"] as? Int == 3 && user["IsLockedOut"] as? Bool == false)
            #expect(user["FailedLoginAttemptsCount"] as? Int == 0 && user["LastLogin"] as? String == "Never")
        }
    }

    @Test func theOlderNameOfTheRoleIsRead() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/users",
                #"{"FullName":"Ines","Username":"ines","Email":"ines@harbour.example","RoleNumber":6}"#)
            #expect(try answer.object["RoleName"] as? String == "Purchases")
        }
    }

    @Test func everyWrongFieldIsNamedAtOnceAndNobodyIsMade() async throws {
        try await TestServer.run { server in
            try await server.refuses({
                $0.names(
                    ("FullName", "FullName is required."), ("Username", "Username is required."),
                    ("Email", "Email is required."), ("RoleId", "RoleId is required."))
            }) { try await server.post("/v2/users", "{}") }
            try await server.refuses({
                $0.names(
                    ("Email", "Email must be an address like name@harbour.example."),
                    ("RoleId", "RoleId must be the number of a role."),
                    ("Password", "Password must have 15 to 128 characters."),
                    ("MemorableWord", "MemorableWord must have 8 to 20 letters a to z and digits."))
            }) {
                try await server.post(
                    "/v2/users",
                    userBody(
                        "ines", email: "ines", role: 99, #","Password":"short","MemorableWord":"no""#))
            }
        }
    }

    @Test(arguments: [
        (#","Password":"four-quiet-harbours""#, "MemorableWord", "must come with a password."),
        (#","MemorableWord":"tide7winder""#, "Password", "must come with a memorable word."),
        (
            #","Password":"harbour joinery ltd","MemorableWord":"tide7winder""#, "Password",
            "must not be the name of the business."
        ),
        (
            #","Password":"my tide7winder for you","MemorableWord":"tide7winder""#, "MemorableWord",
            "must not be part of the password."
        ),
        (
            #","Password":"four-quiet-harbours","MemorableWord":"password1""#, "MemorableWord",
            "is a common word."
        ),
        (#","FullName":7"#, "FullName", "has the wrong type."),
        (#","RoleId":"5""#, "RoleId", "has the wrong type."),
        (#","Username":"in\u0007es""#, "Username", "must not have control characters."),
        (#","UserAccountDisabled":"yes""#, "UserAccountDisabled", "has the wrong type."),
    ])
    func aBrokenRuleNamesItsFieldAndNobodyIsMade(more: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.refuses({ $0.names((field, "\(field) \(message)")) }) {
                try await server.post("/v2/users", userBody("ines", more), loosely: true)
            }
        }
    }

    @Test func fd21_aNameOrAddressThatIsTakenAdoptsNobody() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/users", userBody("ines"))
            let other = try await server.otherBusiness()
            for session in [server, other] {
                try await session.refuses({
                    $0.refuses(.badRequest, "DuplicateCode", "This user name is taken.")
                }) {
                    try await session.post("/v2/users", userBody(" INES ", email: "new@harbour.example"))
                }
                try await session.refuses({
                    $0.refuses(.badRequest, "DuplicateCode", "This user name is taken.")
                }) {
                    try await session.post(
                        "/v2/users", userBody("ines@HARBOUR.example", email: "new@harbour.example"))
                }
                try await session.refuses({
                    $0.refuses(.badRequest, "DuplicateCode", "This e-mail address is taken.")
                }) {
                    try await session.post("/v2/users", userBody("new", email: "Ines@harbour.example"))
                }
            }
        }
    }

    @Test func anEmptySecretIsAsGoodAsNone() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/users", userBody("ines", #","Password":"","MemorableWord":null"#), loosely: true)
            #expect(try answer.object["StatusCode"] as? String == "Pending")
        }
    }
}
