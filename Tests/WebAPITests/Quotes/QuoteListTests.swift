import Testing

@Suite struct QuoteListTests {
    @Test func aRowIsASummaryAndTheTotalIsOfAllThatMatch() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            for _ in 1...3 { try await server.addQuote() }
            let list = try await server.get("/v2/quotes?perpage=1&order=desc")
            #expect(
                list.text.contains(#""TotalRecords":3"#) && list.text.contains(#""TotalAmount":8910.0000"#))
            #expect(
                list.text.hasSuffix(
                    #"""
                    "Data":[{"Id":3,"Number":3,"Date":"2026-04-02 12:00:00","CustomerCode":"HARB01","CustomerId":1,\#
                    "CustomerName":"Harbour Joinery Ltd","CustomerReference":null,"GrossAmount":2970.0000,\#
                    "NetAmount":2475.0000,"VATAmount":495.0000,"ProjectNumber":0,"ProjectName":null,"FileCount":0,\#
                    "IsEmailSent":false,"Category":{"Number":1,"Name":"Sent","IconType":"flag","IconColor":"green"}}]}
                    """#), "\(list.text)")
        }
    }

    @Test func eachFilterAndSortFindsItsOwn() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            let other = try await server.post("/v2/customers", #"{"Code":"ABBE01","Name":"Abbey Bells"}"#)
            #expect(other.status == .created)
            try await server.addQuote()
            try await server.addQuote(
                #"""
                {"CustomerCode":"ABBE01","Date":"2026-05-01","CustomerReference":"Größe 12",
                "LineItems":[{"Description":"A bell","Rate":10}]}
                """#)
            for (query, numbers) in [
                ("customercode=abbe01", [2]), ("customercode=NOBODY", []), ("categorynumber=1", [1]),
                ("projectnumber=5", []), ("issuedatefrom=2026-04-03", [2]), ("issuedateto=2026-04-02", [1]),
                ("issuedatefrom=2026-04-02&issuedateto=2026-05-01", [1, 2]), ("searchtext=GROSSE", [2]),
                ("searchtext=gr%C3%B6%C3%9Fe", [2]), ("searchtext=harbour", [1]), ("searchtext=2", [2]),
                ("searchtext=%25", []), ("sortby=GrossAmount", [2, 1]), ("sortby=CustomerName", [2, 1]),
                ("sortby=Date&order=desc", [2, 1]), ("sortby=CustomerCode", [2, 1]),
                ("sortby=CustomerReference", [1, 2]), ("sortby=Category", [2, 1]),
                ("sortby=netamount", [2, 1]),
                ("sortby=VATAmount&order=Desc", [1, 2]), ("sortby=Project", [1, 2]),
                ("page=2&perpage=1", [2]), ("page=9", []),
            ] {
                let answer = try await server.get("/v2/quotes?\(query)")
                let rows = try #require(answer.object["Data"] as? [[String: Any]], "\(answer.text)")
                #expect(rows.compactMap { $0["Number"] as? Int } == numbers, "\(query)")
            }
            let found = try await server.get("/v2/quotes?categorynumber=1")
            #expect(
                found.text.contains(#""TotalRecords":1"#) && found.text.contains(#""TotalAmount":2970.0000"#))
            #expect(try await server.get("/v2/quotes?sortby=Colour").status == .badRequest)
        }
    }
}
