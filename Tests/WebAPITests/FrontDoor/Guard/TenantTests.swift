import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor
@testable import WebCore

/// Two businesses with the same codes and numbers, and one's token with the other's identifiers (FD-27).
@Suite struct TenantTests {
    private let codes = ["HARB01", "HARB02", "Q/1 é"]

    /// A business as its attacker knows it.
    private struct Victim {
        let server: SignedInServer
        let business: Int64
        let identity: Int64
        let keys: [String]

        /// Every identifier that could be put in a path.
        var identifiers: [String] {
            [
                "HARB01", "harb02", "Q%2F1%20%C3%A9", "1", "2", "3", "\(business)", "\(identity)",
                server.token ?? "",
            ] + keys
        }
    }

    private func fill(_ server: SignedInServer, _ mark: String) async throws -> [String] {
        var keys: [String] = []
        for code in codes {
            let made = try await server.post(
                "/v2/customers",
                """
                {"Code":"\(code)","Name":"\(mark) \(code)","Note":"\(mark)","Contacts":[{"Email":"\(mark)@b.example"}]}
                """)
            #expect(made.status == .created)
            keys.append(try #require(made.object["CustomerKey"] as? String))
        }
        return keys
    }

    private func book(_ server: SignedInServer) async throws -> [String] {
        var texts = [try await server.get("/v2/customers?perpage=1000").text]
        for code in codes {
            texts.append(try await server.get("/v2/customers/\(code.percentEncodedSegment)").text)
        }
        return texts
    }

    private func files(_ server: SignedInServer, of business: Int64) -> [Data?] {
        let path = server.server.installation.folder.book(business)
        return [path, path + "-wal"].map { FileManager.default.contents(atPath: $0) }
    }

    @Test func fd27_oneBusinesssTokenReachesNothingOfAnotherOnAnyRoute() async throws {
        try await TestServer.run { server in
            let mark = "ANCHOR"
            let keys = try await fill(server, mark)
            let identity = try await server.server.installation.frontDoor.user(
                username: server.server.owner.username
            ).id
            let victim = Victim(
                server: server, business: server.server.business, identity: identity, keys: keys)
            let other = try await server.server.otherBusiness()
            var attacker = server.with(other.token)
            _ = try await fill(attacker, "LOAF")
            // Ids are counted in each book, so they are the same in both.
            #expect(try await attacker.get("/v2/customers/HARB02").object["Id"] as? Int == 2)
            #expect(try await server.get("/v2/customers/HARB02").object["Id"] as? Int == 2)

            let before = try await book(server)
            let filesBefore = files(server, of: victim.business)
            let attackersBefore = try await book(attacker)
            var answered = 0
            for route in server.server.services.routes.routes where route.isBuilt {
                for identifier in route.path.contains("{") ? victim.identifiers : [""] {
                    let answer = try await attack(route, identifier, victim, attacker.token)
                    answered += answer.status.kind == .successful ? 1 : 0
                    let told = ["\(mark) ", "\(mark)@", "\"\(mark)\""].filter(answer.text.contains)
                    #expect(told.isEmpty, "\(route.name) \(identifier)")
                    if route.name == "DELETE /sessiontoken" {
                        attacker = attacker.with(try await server.server.signIn(baker))
                    }
                }
            }
            // It was no walk past closed doors: the attacker's own book was read, filled and emptied.
            #expect(answered >= 15)
            #expect(try await book(attacker) != attackersBefore)
            #expect(files(server, of: victim.business) == filesBefore)
            #expect(try await book(server) == before)
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    private let baker = TestUser(username: "quay.admin", password: "nine-warm-ovens-here", word: "crumb2loaf")

    /// A call that names the victim wherever a request has room for a name.
    private func attack(
        _ route: Route, _ identifier: String, _ victim: Victim, _ token: String?
    ) async throws -> TestAnswer {
        var headers: HTTPFields = [.contentType: "application/json"]
        for name in [
            "X-Business", "X-Business-Id", "X-Company-Id", "X-Tenant-Id", "X-SessionToken", "X-User",
        ] {
            headers[try #require(HTTPField.Name(name))] =
                name == "X-SessionToken" ? victim.server.token ?? "" : "\(victim.business)"
        }
        let query = """
            business=\(victim.business)&companyId=\(victim.business)&tenantId=\(victim.business)&uid=\(victim.identity)\
            &customerCodes=HARB01,HARB02&searchBy=name&searchText=ANCHOR&perpage=1000&searchtext=ANCHOR
            """
        let isBulk = route.path.hasPrefix("/internal/") || route.path == "/customerlist"
        let body =
            isBulk
            ? #"["HARB01","harb02"]"#
            : """
            {"Business":\(victim.business),"CompanyId":\(victim.business),"TenantId":\(victim.business),"Id":1,\
            "Code":"HARB01","Name":"Mine","CustomerKey":"\(victim.keys[0])","CreateCustomerCodeIfDuplicate":true,\
            "Contacts":[{"Id":1,"Name":"Mine"},{"Id":2,"Name":"Mine"}]}
            """
        let path = route.sample { _ in identifier }
        return try await victim.server.server.ask(
            route.method, "\(path)?\(query)", route.method == .get ? [] : Array(body.utf8), token: token,
            headers: headers)
    }

    @Test func fd27_anothersSessionIsUnknownAndGoesOn() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness()
            let attacker = server.with(other.token)
            let token = try #require(server.token)
            #expect(try await attacker.delete("/v2/sessiontoken/\(token)").isRefusal(.invalidToken))
            #expect(
                try await attacker.get("/v2/sessiontoken/\(server.server.business)").refuses(
                    .notFound, "NotFound", "There is no such company for this user."))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            // An administrator of one business is none in another.
            #expect(try await server.delete("/v2/sessiontoken/\(other.token)").isRefusal(.invalidToken))
            #expect(try await attacker.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd27_oneIdentitysSessionsOpenEachItsOwnBook() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness()
            try await server.server.installation.frontDoor.addMembership(
                business: other.business, username: server.server.owner.username, role: 1, from: .commandLine)
            let switched = try await server.get("/v2/sessiontoken/\(other.business)")
            #expect(switched.status == .ok)
            let away = server.with(try switched.sessionToken)
            #expect(
                try await server.post("/v2/customers", #"{"Code":"HARB01","Name":"Home"}"#).status == .created
            )
            #expect(try await away.get("/v2/customers/HARB01").status == .notFound)
            #expect(
                try await away.post("/v2/customers", #"{"Code":"HARB01","Name":"Away"}"#).status == .created)
            #expect(try await server.get("/v2/customers/HARB01").object["Name"] as? String == "Home")
            #expect(try await away.get("/v2/customers/HARB01").object["Name"] as? String == "Away")
        }
    }

    @Test func fd27_permalinksBeginWithTheirBusinesssOwnBits() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let own = try await door.business(id: server.server.business).permalinkKey
            let other = try await server.server.otherBusiness()
            let others = try await door.business(id: other.business).permalinkKey
            #expect(own.wholeMatch(of: /[0-9a-f]{8}/) != nil && own != others)
            for (session, key) in [(server, own), (server.with(other.token), others)] {
                let made = try await session.post("/v2/customers", #"{"Code":"HARB01","Name":"N"}"#)
                let guid = try #require(made.object["CustomerKey"] as? String)
                #expect(guid.hasPrefix(key + "-"), "\(guid) does not begin with \(key)")
                #expect(guid.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
            }
        }
    }
}
