import HTTPTypes
import Testing

@Suite struct CustomerFilterTests {
    @Test(arguments: [
        ("?namestartswith=har", ["HARB01"]), ("?NameStartsWith=H%C3%84R", ["HARB01"]),
        ("?namestartswith=quay", ["QUAY01"]),
        ("?namestartswith=bour", []), ("?namestartswith=%25", []),
        ("?filterarchived=true", ["HARB01", "MINT%"]), ("?filterarchived=0", ["QUAY01"]),
        ("?FilterArchived=FALSE", ["QUAY01"]),
        ("?filterarchived=", ["HARB01", "MINT%", "QUAY01"]),
        ("?searchtext=JOIN", ["HARB01"]), ("?searchtext=okafor", ["HARB01"]),
        ("?searchtext=ines%40", ["HARB01"]),
        ("?searchtext=555010", ["HARB01"]), ("?searchtext=pl1+2", ["HARB01"]),
        ("?searchtext=quay0", ["QUAY01"]),
        ("?searchtext=%25", ["MINT%"]), ("?searchtext=_", []), ("?searchtext=x%27%20OR%201=1", []),
        ("?searchtext=o&filterarchived=true&namestartswith=h", ["HARB01"]),
        ("?startcreationdate=2026-03-09", ["HARB01", "MINT%", "QUAY01"]),
        ("?startcreationdate=2026-03-10", []),
        ("?endcreationdate=2026-03-09", ["HARB01", "MINT%", "QUAY01"]), ("?endcreationdate=20260308", []),
        (
            "?startcreationdate=2026-03-09T00:00:00Z&endcreationdate=2026-03-09%2012:00:00",
            ["HARB01", "MINT%", "QUAY01"]
        ),
        ("?startcreationdate=2026-03-10&endcreationdate=2026-03-01", []),
    ])
    func everyFilterAndTheirSum(query: String, codes: [String]) async throws {
        try await TestServer.run { server in
            _ = try await server.post(
                "/v2/customers",
                """
                {"Code":"HARB01","Name":"Hàrbour Joinery","Contacts":[{"Firstname":"Ines","LastName":"Okafor",
                 "Email":"ines@harbour.example","Telephone":"01752 555010"}],"Addresses":[{"PostCode":"PL1 2AB"}]}
                """)
            _ = try await server.post("/v2/customers", #"{"Code":"MINT%","Name":"Mint"}"#)
            _ = try await server.post(
                "/v2/customers", #"{"Code":"QUAY01","Name":"Quay Bakery","IsArchived":true}"#)
            #expect(try await server.codes(query) == codes)
            #expect(try await server.total(query) == codes.count)
        }
    }

    @Test func everyWrongParameterIsNamedAtOnce() async throws {
        try await TestServer.run { server in
            let answer = try await server.get(
                """
                /v2/customers?page=0&perpage=-1&skipperpagevalidation=maybe&order=up&sortby=2&namestartswith=%07\
                &filterarchived=2&searchtext=\(String(repeating: "a", count: 256))&startcreationdate=2026-02-30\
                &endcreationdate=soon
                """)
            #expect(
                answer.names(
                    ("page", "page must be a whole number from 1 to 2147483647."),
                    ("perpage", "perpage must be a whole number from 1 to 2147483647."),
                    ("skipperpagevalidation", "skipperpagevalidation must be true or false."),
                    ("order", "order must be one of 0 or Asc, 1 or Desc."),
                    (
                        "sortby",
                        "sortby must be one of 0 or Name, 1 or Code, 3 or TotalPaidAmount, 4 or OutstandingBalance."
                    ),
                    (
                        "namestartswith",
                        "namestartswith must have no control characters and not more than 255 characters."
                    ),
                    ("filterarchived", "filterarchived must be true or false."),
                    (
                        "searchtext",
                        "searchtext must have no control characters and not more than 255 characters."
                    ),
                    ("startcreationdate", "startcreationdate must be a date, as 2026-03-09."),
                    ("endcreationdate", "endcreationdate must be a date, as 2026-03-09.")))
        }
    }

    @Test(arguments: [
        "page=-1", "page=1.5", "page=one", "page=99999999999999999999", "perpage=0", "perpage=x", "page=0x1",
    ])
    func aPageThatIsNoneIsRefused(parameter: String) async throws {
        try await TestServer.run { server in
            let name = String(parameter.prefix { $0 != "=" })
            let answer = try await server.get("/v2/customers?\(parameter)")
            #expect(answer.names((name, "\(name) must be a whole number from 1 to 2147483647.")))
        }
    }

    @Test(arguments: ["searchtext=%", "searchtext=%zz", "%FF=1", "page=%C3"])
    func aQueryThatCannotBeDecodedIsRefused(query: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/customers?\(query)")
            #expect(answer.refuses(.badRequest, "InvalidRequest", "The query is not percent-encoded UTF-8."))
        }
    }
}
