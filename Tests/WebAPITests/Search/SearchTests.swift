import HTTPTypes
import Testing

@Suite struct SearchTests {
    /// The example of the documentation, with an id of its own.
    @Test func theDocumentedExample() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour Joinery Ltd"))
            #expect(
                try await server.found("searchtext=harbour&searchentitytype=All") == """
                    {"TotalRecords":1,"GlobalSearchResponse":[{"EntityType":7,"EntityTypeText":"Customer",\
                    "TotalEntityCount":1,"EntityDetails":[{"EntityId":1,"Date":null,\
                    "Reference":"Harbour Joinery Ltd","EntityUri":"/v2/customers/HARB01",\
                    "EntityUrl":"/v2/customers/HARB01","ResourceId":1,"ResourceName":"Harbour Joinery Ltd",\
                    "ResourceUri":"/v2/customers/HARB01","ResourceUrl":"/v2/customers/HARB01"}]}]}
                    """)
        }
    }

    @Test func itLooksWhereTheDocumentationSaysAndNowhereElse() async throws {
        try await TestServer.run { server in
            let made = try await server.post(
                "/v2/customers",
                """
                {"Code":"HARB01","Name":"Harbour Joinery","Note":"secretly","VATNumber":"GB999",
                "Contacts":[{"Name":"Reception","Firstname":"Inès","LastName":"Okafor","Email":"desk@harbour.example",
                "Telephone":"01326 555 010","Title":"Captain"}],"Addresses":[{"Line1":"1 Fore Street","PostCode":"TR11 3QY"}]}
                """)
            #expect(made.status == .created)
            let hit = SearchText().customers(.init(1, "Harbour Joinery", "customers/HARB01")).text
            for text in ["rb0", "R%20JOIN", "recep", "ines+oka", "K%40HARB", "555%20010", "tr11"] {
                #expect(
                    try await server.found("searchtext=\(text)&searchentitytype=7") == hit, "\(text)")
            }
            for text in ["secretly", "GB999", "Captain", "Fore", "01harbour", "%25", "_", "!"] {
                #expect(
                    try await server.found("searchtext=\(text)&searchentitytype=7") == SearchText.nothing,
                    "\(text)")
            }
        }
    }

    @Test func anExactMatchIsAWholeField() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"), ("HARB02", "Harbour View"), ("A_B%", "100%"))
            _ = try await server.post(
                "/v2/customers",
                #"{"Code":"Q1","Name":"Quay","Contacts":[{"Email":"harbour@quay.example","Name":"Été"}]}"#)
            let query = "searchentitytype=customer&exactmatch=true&searchtext="
            let harbour = SearchText().customers(.init(1, "Harbour", "customers/HARB01")).text
            let quay = SearchText().customers(.init(4, "Quay", "customers/Q1")).text
            #expect(try await server.found(query + "HARBOUR") == harbour)
            #expect(try await server.found(query + "harb01") == harbour)
            #expect(try await server.found(query + "harbour%40quay.example") == quay)
            #expect(try await server.found(query + "ETE") == quay)
            #expect(
                try await server.found(query + "a_b%25")
                    == SearchText().customers(.init(3, "100%", "customers/A_B%25")).text)
            for text in ["harb", "arbour", "harb01%20", "10_%25", "%25", "view"] {
                let expected = text.hasSuffix("%20") ? harbour : SearchText.nothing
                #expect(try await server.found(query + text) == expected, "\(text)")
            }
            // False is the same as nothing.
            #expect(
                try await server.found("searchentitytype=7&exactmatch=false&searchtext=harb01") == harbour)
        }
    }

    @Test func codesInLinksArePercentEncoded() async throws {
        try await TestServer.run { server in
            try await server.add(("Q/1 é", "Quay"))
            #expect(
                try await server.found("searchtext=quay&searchentitytype=7")
                    == SearchText().customers(.init(1, "Quay", "customers/Q%2F1%20%C3%A9")).text)
        }
    }

    @Test func pagesAndOrderAreOfEachKind() async throws {
        try await TestServer.run { server in
            try await server.add(("A1", "Élan"), ("B1", "Anchor"), ("C1", "Zest"), ("D1", "Anchor"))
            func page(_ query: String) async throws -> String {
                try await server.found("searchtext=1&searchentitytype=Customer&\(query)")
            }
            let (elan, zest) = (
                SearchText.Hit(1, "Élan", "customers/A1"), SearchText.Hit(3, "Zest", "customers/C1")
            )
            let (first, second) = (
                SearchText.Hit(2, "Anchor", "customers/B1"), SearchText.Hit(4, "Anchor", "customers/D1")
            )
            let up = SearchText().customers(first, second, elan, zest).text
            let down = SearchText().customers(zest, elan, second, first).text
            #expect(try await page("sortorder=0") == up)
            #expect(try await page("SortOrder=asc") == up)
            #expect(try await page("sortorder=1") == down)
            // The newest first is for what has a date; names go from A unless they are asked for the other way.
            #expect(try await page("") == up)
            #expect(try await page("sortorder=") == up)
            #expect(
                try await page("sortorder=0&pagenumber=2&perpage=2")
                    == SearchText().customers(elan, zest, total: 4).text)
            // Beyond the end there are no hits and the true total, as on every list.
            #expect(
                try await page("pagenumber=3&perpage=2") == SearchText().customers(total: 4).text)
            #expect(
                try await page("pagenumber=2147483647&perpage=1000")
                    == SearchText().customers(total: 4).text)
        }
    }

    @Test func tenAreOnAPageAndAThousandAtMost() async throws {
        try await TestServer.run { server in
            for number in 1...12 { try await server.add(("C\(number)", "Name \(number)")) }
            func count(_ query: String) async throws -> Int {
                let text = try await server.found("searchtext=name&searchentitytype=7&\(query)")
                #expect(text.hasPrefix(#"{"TotalRecords":12,"#))
                return text.split(separator: #""EntityId""#).count - 1
            }
            #expect(try await count("") == 10)
            #expect(try await count("perpage=5000") == 12)
            #expect(try await count("perpage=11") == 11)
        }
    }

    @Test func kindsOfWhichNothingIsKeptFindNothing() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let kinds = "1,2,3,4,5,6,9,10,11,12,13"
            #expect(try await server.found("searchtext=h&searchentitytype=\(kinds)") == SearchText.nothing)
            #expect(
                try await server.found("searchtext=h&searchentitytype=Invoice,%20purchaseorder")
                    == SearchText.nothing)
        }
    }

    /// Customers have no date, so that none is left out.
    @Test func datesAreReadAndLeaveOutNothingThatHasNone() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let hit = SearchText().customers(.init(1, "Harbour", "customers/HARB01")).text
            for dates in ["startdate=20300101", "enddate=19990101", "startdate=20260101&enddate=20260101"] {
                #expect(
                    try await server.found("searchtext=harb&searchentitytype=7&\(dates)") == hit, "\(dates)")
            }
        }
    }
}
