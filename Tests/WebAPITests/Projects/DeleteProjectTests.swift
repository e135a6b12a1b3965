import HTTPTypes
import Testing

@Suite struct DeleteProjectTests {
    /// Projects 1 to 3; an invoice of project 1 with a line of project 2, a quote of project 1.
    private static func open(_ server: SignedInServer) async throws {
        try await server.addHarbour()
        for name in ["A", "B", "C"] { try await server.addProject(name) }
        let lines = #"{"Description":"A","Rate":100},{"Description":"B","Rate":10,"ProjectNumber":2}"#
        for (path, date) in [("invoices", "IssuedDate"), ("quotes", "Date")] {
            let made = try await server.post(
                "/v2/\(path)",
                #"{"CustomerCode":"HARB01","\#(date)":"2026-03-02","ProjectNumber":1,"LineItems":[\#(lines)]}"#
            )
            try #require(made.status == .created, "\(made.text)")
        }
    }

    /// The projects of the invoice and of its lines, then of the quote.
    private static func links(_ server: SignedInServer) async throws -> [Int?] {
        let invoice = try await server.get("/v2/invoices/1").object
        let lines = try #require(invoice["LineItems"] as? [[String: Any]])
        let quote = try await server.get("/v2/quotes/1").object
        return ([invoice] + lines + [quote]).map { $0["ProjectNumber"] as? Int }
    }

    @Test func whatBelongsToItMovesToAnother() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            #expect(try await server.delete("/v2/projects/1?reassignprojectnumber=3").status == .noContent)
            #expect(try await Self.links(server) == [3, 3, 2, 3])
            #expect(
                try await server.get("/v2/projects/3").text.contains(
                    #""AssociatedQuotesCount":1,"ActualSalesAmount":100.0000"#))
            // The entries name the project, so that the invoice is posted anew.
            #expect(try await server.postings().count == 3)
            #expect(try await server.complaints() == [])
            #expect(try await server.projects() == [2, 3])
        }
    }

    @Test func withoutAnotherItBelongsToNone() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            #expect(try await server.delete("/v2/projects/1").status == .noContent)
            #expect(try await Self.links(server) == [0, 0, 2, 0])
            #expect(try await server.delete("/v2/projects/2?reassignprojectnumber=0").status == .noContent)
            #expect(try await Self.links(server) == [0, 0, 0, 0])
            #expect(try await server.complaints() == [])
        }
    }

    @Test(arguments: [
        ("9", "must be 0 or the number of a project; there is no 9."),
        ("1", "must not be 1, which is to be deleted."),
        ("x", "must be a whole number from 0 to 2147483647."),
    ])
    func aTargetThatIsNotThereIsRefusedAndNothingChanges(target: String, rule: String) async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            let before = try await server.allProjects()
            let one = try await server.delete("/v2/projects/1?reassignprojectnumber=\(target)")
            #expect(one.names(("reassignprojectnumber", "reassignprojectnumber \(rule)")))
            let many = try await server.delete("/v2/projectlist?reassignProjectNumber=\(target)", "[2,1]")
            #expect(many.names(("reassignProjectNumber", "reassignProjectNumber \(rule)")))
            #expect(try await server.allProjects() == before)
            #expect(try await Self.links(server) == [1, 1, 2, 1])
        }
    }

    @Test func aLockedPeriodHoldsItAndArchivingIsStillFree() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            try await server.lockBooks(until: "2026-03-02")
            let before = try await server.allProjects()
            for path in ["/v2/projects/1", "/v2/projects/2?reassignprojectnumber=3"] {
                #expect(
                    try await server.delete(path).refuses(
                        .badRequest, "Locked", "The books are locked up to 2026-03-02."))
            }
            #expect(try await server.allProjects() == before)
            #expect(try await server.postings().count == 1)
            #expect(try await server.put("/v2/projects/archive-status/true", "[1]").text == "[1]")
            // Nothing of this one is dated.
            #expect(try await server.delete("/v2/projects/3").status == .noContent)
        }
    }

    @Test func eachThatCanGoGoesAndTheOthersAreTold() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            try await server.lockBooks(until: "2026-03-02")
            let answer = try await server.delete("/v2/projectlist", "[3,1,7,3]")
            #expect(answer.status == .ok)
            #expect(
                answer.text
                    == #"[{"Id":1,"Number":1,"ErrorCode":"Locked","Reason":"The books are locked up to 2026-03-02."},{"Id":null,"Number":7,"ErrorCode":"NotFound","Reason":"There is no project 7."}]"#
            )
            #expect(try await server.projects() == [1, 2])
            try await server.lockBooks(until: "2026-03-01")
            #expect(try await server.delete("/v2/projectlist?reassignProjectNumber=2", "[1]").text == "[]")
            #expect(try await Self.links(server) == [2, 2, 2, 2])
            #expect(try await server.complaints() == [])
            for body in ["{}", "[]", "[1.5]"] {
                #expect(try await server.delete("/v2/projectlist", body).status == .badRequest)
            }
            #expect(try await server.projects() == [2])
        }
    }
}
