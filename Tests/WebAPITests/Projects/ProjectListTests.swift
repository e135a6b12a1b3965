import HTTPTypes
import Testing

@Suite struct ProjectListTests {
    /// 1 Quay house of HARB01, 2 Attic, 3 Élan office of ABEL01 completed, 4 Quay kiosk archived; 3 brought most, 2 lost.
    private static func fill(_ server: SignedInServer) async throws {
        try await server.addHarbour()
        try await server.add(("ABEL01", "Abel Ltd"))
        try await server.addProject(
            "Quay house", #","Reference":"Z1","CustomerCode":"HARB01","Description":"New Stairs""#)
        try await server.addProject("Attic", #","Reference":"b2","Note":"Stairs, too""#)
        try await server.addProject("Élan office", #","CustomerCode":"ABEL01","Status":"Completed""#)
        try await server.addProject("quay kiosk", #","Reference":"a3","Status":"Archived""#)
        for (project, net) in [(1, 10), (3, 20), (2, -5)] {
            try await server.sell(net, in: project)
        }
    }

    @Test(arguments: [
        ("", [1, 2, 3, 4]), ("?sort=1", [4, 3, 2, 1]), ("?order=desc", [4, 3, 2, 1]),
        ("?sort=Asc&order=desc", [1, 2, 3, 4]),
        ("?sortby=Name", [2, 3, 1, 4]), ("?sortby=1&sort=Desc", [4, 1, 3, 2]),
        ("?sortby=Reference", [3, 4, 2, 1]), ("?sortby=2&sort=1", [1, 2, 4, 3]),
        ("?sortby=Customer", [2, 4, 3, 1]), ("?sortby=3&sort=1", [1, 3, 4, 2]),
        ("?sortby=Status", [3, 1, 2, 4]), ("?sortby=4&sort=1", [4, 2, 1, 3]),
        ("?sortby=Margin", [2, 4, 1, 3]), ("?sortby=5&sort=1", [3, 1, 4, 2]),
        ("?sortby=Id&sort=1", [4, 3, 2, 1]), ("?sortby=6", [1, 2, 3, 4]),
        ("?status=Active", [1, 2]), ("?status=0&status=archived", [3, 4]),
        ("?status=Active&status=Completed&status=Archived", [1, 2, 3, 4]),
        ("?searchtext=QUAY", [1, 4]), ("?searchtext=elan", [3]), ("?searchtext=stairs", [1]),
        ("?searchtext=b2", [2]),
        ("?searchtext=harbour", [1]), ("?searchtext=4", [4]), ("?searchtext=%25", []),
        ("?number=3", [3]), ("?number=9", []), ("?name=ouse", [1]), ("?ref=A3", [4]),
        ("?description=new%20st", [1]),
        ("?customerCode=harb01", [1]), ("?customercode=NOBODY", []),
        ("?name=quay&status=Archived", [4]), ("?perpage=3&page=2", [4]), ("?perpage=3&page=9", []),
    ])
    func showsWhatIsAskedForInTheOrderAskedFor(query: String, numbers: [Int]) async throws {
        try await TestServer.run { server in
            try await Self.fill(server)
            #expect(try await server.projects(query) == numbers)
        }
    }

    @Test func aRowTellsWhatTheProjectBrought() async throws {
        try await TestServer.run { server in
            try await Self.fill(server)
            let page = try await server.get("/v2/projects?perpage=1")
            let row = #"""
                {"Id":1,"Number":1,"Name":"Quay house","Reference":"Z1","Description":"New Stairs","Note":null,\#
                "Status":"Active","StartDate":null,"EndDate":null,"CustomerCode":"HARB01","ActualIncome":10.0000,\#
                "ActualExpenditure":0.0000,"Margin":10.0000}
                """#
            #expect(page.text.hasSuffix(#""Data":[\#(row)]}"#), "\(page.text)")
            let meta = try page.object["MetaData"] as? [String: Any]
            #expect(meta?["TotalRecords"] as? Int == 4)
            #expect((meta?["NextPageUrl"] as? String)?.hasSuffix("/v2/projects?perpage=1&page=2") == true)
        }
    }

    @Test func aCustomersOwnListPagesByTen() async throws {
        try await TestServer.run { server in
            try await Self.fill(server)
            let path = "/v2/customers/harb01/projects"
            #expect(try await server.projects(at: path) == [1])
            for _ in 0..<10 { try await server.addProject("More", #","CustomerCode":"HARB01""#) }
            #expect(try await server.projects(at: path) == [1, 5, 6, 7, 8, 9, 10, 11, 12, 13])
            #expect(try await server.projects("?order=Desc&perPage=2", at: path) == [14, 13])
            #expect(try await server.projects("?sortBy=Name&perPage=2&page=6", at: path) == [1])
            #expect(
                try await server.get("/v2/customers/NOBODY/projects").refuses(
                    .notFound, "NotFound", "There is no customer NOBODY."))
        }
    }

    @Test func wrongParametersAreNamedAtOnce() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/projects?perpage=0&sort=2&sortby=Size&status=Done&number=x").names(
                    ("perpage", "perpage must be a whole number from 1 to 2147483647."),
                    (
                        "sortby",
                        "sortby must be one of 0 or Number, 1 or Name, 2 or Reference, 3 or Customer, 4 or Status, 5 or Margin, 6 or Id."
                    ),
                    ("sort", "sort must be one of 0 or Asc, 1 or Desc."),
                    ("status", "status must be one of Completed, Active, Archived."),
                    ("number", "number must be a whole number from 1 to 9223372036854775807.")))
        }
    }
}
