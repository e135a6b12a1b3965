import HTTPTypes
import Testing

@Suite struct ProductListTests {
    /// Names go the other way than codes; `Été` begins with an E whatever its accents.
    private static func fill(_ server: SignedInServer) async throws {
        for (nominal, code, name) in [
            (5000, "b", "Elm"), (4000, "A", "Oak"), (4000, "c", "Été"), (4001, "B", "Elm"),
        ] {
            let answer = try await server.post(
                "/v2/products", #"{"NominalCode":\#(nominal),"Code":"\#(code)","Name":"\#(name)"}"#)
            try #require(answer.status == .created)
        }
        try await server.addProducts("D", with: #","InUse":false"#)
    }

    @Test(arguments: [
        ("", ["4000/A", "5000/b", "4001/B", "4000/c"]),
        ("?order=desc", ["4000/c", "4001/B", "5000/b", "4000/A"]),
        ("?sortcolumn=ProductName", ["5000/b", "4001/B", "4000/c", "4000/A"]),
        ("?sortcolumn=1&order=1", ["4000/A", "4000/c", "4001/B", "5000/b"]),
        ("?sortcolumn=2", ["4000/A", "4000/c", "4001/B", "5000/b"]),
        ("?SortColumn=nominalcode&order=Desc", ["5000/b", "4001/B", "4000/c", "4000/A"]),
        ("?filterbycharacter=E", ["5000/b", "4001/B", "4000/c"]),
        ("?filterbycharacter=et", ["4000/c"]), ("?filterbycharacter=%25", []),
        ("?filterbyinuseonly=false", ["4000/A", "5000/b", "4001/B", "4000/c", "4000/D"]),
        ("?filterbyinuseonly=true&perpage=2&page=2", ["4001/B", "4000/c"]),
        ("?perpage=2&page=3", []), ("?page=9223372036854775807&perpage=1000", nil as [String]?),
    ])
    func showsWhatIsAskedForInTheOrderAskedFor(query: String, rows: [String]?) async throws {
        try await TestServer.run { server in
            try await Self.fill(server)
            guard let rows else {
                return #expect(try await server.get("/v2/products" + query).status == .badRequest)
            }
            #expect(try await server.products(query) == rows)
            #expect(
                try await server.get("/v2/products/list" + query).object["Data"] as? [[String: Any]] != nil)
            #expect(try await server.products(query, at: "/v2/products/list") == rows)
        }
    }

    @Test func totalsCountAllPagesAndFollowEveryChange() async throws {
        try await TestServer.run { server in
            try await Self.fill(server)
            #expect(try await server.productTotal() == 4)
            #expect(try await server.productTotal("?filterbyinuseonly=false&perpage=1") == 5)
            #expect(try await server.productTotal("?filterbycharacter=e&perpage=1") == 3)
            _ = try await server.put("/v2/products/4000/D", #"{"Name":"D"}"#)
            #expect(try await server.productTotal() == 5)
            _ = try await server.put("/v2/products/4000/A", #"{"Name":"A","InUse":false}"#)
            _ = try await server.delete("/v2/products/5000/b")
            #expect(try await server.productTotal() == 3)
            #expect(try await server.productTotal("?filterbyinuseonly=0") == 4)
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aNominalsOwnListIsTheSameForIt() async throws {
        try await TestServer.run { server in
            try await Self.fill(server)
            let path = "/v2/nominals/4000/products"
            #expect(try await server.products(at: path) == ["4000/A", "4000/c"])
            #expect(try await server.products("?sortcolumn=1", at: path) == ["4000/c", "4000/A"])
            #expect(try await server.products("?sortcolumn=2&order=desc", at: path) == ["4000/c", "4000/A"])
            #expect(
                try await server.products("?filterbyinuseonly=false", at: path) == [
                    "4000/A", "4000/c", "4000/D",
                ])
            #expect(try await server.products("?filterbycharacter=o", at: path) == ["4000/A"])
            #expect(try await server.products(at: "/v2/nominals/5001/products") == [])
            let page = try await server.get(path + "?perpage=1&page=2").object["MetaData"] as? [String: Any]
            #expect(page?["TotalRecords"] as? Int == 2 && page?["NextPageUrl"] is String == false)
            for code in ["999", "4000x", "1200"] {
                #expect(
                    try await server.get("/v2/nominals/\(code)/products").refuses(
                        .notFound, "NotFound", "There is no nominal \(code)."))
            }
        }
    }

    @Test func tenRowsAreAPageUnlessMoreAreAskedFor() async throws {
        try await TestServer.run { server in
            for code in 10..<22 { try await server.addProducts("P\(code)") }
            #expect(try await server.products().count == 10)
            #expect(try await server.products("?perpage=200").count == 12)
            let first = try await server.get("/v2/products?order=desc").object["MetaData"] as? [String: Any]
            let next = try #require(first?["NextPageUrl"] as? String)
            #expect(next.hasSuffix("/v2/products?order=desc&page=2"))
        }
    }

    @Test func wrongParametersAreNamedAtOnce() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/products?page=0&order=up&sortcolumn=3&filterbyinuseonly=perhaps")
                    .names(
                        ("page", "page must be a whole number from 1 to 2147483647."),
                        ("order", "order must be one of 0 or Asc, 1 or Desc."),
                        (
                            "sortcolumn",
                            "sortcolumn must be one of 0 or ProductCode, 1 or ProductName, 2 or NominalCode."
                        ),
                        ("filterbyinuseonly", "filterbyinuseonly must be true or false.")))
        }
    }
}
