import HTTPTypes
import Testing

@Suite struct DaysToPayTests {
    @Test func anInvoiceThatWasPaidBeforeItsDateTookNoDays() async throws {
        try await SignedInServer.house { server async throws in
            try await server.issueInvoice("100", on: "2026-03-05")
            #expect(try await server.pay(1, #"{"Amount":100,"Date":"2026-02-01"}"#).status == .ok)
            let early = try await server.get("/v2/customers/HARB01").object
            #expect(early["AverageDaysToPay"] as? Int == 0)
            try await server.issueInvoice("100", on: "2026-03-01")
            #expect(try await server.pay(2, #"{"Amount":100,"Date":"2026-03-09"}"#).status == .ok)
            let later = try await server.get("/v2/customers/HARB01").object
            #expect(later["AverageDaysToPay"] as? Int == 4)
        }
    }
}
