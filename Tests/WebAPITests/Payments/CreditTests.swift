import HTTPTypes
import Testing

@Suite struct CreditTests {
    private func credits(_ id: Int) -> String { "/v2/internal/invoices/\(id)/credits" }

    @Test func aCreditNoteIsSetAgainstAnInvoice() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("300")
            try await server.issueInvoice("-120", on: "2026-02-20")
            let before = try await server.postings()
            #expect(
                try await server.get(credits(1)).text
                    == #"[{"Id":2,"Amount":120.0000,"Date":"2026-02-20 12:00:00","Type":"CreditNote","Comment":"Credit Note #2"}]"#
            )
            let answer = try await server.post(credits(1), #"[{"Id":2,"Type":"CreditNote","Amount":120}]"#)
            #expect(answer.status == .ok && answer.text == "[]", "\(answer.text)")
            #expect(try await server.postings() == before)
            #expect(try await server.standing(of: 1) == "PartPaid 120 180")
            #expect(try await server.standing(of: 2) == "Paid -120 0")
            let line = try await server.get("/v2/invoices/1").text
            #expect(line.contains(#""IsPaymentCreditNote":true"#) && line.contains(#""BankTransactionId":0"#))
            #expect(try await server.totals() == "0 180")
        }
    }

    @Test func takingOneHalfOffTakesTheOtherOff() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("300")
            try await server.issueInvoice("-120")
            _ = try await server.post(credits(1), #"[{"Id":2,"Type":"CreditNote"}]"#)
            #expect(
                try await server.pay(2, #"{"Id":2,"Amount":-100}"#).refuses(
                    .badRequest, "Conflict",
                    "The payment of 2026-03-09 is a credit that was used: it can be taken off, but not changed."
                ))
            #expect(try await server.pay(2, "").status == .ok)
            #expect(try await server.standing(of: 1) == "Unpaid 0 300")
            #expect(try await server.standing(of: 2) == "Unpaid 0 -120")
            _ = try await server.post(credits(1), #"[{"Id":2,"Type":"CreditNote"}]"#)
            #expect(try await server.delete("/v2/invoices/1").status == .noContent)
            #expect(try await server.standing(of: 2) == "Unpaid 0 -120")
        }
    }

    @Test func anAdvanceIsUsedWithItsDayAndKeepsItsRest() async throws {
        try await SignedInServer.house { server async throws in
            let advance = try await server.addAdvance("250")
            try await server.issueInvoice("100")
            #expect(try await server.totals() == "0 -150")
            #expect(
                try await server.get(credits(1)).text
                    == #"[{"Id":\#(advance),"Amount":250.0000,"Date":"2026-02-01 12:00:00","Type":"AdvancePayment","Comment":"Deposit"}]"#
            )
            let before = try await server.postings()
            let answer = try await server.post(credits(1), #"[{"Id":\#(advance),"Type":"AdvancePayment"}]"#)
            #expect(answer.text.contains(#""Amount":150.0000"#))
            #expect(try await server.postings() == before)
            #expect(try await server.standing(of: 1) == "Paid 100 0")
            #expect(try await server.totals() == "100 -150")
            let line = try await server.get("/v2/invoices/1").text
            #expect(line.contains(#""Date":"2026-02-01 12:00:00","Amount":100.0000,"AccountId":1"#))
            #expect(line.contains(#""BankTransactionId":\#(advance)"#))
            #expect(try await server.pay(1, "").status == .ok)
            #expect(try await server.get(credits(1)).text.contains(#""Amount":250.0000"#))
            #expect(try await server.totals() == "0 -150")
        }
    }

    @Test func whatWasOverpaidIsUsedOnTheNextInvoice() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            _ = try await server.pay(
                1, #"{"Amount":90,"Date":"2026-03-02"},{"Amount":40,"Date":"2026-03-03","Note":"too much"}"#)
            try await server.issueInvoice("50")
            #expect(
                try await server.get(credits(2)).text
                    == #"[{"Id":2,"Amount":30.0000,"Date":"2026-03-03 12:00:00","Type":"OverPayment","Comment":"too much"}]"#
            )
            #expect(try await server.post(credits(2), #"[{"Id":2,"Type":"OverPayment"}]"#).text == "[]")
            #expect(try await server.standing(of: 1) == "Paid 100 0")
            #expect(try await server.standing(of: 2) == "PartPaid 30 20")
        }
    }

    @Test func creditsAreUsedInTheirOrderUntilTheInvoiceIsSettled() async throws {
        try await SignedInServer.house { server async throws in
            let advance = try await server.addAdvance("80")
            try await server.issueInvoice("-60")
            try await server.issueInvoice("100")
            let answer = try await server.post(
                credits(2),
                #"[{"Id":\#(advance),"Type":"advancepayment"},{"Id":1,"Type":"CreditNote"}]"#,
                loosely: true)
            #expect(answer.text.contains(#""Id":1,"Amount":40.0000"#), "\(answer.text)")
            #expect(try await server.standing(of: 1) == "PartPaid -20 -40")
            let again = try await server.post(credits(2), #"[{"Id":1,"Type":"CreditNote"}]"#)
            #expect(again.refuses(.badRequest, "Conflict", "Nothing is due on invoice 2."))
        }
    }

    @Test(arguments: [
        (
            #"[{"Id":9,"Type":"CreditNote"}]"#, "[0].Id",
            "[0].Id must be a credit of this customer's, with its Type."
        ),
        (
            #"[{"Id":2,"Type":"OverPayment"}]"#, "[0].Id",
            "[0].Id must be a credit of this customer's, with its Type."
        ),
        (
            #"[{"Id":2,"Type":"CreditNote","Amount":121}]"#, "[0].Amount",
            "[0].Amount must not be above what is free, 120.00."
        ),
        (
            #"[{"Id":2,"Type":"CreditNote","Amount":100},{"Id":2,"Type":"CreditNote","Amount":21}]"#,
            "[1].Amount",
            "[1].Amount must not be above what is free, 20.00."
        ),
        (#"[{"Id":2,"Type":"CreditNote","Amount":-1}]"#, "[0].Amount", "[0].Amount must be above 0."),
    ])
    func aCreditThereIsNotDoesNothing(body: String, field: String, message: String) async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("300")
            try await server.issueInvoice("-120")
            let answer = try await server.post(credits(1), body)
            #expect(answer.names((field, message)), "\(answer.text)")
            #expect(try await server.standing(of: 1) == "Unpaid 0 300")
            #expect(try await server.standing(of: 2) == "Unpaid 0 -120")
        }
    }

    @Test func anotherCustomersCreditIsNone() async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.post("/v2/customers", #"{"Code":"QUAY01","Name":"Quay"}"#)
            try await server.issueInvoice("300")
            try await server.issueInvoice("-120", to: "QUAY01")
            #expect(try await server.get(credits(1)).text == "[]")
            #expect(try await server.get(credits(2)).text == "[]")
            #expect(
                try await server.get(credits(7)).refuses(
                    .notFound, "NotFound", "There is no invoice with the Id 7."))
        }
    }

    @Test func aPaymentTakenOffStaysAsAnAdvance() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            _ = try await server.pay(1, #"{"Amount":60,"Date":"2026-03-02","Note":"BACS"}"#)
            let answer = try await server.post("/v2/internal/invoices/1/payments/1/unallocate", nil)
            #expect(answer.status == .ok && answer.text == #"{"Id":1}"#, "\(answer.text)")
            #expect(try await server.standing(of: 1) == "Unpaid 0 100")
            #expect(try await server.totals() == "0 40")
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed payment 1: 2026-03-02 1200 -60.00, 1100 +60.00",
                    "bank transaction 1: 2026-03-02 1200 +60.00, 1100 -60.00",
                ])
            let advances = try await server.get("/v2/customers/HARB01/advancepayments").text
            #expect(
                advances.contains(
                    #""Data":[{"Id":1,"BankAccountId":1,"Amount":60.0000,"Date":"2026-03-02 12:00:00","Comment":"BACS"}]"#
                ))
            #expect(advances.contains(#""TotalRecords":1"#) && advances.contains(#""TotalAmount":60.0000"#))
            let gone = try await server.post("/v2/internal/invoices/1/payments/1/unallocate", nil)
            #expect(gone.refuses(.notFound, "NotFound", "There is no payment 1 of invoice 1."))
        }
    }

    @Test func aLineOfABatchTakenOffLeavesTheRestOfTheBatch() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            try await server.issueInvoice("50")
            _ = try await server.post(
                "/v2/invoices/bulk/payments",
                #"{"PaymentItems":[{"ObjectNumber":1,"Amount":100},{"ObjectNumber":2,"Amount":50}]}"#)
            #expect(
                try await server.post("/v2/internal/invoices/2/payments/2/unallocate", nil).text
                    == #"{"Id":1}"#)
            let batch = try await server.get("/v2/invoices/bulk/payments/1").text
            #expect(batch.contains(#""PaymentItems":[{"Id":1,"#) && !batch.contains(#""Id":2"#))
            #expect(try await server.balance(1200) == "150.00")
            #expect(
                try await server.post("/v2/internal/invoices/1/payments/1/unallocate", nil).text
                    == #"{"Id":2}"#)
            #expect(try await server.get("/v2/invoices/bulk/payments/1").status == .notFound)
            #expect(try await server.balance(1200) == "150.00")
            #expect(try await server.totals() == "0 0")
        }
    }

    @Test func takingASetOffOffUndoesItOnBoth() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            try await server.issueInvoice("-40")
            _ = try await server.post(credits(1), #"[{"Id":2,"Type":"CreditNote"}]"#)
            #expect(
                try await server.post("/v2/internal/invoices/1/payments/1/unallocate", nil).text
                    == #"{"Id":1}"#)
            #expect(try await server.standing(of: 1) == "Unpaid 0 100")
            #expect(try await server.standing(of: 2) == "Unpaid 0 -40")
        }
    }

    @Test func aBadDebtIsWrittenOff() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("300")
            let note = try await server.post(
                "/v2/invoices",
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":-300,"NominalCode":8100}]}"#)
            #expect(note.status == .created, "\(note.text)")
            let answer = try await server.post(
                "/v2/internal/invoices/refund/baddebt", #"{"BaseInvoiceNumber":1,"CreditInvoiceNumber":2}"#)
            #expect(answer.status == .ok && answer.text.isEmpty, "\(answer.text)")
            #expect(try await server.standing(of: 1) == "Paid 300 0")
            #expect(try await server.standing(of: 2) == "Paid -300 0")
            #expect(try await server.balance(8100) == "300.00")
            let again = try await server.post(
                "/v2/internal/invoices/refund/baddebt", #"{"BaseInvoiceNumber":1,"CreditInvoiceNumber":2}"#)
            #expect(
                again.names(
                    (
                        "BaseInvoiceNumber",
                        "BaseInvoiceNumber must be the number of an invoice on which something is due."
                    ),
                    ("CreditInvoiceNumber", "CreditInvoiceNumber must be the number of an open credit note."))
            )
        }
    }

    @Test func anExchangeDifferenceIsSettled() async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.post("/v2/currencies", #"{"Code":"EUR","ExchangeRate":1.25}"#)
            let made = try await server.post(
                "/v2/invoices",
                #"""
                {"CustomerCode":"HARB01","Currency":{"Code":"EUR","ExchangeRate":1.25},
                 "LineItems":[{"Rate":1000,"NominalCode":4000}]}
                """#)
            #expect(made.status == .created, "\(made.text)")
            let settle = "/v2/invoices/1/settle"
            #expect(
                try await server.post(settle, nil).refuses(
                    .badRequest, "Conflict", "Nothing was paid on it yet."))
            _ = try await server.pay(1, #"{"Amount":790,"Date":"2026-03-04"}"#)
            #expect(try await server.standing(of: 1) == "PartPaid 790 10")
            let answer = try await server.post(settle, nil)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(
                answer.text.contains(#""Amount":10.0000"#)
                    && answer.text.contains(#""Note":"Exchange difference""#))
            #expect(try await server.standing(of: 1) == "Paid 800 0")
            #expect(try await server.postings().last == "settlement 2: 2026-03-04 7906 +10.00, 1100 -10.00")
            #expect(
                try await server.post(settle, nil).refuses(.badRequest, "Conflict", "Nothing is due on it."))
            _ = try await server.pay(1, #"{"Id":1}"#)
            #expect(try await server.standing(of: 1) == "PartPaid 790 10")
            #expect(try await server.balance(7906) == "0.00")
        }
    }

    @Test func aHomeDocumentHasNoExchangeDifference() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            _ = try await server.pay(1, #"{"Amount":90}"#)
            #expect(
                try await server.post("/v2/invoices/1/settle", nil).refuses(
                    .badRequest, "Conflict", "It is in home currency, where there is no exchange difference.")
            )
            #expect(
                try await server.post("/v2/invoices/9/settle", nil).refuses(
                    .notFound, "NotFound", "There is no invoice 9."))
        }
    }
}
