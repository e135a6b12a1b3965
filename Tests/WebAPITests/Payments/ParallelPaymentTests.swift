import HTTPTypes
import Testing

@Suite struct ParallelPaymentTests {
    /// Sends all at once; gives how many were answered with each status.
    private func atOnce(
        _ count: Int, _ server: SignedInServer,
        _ request: @escaping @Sendable (Int) -> (path: String, body: String)
    ) async throws -> [Int: Int] {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<count {
                group.addTask {
                    let (path, body) = request(number)
                    let answer = try await server.server.ask(
                        .post, path, Array(body.utf8), token: server.token)
                    return answer.status.code
                }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }

    @Test func noneOfTwoHundredBatchPaymentsIsLost() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("1000")
            try await server.issueInvoice("1000")
            let statuses = try await atOnce(200, server) { number in
                (
                    "/v2/invoices/bulk/payments",
                    #"""
                    {"PaymentItems":[{"ObjectNumber":1,"Amount":1},{"ObjectNumber":2,"Amount":2}],"Comment":"\#(number)"}
                    """#
                )
            }
            #expect(statuses == [200: 200])
            #expect(try await server.standing(of: 1) == "PartPaid 200 800")
            #expect(try await server.standing(of: 2) == "PartPaid 400 600")
            #expect(try await server.balance(1200) == "600.00")
            #expect(try await server.totals() == "600 1400")
            #expect(try await server.get("/v2/invoices/bulk/payments/200").status == .ok)
            #expect(try await server.get("/v2/invoices/bulk/payments/201").status == .notFound)
        }
    }

    @Test func oneCreditIsNeverUsedTwice() async throws {
        try await SignedInServer.house { server async throws in
            let advance = try await server.addAdvance("50")
            try await server.issueInvoice("-50")
            for _ in 0..<8 { try await server.issueInvoice("100") }
            let statuses = try await atOnce(200, server) { number in
                let credit =
                    number.isMultiple(of: 2)
                    ? #"{"Id":\#(advance),"Type":"AdvancePayment","Amount":50}"#
                    : #"{"Id":1,"Type":"CreditNote","Amount":50}"#
                return ("/v2/internal/invoices/\(number % 8 + 2)/credits", "[\(credit)]")
            }
            #expect(statuses == [200: 2, 400: 198])
            #expect(try await server.totals() == "50 700")
            #expect(try await server.standing(of: 1) == "Paid -50 0")
            #expect(try await server.get("/v2/customers/HARB01/advancepayments").text.contains(#""Data":[]"#))
        }
    }
}
