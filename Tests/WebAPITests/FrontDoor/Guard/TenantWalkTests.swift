import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import FrontDoor
@testable import WebCore

/// Two businesses with the same codes and numbers, and one's token with the other's identifiers on every route that is
/// built (FD-27).
@Suite struct TenantWalkTests {
    @Test func fd27_oneBusinesssTokenReachesNothingOfAnotherOnAnyRoute() async throws {
        try await TestServer.withoutSession { server in
            let (victim, made) = try await tenants(server)
            var attacker = made
            let built = server.services.routes.routes.filter(\.isBuilt)
            let before = try await state(of: victim)
            let attackersBefore = try attacker.book
            var answered: Set<String> = []
            for route in built {
                for path in paths(of: route, victim.identifiers) {
                    let answer = try await attack(route, path, victim, attacker.token)
                    if answer.status.kind == .successful { answered.insert(route.name) }
                    #expect(!answer.tells(victim.secret), "\(route.name) \(path): \(answer.text)")
                    if answer.isRefusal(.invalidToken) || route.path.hasPrefix("/sessiontoken") {
                        try await attacker.signInAgain()
                    }
                }
            }
            // It was no walk past closed doors: the attacker's own book was read, filled and emptied.
            #expect(answered.count >= built.count / 2, "\(answered.sorted())")
            #expect(try attacker.book != attackersBefore)
            let after = try await state(of: victim)
            #expect(after.book == before.book)
            #expect(after.rows == before.rows)
            #expect(after.pages == before.pages)
            #expect(before.pages.values.filter { $0.lowercased().contains(victim.secret) }.count >= 5)
        }
    }

    /// Names instead of numbers: another's is unknown, whoever's it is.
    @Test func fd27_whatIsNamedInTheQueryIsTheCallersOwn() async throws {
        try await TestServer.withoutSession { server in
            let (victim, attacker) = try await tenants(server)
            let before = try await state(of: victim)
            let named = ["name", "sourcename"]
            for route in server.services.routes.routes where route.isBuilt {
                for parameter in route.contract.parameters
                where !parameter.isInPath && named.contains(parameter.name.lowercased()) {
                    let path = "\(route.sample)?\(parameter.name)=\(victim.content.percentEncodedSegment)"
                    let answer = try await server.ask(route.method, path, token: attacker.token)
                    // A list of pages has a name to look for, and finds nothing.
                    let isEmpty = answer.status == .ok && answer.text.contains(#""TotalRecords":0,"#)
                    let finds = route.name == "GET /projects" ? isEmpty : answer.status == .notFound
                    #expect(finds, "\(route.name): \(answer.text)")
                }
            }
            #expect(try await state(of: victim).rows == before.rows)
            #expect(try victim.book == before.book)
        }
    }

    /// Harbour Joinery and Quay Bakery, filled alike.
    private func tenants(_ server: TestServer) async throws -> (Tenant, Tenant) {
        let baker = TestUser(
            username: "quay.admin", password: "nine-warm-ovens-here", word: "crumb2loaf")
        let bakery = try await server.installation.addBusiness(name: "Quay Bakery Ltd", from: .commandLine).id
        try await server.add(baker, to: bakery)
        let victim = try await Tenant(server, server.business, server.owner, secret: "zebedee")
        let attacker = try await Tenant(server, bakery, baker, secret: "barnabas")
        // Ids are counted in each book, so they are the same in both.
        for tenant in [victim, attacker] {
            let second = try await server.ask(.get, "/v2/customers/HARB02", token: tenant.token)
            #expect(try second.object["Id"] as? Int == 2 && second.tells(tenant.secret))
        }
        return (victim, attacker)
    }

    private func state(
        of tenant: Tenant
    ) async throws -> (book: StoredRows, rows: [String], pages: [String: String]) {
        let control = try tenant.server.place.control()
        let rows = try ControlRows.of(tenant.business, await tenant.identities, in: control)
        #expect(rows.contains { $0.hasPrefix("identity: ") } && rows.contains { $0.hasPrefix("session: ") })
        return (try tenant.book, rows, try await tenant.pages())
    }

    /// The paths that lead to a route with the victim's identifiers in every place that takes one.
    private func paths(of route: Route, _ identifiers: [String]) -> [String] {
        let kinds = route.access.kinds
        let places = route.parameterNames.filter { $0 != kinds?.parameter }
        let parents = kinds.map { $0.permissions.keys.sorted() } ?? [""]
        guard let first = places.first else { return [route.sample] }
        return parents.flatMap { parent in
            identifiers.flatMap { identifier in
                (places.count > 1 ? ["1", "2", identifier] : [identifier]).map { other in
                    route.sample { name in
                        name == kinds?.parameter ? parent : name == first ? identifier : other
                    }
                }
            }
        }
    }

    /// A call that names the victim wherever a request has room for a name.
    private func attack(
        _ route: Route, _ path: String, _ victim: Tenant, _ token: String
    ) async throws -> TestAnswer {
        var headers: HTTPFields = [.contentType: "application/json"]
        for name in ["X-Business", "X-Business-Id", "X-Company-Id", "X-Tenant-Id", "X-User"] {
            headers[try #require(HTTPField.Name(name))] = "\(victim.business)"
        }
        headers[try #require(HTTPField.Name("X-SessionToken"))] = victim.token
        let query = """
            business=\(victim.business)&companyId=\(victim.business)&tenantId=\(victim.business)\
            &customerCodes=HARB01,HARB02&searchBy=name&searchText=ANCHOR&searchentitytype=All&perpage=1000\
            &supplierCodes=HARB01,HARB02&entityType=Quote
            """
        return try await victim.server.ask(
            route.method, "\(path)?\(query)", route.method == .get ? [] : body(for: route, victim),
            token: token,
            headers: headers)
    }

    private func body(for route: Route, _ victim: Tenant) -> [UInt8] {
        if case .value(.list, _)? = route.contract.takes { return Array(#"["HARB01","harb02"]"#.utf8) }
        let address = route.path == "/api/settings/ipaddress" ? #""Address":"198.51.100.7","# : ""
        return Array(
            """
            {\(address)"Business":\(victim.business),"CompanyId":\(victim.business),"TenantId":\(victim.business),\
            "Id":1,"Number":1,"Code":"HARB01","Name":"Mine","Text":"Mine","Title":"Mine","FullName":"Mine",\
            "Email":"mine@b.example","RoleId":7,"EntityType":"Quote","CostOfSource":2,"ExchangeRate":2,\
            "CategoriesList":[{"Number":1,"Name":"Mine","IconId":2}],"CompanyName":"Mine","BusinessType":1,\
            "Comment":"Mine","CreateCustomerCodeIfDuplicate":true,\
            "Contacts":[{"Id":1,"Name":"Mine"},{"Id":2,"Name":"Mine"}]}
            """.utf8)
    }
}

extension TestAnswer {
    /// Whether it holds `secret`, in any case.
    fileprivate func tells(_ secret: String) -> Bool {
        text.lowercased().contains(secret)
            || headers.contains { $0.value.lowercased().contains(secret) }
    }
}
