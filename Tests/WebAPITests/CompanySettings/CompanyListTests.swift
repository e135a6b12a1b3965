import HTTPTypes
import Testing

@Suite struct CompanyListTests {
    @Test func businessTypes() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.get(companyPath + "/businesstypes")
            #expect(answer.status == .ok)
            #expect(
                answer.text == #"""
                    [{"Id":0,"Name":"NotSet"},{"Id":1,"Name":"Limited"},{"Id":2,"Name":"SoleTrader"},\#
                    {"Id":3,"Name":"Partnership"},{"Id":4,"Name":"GeneralPractitioner"},{"Id":20,"Name":"Other"}]
                    """#)
        }
    }

    @Test func employeeCountRanges() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get(companyPath + "/employeecountrange").text == #"""
                    [{"Id":"1","Name":"0"},{"Id":"2","Name":"1 to 4"},{"Id":"3","Name":"5 to 9"},\#
                    {"Id":"4","Name":"10 to 49"},{"Id":"5","Name":"50 to 249"},{"Id":"6","Name":"250 or more"}]
                    """#)
        }
    }

    @Test func theIndustrySectorsAreATreeInThreeLevels() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.get(companyPath + "/industrysectors")
            let beginning = #"""
                [{"Id":1,"Name":"Agriculture, forestry and fishing","Children":[{"Id":101,\#
                "Name":"Crop and animal production, hunting and related service activities","Children":[\#
                {"Id":1011,"Name":"Growing of non-perennial crops","Children":[]},
                """#
            #expect(answer.text.hasPrefix(beginning))
            let sections = try answer.rows
            let divisions = sections.flatMap { $0["Children"] as? [[String: Any]] ?? [] }
            let groups = divisions.flatMap { $0["Children"] as? [[String: Any]] ?? [] }
            #expect([sections.count, divisions.count, groups.count] == [21, 88, 272])
            let all = sections + divisions + groups
            let ids = all.compactMap { $0["Id"] as? Int }
            #expect(Set(ids).count == 381)
            #expect(all.allSatisfy { ($0["Name"] as? String)?.isEmpty == false })
            #expect(
                ids.prefix(21) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21])
            for division in divisions {
                let id = try #require(division["Id"] as? Int)
                for group in division["Children"] as? [[String: Any]] ?? [] {
                    #expect((group["Id"] as? Int).map { 100 + ($0 - 1_000) / 10 } == id)
                }
            }
        }
    }

    @Test(arguments: ["businesstypes", "employeecountrange", "industrysectors"])
    func theyNeedAToken(list: String) async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.with(nil).get("\(companyPath)/\(list)").status == .unauthorized)
            #expect(try await server.user(with: .viewCustomer).get("\(companyPath)/\(list)").status == .ok)
        }
    }
}
