import HTTPTypes
import Testing

@Suite struct BankTransactionTests {
    private let path = "/v2/bankaccounts/1/transactions"

    @Test func moneyOutIsPosted() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                path,
                #"{"Date":"2026-02-27","MoneyType":7901,"PaidOut":14.40,"Comment":"Account fee February"}"#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/bankaccounts/1/transactions/1")
            #expect(
                answer.text == #"""
                    {"Id":1,"Date":"2026-02-27 12:00:00","MoneyType":7901,"Comment":"Account fee February",\#
                    "VATAble":false,"VATAmount":0.0000,"VATRate":0.0000,"AccountId":1,"ProjectNumber":0,"PaidIn":0.0000,\#
                    "PaidOut":14.4000,"ResourceNumber":0,"VATReturnId":0,"Type":"Bank Charges","Reconciled":false,\#
                    "ReconciledId":0,"ProjectName":null,"TransactionNumber":1,"CustomerName":null,"SupplierName":null,\#
                    "IsSystemGeneratedTransaction":false,"DisableDisallowed":false,"BFSTransactionId":0,\#
                    "CustomerCode":null,"SupplierCode":null,"TransactionType":0,"Disallowed":false,"PaymentId":0}
                    """#, "\(answer.text)")
            #expect(
                try await server.postings() == ["bank transaction 1: 2026-02-27 1200 -14.40, 7901 +14.40"])
            #expect(try await server.get("\(path)/1").text == answer.text)
            #expect(try await server.put("\(path)/1", answer.text).text == answer.text)
            #expect(try await server.postings().count == 1)
        }
    }

    @Test func theNominalsTypeSaysWhereTheVATGoes() async throws {
        try await TestServer.run { server async throws in
            try await server.registerForVAT()
            for body in [
                #"{"Date":"2026-02-01","MoneyType":4000,"PaidIn":120,"VATAble":true,"VATRate":20}"#,
                #"{"Date":"2026-02-02","MoneyType":4000,"PaidOut":12,"VATAble":true,"VATRate":20}"#,
                #"{"Date":"2026-02-03","MoneyType":7901,"PaidOut":12,"VATAble":true,"VATRate":20,"VATAmount":1.99}"#,
                #"{"Date":"2026-02-04","MoneyType":3200,"PaidIn":12,"VATAble":true,"VATRate":20}"#,
            ] {
                let answer = try await server.post(path, body)
                #expect(answer.status == .created, "\(answer.text)")
            }
            #expect(
                try await server.postings() == [
                    "bank transaction 1: 2026-02-01 1200 +120.00, 4000 -100.00, 2200 -20.00",
                    "bank transaction 2: 2026-02-02 1200 -12.00, 4000 +10.00, 2200 +2.00",
                    "bank transaction 3: 2026-02-03 1200 -12.00, 7901 +10.01, 2201 +1.99",
                    "bank transaction 4: 2026-02-04 1200 +12.00, 3200 -12.00",
                ])
        }
    }

    @Test(arguments: [
        (#"{"MoneyType":7901,"PaidOut":1}"#, "Date", "Date is required."),
        (#"{"Date":"2026-02-01","PaidOut":1}"#, "MoneyType", "MoneyType is required."),
        (
            #"{"Date":"2026-02-01","MoneyType":7901}"#, "PaidIn",
            "PaidIn or PaidOut must be above 0, and the other one 0."
        ),
        (
            #"{"Date":"2026-02-01","MoneyType":7901,"PaidIn":1,"PaidOut":1}"#, "PaidIn",
            "PaidIn or PaidOut must be above 0, and the other one 0."
        ),
        (
            #"{"Date":"2026-02-01","MoneyType":77,"PaidIn":1}"#, "MoneyType",
            "MoneyType must be the code or the Id of a nominal."
        ),
        (
            #"{"Date":"2026-02-01","MoneyType":1200,"PaidIn":1}"#, "MoneyType",
            "MoneyType must not be the account's own nominal."
        ),
        (
            #"{"Date":"2026-02-01","MoneyType":2200,"PaidIn":1}"#, "MoneyType",
            "MoneyType must not be a VAT control account; VAT comes with its transaction."
        ),
        (
            #"{"Date":"2026-02-01","MoneyType":1100,"PaidIn":1}"#, "CustomerCode",
            "CustomerCode must be set for an advance, whose MoneyType is the debtors control, alone."
        ),
        (
            #"{"Date":"2026-02-01","MoneyType":7901,"PaidIn":1,"ProjectNumber":9}"#, "ProjectNumber",
            "ProjectNumber must be 0 or a project's number."
        ),
        (
            #"{"Date":"2026-02-01","MoneyType":7901,"PaidIn":1,"AccountId":2}"#, "AccountId",
            "AccountId must be 1, as in the path."
        ),
    ])
    func badMoneyIsNotEntered(body: String, field: String, message: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(path, body)
            #expect(answer.names((field, message)), "\(answer.text)")
            #expect(try await server.postings().isEmpty)
        }
    }

    @Test func anIdOfANominalIsTakenToo() async throws {
        try await TestServer.run { server async throws in
            let text = try await server.get("/v2/bankaccounts/1").text
            #expect(text.contains(#""Code":1200"#))
            let answer = try await server.post(path, #"{"Date":"2026-02-01","MoneyType":1000001,"PaidIn":1}"#)
            #expect(answer.status == .created || answer.status == .badRequest, "\(answer.text)")
        }
    }

    @Test func aTransferIsOnBothAccounts() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Savings","Code":1210}"#)
            let answer = try await server.post(
                path, #"{"Date":"2026-03-02","MoneyType":1210,"PaidOut":2500,"Comment":"To savings"}"#)
            #expect(
                answer.text.contains(#""Type":"Savings""#) && answer.text.contains(#""TransactionType":0"#))
            #expect(try await server.postings() == ["transfer 1: 2026-03-02 1200 -2500.00, 1210 +2500.00"])
            let other = try await server.get("/v2/bankaccounts/2/transactions/1").text
            #expect(other.contains(#""PaidIn":2500.0000,"PaidOut":0.0000"#))
            #expect(other.contains(#""Type":"Current Account""#) && other.contains(#""TransactionType":6"#))
            #expect(other.contains(#""AccountId":1"#))
            let changed = try await server.put("/v2/bankaccounts/2/transactions/1", #"{"PaidIn":2000}"#)
            #expect(changed.status == .ok, "\(changed.text)")
            #expect(try await server.get("\(path)/1").text.contains(#""PaidOut":2000.0000"#))
            let lock =
                #"{"AccountName":"Savings","TransactionLockEnabled":true,"TransactionLockDate":"2026-03-31"}"#
            _ = try await server.put("/v2/bankaccounts/2", lock)
            #expect(
                try await server.delete("\(path)/1").refuses(
                    .badRequest, "Locked", "The bank account Savings is locked up to 2026-03-31."))
            _ = try await server.put("/v2/bankaccounts/2", #"{"AccountName":"Savings"}"#)
            #expect(try await server.delete("/v2/bankaccounts/2/transactions/1").status == .noContent)
            #expect(try await server.get("\(path)/1").status == .notFound)
            #expect(try await server.balance(1210) == "0.00")
        }
    }

    @Test func aTransactionBecomesATransferAndBack() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Savings","Code":1210}"#)
            _ = try await server.post(path, #"{"Date":"2026-03-02","MoneyType":7901,"PaidOut":10}"#)
            _ = try await server.put("\(path)/1", #"{"MoneyType":1210}"#)
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed bank transaction 1: 2026-03-02 1200 +10.00, 7901 -10.00",
                    "transfer 1: 2026-03-02 1200 -10.00, 1210 +10.00",
                ])
            _ = try await server.put("\(path)/1", #"{"MoneyType":7901}"#)
            #expect(try await server.balance(1210) == "0.00")
            #expect(try await server.balance(7901) == "10.00")
        }
    }

    @Test func anAdvanceIsPostedToTheCustomer() async throws {
        try await SignedInServer.house { server async throws in
            let id = try await server.addAdvance("250")
            #expect(
                try await server.postings() == ["bank transaction 1: 2026-02-01 1200 +250.00, 1100 -250.00"])
            #expect(try await server.totals() == "0 -250")
            let read = try await server.get("\(path)/\(id)").text
            #expect(
                read.contains(#""CustomerName":"Harbour Joinery Ltd""#)
                    && read.contains(#""CustomerCode":"HARB01""#))
            #expect(try await server.put("\(path)/\(id)", read).text == read)
            _ = try await server.put("\(path)/\(id)", #"{"PaidIn":200}"#)
            #expect(try await server.totals() == "0 -200")
            #expect(try await server.delete("\(path)/\(id)").status == .noContent)
            #expect(try await server.totals() == "0 0")
        }
    }

    @Test func whatIsUsedOfAnAdvanceHoldsIt() async throws {
        try await SignedInServer.house { server async throws in
            let id = try await server.addAdvance("250")
            try await server.issueInvoice("40")
            _ = try await server.post(
                "/v2/internal/invoices/1/credits", #"[{"Id":\#(id),"Type":"AdvancePayment"}]"#)
            let message = "Of this advance 40.00 is used; take it off the documents first."
            #expect(try await server.delete("\(path)/\(id)").refuses(.badRequest, "Conflict", message))
            #expect(
                try await server.put("\(path)/\(id)", #"{"PaidIn":300}"#).refuses(
                    .badRequest, "Conflict", message))
            #expect(try await server.put("\(path)/\(id)", #"{"Comment":"Deposit, oak"}"#).status == .ok)
            #expect(try await server.totals() == "40 -210")
        }
    }

    @Test func whatIsGivenBackIsTakenFromTheOldestAdvances() async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.addAdvance("100", on: "2026-02-02")
            _ = try await server.addAdvance("50", on: "2026-02-01")
            let back = #"{"Date":"2026-02-05","MoneyType":1100,"CustomerCode":"HARB01","PaidOut":"#
            let tooMuch = try await server.post(path, back + "151}")
            #expect(
                tooMuch.names(
                    ("PaidOut", "PaidOut must not be above what is free of the customer's advances.")))
            #expect(try await server.totals() == "0 -150")
            let answer = try await server.post(path, back + "70}")
            #expect(answer.status == .created, "\(answer.text)")
            #expect(try await server.totals() == "0 -80")
            let left = try await server.get("/v2/customers/HARB01/advancepayments").text
            #expect(left.contains(#""Data":[{"Id":1,"BankAccountId":1,"Amount":80.0000"#))
            #expect(
                try await server.postings().last == "bank transaction 3: 2026-02-05 1200 -70.00, 1100 +70.00")
            #expect(try await server.delete("\(path)/3").status == .noContent)
            #expect(
                try await server.get("/v2/customers/HARB01/advancepayments").text.contains(
                    #""TotalAmount":150.0000"#))
            #expect(try await server.totals() == "0 -150")
        }
    }

    @Test func anAdvanceToASupplierIsTheMirror() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/suppliers", #"{"Code":"TIMB01","Name":"Timber"}"#)
            let answer = try await server.post(
                path, #"{"Date":"2026-02-05","MoneyType":2100,"SupplierCode":"timb01","PaidOut":80}"#)
            #expect(answer.status == .created, "\(answer.text)")
            #expect(
                try await server.postings() == ["bank transaction 1: 2026-02-05 1200 -80.00, 2100 +80.00"])
            let rows = try await server.get("/v2/suppliers/TIMB01/advancepayments").text
            #expect(rows.contains(#""Data":[{"Id":1,"BankAccountId":1,"Amount":80.0000"#))
            #expect(
                try await server.post(
                    path, #"{"Date":"2026-02-06","MoneyType":2100,"SupplierCode":"TIMB01","PaidIn":81}"#
                ).names(("PaidIn", "PaidIn must not be above what is free of the supplier's advances.")))
        }
    }

    @Test func aLockedDateIsClosed() async throws {
        try await TestServer.run { server async throws in
            let lock =
                #"{"AccountName":"Current Account","TransactionLockEnabled":true,"TransactionLockDate":"2026-01-31"}"#
            _ = try await server.put("/v2/bankaccounts/1", lock)
            let answer = try await server.post(path, #"{"Date":"2026-01-31","MoneyType":7901,"PaidOut":1}"#)
            #expect(
                answer.refuses(
                    .badRequest, "Locked", "The bank account Current Account is locked up to 2026-01-31."))
            let open = try await server.post(path, #"{"Date":"2026-02-01","MoneyType":7901,"PaidOut":1}"#)
            #expect(open.status == .created)
            #expect(try await server.put("\(path)/1", #"{"Date":"2026-01-31"}"#).status == .badRequest)
            #expect(try await server.get("\(path)/1").text.contains("2026-02-01"))
        }
    }

    @Test func advancesArePagedAndSorted() async throws {
        try await SignedInServer.house { server async throws in
            for (amount, date) in [("30", "2026-02-03"), ("10", "2026-02-01"), ("20", "2026-02-02")] {
                _ = try await server.addAdvance(amount, on: date)
            }
            let rows = "/v2/customers/HARB01/advancepayments"
            func ids(_ query: String) async throws -> [Int] {
                let data = try await server.get("\(rows)\(query)").object["Data"] as? [[String: Any]]
                return data?.compactMap { $0["Id"] as? Int } ?? []
            }
            #expect(try await ids("") == [2, 3, 1])
            #expect(try await ids("?sortby=Amount&order=desc") == [1, 3, 2])
            #expect(try await ids("?sortby=2&perpage=1&page=3") == [1])
            #expect(try await server.get("/v2/customers/NOBODY/advancepayments").status == .notFound)
        }
    }
}
