import HTTPTypes
import Testing

@Suite struct InvoiceListTests {
    @Test func oneRowInFull() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour(
                #","Addresses":[{"Line1":"4 Quay Road","PostCode":"PL1 2AB","CountryCode":"GB"}]"#)
            try await server.issue("HARB01", "100", #","CustomerReference":"PO 7731""#)
            let key = try await server.get("/v2/customers/HARB01").customerKey
            let answer = try await server.get("/v2/invoices")
            let page = "http://127.0.0.1:8080/v2/invoices?page=1"
            #expect(
                answer.text == #"""
                    {"MetaData":{"TotalRecords":1,"FirstPageUrl":"\#(page)","LastPageUrl":"\#(page)",\#
                    "PreviousPageUrl":null,"NextPageUrl":null,"TotalAmount":100.0000,"InvoiceLimitReached":false},\#
                    "Data":[{"Id":1,"Number":1,"IssuedDate":"2026-03-09 12:00:00","DueDate":"2026-03-23 12:00:00",\#
                    "PaidDate":null,"VATAmount":0.0000,"NetAmount":100.0000,"TotalPaidAmount":0.0000,\#
                    "GrossAmount":100.0000,"Status":"Unpaid","HomeCurrencyGrossAmount":100.0000,\#
                    "ProjectGrossAmount":100.0000,"CustomerName":"Harbour Joinery Ltd","CustomerId":1,"EmailCount":0,\#
                    "OverdueDays":0,"DueAmount":100.0000,"ProjectName":null,"FileCount":0,"VATReturnId":0,\#
                    "Type":"Invoice","TradeBorderType":"Domestic","IsArchived":false,"ProjectNumber":0,\#
                    "IsCISReverseCharge":false,"CustomerCode":"HARB01","CustomerReference":"PO 7731",\#
                    "AutomaticCreditControlEnabled":false,"CustomerKey":"\#(key)","HomeCurrencyVATAmount":0.0000,\#
                    "CISRCVatAmount":0.0000,"Address":{"CountryName":"United Kingdom","CountryCode":"GB",\#
                    "Line1":"4 Quay Road","Line2":null,"Line3":null,"Line4":null,"PostCode":"PL1 2AB",\#
                    "CountryId":826},"Currency":{"Code":"GBP","Symbol":"£","Name":"Pound Sterling",\#
                    "ExchangeRate":1.0000,"DisplaySymbolOnRight":false,"AutoUpdate":false},"LineItems":[]}]}
                    """#)
        }
    }

    @Test(arguments: [
        ("", [1, 2, 3, 4]), ("?order=desc", [4, 3, 2, 1]), ("?sortby=0&order=1", [4, 3, 2, 1]),
        ("?sortby=CustomerRef", [3, 4, 2, 1]), ("?sortby=1&order=desc", [1, 2, 4, 3]),
        ("?sortby=CustomerName", [2, 1, 4, 3]), ("?sortby=2&order=desc", [3, 4, 1, 2]),
        ("?sortby=InvoiceDate", [4, 1, 3, 2]), ("?sortby=3&order=desc", [2, 3, 1, 4]),
        ("?sortby=PaymentDueDate", [4, 2, 1, 3]), ("?sortby=4", [4, 2, 1, 3]),
        ("?sortby=GrossAmount", [4, 2, 1, 3]), ("?sortby=5&order=desc", [3, 1, 2, 4]),
        ("?sortby=NetAmount", [4, 2, 1, 3]), ("?sortby=6", [4, 2, 1, 3]),
        // Overdue, Paid, Unpaid, Unpaid.
        ("?sortby=Status", [2, 3, 1, 4]), ("?sortby=7&order=desc", [4, 1, 3, 2]),
        ("?sortby=PaymentPaidDate", [1, 2, 4, 3]), ("?sortby=8&order=desc", [3, 4, 2, 1]),
        ("?sortby=DueAmount", [4, 3, 2, 1]), ("?sortby=9&order=desc", [1, 2, 3, 4]),
        ("?sortby=Type", [4, 1, 2, 3]), ("?sortby=10&order=desc", [3, 2, 1, 4]),
        ("?sortby=VATAmount", [1, 2, 3, 4]), ("?sortby=11", [1, 2, 3, 4]), ("?sortby=12", [1, 2, 3, 4]),
    ])
    func sortsByEveryColumnAndTiesByNumber(query: String, numbers: [Int]) async throws {
        try await TestServer.run { server in
            try await server.addFour()
            #expect(try await server.invoices(query) == numbers)
        }
    }

    @Test(arguments: [
        ("", "4 450.0000"), ("?statusfilter=All", "4 450.0000"), ("?statusfilter=0", "4 450.0000"),
        ("?statusfilter=Unpaid", "2 70.0000"), ("?statusfilter=1", "2 70.0000"),
        ("?filterby=unpaid", "2 70.0000"),
        ("?statusfilter=Overdue", "1 80.0000"), ("?statusfilter=3", "1 80.0000"),
        ("?statusfilter=Paid", "1 300.0000"),
        ("?statusfilter=6", "1 300.0000"), ("?statusfilter=PartPaid", "0 0.0000"),
        ("?statusfilter=2", "0 0.0000"),
        ("?statusfilter=OverduePartPaid", "0 0.0000"), ("?statusfilter=4", "0 0.0000"),
        ("?statusfilter=Overpaid", "0 0.0000"), ("?statusfilter=5", "0 0.0000"),
        ("?statusfilter=NotFullyPaid", "3 150.0000"), ("?statusfilter=7", "3 150.0000"),
        ("?statusfilter=ThisMonth", "1 80.0000"), ("?statusfilter=8", "1 80.0000"),
        ("?statusfilter=LastMonth", "2 400.0000"), ("?statusfilter=9", "2 400.0000"),
        ("?customercode=HARB01", "2 70.0000"), ("?customercode=harb01", "2 70.0000"),
        ("?customercode=NOBODY", "0 0.0000"),
        ("?issuedatefrom=2026-02-20", "2 380.0000"), ("?issuedateto=2026-02-20", "3 370.0000"),
        ("?issuedatefrom=2026-02-20&issuedateto=2026-02-20", "1 300.0000"),
        ("?searchtext=po-1", "1 100.0000"), ("?searchtext=%C3%A9mile", "1 80.0000"),
        ("?searchtext=EMILE", "1 80.0000"),
        ("?searchtext=3", "1 300.0000"), ("?searchtext=80", "0 0.0000"),
        ("?searchtext=80&dosearchwithdueamount=true", "1 80.0000"),
        ("?searchtext=80.00&dosearchwithdueamount=1", "1 80.0000"),
        ("?searchtext=%25", "0 0.0000"), ("?archived=true", "0 0.0000"), ("?archived=all", "4 450.0000"),
        ("?statusfilter=Paid&customercode=HARB01", "0 0.0000"),
        (
            "?source=MatchingEngine&statusfilter=Paid&searchtext=x&archived=true&customercode=HARB01",
            "2 70.0000"
        ),
    ])
    func filtersAndSumsWhatIsLeft(query: String, totals: String) async throws {
        try await TestServer.run { server in
            try await server.addFour()
            #expect(try await server.invoiceTotals(query) == totals)
        }
    }

    @Test(arguments: [
        ("statusfilter=Late", "statusfilter"), ("archived=maybe", "archived"), ("sortby=13", "sortby"),
        ("order=up", "order"), ("page=0", "page"), ("perpage=-1", "perpage"),
        ("issuedatefrom=soon", "issuedatefrom"),
        ("projectnumber=x", "projectnumber"), ("source=Other", "source"),
        ("isSalesReport=2", "isSalesReport"),
    ])
    func aWrongParameterIsNamed(query: String, field: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/invoices?" + query)
            #expect(
                answer.status == .badRequest && answer.text.contains(#"{"Field":"\#(field)""#),
                "\(answer.text)")
        }
    }

    @Test func partPaidAndOverpaidOnesAreFoundAsSuch() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            for paid in ["40", "100", "140"] {
                try await server.issue("HARB01", "100", #","PaymentLines":[{"Amount":\#(paid)}]"#)
            }
            try await server.issue(
                "HARB01", "100", #","IssuedDate":"2026-01-02","PaymentLines":[{"Amount":1}]"#)
            #expect(try await server.invoices("?statusfilter=PartPaid") == [1])
            #expect(try await server.invoices("?statusfilter=Overpaid") == [3])
            #expect(try await server.invoices("?statusfilter=OverduePartPaid") == [4])
            #expect(try await server.invoices("?statusfilter=NotFullyPaid") == [1, 4])
            for (number, status) in zip(1..., ["PartPaid", "Paid", "Overpaid", "OverduePartPaid"]) {
                #expect(try await server.invoice(number)["Status"] as? String == status)
            }
            #expect(try await server.invoices("?sortby=Status") == [4, 3, 2, 1])
        }
    }

    @Test func pagesLeadToEachOtherAndOneBeyondTheEndIsEmpty() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            for _ in 1...5 { try await server.issue() }
            #expect(try await server.invoices("?perpage=2&page=2") == [3, 4])
            #expect(try await server.invoices("?perpage=2&page=3&sortby=GrossAmount") == [5])
            #expect(try await server.invoices("?perpage=2&page=4") == [])
            #expect(try await server.invoiceTotals("?perpage=2&page=4") == "5 500.0000")
            #expect(try await server.invoices("?page=2147483647") == [])
        }
    }

    @Test func aSalesReportHasTheLinesAndTheReverseChargeItsVAT() async throws {
        try await TestServer.run { server in
            try await server.registerForVAT()
            try await server.addHarbour()
            try await server.issue(
                "HARB01", "0",
                #","IsCISReverseCharge":true,"LineItems":[{"Description":"Labour","Rate":1000,"VATLevel":20}]"#
            )
            try await server.issue("HARB01", "7")
            let plain = try await server.get("/v2/invoices").text
            #expect(plain.contains(#""CISRCVatAmount":200.0000"#) && !plain.contains("Labour"))
            let report = try await server.get("/v2/invoices?isSalesReport=true").text
            #expect(report.contains(#""LineItems":[{"Number":1,"Description":"Labour","Quantity":1.0000"#))
            #expect(report.contains(#""Rate":7.0000"#))
        }
    }

    @Test func anotherBusinessSeesNone() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            #expect(try await server.otherBusiness().invoices() == [])
        }
    }
}

extension SignedInServer {
    /// Four of two customers: 1 of last month, 2 overdue, 3 paid, 4 a credit note. Today is the 9th of March.
    fileprivate func addFour() async throws {
        try await add(("HARB01", "Harbour"), ("EMIL01", "Émile"), ("ZEBR01", "Zebra"))
        try await issue(
            "HARB01", "100", #","IssuedDate":"2026-02-10","DueDate":"2026-03-24","CustomerReference":"PO-1""#)
        try await issue(
            "EMIL01", "80", #","IssuedDate":"2026-03-02","DueDate":"2026-03-08","CustomerReference":"B""#)
        try await issue(
            "ZEBR01", "300",
            #"""
            ,"IssuedDate":"2026-02-20","DueDate":"2026-03-30","PaymentLines":[{"Date":"2026-03-05","Amount":300}]
            """#)
        try await issue("HARB01", "-30", #","IssuedDate":"2026-01-05""#)
    }
}
