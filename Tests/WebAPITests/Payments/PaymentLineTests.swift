import HTTPTypes
import Testing

@Suite struct PaymentLineTests {
    @Test func aPartPaymentIsPostedAndCounted() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("2338.80")
            let line =
                #"{"Date":"2026-03-05","Amount":1000,"AccountId":1,"Method":100001,"Note":"BACS 5 March"}"#
            let answer = try await server.pay(number, line)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(try await server.standing(of: number) == "PartPaid 1000 1338.8")
            #expect(
                answer.text.contains(
                    #"""
                    "PaymentLines":[{"Id":1,"Date":"2026-03-05 12:00:00","Amount":1000.0000,"AccountId":1,\#
                    "Method":100001,"Note":"BACS 5 March","Reference":null,"BulkId":0,"BulkPaymentNumber":0,\#
                    "BankTransactionId":1,"BFSTransactionId":0,"PaymentProcessor":0,"PaymentProcessorEnumValue":0,\#
                    "Permalink":"/v2/documents/invoice/payment/
                    """#))
            #expect(
                try await server.postings().last == "payment 1: 2026-03-05 1200 +1000.00, 1100 -1000.00")
            #expect(try await server.totals() == "1000 1338.8")
        }
    }

    @Test func everythingLeftOutHasItsDefault() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("100")
            let answer = try await server.pay(number, #"{"Amount":100}"#)
            #expect(
                answer.text.contains(
                    #""Date":"2026-03-09 12:00:00","Amount":100.0000,"AccountId":1,"Method":100001"#))
            #expect(answer.text.contains(#""PaidDate":"2026-03-09 12:00:00","#))
            #expect(try await server.standing(of: number) == "Paid 100 0")
        }
    }

    @Test func aNewInvoiceComesWithItsPayment() async throws {
        try await SignedInServer.house { server async throws in
            let answer = try await server.post(
                "/v2/invoices",
                #"""
                {"CustomerCode":"HARB01","LineItems":[{"Rate":50,"NominalCode":4000}],"PaymentLines":[{"Amount":50}]}
                """#)
            #expect(answer.status == .created, "\(answer.text)")
            #expect(try await server.standing(of: 1) == "Paid 50 0")
            #expect(try await server.totals() == "50 0")
        }
    }

    @Test(arguments: [
        (#"{"Amount":0}"#, "PaymentLines[0].Amount", "PaymentLines[0].Amount must not be 0."),
        (#"{"Date":"2026-03-01"}"#, "PaymentLines[0].Amount", "PaymentLines[0].Amount is required."),
        (
            #"{"Amount":5,"AccountId":77}"#, "PaymentLines[0].AccountId",
            "PaymentLines[0].AccountId must be the Id of a bank account."
        ),
        (
            #"{"Amount":5,"Method":100010}"#, "PaymentLines[0].Method",
            "PaymentLines[0].Method must be 0 or the Id of a payment method for this kind of document."
        ),
        (
            #"{"Id":9,"Amount":5}"#, "PaymentLines[0].Id",
            "PaymentLines[0].Id must be 0 or the Id of a payment of this invoice, once."
        ),
        (
            #"{"Amount":-5}"#, "PaymentLines",
            "PaymentLines must not come to less than 0: no more can be given back than was received."
        ),
    ])
    func aBadPaymentChangesNothing(line: String, field: String, message: String) async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("100")
            let before = try await (server.get("/v2/invoices/1").text, server.postings())
            #expect(try await server.pay(number, line).names((field, message)))
            let after = try await (server.get("/v2/invoices/1").text, server.postings())
            #expect(before == after)
        }
    }

    @Test func everyWrongLineIsNamed() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("100")
            let answer = try await server.pay(
                number, #"{"Amount":1},{"Amount":0},{"Amount":2,"AccountId":9}"#)
            #expect(
                answer.names(
                    ("PaymentLines[1].Amount", "PaymentLines[1].Amount must not be 0."),
                    (
                        "PaymentLines[2].AccountId",
                        "PaymentLines[2].AccountId must be the Id of a bank account."
                    )))
        }
    }

    @Test func moreThanIsDueMakesItOverpaid() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("100")
            _ = try await server.pay(number, #"{"Amount":130}"#)
            #expect(try await server.standing(of: number) == "Overpaid 130 -30")
            #expect(try await server.totals() == "130 -30")
        }
    }

    @Test func whatIsGivenBackLeavesTheInvoiceOpenAgain() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("100")
            _ = try await server.pay(number, #"{"Amount":100}"#)
            let answer = try await server.pay(number, #"{"Id":1},{"Amount":-40,"Note":"Bounced"}"#)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(try await server.standing(of: number) == "PartPaid 60 40")
            #expect(answer.text.contains(#""PaidDate":null"#))
            #expect(try await server.postings().last == "payment 2: 2026-03-09 1200 -40.00, 1100 +40.00")
            let more = try await server.pay(number, #"{"Id":1},{"Id":2},{"Amount":-61}"#)
            #expect(more.status == .badRequest)
            #expect(try await server.standing(of: number) == "PartPaid 60 40")
        }
    }

    @Test func aCreditNoteIsPaidWithItsOwnSign() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("-100")
            let wrong = try await server.pay(number, #"{"Amount":100}"#)
            #expect(
                wrong.names(
                    (
                        "PaymentLines",
                        "PaymentLines must not come to more than 0 on a credit note: what is given back on it is negative."
                    )))
            _ = try await server.pay(number, #"{"Amount":-100}"#)
            #expect(try await server.standing(of: number) == "Paid -100 0")
            #expect(try await server.postings().last == "payment 1: 2026-03-09 1200 -100.00, 1100 +100.00")
            #expect(try await server.balance(1100) == "0.00")
        }
    }

    @Test func aPaymentThatIsSentBackStaysAsItIs() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("100")
            _ = try await server.pay(number, #"{"Amount":30,"Note":"a"},{"Amount":20}"#)
            let read = try await server.get("/v2/invoices/\(number)").text
            let postings = try await server.postings()
            #expect(try await server.put("/v2/invoices/\(number)", read).text == read)
            #expect(try await server.pay(number, #"{"Id":1},{"Id":2}"#).text == read)
            #expect(try await server.postings() == postings)
        }
    }

    @Test func aChangedPaymentIsReversedAndPostedAnew() async throws {
        try await SignedInServer.house { server async throws in
            let number = try await server.issueInvoice("100")
            _ = try await server.pay(number, #"{"Amount":30,"Date":"2026-03-02"}"#)
            _ = try await server.pay(number, #"{"Id":1,"Amount":35,"Date":"2026-03-03"}"#)
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed payment 1: 2026-03-02 1200 -30.00, 1100 +30.00",
                    "payment 1: 2026-03-03 1200 +35.00, 1100 -35.00",
                ])
            #expect(try await server.standing(of: number) == "PartPaid 35 65")
            _ = try await server.pay(number, "")
            #expect(try await server.standing(of: number) == "Unpaid 0 100")
            #expect(try await server.balance(1200) == "0.00")
            #expect(try await server.totals() == "0 100")
        }
    }

    @Test func theCustomerCanNotChangeWhileItIsPaid() async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.post("/v2/customers", #"{"Code":"QUAY01","Name":"Quay"}"#)
            let number = try await server.issueInvoice("100")
            _ = try await server.pay(number, #"{"Amount":30}"#)
            let read = try await server.get("/v2/invoices/1").text
            let moved = read.replacing(#""CustomerCode":"HARB01""#, with: #""CustomerCode":"QUAY01""#)
            let answer = try await server.put("/v2/invoices/1", moved)
            #expect(
                answer.refuses(
                    .badRequest, "Conflict",
                    "Its customer can't change while it has payments; remove them first."))
            #expect(try await server.get("/v2/invoices/1").text == read)
        }
    }

    @Test func anInvoiceThatGoesTakesItsPaymentsWithIt() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            _ = try await server.pay(1, #"{"Amount":30}"#)
            #expect(try await server.delete("/v2/invoices/1").status == .noContent)
            #expect(try await server.balance(1200) == "0.00")
            #expect(try await server.balance(1100) == "0.00")
            #expect(try await server.totals() == "0 0")
        }
    }

    @Test func anArchivedAccountTakesNoNewPaymentAndKeepsItsOld() async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Till"}"#)
            try await server.issueInvoice("100")
            _ = try await server.pay(1, #"{"Amount":30,"AccountId":2}"#)
            #expect(
                try await server.put("/v2/bankaccounts/2", #"{"AccountName":"Till","IsArchived":true}"#)
                    .status == .ok)
            let more = try await server.pay(1, #"{"Id":1},{"Amount":5,"AccountId":2}"#)
            #expect(
                more.names(
                    (
                        "PaymentLines[1].AccountId",
                        "PaymentLines[1].AccountId must not be the Id of an archived bank account."
                    )))
            let read = try await server.get("/v2/invoices/1").text
            #expect(try await server.put("/v2/invoices/1", read).text == read)
        }
    }
}
