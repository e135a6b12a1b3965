import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor

/// An administrator of one business against somebody who is at home in another (FD-21): what is theirs to change, and
/// that it ends at their own door.
@Suite struct AccountantTests {
    @Test func fd21_aBusinessSeesOnlyWhatItMayKnow() async throws {
        try await AccountantHouse.run { house in
            for _ in 1...5 {
                _ = try await house.home.server.sendCredentials(
                    TestUser(username: "ada", password: "wrong", word: ""))
            }
            let away = try await house.quay.get("/v2/users/2").text
            #expect(
                away == """
                    {"Number":2,"FullName":"Ada Counts","Username":"ada","Email":null,"RoleId":6,"RoleNumber":6,\
                    "RoleName":"Purchases","UserAccountDisabled":false,"IsLockedOut":false,"Status":2,\
                    "StatusCode":"Active","FailedLoginAttemptsCount":0,"NoOfLogins":0,"LastLogin":"Never"}
                    """)
            #expect(try await house.quay.get("/v2/users").text.contains(away))
            let home = try await house.home.user(AccountantHouse.numberAtHome)
            #expect(home["Email"] as? String == AccountantHouse.email)
            #expect(home["IsLockedOut"] as? Bool == true && home["FailedLoginAttemptsCount"] as? Int == 5)
        }
    }

    @Test func fd21_sessionsAndLastLogInAreCountedByBusiness() async throws {
        try await AccountantHouse.run { house in
            _ = try await house.sessions()
            #expect(try await house.quay.user(2)["NoOfLogins"] as? Int == 1)
            #expect(try await house.quay.user(2)["LastLogin"] as? String == "2026-03-09 12:00:00")
            // Each further one was a switch from a session that sign-in opened elsewhere.
            #expect(try await house.mill.user(2)["NoOfLogins"] as? Int == 1)
        }
    }

    @Test func fd21_sendingBackWhatWasReadIsFine() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            let before = try await house.home.administration()
            let read = try await house.quay.get("/v2/users/2").text
            #expect(try await house.quay.put("/v2/users/2", read).text == read)
            #expect(try await house.home.administration() == before)
            for session in [sessions.home, sessions.quay, sessions.mill] { #expect(try await session.isOpen) }
        }
    }

    @Test func fd21_disablingHoldsInThatBusinessAlone() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            let elsewhere = try await house.identity(but: house.quayBusiness)
            let answer = try await house.quay.put(
                "/v2/users/2", AccountantHouse.bodyAway(#","UserAccountDisabled":true"#))
            #expect(try answer.object["StatusCode"] as? String == "Disabled")
            #expect(try await !sessions.quay.isOpen)
            #expect(try await sessions.home.isOpen)
            #expect(try await sessions.mill.isOpen)
            #expect(try await house.identity(but: house.quayBusiness) == elsewhere)
            #expect(try await sessions.home.get("/v2/sessiontoken/\(house.quayBusiness)").status == .notFound)
            // The others see nothing of it.
            #expect(try await house.mill.user(2)["UserAccountDisabled"] as? Bool == false)
            let home = try await house.home.user(AccountantHouse.numberAtHome)
            #expect(home["StatusCode"] as? String == "Active")
            #expect(try await house.home.server.enter(AccountantHouse.ada).status == .ok)
            // Enabling revives nothing (FD-9).
            _ = try await house.quay.put("/v2/users/2", AccountantHouse.bodyAway())
            #expect(try await !sessions.quay.isOpen)
            #expect(try await sessions.home.get("/v2/sessiontoken/\(house.quayBusiness)").status == .ok)
        }
    }

    @Test func fd21_disablingAtHomeShutsNoOtherDoor() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            let answer = try await house.home.put(
                "/v2/users/3", AccountantHouse.bodyAtHome(#","UserAccountDisabled":true"#))
            #expect(answer.status == .ok)
            #expect(try await !sessions.home.isOpen)
            #expect(try await sessions.quay.isOpen)
            #expect(try await sessions.mill.isOpen)
            #expect(try await house.quay.user(2)["StatusCode"] as? String == "Active")
            let entered = try await house.home.server.enter(AccountantHouse.ada)
            #expect(try entered.object["CompanyId"] as? Int != Int(house.homeBusiness))
        }
    }

    @Test func fd21_aRoleIsTheBusinesssOwn() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            let elsewhere = try await house.identity(but: house.quayBusiness)
            #expect(
                try await house.quay.put("/v2/users/2", AccountantHouse.bodyAway(role: 7)).object["RoleName"]
                    as? String == "Read only")
            #expect(try await !sessions.quay.get("/v2/userpermissions").text.contains("EditReceipt"))
            #expect(try await sessions.mill.get("/v2/userpermissions").text.contains("EditReceipt"))
            #expect(try await sessions.home.get("/v2/userpermissions").text.contains("FullAccess"))
            #expect(try await house.identity(but: house.quayBusiness) == elsewhere)
        }
    }

    @Test func fd21_aRoleOfAnotherBusinessIsNone() async throws {
        try await AccountantHouse.run { house in
            let role = try await house.home.door.addRole(
                business: house.homeBusiness, name: "Joiners", permissions: [.viewInvoice],
                from: .commandLine)
            #expect(try await house.home.get("/v2/roles").text.contains("Joiners"))
            #expect(try await !house.quay.get("/v2/roles").text.contains("Joiners"))
            #expect(try await house.quay.get("/v2/roles/\(role.number)").status == .notFound)
            try await house.quay.refuses({
                $0.names(("RoleId", "RoleId must be the number of a role."))
            }) {
                try await house.quay.put("/v2/users/2", AccountantHouse.bodyAway(role: role.number))
            }
        }
    }

    @Test func fd21_removalEndsThatMembershipAlone() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            let elsewhere = try await house.identity(but: house.quayBusiness)
            #expect(try await house.quay.delete("/v2/users/2").status == .noContent)
            #expect(try await !sessions.quay.isOpen)
            #expect(try await sessions.home.isOpen)
            #expect(try await sessions.mill.isOpen)
            #expect(try await house.identity(but: house.quayBusiness) == elsewhere)
            #expect(try await house.home.server.enter(AccountantHouse.ada).status == .ok)
            // The name is not free: she is still somebody.
            #expect(try await house.quay.post("/v2/users", userBody("ada")).status == .badRequest)
        }
    }

    @Test func fd21_whoIsRemovedAtHomeIsAtHomeNowhereUntilOneBusinessIsLeft() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            #expect(try await house.home.delete("/v2/users/3").status == .noContent)
            #expect(try await !sessions.home.isOpen)
            #expect(try await sessions.quay.isOpen)
            #expect(try await sessions.mill.isOpen)
            #expect(try await house.home.door.user(username: "ada").homeBusiness == nil)
            #expect(try await house.quay.user(2)["Email"] is NSNull)
            #expect(try await house.mill.user(2)["Email"] is NSNull)
            // From here on those at home have a say no more.
            #expect(try await house.home.get("/v2/users/3").status == .notFound)

            #expect(try await house.mill.delete("/v2/users/2").status == .noContent)
            #expect(try await house.home.door.user(username: "ada").homeBusiness == house.quayBusiness)
            #expect(try await house.quay.user(2)["Email"] as? String == AccountantHouse.email)
            #expect(try await house.quay.log(1) == ["user-changed ada by mill.admin: home business"])
        }
    }

    @Test func fd21_whatIsTheIdentitysIsHomesToChange() async throws {
        try await AccountantHouse.run { house in
            let sessions = try await house.sessions()
            let answer = try await house.home.put(
                "/v2/users/3",
                AccountantHouse.bodyAtHome(
                    #","Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#))
            #expect(answer.status == .ok)
            for session in [sessions.home, sessions.quay, sessions.mill] {
                #expect(try await !session.isOpen)
            }
            #expect(try await house.home.server.sendCredentials(AccountantHouse.ada).status == .unauthorized)
        }
    }

    /// With her password they would come into the other businesses with rights that are not theirs to give.
    @Test func fd21_onlyFullAccessAtHomeReachesSoFar() async throws {
        try await AccountantHouse.run { house in
            _ = try await house.home.put(
                "/v2/users/3", #"{"FullName":"Ada Counts","Email":"ada@counts.example","RoleId":7}"#)
            let head = try await house.home.user(
                with: .manageUser, .manageRole, .viewInvoice, .viewQuote, .viewCustomer, .viewReceipt,
                .viewProject)
            for more in [
                #","Email":"ada@counts.example","Password":"nine-warm-ovens-here""#,
                #","Email":"ada@counts.example","MemorableWord":"crumb2loaf""#,
                #","Email":"mine@harbour.example""#,
            ] {
                try await head.refuses({
                    $0.refuses(.unauthorized, "PermissionDenied", "Permission FullAccess is required.")
                }) { try await head.put("/v2/users/3", #"{"FullName":"Ada Counts","RoleId":7\#(more)}"#) }
            }
            #expect(try await house.home.server.sendCredentials(AccountantHouse.ada).status == .created)
        }
    }
}
