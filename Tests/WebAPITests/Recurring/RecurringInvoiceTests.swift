import FrontDoor
import HTTPTypes
import Testing

/// A template of one line, monthly on the 31st.
func rent(_ more: String = "", start: String = "2026-01-31", duration: String = #"{"Type":"Indefinite"}"#)
    -> String
{
    #"""
    {"Number":0,"Description":"Workshop rent","StartDate":"\#(start)","Frequency":{"Type":"Monthly","DayOfMonth":31},\#
    "Duration":\#(duration),"InvoiceDetails":{"CustomerCode":"HARB01","LineItems":[{"Description":"Rent",\#
    "Rate":500,"VATLevel":20}]}\#(more)}
    """#
}

extension SignedInServer {
    func openForRent() async throws {
        try await registerForVAT()
        try await addHarbour(
            #","Addresses":[{"Line1":"4 Quay Road"}],"Contacts":[{"Email":"ines@harbour.example"}]"#)
    }

    @discardableResult
    func addTemplate(_ body: String = rent()) async throws -> TestAnswer {
        let answer = try await post("/v2/recurringinvoices", body)
        try #require(answer.status == .created, "\(answer.text)")
        return answer
    }

    /// The dates and numbers of what the templates of a page fall due on.
    func dueDates(_ query: String = "") async throws -> [String] {
        let answer = try await get("/v2/recurringinvoices" + query)
        let rows = try #require(answer.object["Data"] as? [[String: Any]], "\(answer.text)")
        return rows.map { row in
            let due = (row["NextDueDate"] as? String)?.prefix(10) ?? "none"
            return "\(row["Number"] as? Int ?? 0): \(due)"
        }
    }
}

@Suite struct RecurringInvoiceTests {
    @Test func aTemplateIsAnsweredInFullAndPostsNothing() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            let answer = try await server.addTemplate()
            #expect(answer.headers[.location] == "/v2/recurringinvoices/1")
            #expect(
                answer.text.hasPrefix(
                    #"""
                    {"EmailTemplateNumber":null,"EmailAutomatically":false,"StartDate":"2026-01-31 12:00:00",\#
                    "InvoiceDetails":{"CustomerId":1,"CustomerCode":"HARB01","CustomerReference":null,\#
                    "CustomerName":"Harbour Joinery Ltd","CustomerEmail":"ines@harbour.example","GrossAmount":600.0000,\#
                    "NetAmount":500.0000,"VATAmount":100.0000,"ProjectNumber":0,"ProjectName":null,"LineItems":[{
                    """#.replacing("\n", with: "")), "\(answer.text)")
            #expect(
                answer.text.hasSuffix(
                    #"""
                    "PaymentDetails":{"PaymentType":"None","AccountId":0,"Note":null,"Method":0,"Amount":0.0000},\#
                    "Address":{"CountryName":"United Kingdom","CountryCode":"GB","Line1":"4 Quay Road","Line2":null,\#
                    "Line3":null,"Line4":null,"PostCode":null}},"Currency":{"Name":"Pound Sterling","Symbol":"£",\#
                    "DisplaySymbolOnRight":false,"Code":"GBP","ExchangeRate":1.0000},"HomeCurrencyGrossAmount":600.0000,\#
                    "HomeCurrencyVATAmount":100.0000,"Number":1,"Description":"Workshop rent","Frequency":{\#
                    "Type":"Monthly","DayOfMonth":31,"WeekDay":null,"Months":[],"StartDate":null,"Interval":0},\#
                    "Duration":{"Type":"Indefinite","RecurCount":0,"TillSpecificDate":null},\#
                    "UseLatestExchangeRate":false,"PreviousNumber":0,"NextNumber":0}
                    """#), "\(answer.text)")
            #expect(try await server.postings().isEmpty)
            #expect(try await server.get("/v2/recurringinvoices/1").text == answer.text)
            #expect(try await server.put("/v2/recurringinvoices/1", answer.text).text == answer.text)
        }
    }

    @Test func rowsAreSummariesWithNextAndLastDate() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            try await server.addTemplate(rent(duration: #"{"Type":"RecurCount","RecurCount":3}"#))
            try await server.addTemplate(rent(start: "2026-04-01"))
            let list = try await server.get("/v2/recurringinvoices")
            #expect(
                list.text.contains(
                    #"""
                    "Data":[{"Id":1,"InvoiceDetails":{"CustomerCode":"HARB01","CustomerReference":null,\#
                    "GrossAmount":600.0000,"NetAmount":500.0000,"VATAmount":100.0000,"CustomerId":1,\#
                    "CustomerName":"Harbour Joinery Ltd","ProjectGrossAmount":600.0000,"ProjectName":null},\#
                    "ExpiryDate":"2026-03-31 12:00:00","NextDueDate":"2026-01-31 12:00:00","Number":1,\#
                    "Description":"Workshop rent","Frequency":{"Type":"Monthly","DayOfMonth":31,"WeekDay":null,\#
                    "Months":[],"StartDate":null,"Interval":0},"Duration":{"Type":"RecurCount","RecurCount":3,\#
                    "TillSpecificDate":null},"UseLatestExchangeRate":false,"PreviousNumber":0,"NextNumber":2}
                    """#), "\(list.text)")
            #expect(
                list.text.contains(#""TotalRecords":2"#) && list.text.contains(#""TotalAmount":1200.0000"#))
            for (query, rows) in [
                ("?sortby=1&order=desc", ["2: 2026-04-30", "1: 2026-01-31"]), ("?filterby=Weekly", []),
                ("?filterby=1&perpage=1", ["1: 2026-01-31"]), ("?customercode=nobody", []),
                ("?sortby=Expiry", ["1: 2026-01-31", "2: 2026-04-30"]), ("?projectnumber=4", []),
                ("?page=2", []),
            ] {
                #expect(try await server.dueDates(query) == rows, "\(query)")
            }
            let ofOne = try await server.get("/v2/customers/harb01/recurringinvoices")
            #expect(ofOne.text.contains(#""TotalRecords":2"#))
            #expect(
                try await server.get("/v2/customers/NOBODY/recurringinvoices").refuses(
                    .notFound, "NotFound", "There is no customer NOBODY."))
        }
    }

    @Test(arguments: [
        (
            #"{}"#,
            [
                "StartDate is required.", "InvoiceDetails is required.", "Frequency is required.",
                "Duration is required.",
            ]
        ),
        (
            rent().replacing("Monthly", with: "Hourly").replacing("Indefinite", with: "Long"),
            [
                "Frequency.Type must be one of Monthly, Annually, Weekly, MultiMonth, Periodically.",
                "Duration.Type must be one of Indefinite, RecurCount, TillSpecificDate, Disabled.",
            ]
        ),
        (
            rent().replacing("Monthly", with: "MultiMonth"),
            ["Frequency.Months must have at least one month, each from 1 to 12."]
        ),
        (
            rent().replacing(#""VATLevel":20"#, with: #""VATLevel":19"#),
            ["InvoiceDetails.LineItems[0].VATLevel must be a VAT rate of the account, which are 0, 5, 20."]
        ),
        (
            rent().replacing("HARB01", with: "NOBODY"),
            ["InvoiceDetails.CustomerCode must be a customer's code; there is no NOBODY."]
        ),
        (
            rent().replacing(
                #""LineItems""#, with: #""PaymentDetails":{"PaymentType":"Full","AccountId":99},"LineItems""#),
            ["InvoiceDetails.PaymentDetails.AccountId must be 0 or the Id of a bank account."]
        ),
        (
            rent().replacing(
                #""LineItems""#, with: #""PaymentDetails":{"PaymentType":"Partial"},"LineItems""#),
            ["InvoiceDetails.PaymentDetails.Amount must be set: what is paid of each invoice."]
        ),
    ])
    func aBadBodyNamesTheFieldsAndNothingChanges(body: String, messages: [String]) async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            let before = try await server.addTemplate().text
            for answer in [
                try await server.post("/v2/recurringinvoices", body),
                try await server.put("/v2/recurringinvoices/1", body),
            ] {
                #expect(answer.status == .badRequest)
                #expect(
                    try answer.object["Message"] as? String == messages.joined(separator: " "),
                    "\(answer.text)")
            }
            #expect(try await server.get("/v2/recurringinvoices/1").text == before)
            #expect(try await server.dueDates().count == 1)
        }
    }

    @Test func deletedItIsGoneAndAnotherNumberIsAnotherPlace() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            try await server.addTemplate()
            let moved = try await server.put(
                "/v2/recurringinvoices/1", rent().replacing(#""Number":0"#, with: #""Number":5"#))
            #expect(moved.status == .created && moved.headers[.location] == "/v2/recurringinvoices/5")
            #expect(try await server.delete("/v2/recurringinvoices/5").status == .noContent)
            #expect(
                try await server.delete("/v2/recurringinvoices/5").refuses(
                    .notFound, "NotFound", "There is no recurring invoice 5."))
            #expect(try await server.addTemplate().text.contains(#""Number":6"#))
            #expect(
                try await server.post(
                    "/v2/recurringinvoices", rent().replacing(#""Number":0"#, with: #""Number":1"#)
                ).refuses(
                    .badRequest, "DuplicateNumber",
                    "The number 1 is or was another recurring invoice's; leave it out for the next free one.")
            )
        }
    }

    @Test func itNeedsWhatInvoicesNeed() async throws {
        try await TestServer.run { server in
            try await server.openForRent()
            try await server.addTemplate()
            let viewer = try await server.user(with: .viewInvoice)
            #expect(try await viewer.get("/v2/recurringinvoices/1").status == .ok)
            #expect(
                try await viewer.delete("/v2/recurringinvoices/1").refuses(
                    .unauthorized, "PermissionDenied", "Permission DeleteInvoice is required."))
            #expect(
                try await viewer.get("/v2/customers/HARB01/recurringinvoices").refuses(
                    .unauthorized, "PermissionDenied", "Permission ViewCustomer is required."))
            #expect(try await server.otherBusiness().get("/v2/recurringinvoices/1").status == .notFound)
        }
    }
}
