import HTTPTypes
import Testing

/// What payments move of the VAT on the cash basis: `ledger.md`, Cash accounting.
@Suite struct CashBasisTests {
    /// Invoice 1: 100.00 and 20.00 VAT.
    private func run(_ body: (SignedInServer) async throws -> Void) async throws {
        try await SignedInServer.house { server async throws in
            try await server.registerForVAT()
            try await server.tamper(
                "INSERT INTO book_setting (name, value) VALUES ('vat.cash-on-invoices', '1')")
            try await server.issueInvoice("100", more: #""VATLevel":20"#)
            try await body(server)
        }
    }

    @Test func vatWaitsForThePayments() async throws {
        try await run { server async throws in
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-03-01 1100 +120.00, 4000 -100.00, 2205 -20.00"
                ])
            _ = try await server.pay(1, #"{"Amount":40,"Date":"2026-03-05"}"#)
            #expect(
                try await server.postings().last
                    == "payment 1: 2026-03-05 1200 +40.00, 1100 -40.00, 2205 +6.67, 2200 -6.67")
            _ = try await server.pay(1, #"{"Id":1},{"Amount":80,"Date":"2026-03-06"}"#)
            #expect(
                try await server.postings().last
                    == "payment 2: 2026-03-06 1200 +80.00, 1100 -80.00, 2205 +13.33, 2200 -13.33")
            #expect(try await server.balance(2205) == "0.00")
        }
    }

    @Test func whatIsOverpaidMovesNoMoreThanThereIs() async throws {
        try await run { server async throws in
            _ = try await server.pay(1, #"{"Amount":130}"#)
            #expect(try await server.balance(2200) == "-20.00")
            _ = try await server.pay(1, #"{"Id":1},{"Amount":-70}"#)
            #expect(try await server.balance(2200) == "-10.00")
            _ = try await server.pay(1, #"{"Id":1},{"Id":2},{"Amount":-60}"#)
            #expect(try await server.balance(2200) == "0.00")
            #expect(try await server.balance(2205) == "-20.00")
        }
    }

    @Test func aPaymentThatGoesLeavesTheRightShares() async throws {
        try await run { server async throws in
            _ = try await server.pay(
                1, #"{"Amount":120,"Date":"2026-03-05"},{"Amount":120,"Date":"2026-03-06"}"#)
            _ = try await server.pay(1, #"{"Id":2}"#)
            #expect(try await server.standing(of: 1) == "Paid 120 0")
            #expect(try await server.balance(2205) == "0.00")
            #expect(try await server.balance(2200) == "-20.00")
        }
    }

    @Test func otherAmountsOfTheInvoiceShareAnew() async throws {
        try await run { server async throws in
            _ = try await server.pay(1, #"{"Amount":60}"#)
            #expect(try await server.balance(2200) == "-10.00")
            let read = try await server.get("/v2/invoices/1").text
            let halved = read.replacing(#""Rate":100.0000"#, with: #""Rate":50.0000"#)
                .replacing(#""VATAmount":20.0000"#, with: #""VATAmount":10.0000"#)
            let answer = try await server.put("/v2/invoices/1", halved)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(try await server.standing(of: 1) == "Paid 60 0")
            #expect(try await server.balance(2205) == "0.00")
            #expect(try await server.balance(2200) == "-10.00")
        }
    }

    @Test func anAdvanceMovesItsShareOnTheDayItIsUsed() async throws {
        try await run { server async throws in
            let advance = try await server.addAdvance("60")
            _ = try await server.post(
                "/v2/internal/invoices/1/credits", #"[{"Id":\#(advance),"Type":"AdvancePayment"}]"#)
            #expect(try await server.postings().last == "set-off 1: 2026-03-09 2205 +10.00, 2200 -10.00")
            _ = try await server.pay(1, "")
            #expect(try await server.balance(2200) == "0.00")
        }
    }

    @Test func aCreditNoteAndItsInvoiceMoveTheirOwnShares() async throws {
        try await run { server async throws in
            try await server.issueInvoice("-50", more: #""VATLevel":20"#)
            _ = try await server.post("/v2/internal/invoices/1/credits", #"[{"Id":2,"Type":"CreditNote"}]"#)
            #expect(
                try await server.postings().suffix(2) == [
                    "set-off 1: 2026-03-09 2205 +10.00, 2200 -10.00",
                    "set-off 2: 2026-03-09 2205 -10.00, 2200 +10.00",
                ])
        }
    }

    @Test func vatThatIsWrittenOffIsNeverDue() async throws {
        try await run { server async throws in
            let note =
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":-100,"NominalCode":8100,"VATLevel":20}]}"#
            #expect(try await server.post("/v2/invoices", note).status == .created)
            let bare =
                #"{"CustomerCode":"HARB01","LineItems":[{"Rate":-120,"NominalCode":8100,"VATLevel":0}]}"#
            #expect(try await server.post("/v2/invoices", bare).status == .created)
            let path = "/v2/internal/invoices/refund/baddebt"
            let refused = try await server.post(path, #"{"BaseInvoiceNumber":1,"CreditInvoiceNumber":3}"#)
            #expect(
                refused.refuses(
                    .badRequest, "Conflict",
                    "The VAT of invoice 3 on this amount must be that of invoice 1, 20.00: VAT that was never received is never due."
                ))
            #expect(["Overdue 0 120", "Unpaid 0 120"].contains(try await server.standing(of: 1)))
            #expect(
                try await server.post(path, #"{"BaseInvoiceNumber":1,"CreditInvoiceNumber":2}"#).status == .ok
            )
            #expect(try await server.balance(2200) == "0.00")
            #expect(try await server.balance(2205) == "0.00")
            #expect(try await server.balance(8100) == "220.00")
        }
    }
}
