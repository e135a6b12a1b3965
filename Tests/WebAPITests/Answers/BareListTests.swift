import Foundation
import HTTPTypes
import Testing

@testable import WebCore

/// Clients go through every list by pages, so that one which does not page must come to an end too.
@Suite struct BareListTests {
    @Test func everyListThatDoesNotPageHasOnePage() async throws {
        try await TestServer.withoutSession { server in
            let tenant = try await Tenant(server, server.business, server.owner, secret: "zebedee")
            let lists = server.services.routes.routes.filter { route in
                route.isBuilt && route.method == .get
                    && route.contract.answers.contains { isBareList($0.body) }
            }
            #expect(lists.count >= 15)
            for route in lists {
                let path = try path(to: route)
                let first = try await server.ask(.get, path, token: tenant.token)
                // There are no payment processors.
                let isFull = first.text.hasPrefix(route.path.hasPrefix("/paymentprocessors") ? "[]" : "[{")
                #expect(first.status == .ok && isFull, "\(path): \(first.text)")
                let same = try await server.ask(.get, "\(path)page=1", token: tenant.token)
                #expect(same.text == first.text, "\(path)")
                let second = try await server.ask(.get, "\(path)page=2", token: tenant.token)
                #expect(second.status == .ok && second.text == "[]", "\(path): \(second.text)")
                let none = try await server.ask(.get, "\(path)page=0", token: tenant.token)
                let rule = "page must be a whole number from 1 to 2147483647."
                #expect(none.names(("page", rule)), "\(path): \(none.text)")
                #expect(route.contract.parameters.contains { $0.name == "page" }, "\(path)")
            }
        }
    }

    private func isBareList(_ body: BodyContract?) -> Bool {
        switch body {
        case .list(.table)?: true
        case .either(let one, let other)?: isBareList(one) && isBareList(other)
        case nil, .list?, .table?, .page?, .pageWith?, .value?, .document?, .other?: false
        }
    }

    /// The route's path with all that it requires, as `Tenant` has it or the contract's examples say, and a query that
    /// can go on.
    private func path(to route: Route) throws -> String {
        let known = [
            "objectType": route.path.hasSuffix("/credits") ? "invoices" : "customers", "objectId": "1",
            "objectNumber": "HARB01", "entity": "quote", "searchText": "ANCHOR",
        ]
        var values: [String: String] = [:]
        for parameter in route.contract.parameters where parameter.isRequired {
            let example = try parameter.example.map {
                try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
            }
            let sent = (example as? [Any])?.first ?? example
            values[parameter.name] = known[parameter.name] ?? sent.map { "\($0)" }
        }
        let inQuery = route.contract.parameters.filter { $0.isRequired && !$0.isInPath }
        let query = inQuery.map { "\($0.name)=\((values[$0.name] ?? "").percentEncodedSegment)&" }.joined()
        return route.sample { (values[$0] ?? "1").percentEncodedSegment } + "?" + query
    }
}
