import HTTPTypes
import Testing

@Suite struct CreateInvoiceTests {
    @Test func theLeastThatMayBeSentHasEveryDefault() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour Joinery Ltd"))
            let answer = try await server.post(
                "/v2/invoices", #"{"CustomerCode":"harb01","LineItems":[{"Rate":12.34}]}"#)
            #expect(answer.status == .created)
            let object = try answer.object
            let link = try #require(object["Permalink"] as? String)
            let customer = try await server.get("/v2/customers/HARB01").customerKey
            #expect(link.hasPrefix("/v2/documents/invoice/") && link.count == 58)
            #expect(
                object["PackingSlipPermalink"] as? String
                    == link.replacing("/invoice/", with: "/packingslip/"))
            #expect(
                answer.text.hasPrefix(
                    #"""
                    {"Id":1,"Number":1,"Type":"Invoice","IssuedDate":"2026-03-09 12:00:00",\#
                    "DueDate":"2026-04-08 12:00:00","PaidDate":null,"LastPaymentDate":null,"CustomerCode":"HARB01",\#
                    "CustomerId":1,"CustomerName":"Harbour Joinery Ltd","CustomerKey":"\#(customer)",\#
                    "CustomerContactName":null,"CustomerContactFirstName":null,"CustomerContactLastName":null,\#
                    "CustomerReference":null,"CustomerDiscount":0.0000,"VATNumber":null,
                    """#), "\(answer.text)")
            #expect(
                answer.text.contains(
                    #"""
                    "LineItems":[{"Number":1,"Description":"","Quantity":1.0000,"Rate":12.3400,\#
                    "HomeCurrencyRate":12.3400,"VATLevel":0.0000,"VATExempt":true,"VATAmount":0.0000,\#
                    "HomeCurrencyVATAmount":0.0000,"NominalCode":4000,"NominalId":
                    """#))
            #expect(answer.text.contains(#""PaymentLines":[],"ProjectNumber":0,"ProjectName":null"#))
            #expect(answer.text.contains(#""PreviousNumber":0,"NextNumber":0,"ReminderLetters":[]"#))
            #expect(answer.text.hasSuffix(#""CreatedDate":"2026-03-09 12:00:00"}"#))
        }
    }

    @Test func whatIsLeftOutIsTheCustomers() async throws {
        try await TestServer.run { server in
            try await server.addHarbour(
                #"""
                ,"Addresses":[{"Line1":"4 Quay Road","CountryCode":"GB"}],"DefaultCustomerReference":"STANDING",\#
                "DeliveryAddresses":[{"Name":"Yard","Line1":"5 Quay Road","CountryCode":"GB"}],\#
                "UseCustomDeliveryAddress":true,"AutomaticCreditControlEnabled":true,"IsCISReverseCharge":true,\#
                "VATNumber":"GB999","DiscountRate":5,"DefaultNominalCode":4001,"TradeBorderType":"EU",\#
                "Contacts":[{"Firstname":"Ines","LastName":"Okafor","Name":"Ines Okafor"}],\#
                "Currency":{"Code":"EUR","ExchangeRate":1.25}
                """#)
            try await server.issue("HARB01", "100")
            let text = try await server.get("/v2/invoices/1").text
            for member in [
                #""DueDate":"2026-03-23 12:00:00""#,
                #""CustomerReference":"STANDING","CustomerDiscount":5.0000"#,
                #""VATNumber":"GB999""#, #""CustomerContactFirstName":"Ines""#, #""Line1":"4 Quay Road""#,
                #""DeliveryAddress":{"Name":"Yard""#, #""UseCustomDeliveryAddress":true"#,
                #""NominalCode":4001"#,
                #""IsCISReverseCharge":true,"TradeBorderType":"EU","InvoiceInECMemberState":true"#,
                #""AutomaticCreditControlEnabled":true"#, #""Code":"EUR","ExchangeRate":1.2500"#,
                #""GrossAmount":100.0000,"HomeCurrencyGrossAmount":80.0000"#,
                #""FormattedDueAmount":"£80.00""#,
                #""DefaultNominalCode":4001"#,
            ] {
                #expect(text.contains(member), "\(member) is not in \(text)")
            }
            // The document keeps its own, whatever becomes of the customer's.
            _ = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"Harbour","Addresses":[{"Line1":"9 New Road"}]}"#)
            let after = try await server.get("/v2/invoices/1").text
            #expect(after.contains(#""Line1":"4 Quay Road""#) && after.contains(#""CustomerName":"Harbour""#))
        }
    }

    @Test func whatIsSentWins() async throws {
        try await TestServer.run { server in
            try await server.addHarbour(#","Addresses":[{"Line1":"4 Quay Road"}]"#)
            try await server.issue(
                "HARB01", "100",
                #"""
                ,"Number":40,"IssuedDate":"2026-01-31","DueDate":"2026-02-01","CustomerReference":"PO 1",\#
                "Address":{"Line1":"1 Mill Lane"},"Currency":{"Code":"USD","ExchangeRate":2}
                """#)
            let text = try await server.get("/v2/invoices/40").text
            for member in [
                #""IssuedDate":"2026-01-31 12:00:00","DueDate":"2026-02-01 12:00:00""#,
                #""CustomerReference":"PO 1""#,
                #""Line1":"1 Mill Lane""#, #""HomeCurrencyGrossAmount":50.0000"#,
            ] {
                #expect(text.contains(member), "\(member) is not in \(text)")
            }
            try await server.issue()
            #expect(try await server.invoices() == [40, 41])
        }
    }

    @Test func theCustomerGetsTheAddressesThatAreToBeKept() async throws {
        try await TestServer.run { server in
            try await server.addHarbour(#","Addresses":[{"Line1":"4 Quay Road"},{"Line1":"Second"}]"#)
            try await server.issue("HARB01", "1", #","Address":{"Line1":"Not kept"}"#)
            #expect(try await server.get("/v2/customers/HARB01").text.contains("4 Quay Road"))
            try await server.issue(
                "HARB01", "1",
                #"""
                ,"Address":{"Line1":"1 Mill Lane"},"UpdateCustomerAddress":true,\#
                "DeliveryAddress":{"Name":"Yard","Line1":"2 Mill Lane"},"UpdateCustomerDeliveryAddress":true
                """#)
            let customer = try await server.get("/v2/customers/HARB01").text
            #expect(
                customer.contains("1 Mill Lane") && customer.contains("Second")
                    && customer.contains("2 Mill Lane"))
            #expect(!customer.contains("4 Quay Road"))
            #expect(try await server.get("/v2/invoices/2").text.contains(#""UpdateCustomerAddress":false"#))
        }
    }

    @Test func aVATNumberIsACommentWhereTheCustomerWantsIt() async throws {
        try await TestServer.run { server in
            try await server.addHarbour(#","VATNumber":"GB999","AutoIncludeVATNumber":true"#)
            try await server.issue()
            let text = try await server.get("/v2/invoices/1").text
            #expect(
                text.contains(
                    #""Number":2,"Description":"VAT number: GB999","Quantity":0.0000,"Rate":0.0000"#))
            // Not twice, when it is sent back.
            #expect(try await server.put("/v2/invoices/1", text).text == text)
        }
    }

    @Test func aCreditNoteIsAnInvoiceBelowZero() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            try await server.issue(
                "HARB01", "0", #","LineItems":[{"Rate":-100,"VATLevel":20},{"Rate":10,"VATLevel":20}]"#)
            let text = try await server.get("/v2/invoices/1").text
            #expect(
                text.contains(
                    #""Type":"CreditNote","IssuedDate":"2026-03-09 12:00:00","DueDate":"2026-03-09 12"#))
            #expect(text.contains(#""DueAmount":-108.0000"#) && text.contains(#""Status":"Unpaid""#))
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-03-09 1100 -108.00, 4000 +100.00, 4000 -10.00, 2200 +18.00"
                ])
        }
    }

    @Test func whoIsNotRegisteredBearsNoVATAndThatStays() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let body = #"{"CustomerCode":"HARB01","LineItems":[{"Rate":100,"VATLevel":20}]}"#
            _ = try await server.post("/v2/invoices", body)
            #expect(
                try await server.get("/v2/invoices/1").text.contains(#""VATExempt":true,"VATAmount":0.0000"#))
            try await server.registerForVAT()
            let changed = try await server.put("/v2/invoices/1", body)
            #expect(changed.text.contains(#""GrossAmount":100.0000"#))
            _ = try await server.post("/v2/invoices", body)
            #expect(try await server.get("/v2/invoices/2").text.contains(#""GrossAmount":120.0000"#))
        }
    }

    @Test func tenThousandLinesAreOneInvoice() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let lines = (1...10_000).map { #"{"Description":"Nail \#($0)","Rate":0.01,"VATLevel":0}"# }
            let body = #"{"CustomerCode":"HARB01","LineItems":[\#(lines.joined(separator: ","))]}"#
            let answer = try await server.server.ask(
                .post, "/v2/invoices", Array(body.utf8), token: server.token,
                headers: [.contentType: "application/json"])
            #expect(answer.status == .created)
            #expect(
                answer.text.contains(#""GrossAmount":100.0000"#) && answer.text.contains(#""Number":10000,"#))
            #expect(try await server.invoiceTotals() == "1 100.0000")
        }
    }

    @Test func createsAtOnceGetNumbersWithoutAGap() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let body = Array(#"{"CustomerCode":"HARB01","LineItems":[{"Rate":1,"VATLevel":0}]}"#.utf8)
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 1...200 {
                    group.addTask {
                        try await server.server.ask(
                            .post, "/v2/invoices", body, token: server.token,
                            headers: [.contentType: "application/json"]
                        ).status
                    }
                }
                for try await status in group { #expect(status == .created) }
            }
            #expect(try await server.invoices("?perpage=1000") == Array(1...200))
            #expect(try await server.invoiceTotals() == "200 200.0000")
        }
    }
}
