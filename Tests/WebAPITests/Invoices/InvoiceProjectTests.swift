import HTTPTypes
import Testing

@Suite struct InvoiceProjectTests {
    @Test func theHeaderAndAllLinesMoveAndAreBookedUnderTheProject() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProjects("Boat", "House")
            try await server.issue()
            try await server.issue()
            #expect(try await server.put("/v2/internal/invoices?assignproject=2", "[1]").status == .noContent)
            let moved = try await server.get("/v2/invoices/1").text
            #expect(moved.matches(of: #/"ProjectNumber":2,"ProjectName":"House"/#).count == 2)
            #expect(try await server.postings().count == 4)
            #expect(try await server.invoices("?projectnumber=2") == [1])
            // Once more posts nothing.
            #expect(try await server.put("/v2/internal/invoices?assignproject=2", "[1]").status == .noContent)
            #expect(try await server.postings().count == 4)
            #expect(
                try await server.put("/v2/internal/invoices?assignproject=0", "[1,2]").status == .noContent)
            #expect(try await server.invoices("?projectnumber=2") == [])
            #expect(try await server.postings().count == 6)
        }
    }

    @Test func whatIsUnknownOrLockedChangesNone() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProjects("Boat")
            try await server.issue()
            try await server.issue("HARB01", "5", #","IssuedDate":"2026-01-31""#)
            let postings = try await server.postings()
            let unknown = try await server.put("/v2/internal/invoices?assignproject=1", "[1,4]")
            #expect(unknown.names(("[1]", "There is no invoice 4.")))
            let project = try await server.put("/v2/internal/invoices?assignproject=9", "[1]")
            #expect(
                project.names(
                    ("assignproject", "assignproject must be 0 or the number of a project; there is no 9.")))
            let absent = try await server.put("/v2/internal/invoices", "[1]", loosely: true)
            #expect(absent.names(("assignproject", "assignproject is required.")))
            try await server.lockBooks(until: "2026-01-31")
            let locked = try await server.put("/v2/internal/invoices?assignproject=1", "[1,2]")
            #expect(locked.refuses(.badRequest, "Locked", "The books are locked up to 2026-01-31."))
            #expect(try await server.postings() == postings)
            #expect(try await server.invoices("?projectnumber=1") == [])
        }
    }

    @Test func anInvoiceIsOfAProjectByItsHeaderOrByALine() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProjects("Boat", "House")
            try await server.issue("HARB01", "100", #","ProjectNumber":1"#)
            try await server.issue(
                "HARB01", "0",
                #","ProjectNumber":2,"LineItems":[{"Rate":7,"VATLevel":0,"ProjectNumber":1},{"Rate":5,"VATLevel":0}]"#
            )
            try await server.issue()
            #expect(try await server.invoices("?projectnumber=1") == [1, 2])
            #expect(try await server.invoices("?projectnumber=2") == [2])
            #expect(try await server.invoices("?projectnumber=3") == [])
            let rows = try await server.get("/v2/invoices?projectnumber=1").text
            #expect(
                rows.contains(#""ProjectGrossAmount":100.0000"#)
                    && rows.contains(#""ProjectGrossAmount":7.0000"#))
            #expect(try await server.invoices("?sortby=Project&order=desc") == [2, 1, 3])
        }
    }
}
