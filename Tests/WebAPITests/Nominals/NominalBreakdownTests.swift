import HTTPTypes
import Testing

@Suite struct NominalBreakdownTests {
    private let march = "startdate=2026-03-01&enddate=2026-03-31"

    @Test func theEntriesOfANominalWithTheirTotals() async throws {
        try await TestServer.run { server async throws in
            try await server.registerForVAT()
            try await server.addHarbour()
            try await server.invoice(200, on: 4001)
            try await server.invoice(-50, on: 4001, date: "2026-03-20")
            try await server.invoice(10, on: 4001, date: "2026-04-01")
            let page = try await server.get("/v2/reports/nominalbreakdown?\(march)&code=4001")
            #expect(page.status == .ok)
            #expect(
                page.text.hasPrefix(
                    #"""
                    {"MetaData":{"TotalDebit":50.0000,"TotalCredit":200.0000,"BalanceCredit":150.0000,\#
                    "BalanceDebit":0.0000,"TotalRecords":2,
                    """#), "\(page.text)")
            #expect(
                page.text.hasSuffix(
                    #"""
                    "Data":[{"Id":1,"LineId":1,"ProductCode":null,"ProductName":null,"Date":"2026-03-02 12:00:00",\#
                    "Reference":"1","SecondaryReference":"Harbour Joinery Ltd","Narrative":"Work","DebitValue":0.0000,\#
                    "CreditValue":200.0000,"ResourceNumber":"1","EntityType":"Invoice","BankAccountId":0,\#
                    "IsLocked":false},{"Id":2,"LineId":1,"ProductCode":null,"ProductName":null,\#
                    "Date":"2026-03-20 12:00:00","Reference":"2","SecondaryReference":"Harbour Joinery Ltd",\#
                    "Narrative":"Work","DebitValue":50.0000,"CreditValue":0.0000,"ResourceNumber":"2",\#
                    "EntityType":"Invoice","BankAccountId":0,"IsLocked":false}]}
                    """#), "\(page.text)")
        }
    }

    @Test func aChangedInvoiceIsShownAsItIsNowAndADeletedOneIsNot() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(200, on: 4001)
            try await server.invoice(70, on: 4001)
            let body = try await server.get("/v2/invoices/1").text.replacing(
                #""Rate":200.0000"#, with: #""Rate":230"#
            )
            .replacing(#""HomeCurrencyRate":200.0000,"#, with: "")
            #expect(try await server.put("/v2/invoices/1", body).status == .ok)
            #expect(try await server.delete("/v2/invoices/2").status == .noContent)
            let page = try await server.get("/v2/reports/nominalbreakdown?\(march)&code=4001").text
            #expect(
                page.contains(#""TotalCredit":230.0000"#) && page.contains(#""TotalRecords":1"#), "\(page)")
        }
    }

    @Test func aPaymentIsABankRowOfItsAccount() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            _ = try await server.post(
                "/v2/invoices",
                #"""
                {"CustomerCode":"HARB01","IssuedDate":"2026-03-02","LineItems":[{"Description":"Work","Rate":200,\#
                "NominalCode":4001}],"PaymentLines":[{"Date":"2026-03-05","Amount":120,"Note":"Cheque 7"}]}
                """#)
            let bank = try await server.get("/v2/reports/nominalbreakdown?\(march)&code=1200").text
            #expect(
                bank.contains(
                    #""Reference":"Current Account","SecondaryReference":"Cheque 7","Narrative":null,"DebitValue":120.0000,"CreditValue":0.0000,"ResourceNumber":"1","EntityType":"Bank","BankAccountId":1"#
                ), "\(bank)")
            let debtors = try await server.get("/v2/reports/nominalbreakdown?\(march)&code=1100").text
            #expect(
                debtors.contains(
                    #""TotalDebit":200.0000,"TotalCredit":120.0000,"BalanceCredit":0.0000,"BalanceDebit":80.0000"#
                ))
        }
    }

    @Test(arguments: [
        ("sortby=Date", [1, 2, 3]), ("order=desc", [3, 2, 1]), ("sortby=4&order=Desc", [3, 2, 1]),
        ("sortby=CreditValue", [3, 2, 1]), ("sortby=6&order=1", [3, 2, 1]), ("sortby=Narrative", [1, 2, 3]),
        ("sortby=2", [1, 2, 3]), ("sortby=EntityType", [1, 2, 3]), ("sortby=8", [1, 2, 3]),
        ("perpage=2&page=2", [3]), ("perpage=2&page=9", []),
    ])
    func rowsStandInTheOrderAsked(query: String, numbers: [Int]) async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(200, on: 4001, date: "2026-03-02")
            try await server.invoice(100, on: 4001, date: "2026-03-03")
            try await server.invoice(-50, on: 4001, date: "2026-03-04")
            let page = try await server.get("/v2/reports/nominalbreakdown?\(march)&code=4001&\(query)")
            let rows = try #require(page.object["Data"] as? [[String: Any]], "\(page.text)")
            #expect(rows.compactMap { ($0["ResourceNumber"] as? String).flatMap { Int($0) } } == numbers)
            #expect(page.text.contains(#""TotalRecords":3"#))
        }
    }

    @Test func aLockIsTold() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(200, on: 4001, date: "2026-03-02")
            try await server.invoice(100, on: 4001, date: "2026-03-20")
            try await server.lockBooks(until: "2026-03-10")
            let page = try await server.get("/v2/reports/nominalbreakdown?\(march)&code=4001").object
            let rows = try #require(page["Data"] as? [[String: Any]])
            #expect(rows.map { $0["IsLocked"] as? Bool } == [true, false])
        }
    }

    @Test func whatIsAskedWronglyIsRefused() async throws {
        try await TestServer.run { server async throws in
            let path = "/v2/reports/nominalbreakdown"
            #expect(
                try await server.server.ask(.get, path, token: server.token).names(
                    ("startdate", "startdate is required."), ("enddate", "enddate is required.")))
            #expect(
                try await server.get(path + "?startdate=2026-03-02&enddate=2026-03-01").names(
                    ("enddate", "enddate must not be before startdate.")))
            #expect(
                try await server.get(path + "?\(march)&code=4999").refuses(
                    .notFound, "NotFound", "There is no nominal 4999."))
            #expect(
                try await server.get(path + "?\(march)&accountingtype=0").refuses(
                    .notImplemented, "NotImplemented", "accountingtype=Cash is not built yet."))
            let reader = try await server.user(with: .viewInvoice)
            #expect(
                try await reader.get(path + "?\(march)").refuses(
                    .unauthorized, "PermissionDenied", "Permission FullAccess is required."))
        }
    }

    @Test func theWholeLedgerTellsCreditsAsPositive() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour(#","DefaultCustomerReference":"PO 7""#)
            try await server.invoice(80, on: 4001, date: "2026-02-10")
            try await server.invoice(200, on: 4001)
            try await server.invoice(30, on: 4900)
            let (services, other) = (try await server.nominalID(4001), try await server.nominalID(4901))
            let answer = try await server.post(
                "/v2/reports/nominalledger/guid?\(march)&includeopeningbalance=true", "[\(services),\(other)]"
            )
            #expect(
                answer.text == #"""
                    {"StartDate":"2026-03-01 12:00:00","EndDate":"2026-03-31 12:00:00","NominalIds":[\#(services),\#(other)],\#
                    "ProjectId":0,"IncludeOpeningBalance":true,"Items":[{"NominalId":\#(services),"NominalCode":4001,\#
                    "NominalName":"Sale of Services","Date":"2026-03-02 12:00:00","Val":200.0000,\#
                    "Url":"/v2/invoices/2","Uri":"/v2/invoices/2","Ref":"2","Ref2":"Harbour Joinery Ltd",\#
                    "Narrative":"Work","DataType":1,"OpeningBalance":80.0000,"ProjectId":0,"ProjectNumber":0,\#
                    "ProjectRef":null,"Code":"HARB01","Name":"Harbour Joinery Ltd","Reference":"PO 7",\#
                    "ProjectName":null}]}
                    """#)
            let all = try await server.post("/v2/reports/nominalledger/guid", "[]")
            #expect(all.text.hasPrefix(#"{"StartDate":null,"EndDate":null,"NominalIds":[],"#))
            let codes = try (all.object["Items"] as? [[String: Any]])?.compactMap {
                $0["NominalCode"] as? Int
            }
            #expect(codes == [1100, 1100, 1100, 4001, 4001, 4900])
            let listed = try await server.post("/v2/reports/nominalledger/guid?nominalids=\(services)", "[]")
            #expect(listed.text.contains(#""NominalIds":[\#(services)]"#))
            #expect(
                try await server.post("/v2/reports/nominalledger/guid", "[7]").refuses(
                    .notFound, "NotFound", "There is no nominal 7."))
        }
    }
}
