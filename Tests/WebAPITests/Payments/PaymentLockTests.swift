import HTTPTypes
import Testing

@Suite struct PaymentLockTests {
    private func run(_ body: (SignedInServer) async throws -> Void) async throws {
        try await SignedInServer.house { server async throws in
            _ = try await server.post("/v2/bankaccounts", #"{"AccountName":"Savings"}"#)
            try await server.issueInvoice("100")
            _ = try await server.pay(1, #"{"Amount":30,"Date":"2026-02-01","AccountId":2}"#)
            let lock =
                #"{"AccountName":"Savings","TransactionLockEnabled":true,"TransactionLockDate":"2026-02-10"}"#
            #expect(try await server.put("/v2/bankaccounts/2", lock).status == .ok)
            try await body(server)
        }
    }

    private let locked = "The bank account Savings is locked up to 2026-02-10."

    @Test(arguments: [
        #"{"Id":1,"Amount":31}"#, #"{"Id":1,"Date":"2026-03-01"}"#, #"{"Id":1,"AccountId":1}"#, "",
        #"{"Id":1},{"Amount":5,"AccountId":2,"Date":"2026-02-10"}"#,
    ])
    func theLockOfItsAccountHoldsAPayment(lines: String) async throws {
        try await run { server async throws in
            let before = try await (server.get("/v2/invoices/1").text, server.postings())
            #expect(try await server.pay(1, lines).refuses(.badRequest, "Locked", locked))
            let after = try await (server.get("/v2/invoices/1").text, server.postings())
            #expect(before == after)
        }
    }

    @Test func whatIsWrittenBesideItMayChange() async throws {
        try await run { server async throws in
            let answer = try await server.pay(1, #"{"Id":1,"Note":"n","Reference":"r","Method":100002}"#)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(answer.text.contains(#""Method":100002,"Note":"n","Reference":"r""#))
        }
    }

    @Test func theDayAfterTheLockIsOpen() async throws {
        try await run { server async throws in
            let answer = try await server.pay(1, #"{"Id":1},{"Amount":5,"AccountId":2,"Date":"2026-02-11"}"#)
            #expect(answer.status == .ok, "\(answer.text)")
        }
    }

    @Test func aReconciledPaymentStays() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            _ = try await server.pay(1, #"{"Amount":30,"Date":"2026-02-01"}"#)
            try await server.tamper("UPDATE payment SET reconciliation = 4")
            let message = "The payment of 2026-02-01 is in the bank reconciliation 4; untick it first."
            for lines in ["", #"{"Id":1,"Amount":31}"#, #"{"Id":1,"Date":"2026-02-02"}"#] {
                #expect(try await server.pay(1, lines).refuses(.badRequest, "Locked", message))
            }
            #expect(try await server.delete("/v2/invoices/1").refuses(.badRequest, "Locked", message))
            #expect(try await server.pay(1, #"{"Id":1,"Note":"n"},{"Amount":1}"#).status == .ok)
        }
    }

    @Test func aPaymentOnAVATReturnStaysWhileTheSettingLocks() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100")
            _ = try await server.pay(1, #"{"Amount":30,"Date":"2026-02-01"}"#)
            try await server.tamper("UPDATE payment SET vat_return = 3")
            let message = "The payment of 2026-02-01 is on the VAT return 3."
            #expect(try await server.pay(1, "").refuses(.badRequest, "Locked", message))
            try await server.tamper("INSERT INTO book_setting (name, value) VALUES ('vat.locks-filed', '0')")
            #expect(try await server.pay(1, "").status == .ok)
        }
    }
}
