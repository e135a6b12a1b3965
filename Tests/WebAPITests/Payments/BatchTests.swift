import HTTPTypes
import Testing

@Suite struct BatchTests {
    private let batches = "/v2/invoices/bulk/payments"

    private func run(_ body: (SignedInServer) async throws -> Void) async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.post(
                "/v2/customers",
                #"{"Code":"QUAY01","Name":"Quay Bakery","Contacts":[{"IsPrimary":true,"Email":"till@quay.example"}]}"#
            )
            try await server.issueInvoice("1338.80")
            try await server.issueInvoice("261.20", to: "QUAY01")
            try await body(server)
        }
    }

    private let both = #"""
        {"Date":"2026-03-02","AccountId":1,"Method":100002,"Comment":"Two invoices",
         "PaymentItems":[{"ObjectNumber":1,"Amount":1338.80},{"ObjectNumber":2,"Amount":261.20}]}
        """#

    @Test func oneSumPaysInvoicesOfTwoCustomers() async throws {
        try await run { server async throws in
            let answer = try await server.post(batches, both)
            #expect(answer.status == .ok)
            let start = #"""
                {"Number":1,"Date":"2026-03-02 12:00:00","Comment":"Two invoices","AccountId":1,"Method":100002,\#
                "Reconciled":false,"BankReconciliationId":0,"PaymentItems":[{"Id":1,"Amount":1338.8000,\#
                "PaidDate":"2026-03-02 12:00:00","ObjectNumber":1,"ContactName":"Harbour Joinery Ltd",\#
                "ContactCode":"HARB01","ContactId":1,"ContactReference":null,\#
                "ObjectIssuedDate":"2026-03-01 12:00:00","VATReturnId":0,"EmailAddress":null,\#
                "ObjectDueDate":"2026-03-15 12:00:00"},{"Id":2,"Amount":261.2000,
                """#
            #expect(answer.text.hasPrefix(start.trimmingSuffix("\n")), "\(answer.text)")
            #expect(
                answer.text.contains(
                    #""ExportDetails":null,"BFSTransactionId":0,"DoesCustomersHaveEmail":true,"DoesSuppliersHaveEmail":false"#
                ))
            #expect(try await server.get("\(batches)/1").text == answer.text)
            #expect(
                try await server.postings().last
                    == "batch payment 1: 2026-03-02 1200 +1600.00, 1100 -1338.80, 1100 -261.20")
            #expect(try await server.standing(of: 1) == "Paid 1338.8 0")
            #expect(try await server.totals(of: "QUAY01") == "261.2 0")
            let line = try await server.get("/v2/invoices/2").text
            #expect(
                line.contains(
                    #""Note":"Two invoices","Reference":null,"BulkId":1,"BulkPaymentNumber":1,"BankTransactionId":1"#
                ))
        }
    }

    @Test func aBatchThatComesToNothingMovesABalance() async throws {
        try await run { server async throws in
            try await server.issueInvoice("-100")
            let answer = try await server.post(
                batches,
                #"{"PaymentItems":[{"ObjectNumber":1,"Amount":100},{"ObjectNumber":3,"Amount":-100}]}"#)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(
                try await server.postings().last == "batch payment 1: 2026-03-09 1100 -100.00, 1100 +100.00")
            #expect(try await server.standing(of: 3) == "Paid -100 0")
            #expect(try await server.balance(1200) == "0.00")
        }
    }

    @Test(arguments: [
        (#"{}"#, "PaymentItems", "PaymentItems is required."),
        (#"{"PaymentItems":[]}"#, "PaymentItems", "PaymentItems must have at least one entry."),
        (
            #"{"PaymentItems":[{"ObjectNumber":9,"Amount":1}]}"#, "PaymentItems[0].ObjectNumber",
            "PaymentItems[0].ObjectNumber must be an invoice's number; there is no 9."
        ),
        (
            #"{"PaymentItems":[{"ObjectNumber":1,"Amount":1},{"ObjectNumber":1,"Amount":2}]}"#,
            "PaymentItems[1].ObjectNumber", "PaymentItems[1].ObjectNumber must not come twice."
        ),
        (
            #"{"PaymentItems":[{"ObjectNumber":1,"Amount":0}]}"#, "PaymentItems[0].Amount",
            "PaymentItems[0].Amount must not be 0."
        ),
        (
            #"{"PaymentItems":[{"ObjectNumber":2,"Amount":5},{"ObjectNumber":1,"Amount":-1}]}"#,
            "PaymentItems[1].Amount",
            "PaymentItems[1].Amount must not come to less than 0: no more can be given back than was received."
        ),
        (
            #"{"AccountId":5,"PaymentItems":[{"ObjectNumber":1,"Amount":1}]}"#, "AccountId",
            "AccountId must be the Id of a bank account."
        ),
    ])
    func aBadBatchDoesNothing(body: String, field: String, message: String) async throws {
        try await run { server async throws in
            let before = try await (server.get("/v2/invoices/2").text, server.postings())
            let answer = try await server.post(batches, body)
            #expect(answer.names((field, message)), "\(answer.text)")
            let after = try await (server.get("/v2/invoices/2").text, server.postings())
            #expect(before == after)
            #expect(try await server.get("\(batches)/1").status == .notFound)
        }
    }

    @Test func aNumberIsTakenOnceAndNeverAgain() async throws {
        try await run { server async throws in
            let seven = #"{"Number":7,"PaymentItems":[{"ObjectNumber":1,"Amount":1}]}"#
            #expect(try await server.post(batches, seven).status == .ok)
            let message =
                "The number 7 is or was another invoice batch's; leave it out for the next free one."
            #expect(try await server.post(batches, seven).refuses(.badRequest, "DuplicateNumber", message))
            #expect(try await server.delete("\(batches)/7").status == .ok)
            #expect(try await server.post(batches, seven).refuses(.badRequest, "DuplicateNumber", message))
            let next = try await server.post(batches, #"{"PaymentItems":[{"ObjectNumber":1,"Amount":1}]}"#)
            #expect(next.text.hasPrefix(#"{"Number":8,"#))
        }
    }

    @Test func aChangeReplacesHeadAndItems() async throws {
        try await run { server async throws in
            _ = try await server.post(batches, both)
            let answer = try await server.put(
                "\(batches)/1",
                #"{"Date":"2026-03-03","Comment":"One","PaymentItems":[{"ObjectNumber":1,"Amount":1000,"Id":1}]}"#
            )
            #expect(answer.status == .ok)
            #expect(
                answer.text.contains(
                    #""PaymentItems":[{"Id":1,"Amount":1000.0000,"PaidDate":"2026-03-03 12:00:00""#))
            #expect(try await server.standing(of: 1) == "PartPaid 1000 338.8")
            #expect(try await server.standing(of: 2) == "Unpaid 0 261.2")
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed batch payment 1: 2026-03-02 1200 -1600.00, 1100 +1338.80, 1100 +261.20",
                    "batch payment 1: 2026-03-03 1200 +1000.00, 1100 -1000.00",
                ])
            let read = try await server.get("\(batches)/1").text
            #expect(try await server.put("\(batches)/1", read).text == read)
        }
    }

    @Test func aBatchThatGoesTakesItsPaymentsWithIt() async throws {
        try await run { server async throws in
            _ = try await server.post(batches, both)
            let answer = try await server.delete("\(batches)/1")
            #expect(answer.status == .ok && answer.text.isEmpty)
            #expect(
                try await server.get("\(batches)/1").refuses(
                    .notFound, "NotFound", "There is no invoice batch 1."))
            #expect(try await server.standing(of: 1) == "Unpaid 0 1338.8")
            #expect(try await server.balance(1200) == "0.00")
            #expect(try await server.totals() == "0 1338.8")
        }
    }

    @Test func aLineOfABatchChangesThroughItAlone() async throws {
        try await run { server async throws in
            _ = try await server.post(batches, both)
            #expect(
                try await server.pay(1, "").refuses(
                    .badRequest, "InUse", "It is still used by the batch payment 1; change that first."))
            #expect(
                try await server.pay(1, #"{"Id":1,"Amount":1}"#).refuses(
                    .badRequest, "Conflict",
                    "The payment of 2026-03-02 is a line of the batch payment 1 and changes with that alone.")
            )
            #expect(
                try await server.delete("/v2/invoices/1").refuses(
                    .badRequest, "InUse", "It is still used by the batch payment 1; change that first."))
            let noted = try await server.pay(1, #"{"Id":1,"Note":"n","Reference":"r"}"#)
            #expect(noted.status == .ok && noted.text.contains(#""Note":"n","Reference":"r""#))
        }
    }

    @Test func aReconciledBatchNeedsTheWord() async throws {
        try await run { server async throws in
            _ = try await server.post(batches, both)
            try await server.tamper("UPDATE payment_batch SET reconciliation = 4")
            let body = #"{"PaymentItems":[{"ObjectNumber":1,"Amount":5}]}"#
            #expect(
                try await server.put("\(batches)/1", body).refuses(
                    .badRequest, "Locked",
                    "The batch payment 1 is in the bank reconciliation 4; send resetBankReconciliation to take it out."
                ))
            #expect(
                try await server.get("\(batches)/1").text.contains(
                    #""Reconciled":true,"BankReconciliationId":4"#))
            let reset = #"{"resetBankReconciliation":true,"PaymentItems":[{"ObjectNumber":1,"Amount":5}]}"#
            #expect(try await server.put("\(batches)/1", reset).text.contains(#""Reconciled":false"#))
        }
    }

    @Test func batchesOfPurchasesAreNotBuilt() async throws {
        try await run { server async throws in
            let answer = try await server.post("/v2/purchases/bulk/payments", both)
            #expect(answer.status == .notImplemented)
            #expect(try await server.get("/v2/quotes/bulk/payments/1").status == .notFound)
        }
    }

    @Test func aBatchNeedsTheRightToEditInvoices() async throws {
        try await run { server async throws in
            let viewer = try await server.user(with: .viewInvoice)
            #expect(try await viewer.post(batches, both).status == .unauthorized)
            _ = try await server.post(batches, both)
            #expect(try await viewer.get("\(batches)/1").status == .ok)
            #expect(try await server.otherBusiness().get("\(batches)/1").status == .notFound)
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
