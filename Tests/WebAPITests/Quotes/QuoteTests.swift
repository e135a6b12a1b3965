import FrontDoor
import HTTPTypes
import Testing

/// The example of the documentation.
let windows = #"""
    { "CustomerCode": "HARB01", "Date": "2026-04-02", "Category": { "Number": 1 }, "LineItems": [ { "Number": 0, "Description": "Sash window, restored", "Quantity": 6, "Rate": 412.5, "VATLevel": 20, "NominalCode": 4000 } ] }
    """#

extension SignedInServer {
    /// Registered for VAT, with a customer and a category.
    func openForQuotes(_ customer: String = "") async throws {
        try await registerForVAT()
        try await addHarbour(customer)
        let answer = try await post(
            "/v2/categories/list", #"{"EntityType":"Quote","CategoriesList":[{"Name":"Sent","IconId":3}]}"#)
        try #require(answer.status == .created)
    }

    @discardableResult
    func addQuote(_ body: String = windows) async throws -> TestAnswer {
        let answer = try await post("/v2/quotes", body)
        try #require(answer.status == .created, "\(answer.text)")
        return answer
    }
}

@Suite struct QuoteTests {
    @Test func theDocumentedExampleIsAnsweredInFullAndPostsNothing() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            let answer = try await server.addQuote()
            #expect(answer.headers[.location] == "/v2/quotes/1")
            let link = try #require(answer.object["Permalink"] as? String)
            #expect(
                answer.text == #"""
                    {"Id":1,"Number":1,"Date":"2026-04-02 12:00:00","CustomerCode":"HARB01","CustomerId":1,\#
                    "CustomerName":"Harbour Joinery Ltd","CustomerReference":null,"NetAmount":2475.0000,\#
                    "VATAmount":495.0000,"GrossAmount":2970.0000,"HomeCurrencyGrossAmount":2970.0000,\#
                    "ProjectNumber":0,"ProjectName":null,"Category":{"IconId":3,"Number":1,"Name":"Sent",\#
                    "IconType":"flag","IconColor":"green"},"Currency":{"Name":"Pound Sterling","Symbol":"£",\#
                    "DisplaySymbolOnRight":false,"Code":"GBP","ExchangeRate":1.0000},"SuppressAmount":false,\#
                    "UseCustomDeliveryAddress":false,"Addresses":[],"DeliveryAddresses":[],"LineItems":[{"Number":1,\#
                    "Description":"Sash window, restored","Quantity":6.0000,"Rate":412.5000,\#
                    "HomeCurrencyRate":412.5000,"VATLevel":20.0000,"VATExempt":false,"VATAmount":495.0000,\#
                    "HomeCurrencyVATAmount":495.0000,"NominalCode":4000,"ProductCode":null,"ProductName":null,\#
                    "TaxCode":null,"Disallowed":false}],"IsEmailSent":false,"FileCount":0,"PreviousNumber":0,\#
                    "NextNumber":0,"Permalink":"\#(link)"}
                    """#)
            #expect(try await server.postings().isEmpty)
            #expect(try await server.get("/v2/quotes/1").text == answer.text)
            #expect(try await server.put("/v2/quotes/1", answer.text).text == answer.text)
        }
    }

    @Test func whatIsLeftOutIsTheCustomers() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes(
                #"""
                ,"DefaultCustomerReference":"Joinery","UseCustomDeliveryAddress":true,\#
                "Addresses":[{"Line1":"4 Quay Road"}],"DeliveryAddresses":[{"Name":"Yard","Line1":"7 Slip Way"}]
                """#)
            let answer = try await server.addQuote(
                #"{"CustomerCode":"harb01","LineItems":[{"Description":"A door","Rate":100}]}"#)
            for member in [
                #""Date":"2026-03-09 12:00:00""#, #""CustomerReference":"Joinery""#,
                #""UseCustomDeliveryAddress":true,"Addresses":[{"CountryName":"United Kingdom","CountryCode":"GB","Line1":"4 Quay Road""#,
                #""DeliveryAddresses":[{"Name":"Yard","CountryName":"United Kingdom","CountryCode":"GB","Line1":"7 Slip Way""#,
                #""Category":{"IconId":null,"Number":0,"Name":null,"IconType":null,"IconColor":null}"#,
                #""Quantity":1.0000,"Rate":100.0000"#, #""VATLevel":20.0000"#, #""GrossAmount":120.0000"#,
            ] {
                #expect(answer.text.contains(member), "\(member) is not in \(answer.text)")
            }
        }
    }

    @Test func aPutReplacesAndKeepsNumberDateCustomerAndCurrency() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote(
                windows.replacing(
                    #""Category""#, with: #""CustomerReference":"PO 1","SuppressAmount":true,"Category""#))
            let changed = try await server.put(
                "/v2/quotes/1",
                #"{"CustomerCode":"HARB01","LineItems":[{"Number":1,"Description":"A door","Rate":100}]}"#)
            #expect(changed.status == .ok)
            for member in [
                #""Number":1,"Date":"2026-04-02 12:00:00","CustomerCode":"HARB01""#,
                #""CustomerReference":null"#,
                #""SuppressAmount":false"#, #""Category":{"IconId":null,"Number":0"#,
                #""GrossAmount":120.0000"#,
            ] {
                #expect(changed.text.contains(member), "\(member) is not in \(changed.text)")
            }
        }
    }

    @Test func anotherNumberIsAnotherPlaceAndTheOldOneIsSpent() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            let moved = try await server.put(
                "/v2/quotes/1", windows.replacing("{ \"C", with: "{ \"Number\":7,\"C"))
            #expect(moved.status == .created && moved.headers[.location] == "/v2/quotes/7")
            #expect(try await server.get("/v2/quotes/1").status == .notFound)
            let spent = try await server.post(
                "/v2/quotes", windows.replacing("{ \"C", with: "{ \"Number\":1,\"C"))
            #expect(
                spent.refuses(
                    .badRequest, "DuplicateNumber",
                    "The number 1 is or was another quote's; leave it out for the next free one."))
            let next = try await server.addQuote()
            #expect(next.text.contains(#""Number":8"#) && next.text.contains(#""PreviousNumber":7"#))
        }
    }

    @Test func anEmailIsNotedAndNothingIsSent() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            #expect(try await server.put("/v2/quotes/1/email?isEmailSent=true", nil).status == .noContent)
            #expect(try await server.get("/v2/quotes/1").text.contains(#""IsEmailSent":true"#))
            #expect(try await server.put("/v2/quotes/1/email?isEmailSent=false", nil).status == .noContent)
            #expect(try await server.get("/v2/quotes/1").text.contains(#""IsEmailSent":false"#))
            #expect(
                try await server.put("/v2/quotes/1/email", nil).names(
                    ("isEmailSent", "isEmailSent is required.")))
            #expect(
                try await server.put("/v2/quotes/2/email?isEmailSent=1", nil).refuses(
                    .notFound, "NotFound", "There is no quote 2."))
        }
    }

    @Test func deletedItIsGoneAndTheListDeletesWhatItCan() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            for _ in 1...4 { try await server.addQuote() }
            #expect(try await server.delete("/v2/quotes/1").status == .noContent)
            #expect(
                try await server.delete("/v2/quotes/1").refuses(.notFound, "NotFound", "There is no quote 1.")
            )
            let left = try await server.delete("/v2/quotelist", "[2,999,3,2]")
            #expect(left.status == .ok)
            #expect(
                left.text
                    == #"[{"Id":null,"Number":999,"ErrorCode":"NotFound","Reason":"There is no quote 999."}]"#
            )
            #expect(try await server.delete("/v2/quotelist", "[4]").status == .noContent)
            let list = try await server.get("/v2/quotes")
            #expect(list.text.contains(#""TotalRecords":0"#) && list.text.contains(#""TotalAmount":0.0000"#))
        }
    }

    @Test func eachVerbNeedsItsPermission() async throws {
        try await TestServer.run { server in
            try await server.openForQuotes()
            try await server.addQuote()
            let viewer = try await server.user(with: .viewQuote)
            #expect(try await viewer.get("/v2/quotes/1").status == .ok)
            #expect(
                try await viewer.post("/v2/quotes", windows).refuses(
                    .unauthorized, "PermissionDenied", "Permission CreateQuote is required."))
            #expect(
                try await viewer.put("/v2/quotes/1", windows).refuses(
                    .unauthorized, "PermissionDenied", "Permission EditQuote is required."))
            #expect(
                try await viewer.delete("/v2/quotelist", "[1]").refuses(
                    .unauthorized, "PermissionDenied", "Permission DeleteQuote is required."))
            #expect(try await server.otherBusiness().get("/v2/quotes/1").status == .notFound)
        }
    }
}
