import HTTPTypes
import Testing

@Suite struct SupplierListTests {
    @Test func onePageInFull() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/suppliers", fullSupplier)
            let answer = try await server.get("/v2/suppliers")
            #expect(answer.status == .ok)
            let page = "http://127.0.0.1:8080/v2/suppliers?page=1"
            #expect(
                answer.text == #"""
                    {"MetaData":{"TotalRecords":1,"FirstPageUrl":"\#(page)","LastPageUrl":"\#(page)",\#
                    "PreviousPageUrl":null,"NextPageUrl":null,"TotalAmount":0.0000,"InvoiceLimitReached":false},\#
                    "Data":[{"Id":1,"Code":"TIMB01","Name":"Timberyard & Sons","TotalPaidAmount":0.0000,\#
                    "OutstandingBalance":0.0000,"UsesDefaultPdftTheme":false,\#
                    "DoesSupplierHasTransactionsInVATReturn":false,"SourceName":null,"TradeBorderType":"EU",\#
                    "IsArchived":true,"IsCISReverseCharge":true,"ApplyWithholdingTax":true,\#
                    "IsVatRateEnabled":true,"DefaultVatRate":17.5000,"VatExempt":true}]}
                    """#)
        }
    }

    @Test(arguments: [
        ("", ["A3", "a1", "B2", "C9"]), ("?Order=DESC", ["C9", "B2", "a1", "A3"]),
        ("?order=0&sortby=0", ["A3", "a1", "B2", "C9"]), ("?sortby=Code", ["a1", "A3", "B2", "C9"]),
        ("?SORTBY=1&order=desc", ["C9", "B2", "A3", "a1"]), ("?sortby=2", ["C9", "A3", "B2", "a1"]),
        ("?sortby=TotalPaidAmount&order=1", ["a1", "B2", "A3", "C9"]),
        ("?sortby=outstandingbalance", ["C9", "A3", "B2", "a1"]),
        ("?sortby=3&order=1", ["a1", "B2", "A3", "C9"]),
    ])
    func sortsByNameOrNumberAndTiesByID(query: String, codes: [String]) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("C9", "zebra"), ("A3", "Émile"), ("B2", "mint"), ("a1", "emile"))
            #expect(try await server.supplierCodes(query) == codes)
        }
    }

    @Test(arguments: [
        ("?namestartswith=TIM", ["TIMB01"]), ("?namestartswith=ber", []),
        ("?filterarchived=true", ["MINT%", "TIMB01"]),
        ("?FilterArchived=0", ["IRON01"]), ("?filterarchived=", ["IRON01", "MINT%", "TIMB01"]),
        ("?searchtext=YARD", ["TIMB01"]), ("?searchtext=okoro", ["TIMB01"]),
        ("?searchtext=ada%40", ["TIMB01"]),
        ("?searchtext=555020", ["TIMB01"]), ("?searchtext=tq9+5", ["TIMB01"]),
        ("?searchtext=iron0", ["IRON01"]),
        ("?searchtext=%25", ["MINT%"]), ("?searchtext=_", []), ("?searchtext=x%27%20OR%201=1", []),
        ("?searchtext=i&filterarchived=true&namestartswith=m", ["MINT%"]),
        ("?searchtext=i&startcreationdate=2026-03-09&sortby=code&order=desc", ["TIMB01", "MINT%", "IRON01"]),
        ("?searchtext=i&endcreationdate=2026-03-08", []), ("?startcreationdate=2026-03-10", []),
        ("?searchtext=i&perpage=2", ["IRON01", "MINT%"]), ("?searchtext=i&perpage=2&page=2", ["TIMB01"]),
    ])
    func everyFilterAndTheirSum(query: String, codes: [String]) async throws {
        try await TestServer.run { server in
            _ = try await server.post(
                "/v2/suppliers",
                """
                {"Code":"TIMB01","Name":"Tìmberyard","Contacts":[{"Firstname":"Ada","LastName":"Okoro",
                 "Email":"ada@timberyard.example","Telephone":"01752 555020"}],"Address":{"PostCode":"TQ9 5XX"}}
                """)
            _ = try await server.post("/v2/suppliers", #"{"Code":"MINT%","Name":"Mint"}"#)
            _ = try await server.post(
                "/v2/suppliers", #"{"Code":"IRON01","Name":"Ironmonger","IsArchived":true}"#)
            #expect(try await server.supplierCodes(query) == codes)
            if !query.contains("perpage") { #expect(try await server.supplierTotal(query) == codes.count) }
        }
    }

    @Test(arguments: ["", "searchtext=s&"])
    func aPageBeyondTheEndIsEmptyAndTellsTheTotal(filter: String) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("S1", "S"), ("S2", "S"))
            for page in ["3", "99", "2147483647"] {
                let answer = try await server.get("/v2/suppliers?\(filter)perpage=1&page=\(page)")
                let base = "http://127.0.0.1:8080/v2/suppliers?\(filter)perpage=1&page="
                #expect(
                    answer.text == #"""
                        {"MetaData":{"TotalRecords":2,"FirstPageUrl":"\#(base)1","LastPageUrl":"\#(base)2",\#
                        "PreviousPageUrl":"\#(base)2","NextPageUrl":null,"TotalAmount":0.0000,\#
                        "InvoiceLimitReached":false},"Data":[]}
                        """#)
            }
        }
    }

    @Test func everyWrongParameterIsNamedAtOnce() async throws {
        try await TestServer.run { server in
            let answer = try await server.get(
                "/v2/suppliers?page=0&perpage=-1&order=up&sortby=4&filterarchived=2&endcreationdate=soon")
            #expect(
                answer.names(
                    ("page", "page must be a whole number from 1 to 2147483647."),
                    ("perpage", "perpage must be a whole number from 1 to 2147483647."),
                    ("order", "order must be one of 0 or Asc, 1 or Desc."),
                    (
                        "sortby",
                        "sortby must be one of 0 or Name, 1 or Code, 2 or TotalPaidAmount, 3 or OutstandingBalance."
                    ),
                    ("filterarchived", "filterarchived must be true or false."),
                    ("endcreationdate", "endcreationdate must be a date, as 2026-03-09.")))
        }
    }

    @Test func theTotalsOfTheListFollowEveryChange() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("A", "A"), ("B", "B"), ("C", "C"))
            #expect(try await server.put("/v2/internal/suppliers/archive", #"["A"]"#).status == .noContent)
            #expect(try await server.supplierTotal() == 3)
            #expect(try await server.supplierTotal("?filterarchived=true") == 2)
            #expect(try await server.supplierTotal("?filterarchived=false") == 1)
            _ = try await server.put("/v2/suppliers/A", #"{"Name":"A","IsArchived":false}"#)
            #expect(try await server.supplierTotal("?filterarchived=true") == 3)
            _ = try await server.delete("/v2/suppliers/B")
            #expect(try await server.supplierTotal() == 2)
        }
    }
}
