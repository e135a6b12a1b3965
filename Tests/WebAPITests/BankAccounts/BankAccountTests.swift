import HTTPTypes
import Testing

@Suite struct BankAccountTests {
    private let current = #"""
        {"Id":1,"AccountName":"Current Account","Code":1200,"IsDefaultAccount":true,"TransactionLockEnabled":false,\#
        "TransactionLockDate":null,"ReconcileDate":null,"StartingDate":"1970-01-01 12:00:00","StartingAmount":0.0000,\#
        "ShowPaidInFirst":false,"IncludeOnDashBoard":true,"Note":null,"OverrideTransactionLock":false,\#
        "IsArchived":false,"FeedAccountNumber":"","FeedSiteName":"","FeedAccountName":"","FeedAccountHolder":"",\#
        "FeedSource":"","LastTransactionImportDate":null,"BankFeedsAccountId":0,"BankBalance":0.0000,\#
        "IsBankEmpty":true,"Order":1,"Period":null,"IconId":0,"DefaultInvoicePaymentType":null,\#
        "DefaultPurchasePaymentType":null}
        """#

    @Test func aNewBusinessHasOneAccount() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get("/v2/bankaccounts/1").text == current)
            let row = try await server.get("/v2/bankaccounts").text
            #expect(
                row.hasPrefix(
                    #"[{"Id":1,"AccountName":"Current Account","Code":1200,"IsDefaultAccount":true,"#))
            #expect(!row.contains("StartingDate") && !row.contains("Note"))
            #expect(try await server.get("/v2/bankaccounts/suggestedcode").text == "1201")
        }
    }

    @Test func aNewAccountHasItsNominalAndPostsItsStart() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                "/v2/bankaccounts",
                #"{"AccountName":"Savings","Code":1210,"StartingDate":"2026-01-01","StartingAmount":1250.5,"IconId":4}"#
            )
            #expect(answer.status == .created, "\(answer.text)")
            #expect(answer.headers[.location] == "/v2/bankaccounts/2")
            #expect(answer.text.contains(#""StartingDate":"2026-01-01 12:00:00","StartingAmount":1250.5000"#))
            #expect(answer.text.contains(#""BankBalance":1250.5000,"IsBankEmpty":true,"Order":2"#))
            #expect(
                try await server.postings() == ["opening balance 2: 2026-01-01 1210 +1250.50, 9998 -1250.50"])
            #expect(try await server.get("/v2/bankaccounts/suggestedcode").text == "1211")
        }
    }

    @Test func aStartWithoutADateCountsFromTheFirstDayOfTheYear() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Till","StartingAmount":-20}"#)
            #expect(try await server.postings() == ["opening balance 2: 2025-04-01 1201 -20.00, 9998 +20.00"])
            let read = try await server.get("/v2/bankaccounts/2").text
            #expect(read.contains(#""StartingDate":"1970-01-01 12:00:00""#))
            #expect(try await server.put("/v2/bankaccounts/2", read).text == read)
        }
    }

    @Test(arguments: [
        (#"{}"#, "AccountName", "AccountName is required."),
        (#"{"AccountName":"A","IconId":77}"#, "IconId", "IconId must be the Id of a bank icon."),
        (
            #"{"AccountName":"A","Code":100000000}"#, "Code",
            "Code must be a whole number from 0 to 99999999."
        ),
        (
            #"{"AccountName":"A","TransactionLockEnabled":true}"#, "TransactionLockDate",
            "TransactionLockDate is required where TransactionLockEnabled is true."
        ),
        (
            #"{"AccountName":"A","DefaultInvoicePaymentType":{"Id":100010}}"#, "DefaultInvoicePaymentType.Id",
            "DefaultInvoicePaymentType.Id must be the Id of a payment method for invoices."
        ),
    ])
    func aBadAccountIsNotMade(body: String, field: String, message: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/bankaccounts", body)
            #expect(answer.names((field, message)), "\(answer.text)")
            #expect(try await server.get("/v2/bankaccounts/2").status == .notFound)
        }
    }

    @Test func namesAndCodesAreTakenOnce() async throws {
        try await TestServer.run { server async throws in
            let name = try await server.post("/v2/bankaccounts", #"{"AccountName":"CURRENT account"}"#)
            #expect(name.refuses(.badRequest, "DuplicateCode", "The bank account CURRENT account is taken."))
            let code = try await server.post("/v2/bankaccounts", #"{"AccountName":"Till","Code":4000}"#)
            #expect(code.refuses(.badRequest, "DuplicateCode", "The nominal code 4000 is taken."))
            #expect(try await server.get("/v2/bankaccounts/2").status == .notFound)
        }
    }

    @Test func aChangeReplacesButForTheCode() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post(
                "/v2/bankaccounts",
                #"{"AccountName":"Till","StartingAmount":20,"StartingDate":"2026-01-01","Note":"n","Period":"p"}"#
            )
            let answer = try await server.put(
                "/v2/bankaccounts/2",
                #"{"AccountName":"Float","StartingAmount":30,"StartingDate":"2026-01-02","IsDefaultAccount":true}"#
            )
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(answer.text.contains(#""AccountName":"Float","Code":1201,"IsDefaultAccount":true"#))
            #expect(answer.text.contains(#""Note":null"#))
            #expect(try await server.get("/v2/bankaccounts/1").text.contains(#""IsDefaultAccount":false"#))
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed opening balance 2: 2026-01-01 1201 -20.00, 9998 +20.00",
                    "opening balance 2: 2026-01-02 1201 +30.00, 9998 -30.00",
                ])
        }
    }

    @Test func aStartOnALockedDateStays() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post(
                "/v2/bankaccounts",
                #"""
                {"AccountName":"Till","StartingAmount":20,"StartingDate":"2026-01-01","TransactionLockEnabled":true,
                 "TransactionLockDate":"2026-01-31"}
                """#)
            let read = try await server.get("/v2/bankaccounts/2").text
            #expect(read.contains(#""TransactionLockDate":"2026-01-31""#))
            let more = read.replacing(#""StartingAmount":20.0000"#, with: #""StartingAmount":21"#)
            #expect(
                try await server.put("/v2/bankaccounts/2", more).refuses(
                    .badRequest, "Locked", "The bank account Till is locked up to 2026-01-31."))
            #expect(
                try await server.delete("/v2/bankaccounts/2").refuses(
                    .badRequest, "Locked", "The bank account Till is locked up to 2026-01-31."))
            #expect(try await server.get("/v2/bankaccounts/2").text == read)
        }
    }

    @Test func anUnusedAccountGoesWithItsStart() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Till","StartingAmount":20}"#)
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Float"}"#)
            #expect(try await server.delete("/v2/bankaccounts/2").status == .noContent)
            #expect(try await server.delete("/v2/bankaccounts/3").status == .noContent)
            #expect(try await server.get("/v2/bankaccounts/2").status == .notFound)
            #expect(try await server.balance(9998) == "0.00")
        }
    }

    @Test func theDefaultAccountAndAUsedOneStay() async throws {
        try await SignedInServer.house { server async throws in
            let message =
                "It is still used by the business, as its default bank account: make another one that first."
            #expect(try await server.delete("/v2/bankaccounts/1").refuses(.badRequest, "InUse", message))
            let archived = #"{"AccountName":"Current Account","IsArchived":true}"#
            #expect(
                try await server.put("/v2/bankaccounts/1", archived).refuses(.badRequest, "InUse", message))
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Till"}"#)
            try await server.issueInvoice("10")
            _ = try await server.pay(1, #"{"Amount":10,"AccountId":2}"#)
            #expect(
                try await server.delete("/v2/bankaccounts/2").refuses(
                    .badRequest, "InUse", "It is still used by transactions and payments: archive it instead."
                ))
            #expect(
                try await server.get("/v2/bankaccounts/2").text.contains(
                    #""BankBalance":10.0000,"IsBankEmpty":false"#))
        }
    }

    @Test func archivedAccountsAreListedOnRequest() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Till"}"#)
            _ = try await server.put("/v2/bankaccounts/2", #"{"AccountName":"Till","IsArchived":true}"#)
            for path in ["/v2/bankaccounts", "/v2/bankaccounts/list"] {
                #expect(try await !server.get(path).text.contains("Till"))
                #expect(try await server.get("\(path)?includearchivedaccounts=true").text.contains("Till"))
            }
            let page = try await server.get(
                "/v2/bankaccounts/list?order=desc&perpage=1&includearchivedaccounts=1"
            ).text
            #expect(page.contains(#""TotalRecords":2"#) && page.contains("Till"))
        }
    }

    @Test func theOrderCanBeSet() async throws {
        try await TestServer.run { server async throws in
            for name in ["Till", "Float"] {
                _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"\#(name)"}"#)
            }
            let answer = try await server.put(
                "/v2/bankaccounts/bank-order", #"[{"Id":3,"Order":1},{"Id":2,"Order":5}]"#)
            #expect(answer.status == .ok && answer.text.isEmpty)
            let list = try await server.get("/v2/bankaccounts").text
            let places = ["Float", "Till", "Current Account"].map {
                list.range(of: $0)?.lowerBound ?? list.endIndex
            }
            #expect(places == places.sorted())
            let wrong = try await server.put(
                "/v2/bankaccounts/bank-order", #"[{"Id":3,"Order":1},{"Id":9,"Order":2}]"#)
            #expect(wrong.names(("[1].Id", "[1].Id must be the Id of a bank account.")))
        }
    }

    @Test func paymentFormsMayListThem() async throws {
        try await TestServer.run { server async throws in
            let clerk = try await server.user(with: .editInvoice)
            #expect(try await clerk.get("/v2/bankaccounts").status == .ok)
            #expect(try await clerk.get("/v2/bankaccounts/1").status == .unauthorized)
            #expect(
                try await clerk.post("/v2/bankaccounts", #"{"AccountName":"Till"}"#).status == .unauthorized)
        }
    }

    @Test func attachingAFeedIsNotBuilt() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.put(
                "/v2/bankaccounts/1?attachFeedAccount=7", #"{"AccountName":"X"}"#)
            #expect(answer.status == .notImplemented)
            #expect(try await server.get("/v2/bankaccounts/1").text == current)
        }
    }
}
