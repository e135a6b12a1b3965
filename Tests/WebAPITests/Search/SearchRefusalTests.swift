import HTTPTypes
import Testing

@Suite struct SearchRefusalTests {
    private static let kinds = """
        0 All, 1 Invoice, 2 Purchase, 3 Bank, 4 Journal, 5 InvoicePayment, 6 PurchasePayment, 7 Customer, 8 Supplier, \
        9 Quote, 10 BulkPayments, 11 Expense, 12 Trip, 13 PurchaseOrder
        """

    @Test func everyWrongParameterIsNamedAtOnce() async throws {
        try await TestServer.run { server in
            let answer = try await server.get(
                """
                /v2/search?searchtext=%20&searchentitytype=14&exactmatch=maybe&startdate=2026-03-09&enddate=20260230\
                &pagenumber=0&perpage=x&sortorder=up
                """)
            let date = "must be a date as a number, as 20260309."
            #expect(
                answer.names(
                    ("searchtext", "searchtext must have 1 to 255 characters and no control characters."),
                    ("searchentitytype", "searchentitytype must be one or more of \(Self.kinds)."),
                    ("exactmatch", "exactmatch must be true or false."),
                    ("startdate", "startdate \(date)"), ("enddate", "enddate \(date)"),
                    ("pagenumber", "pagenumber must be a whole number from 1 to 2147483647."),
                    ("perpage", "perpage must be a whole number from 1 to 2147483647."),
                    ("sortorder", "sortorder must be one of 0 or Asc, 1 or Desc.")))
        }
    }

    @Test func textAndKindAreRequired() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/search?searchtext=").names(
                    ("searchtext", "searchtext is required."),
                    ("searchentitytype", "searchentitytype is required.")))
            for kind in ["customer,", ",", "customer,nobody", "-1", "07", "customer;supplier"] {
                #expect(
                    try await server.get("/v2/search?searchtext=a&searchentitytype=\(kind)").names(
                        (
                            "searchentitytype",
                            "searchentitytype must be one or more of \(Self.kinds)."
                        )), "\(kind)")
            }
        }
    }

    @Test(arguments: ["a%0Ab", "%CC%81", String(repeating: "a", count: 256)])
    func aTextThatNoFieldCanHoldIsRefused(text: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/search?searchtext=\(text)&searchentitytype=7").names(
                    ("searchtext", "searchtext must have 1 to 255 characters and no control characters.")))
        }
    }

    @Test func anEndBeforeItsStartIsRefused() async throws {
        try await TestServer.run { server async throws in
            let query = "searchtext=a&searchentitytype=7&startdate=20260310&enddate=20260309"
            #expect(
                try await server.get("/v2/search?\(query)").names(
                    ("enddate", "enddate must not be before startdate.")))
        }
    }

    @Test func aStrangerFindsNothingAndAnotherBusinessItsOwn() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let path = "/v2/search?searchtext=harbour&searchentitytype=0"
            #expect(try await server.with(nil).get(path).isRefusal(.invalidToken))
            #expect(try await server.otherBusiness().get(path).text == SearchText.nothing)
        }
    }
}
