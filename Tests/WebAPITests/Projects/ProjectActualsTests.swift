import HTTPTypes
import Testing

/// What invoices and credit notes bring a project.
@Suite struct ProjectActualsTests {
    private static func open(_ server: SignedInServer) async throws {
        try await server.registerForVAT()
        try await server.addHarbour()
        for name in ["A", "B"] { try await server.addProject(name) }
    }

    /// `ActualSalesAmount` and `ActualSalesVATAmount`.
    private static func sales(_ number: Int, _ server: SignedInServer) async throws -> [Double?] {
        let project = try await server.get("/v2/projects/\(number)").object
        return ["ActualSalesAmount", "ActualSalesVATAmount"].map { project[$0] as? Double }
    }

    @Test func linesCountForTheirOwnProjectElseForTheDocuments() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            let lines = [
                #"{"NominalCode":4000,"Rate":100,"VATLevel":20}"#,
                #"{"NominalCode":4000,"Rate":10,"VATLevel":5,"ProjectNumber":2}"#,
                #"{"NominalCode":4000,"Rate":1,"VATLevel":20,"ProjectNumber":0}"#,
            ].joined(separator: ",")
            let body =
                #"{"CustomerCode":"HARB01","IssuedDate":"2026-03-02","ProjectNumber":1,"LineItems":[\#(lines)]}"#
            let made = try await server.post("/v2/invoices", body)
            try #require(made.status == .created, "\(made.text)")
            #expect(try await Self.sales(1, server) == [120, 20])
            #expect(try await Self.sales(2, server) == [10.5, 0.5])
            #expect(try await server.complaints() == [])
            _ = try await server.put("/v2/invoices/1", body.replacing(#""Rate":100"#, with: #""Rate":60"#))
            #expect(try await Self.sales(1, server) == [72, 12])
            _ = try await server.post("/v2/invoices", body.replacing(#""Rate":100"#, with: #""Rate":-200"#))
            #expect(try await Self.sales(1, server) == [-168, -28])
            #expect(try await server.complaints() == [])
            _ = try await server.delete("/v2/invoices/1")
            _ = try await server.delete("/v2/invoices/2")
            #expect(try await Self.sales(1, server) == [0, 0])
            #expect(try await Self.sales(2, server) == [0, 0])
            #expect(try await server.complaints() == [])
        }
    }

    @Test func excludeVATLeavesItOutOfTotals() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            try await server.sell(100, in: 1)
            try await server.sell(110, in: 2)
            _ = try await server.put("/v2/projects/2", #"{"Name":"B","ExcludeVAT":true}"#)
            #expect(try await Self.sales(2, server) == [110, 22])
            // 120 with VAT goes before 110 without.
            #expect(try await server.projects("?sortby=Margin&sort=1") == [1, 2])
            _ = try await server.put("/v2/projects/1", #"{"Name":"A","ExcludeVAT":true}"#)
            #expect(try await server.projects("?sortby=Margin&sort=1") == [2, 1])
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aForeignInvoiceCountsInHomeCurrency() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            let made = try await server.post(
                "/v2/invoices",
                #"""
                {"CustomerCode":"HARB01","ProjectNumber":1,"Currency":{"Code":"EUR","ExchangeRate":1.25},
                 "LineItems":[{"NominalCode":4000,"Rate":100,"VATLevel":20}]}
                """#)
            try #require(made.status == .created, "\(made.text)")
            #expect(try await Self.sales(1, server) == [96, 16])
        }
    }

    @Test func assigningMovesWhatInvoicesBring() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            try await server.sell(100, in: 1)
            let moved = try await server.put("/v2/internal/invoices?assignproject=2", "[1]")
            #expect(moved.status == .noContent)
            #expect(try await Self.sales(1, server) == [0, 0])
            #expect(try await Self.sales(2, server) == [120, 20])
            #expect(try await server.complaints() == [])
        }
    }

    @Test func quotesAreCountedAndBringNothing() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            let made = try await server.post(
                "/v2/quotes",
                #"{"CustomerCode":"HARB01","ProjectNumber":1,"LineItems":[{"Description":"A","NominalCode":4000,"Rate":5}]}"#
            )
            try #require(made.status == .created, "\(made.text)")
            let project = try await server.get("/v2/projects/1")
            #expect(project.text == ProjectText(1, 1, "A").with("AssociatedQuotesCount", "1").text)
        }
    }
}
