import HTTPTypes
import Testing

@Suite struct BankListTests {
    private let path = "/v2/bankaccounts/1/transactions"

    /// Six lines: the start, an advance, a transfer out, a batch, a payment, and a fee.
    private func run(_ body: (SignedInServer) async throws -> Void) async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.put(
                "/v2/bankaccounts/1",
                #"{"AccountName":"Current Account","StartingDate":"2026-01-31","StartingAmount":1000,"IsDefaultAccount":true}"#
            )
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Savings","Code":1210}"#)
            _ = try await server.addAdvance("250", on: "2026-02-01")
            _ = try await server.post(
                path, #"{"Date":"2026-02-02","MoneyType":1210,"PaidOut":100,"Comment":"To savings"}"#)
            for net in ["50", "60", "70"] { try await server.issueInvoice(net) }
            _ = try await server.post(
                "/v2/invoices/bulk/payments",
                #"{"Date":"2026-02-03","Comment":"Both","PaymentItems":[{"ObjectNumber":1,"Amount":50},{"ObjectNumber":2,"Amount":60}]}"#
            )
            _ = try await server.pay(3, #"{"Date":"2026-02-04","Amount":70}"#)
            _ = try await server.post(
                path, #"{"Date":"2026-02-05","MoneyType":7901,"PaidOut":14.40,"Comment":"Fee"}"#)
            try await body(server)
        }
    }

    /// `0 250.0 1250.0 Deposit`: type, amount, balance and comment of each line.
    private func lines(_ server: SignedInServer, _ query: String = "", account: Int = 1) async throws
        -> [String]
    {
        let page = try await server.get("/v2/bankaccounts/\(account)/transactions\(query)").object
        let rows = page["Data"] as? [[String: Any]] ?? []
        return rows.map { row in
            let (paidIn, paidOut) = (row["PaidIn"] as? Double ?? 0, row["PaidOut"] as? Double ?? 0)
            return
                "\(plain(row["TransactionType"])) \(paidIn - paidOut) \(plain(row["Balance"])) \(row["Comment"] as? String ?? "")"
        }
    }

    @Test func everyLineHasTheBalanceAfterIt() async throws {
        try await run { server async throws in
            #expect(
                try await lines(server) == [
                    "0 250.0 1250 Deposit", "0 -100.0 1150 To savings", "3 110.0 1260 Both",
                    "1 70.0 1330 Invoice - HARB01", "0 -14.4 1315.6 Fee",
                ])
            #expect(try await lines(server, account: 2) == ["6 100.0 100 To savings"])
            #expect(try await server.get("/v2/bankaccounts/1").text.contains(#""BankBalance":1315.6000"#))
        }
    }

    @Test func theBalancesOfAPartAreTheAccounts() async throws {
        try await run { server async throws in
            let page = try await server.get(
                "\(path)?startdate=2026-02-02&enddate=2026-02-03&includebulk=false"
            ).text
            #expect(
                page.hasPrefix(
                    #"{"MetaData":{"OpeningBalance":1250.0000,"ClosingBalance":1260.0000,"TotalRecords":1,"#))
            #expect(
                try await lines(server, "?startdate=2026-02-03&order=desc&perpage=2") == [
                    "0 -14.4 1315.6 Fee", "1 70.0 1330 Invoice - HARB01",
                ])
        }
    }

    @Test(arguments: [
        ("?includenominalcodebanktransactions=false", ["3 110.0 1260 Both", "1 70.0 1330 Invoice - HARB01"]),
        ("?filterby=Invoice", ["1 70.0 1330 Invoice - HARB01"]),
        ("?searchtext=SAVINGS", ["0 -100.0 1150 To savings"]),
        ("?searchtext=14.4", ["0 -14.4 1315.6 Fee"]), ("?reconciled=true", []),
        ("?sortcolumn=PaidOut&order=desc&perpage=1", ["0 -100.0 1150 To savings"]), ("?page=9", []),
    ])
    func linesAreFilteredAndSorted(query: String, expected: [String]) async throws {
        try await run { server async throws in
            #expect(try await lines(server, query) == expected)
        }
    }

    @Test func aPaymentsLineTellsItsDocument() async throws {
        try await run { server async throws in
            let text = try await server.get("\(path)?filterby=invoice").text
            #expect(text.contains(#""EditLink":"/v2/invoices/3","ResourceNumber":3"#))
            #expect(text.contains(#""EntityName":"invoice","CustomerSupplierName":"Harbour Joinery Ltd""#))
            #expect(text.contains(#""Type":"Invoice""#) && text.contains(#""PaymentId":3"#))
            let batch = try await server.get("\(path)?filterby=invoicebatchpayment").text
            #expect(batch.contains(#""ResourceNumber":1"#))
        }
    }

    @Test func anUnknownAccountHasNoLines() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/bankaccounts/9/transactions").refuses(
                    .notFound, "NotFound", "There is no bank account 9."))
            #expect(try await server.get("\(path)?iscsv=true").status == .notImplemented)
            #expect(try await server.user(with: .editInvoice).get(path).status == .unauthorized)
        }
    }
}
