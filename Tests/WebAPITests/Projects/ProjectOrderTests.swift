import HTTPTypes
import Testing

/// A list that is asked for no order has the one of the settings.
@Suite struct ProjectOrderTests {
    private func numbers(_ server: SignedInServer, _ query: String = "") async throws -> [Int] {
        let page = try await server.get("/v2/projects\(query)").object
        let rows = try #require(page["Data"] as? [[String: Any]])
        return rows.compactMap { $0["Number"] as? Int }
    }

    @Test func theSettingsSayItWhereTheCallDoesNot() async throws {
        try await TestServer.run { server async throws in
            for (number, name) in [(7, "Kitchen"), (3, "Stairs"), (5, "Attic")] {
                let body = #"{"Number":\#(number),"Name":"\#(name)"}"#
                #expect(try await server.post("/v2/projects", body).status == .created)
            }
            #expect(try await numbers(server) == [3, 5, 7])
            #expect(try await numbers(server, "?order=Desc") == [7, 5, 3])
            for (settings, order) in [
                (#"{"OrderBy":"Name"}"#, [5, 7, 3]), (#"{"Order":"Desc"}"#, [3, 7, 5]),
                (#"{"OrderBy":"Created"}"#, [5, 3, 7]), (#"{"OrderBy":"Created","Order":"Asc"}"#, [7, 3, 5]),
            ] {
                #expect(try await server.put("/v2/settings/project", settings).status == .ok)
                #expect(try await numbers(server) == order, "\(settings)")
            }
            #expect(try await numbers(server, "?sort=1") == [5, 3, 7])
            #expect(try await server.put("/v2/settings/project", #"{"Order":"Desc"}"#).status == .ok)
            #expect(try await numbers(server, "?sortby=Number") == [3, 5, 7])
            #expect(try await numbers(server, "?sortby=Name&order=Desc") == [3, 7, 5])
        }
    }
}
