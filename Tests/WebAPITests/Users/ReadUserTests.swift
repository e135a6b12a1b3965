import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor

@Suite struct ReadUserTests {
    @Test func theListIsABareArrayByNumberWithTheOwnerFirst() async throws {
        try await TestServer.run { server in
            for name in ["zoe", "ada"] {
                #expect(try await server.post("/v2/users", userBody(name)).status == .created)
            }
            let answer = try await server.get("/v2/users")
            #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
            let owner = """
                {"Number":1,"FullName":"harbour.admin","Username":"harbour.admin","Email":null,"RoleId":1,\
                "RoleNumber":1,"RoleName":"Full Access","UserAccountDisabled":false,"IsLockedOut":false,\
                "Status":2,"StatusCode":"Active","FailedLoginAttemptsCount":0,"NoOfLogins":1,\
                "LastLogin":"2026-03-09 12:00:00"}
                """
            let users = [2, 3].map { number in
                """
                {"Number":\(number),"FullName":"Ines Okafor","Username":"\(number == 2 ? "zoe" : "ada")",\
                "Email":"\(number == 2 ? "zoe" : "ada")@harbour.example","RoleId":5,"RoleNumber":5,\
                "RoleName":"Sales","UserAccountDisabled":false,"IsLockedOut":false,"Status":3,\
                "StatusCode":"Pending","FailedLoginAttemptsCount":0,"NoOfLogins":0,"LastLogin":"Never"}
                """
            }
            #expect(answer.text == "[\(([owner] + users).joined(separator: ","))]")
            // Nothing pages it.
            #expect(try await server.get("/v2/users?page=1&perpage=1").text == answer.text)
            #expect(try await server.get("/v2/users/1").text == owner)
        }
    }

    @Test(arguments: ["2", "99", "0", "-1", "x", "1.0", "99999999999999999999", "%20"])
    func whoIsNotThereIsNotFoundByAnyVerb(number: String) async throws {
        try await TestServer.run { server in
            for path in ["/v2/users/\(number)", "/v2/user/\(number)"] {
                for answer in [
                    try await server.get(path), try await server.put(path, userBody("ines")),
                    try await server.delete(path),
                ] {
                    #expect(answer.status == .notFound, "\(answer.text)")
                    #expect(try answer.object["Error"] as? String == "NotFound")
                }
            }
        }
    }

    @Test func thereAreNoLegacyUsers() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/users/haslegacyusers")
            #expect(answer.status == .ok && answer.text == "false")
        }
    }

    @Test func failuresAndTheLockAreShown() async throws {
        try await TestServer.run { server in
            let ines = testUser("ines")
            try await server.server.add(ines, to: server.server.business)
            let wrong = TestUser(username: "ines", password: "wrong", word: "")
            for count in 1...4 {
                _ = try await server.server.sendCredentials(wrong)
                let user = try await server.user(2)
                #expect(user["FailedLoginAttemptsCount"] as? Int == count)
                #expect(user["IsLockedOut"] as? Bool == false)
            }
            _ = try await server.server.sendCredentials(wrong)
            let user = try await server.user(2)
            #expect(user["IsLockedOut"] as? Bool == true)
            #expect(user["FailedLoginAttemptsCount"] as? Int == 5)
            #expect(user["Status"] as? Int == 2)
        }
    }

    @Test func sessionsThatAgedOrEndedAreNotCountedAndUseKeepsThem() async throws {
        try await TestServer.run { server in
            let ines = testUser("ines")
            try await server.server.add(ines, to: server.server.business)
            let first = try await server.server.signIn(ines)
            _ = try await server.server.signIn(ines)
            #expect(try await server.user(2)["NoOfLogins"] as? Int == 2)
            server.clock.advance(by: .seconds(3_000))
            #expect(try await server.server.use(first).status == .ok)
            _ = try await server.get("/v2/userpermissions")
            server.clock.advance(by: .seconds(1_000))
            // The one that was used lives on, though that is not on the disk yet.
            #expect(try await server.user(2)["NoOfLogins"] as? Int == 1)
            _ = try await server.with(first).delete("/v2/sessiontoken")
            #expect(try await server.user(2)["NoOfLogins"] as? Int == 0)
        }
    }

    @Test func whomTheOperatorDisabledIsDisabledForGood() async throws {
        try await TestServer.run { server in
            try await server.server.add(testUser("ines"), to: server.server.business)
            try await server.door.disableUser(username: "ines", from: .commandLine)
            let user = try await server.user(2)
            #expect(user["StatusCode"] as? String == "Disabled")
            // The flag is the business's own; sending it back changes nothing.
            #expect(user["UserAccountDisabled"] as? Bool == false)
            #expect(
                try await server.put("/v2/users/2", userBody("ines", fullName: "ines", role: 7)).status == .ok
            )
            #expect(try await server.user(2)["StatusCode"] as? String == "Disabled")
        }
    }

    @Test func anotherBusinessHasItsOwnNumbers() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/users", userBody("ines"))
            let other = try await server.otherBusiness()
            #expect(try await other.get("/v2/users/1").object["Username"] as? String == "quay.admin")
            #expect(try await other.get("/v2/users/2").status == .notFound)
            #expect(try await !other.get("/v2/users").text.contains("ines"))
        }
    }
}
