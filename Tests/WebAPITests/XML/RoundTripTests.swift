import Testing
import WebAPI

@testable import WebCore

/// Every body of every route, from JSON to XML and back.
@Suite struct RoundTripTests {
    private static let routes = Router.table(version: "test").routes.filter(\.isBuilt)

    private func bodies(of route: Route) -> [(body: BodyContract, direction: FieldSchema.Direction)] {
        (route.contract.takes.map { [($0, .taken)] } ?? [])
            + route.contract.answers.compactMap { answer in answer.body.map { ($0, .answered) } }
    }

    @Test func everyBodyHasAFormInXMLButPagesPicturesAndTheContract() {
        let without = Self.routes.filter { route in
            bodies(of: route).contains { XMLForm.root(of: $0.body) == nil }
        }
        #expect(
            Set(without.map(\.path)) == [
                "/openapi.json", "/docs", "/categoryicons/{file}", "/bankicons/{file}", "/links/activation",
                "/links/reset", "/links/page.js", "/links/page.css",
            ])
    }

    @Test(arguments: SampleValue.turns)
    func everyBodyComesBackAsItWasSent(turn: Int) throws {
        var count = 0
        for route in Self.routes {
            for (body, direction) in bodies(of: route) {
                guard let value = SampleValue(direction: direction, turn: turn).of(body) else { continue }
                let xml = try #require(XMLForm.document(Array(value.json.utf8), as: body), "\(route.name)")
                let back = try XMLForm.value(XMLReader.read(xml), as: body)
                #expect(back == value.withoutNulls, "\(route.name): \(String(decoding: xml, as: UTF8.self))")
                count += 1
            }
        }
        #expect(count > 100)
    }

    @Test(arguments: SampleValue.turns)
    func whereThereAreTwoShapesTheirElementsAreNamedAlike(turn: Int) throws {
        for route in Self.routes {
            for (body, direction) in bodies(of: route) {
                guard case .either(_, let other) = body,
                    let value = SampleValue(direction: direction, turn: turn).of(other)
                else { continue }
                let json = Array(value.json.utf8)
                #expect(
                    XMLForm.document(json, as: body) == XMLForm.document(json, as: other), "\(route.name)")
            }
        }
    }

    @Test func everyMembersNameIsAnXMLName() throws {
        let tables = Self.routes.flatMap(bodies).flatMap(\.body.tables)
        let names = tables.flatMap { [$0.element] + $0.fields.map(\.name) }
        #expect(names.count > 500)
        for name in names {
            #expect(try #/[A-Za-z_][A-Za-z0-9_]*/#.wholeMatch(in: name) != nil, "\(name)")
        }
    }

    @Test func whatIsReadWithoutAPathParameterIsTheSameInBothForms() async throws {
        try await TestServer.run { server in
            #expect(try await server.addFullCustomer().status == .created)
            try await server.add(("QUAY01", "Quay & <Sons>"))
            var count = 0
            for route in Self.routes where route.method == .get && route.forms.count == 2 {
                guard !route.path.contains("{"), route.access.open == .never else { continue }
                let query = route.path.hasSuffix("search") ? "?query=quay&field=Name&searchtext=quay" : ""
                let json = try await server.get("/v2" + route.path + query)
                guard json.status == .ok, !json.text.isEmpty else { continue }
                let body = try #require(
                    route.contract.answers.first { $0.status == .ok }?.body, "\(route.name)")
                let xml = try await server.get(
                    "/v2" + route.path + query, headers: [.accept: "application/xml"])
                #expect(
                    xml.status == .ok && xml.headers[.contentType] == "application/xml; charset=utf-8",
                    "\(route.name)")
                let fromXML = try XMLForm.value(XMLReader.read(Array(xml.text.utf8)), as: body)
                #expect(try fromXML == JSONReader.read(Array(json.text.utf8)).withoutNulls, "\(route.name)")
                count += 1
            }
            #expect(count > 25)
        }
    }
}
