import FrontDoor
import Testing

@Suite struct QuoteCategoryTests {
    @Test func oneIsAddedChangedAndDeletedAndItsQuotesLoseIt() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            let made = try await server.post("/v2/quotecategories", #"{"Name":"Sent","IconId":3}"#)
            let sent = #"{"Number":1,"Name":"Sent","IconId":3,"IconType":"flag","IconColor":"green"}"#
            #expect(made.status == .created && made.text == sent)
            #expect(made.headers[.location] == "/v2/quotecategories/1")
            let byPair = try await server.post(
                "/v2/quotecategories", #"{"Name":"Won","IconType":"Tick","IconColor":"grey"}"#,
                loosely: true)
            #expect(
                byPair.text == #"{"Number":2,"Name":"Won","IconId":11,"IconType":"tick","IconColor":"grey"}"#)
            #expect(try await server.get("/v2/quotecategories").text == "[\(sent),\(byPair.text)]")
            let renamed = try await server.put("/v2/quotecategories/1", #"{"Name":"Posted"}"#)
            #expect(renamed.text == sent.replacing("Sent", with: "Posted"))
            #expect(
                try await server.put("/v2/quotecategories/1", #"{"IconId":4}"#).text.contains(
                    #""Name":"Posted","IconId":4"#))
            try await server.addQuote()
            #expect(try await server.get("/v2/quotes/1").text.contains(#""Name":"Posted""#))
            #expect(try await server.delete("/v2/quotecategories/1").status == .noContent)
            #expect(
                try await server.get("/v2/quotes/1").text.contains(
                    #""Category":{"IconId":null,"Number":0,"Name":null"#))
            #expect(
                try await server.delete("/v2/quotecategories/1").refuses(
                    .notFound, "NotFound", "There is no category 1."))
        }
    }

    @Test func listsAreAddedAndChangedAllOrNone() async throws {
        try await TestServer.run { server in
            let added = try await server.post(
                "/v2/quotecategories/categorieslist",
                #"{"EntityType":"Quote","CategoriesList":[{"Name":"A","IconId":1},{"Name":"B","IconId":2}]}"#)
            #expect(added.status == .created)
            let changed = try await server.put(
                "/v2/quotecategories/categorieslist",
                #"{"QuoteCategoryList":[{"Number":2,"Name":"C","IconId":2}]}"#)
            #expect(changed.text == added.text.replacing(#""B""#, with: #""C""#))
            #expect(
                try await server.put(
                    "/v2/quotecategories/categorieslist",
                    #"{"QuoteCategoryList":[{"Number":1,"Name":"D","IconId":1},{"Number":2,"Name":"D","IconId":1}]}"#
                ).refuses(.badRequest, "DuplicateCode", "There is a category D with this icon already."))
            #expect(try await server.get("/v2/quotecategories").text == changed.text)
        }
    }

    @Test func wrongOnesAreNamedAndNothingChanges() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/quotecategories", #"{"Name":"Sent","IconId":3}"#)
            let before = try await server.get("/v2/quotecategories").text
            #expect(
                try await server.post("/v2/quotecategories", "{}").names(
                    ("Name", "Name must not be empty."),
                    ("IconId", "IconId must be a whole number from 1 to 12.")))
            #expect(
                try await server.post("/v2/quotecategories", #"{"Name":"sent","IconId":3}"#).refuses(
                    .badRequest, "DuplicateCode", "There is a category sent with this icon already."))
            #expect(
                try await server.put("/v2/quotecategories/9", #"{"Name":"A"}"#).refuses(
                    .notFound, "NotFound", "There is no category 9."))
            #expect(
                try await server.put("/v2/quotecategories/1", #"{"IconId":13}"#).names(
                    ("IconId", "IconId must be a whole number from 1 to 12.")))
            #expect(try await server.get("/v2/quotecategories").text == before)
            #expect(
                try await server.user(with: .viewQuote).post("/v2/quotecategories", "{}").refuses(
                    .unauthorized, "PermissionDenied", "Permission CreateQuote is required."))
        }
    }

    @Test func reportAndDashboardTellOfThem() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            try await server.addQuote(
                #"{"CustomerCode":"HARB01","LineItems":[{"Description":"A door","Rate":100}]}"#)
            let report = try await server.get(
                "/v2/reports/quotes?dateFrom=2026-04-01&dateTo=2026-04-30&pageSize=5")
            #expect(
                report.text.hasSuffix(
                    #"""
                    "Data":[{"QuoteId":1,"CustomerCode":"HARB01","CustomerName":"Harbour Joinery Ltd","QuoteNumber":1,\#
                    "CustomerReference":null,"DateInfo":"02/04/2026","QuoteDate":"2026-04-02 12:00:00",\#
                    "Category":{"Number":1,"Name":"Sent"},"VATTotalAmount":495.0000,"TotalAmount":2970.0000}]}
                    """#), "\(report.text)")
            #expect(
                try await server.get("/v2/reports/quotes").names(
                    ("dateFrom", "dateFrom is required."), ("dateTo", "dateTo is required.")))
            #expect(
                try await server.get("/v2/dashboard/summary/quotes").text
                    == #"""
                    [{"CategoryNumber":1,"CategoryName":"Sent","Count":1,"TotalAmount":2970.0000},\#
                    {"CategoryNumber":0,"CategoryName":null,"Count":1,"TotalAmount":120.0000}]
                    """#)
        }
    }
}
