import Bookkeeping
import Books
import HTTPTypes
import Testing
import WebCore

@Suite struct CustomerListTests {
    @Test func onePageInFull() async throws {
        try await TestServer.run { server in
            let key = try await server.addFullCustomer().customerKey
            let answer = try await server.get("/v2/customers")
            #expect(answer.status == .ok)
            let page = "http://127.0.0.1:8080/v2/customers?page=1"
            #expect(
                answer.text == #"""
                    {"MetaData":{"TotalRecords":1,"FirstPageUrl":"\#(page)","LastPageUrl":"\#(page)",\#
                    "PreviousPageUrl":null,"NextPageUrl":null,"TotalAmount":0.0000,"InvoiceLimitReached":false},\#
                    "Data":[{"Id":1,"Code":"HARB01","Name":"Harbour Joinery Ltd","TotalPaidAmount":0.0000,\#
                    "OutstandingBalance":0.0000,"IsSchedule":false,"SourceName":"Boat show","DefaultNominalCode":4000,\#
                    "IsArchived":true,"VATNumber":"GB123456789","TradeBorderType":"EU","IsCISReverseCharge":true,\#
                    "ApplyWithholdingTax":true,"CustomerKey":"\#(key)",\#
                    "Contacts":[{"Id":1,"IsPrimary":false,"ReceiveEmails":false,"Name":null,"Title":null,\#
                    "Firstname":"Tom","LastName":"Reyes","Telephone":null,"Fax":null,"Mobile":null,"Website":null,\#
                    "Email":null},{"Id":2,"IsPrimary":true,"ReceiveEmails":true,"Name":"Ines Okafor","Title":"Ms",\#
                    "Firstname":"Ines","LastName":"Okafor","Telephone":"01752 555010","Fax":"01752 555011",\#
                    "Mobile":"07700 900010","Website":"https://harbour.example","Email":"ines@harbour.example"}],\#
                    "Addresses":[{"CountryName":"United Kingdom","CountryCode":"GB","Line1":"4 Quay Road",\#
                    "Line2":"Sutton Harbour","Line3":"Plymouth","Line4":"Devon","PostCode":"PL1 2AB"}],\#
                    "Currency":{"Name":"Euro","Symbol":"€","DisplaySymbolOnRight":false,"Code":"EUR",\#
                    "ExchangeRate":1.1000}}]}
                    """#)
        }
    }

    @Test func anEmptyListHasOnePage() async throws {
        try await TestServer.run { server in
            let page = "http://127.0.0.1:8080/v2/customers?page=1"
            let answer = try await server.get("/v2/customers")
            #expect(
                answer.text == #"""
                    {"MetaData":{"TotalRecords":0,"FirstPageUrl":"\#(page)","LastPageUrl":"\#(page)",\#
                    "PreviousPageUrl":null,"NextPageUrl":null,"TotalAmount":0.0000,"InvoiceLimitReached":false},\#
                    "Data":[]}
                    """#)
        }
    }

    @Test(arguments: [
        ("", ["A3", "a1", "B2", "C9"]), ("?order=asc", ["A3", "a1", "B2", "C9"]),
        ("?Order=DESC", ["C9", "B2", "a1", "A3"]), ("?order=1", ["C9", "B2", "a1", "A3"]),
        ("?order=0&sortby=0", ["A3", "a1", "B2", "C9"]), ("?sortby=Code", ["a1", "A3", "B2", "C9"]),
        ("?SORTBY=1&order=desc", ["C9", "B2", "A3", "a1"]),
        ("?sortby=name&order=Desc", ["C9", "B2", "a1", "A3"]),
        ("?sortby=3", ["C9", "A3", "B2", "a1"]),
        ("?sortby=TotalPaidAmount&order=1", ["a1", "B2", "A3", "C9"]),
        ("?sortby=outstandingbalance", ["C9", "A3", "B2", "a1"]),
        ("?sortby=4&order=1", ["a1", "B2", "A3", "C9"]),
    ])
    func sortsByNameOrNumberAndTiesByID(query: String, codes: [String]) async throws {
        try await TestServer.run { server in
            try await server.add(("C9", "zebra"), ("A3", "Émile"), ("B2", "mint"), ("a1", "emile"))
            #expect(try await server.codes(query) == codes)
        }
    }

    @Test func linksLeadThroughAllPagesAndKeepTheRest() async throws {
        try await TestServer.run { server in
            for number in 1...7 { try await server.add(("C\(number)", "Name \(number)")) }
            var path: String? = "/v2/Customers?searchtext=name%20&perPage=3&SortBy=Code&x=%C3%A9"
            var pages: [[String]] = []
            var first = true
            while let current = path {
                let answer = try await server.get(current)
                let page = try #require(answer.object["MetaData"] as? [String: Any])
                if first {
                    first = false
                    let base =
                        "http://127.0.0.1:8080/v2/Customers?searchtext=name%20&perPage=3&SortBy=Code&x=%C3%A9"
                    #expect(page["FirstPageUrl"] as? String == base + "&page=1")
                    #expect(page["NextPageUrl"] as? String == base + "&page=2")
                    #expect(page["LastPageUrl"] as? String == base + "&page=3")
                    #expect(page["TotalRecords"] as? Int == 7)
                }
                let rows = try #require(answer.object["Data"] as? [[String: Any]])
                pages.append(rows.compactMap { $0["Code"] as? String })
                path = (page["NextPageUrl"] as? String).map {
                    $0.replacing("http://127.0.0.1:8080", with: "")
                }
            }
            #expect(pages == [["C1", "C2", "C3"], ["C4", "C5", "C6"], ["C7"]])
        }
    }

    @Test(arguments: ["3", "99", "2147483647"])
    func aPageBeyondTheEndIsEmptyAndTellsTheTotal(page: String) async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"), ("B", "B"))
            let answer = try await server.get("/v2/customers?perpage=1&page=\(page)")
            let base = "http://127.0.0.1:8080/v2/customers?perpage=1&page="
            #expect(
                answer.text == #"""
                    {"MetaData":{"TotalRecords":2,"FirstPageUrl":"\#(base)1","LastPageUrl":"\#(base)2",\#
                    "PreviousPageUrl":"\#(base)2","NextPageUrl":null,"TotalAmount":0.0000,\#
                    "InvoiceLimitReached":false},"Data":[]}
                    """#)
        }
    }

    @Test func moreThanAThousandRowsAreTakenAsAThousand() async throws {
        try await TestServer.run { server in
            let book = server.server.installation.bookshelf
            _ = try await book.withBook(server.server.business) { try await $0.addMany(1_001) }
            for query in ["?perpage=5000", "?perpage=1000&skipperpagevalidation=true", "?perpage=2147483647"]
            {
                #expect(try await server.codes(query).count == 1_000)
                #expect(try await server.codes(query + "&page=2").count == 1)
            }
            #expect(try await server.codes().count == 50)
        }
    }

    @Test func linksAreBuiltFromThePublicURLWhereThereIsOne() async throws {
        var settings = WebSettings()
        settings.publicURL = "https://books.example/v2"
        try await TestServer.run(settings: settings) { server in
            let page = try await server.get("/v2/customers?perpage=5").object["MetaData"] as? [String: Any]
            #expect(page?["FirstPageUrl"] as? String == "https://books.example/v2/customers?perpage=5&page=1")
        }
    }

    @Test func theTotalsOfTheListFollowEveryChange() async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"), ("B", "B"), ("C", "C"))
            #expect(try await server.put("/v2/internal/customers/archive", #"["A"]"#).status == .noContent)
            #expect(try await server.total() == 3)
            #expect(try await server.total("?filterarchived=true") == 2)
            #expect(try await server.total("?filterarchived=false") == 1)
            _ = try await server.put("/v2/customers/A", #"{"Name":"A","IsArchived":false}"#)
            #expect(try await server.total("?filterarchived=true") == 3)
            _ = try await server.delete("/v2/customers/B")
            #expect(try await server.total() == 2)
        }
    }
}

extension Book {
    /// So many customers, without the way through the wire.
    fileprivate func addMany(_ count: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...count {
                group.addTask {
                    var details = CustomerDetails()
                    details.name = "Customer \(number)"
                    _ = try await self.create(
                        CustomerDraft(code: "C\(number)", details: details).checked())
                }
            }
            try await group.waitForAll()
        }
    }
}
