import HTTPTypes
import Testing

@Suite struct PaymentListTests {
    @Test(arguments: ["invoices", "Invoice", "INVOICES"])
    func theMethodsOfInvoicesAreTold(type: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/paymentmethods/\(type)").text == #"""
                    [{"Id":100001,"Name":"Bank transfer","IsDefault":true},{"Id":100002,"Name":"Cash","IsDefault":false},\#
                    {"Id":100003,"Name":"Cheque","IsDefault":false},\#
                    {"Id":100004,"Name":"Credit/debit card","IsDefault":false},\#
                    {"Id":100005,"Name":"Direct debit","IsDefault":false},\#
                    {"Id":100006,"Name":"Standing order","IsDefault":false},{"Id":100007,"Name":"BACS","IsDefault":false},\#
                    {"Id":100008,"Name":"PayPal","IsDefault":false},{"Id":100009,"Name":"Other","IsDefault":false}]
                    """#)
        }
    }

    @Test func thoseOfPurchasesHaveOtherIds() async throws {
        try await TestServer.run { server async throws in
            let text = try await server.get("/v2/paymentmethods/purchases").text
            #expect(text.hasPrefix(#"[{"Id":100010,"Name":"Bank transfer","IsDefault":true}"#))
            #expect(
                try await server.get("/v2/paymentmethods/quotes").names(
                    ("type", "type must be one of invoices, purchases.")))
        }
    }

    @Test func theStatusesAreThoseOfTheFilter() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/paymentstatuses").text == #"""
                    [{"Id":0,"Name":"All"},{"Id":1,"Name":"Unpaid"},{"Id":2,"Name":"PartPaid"},{"Id":3,"Name":"Overdue"},\#
                    {"Id":4,"Name":"OverduePartPaid"},{"Id":5,"Name":"Overpaid"},{"Id":6,"Name":"Paid"},\#
                    {"Id":7,"Name":"NotFullyPaid"},{"Id":8,"Name":"ThisMonth"},{"Id":9,"Name":"LastMonth"}]
                    """#)
        }
    }

    @Test func thereIsNoCardProcessor() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get("/v2/paymentprocessors").text == "[]")
            #expect(try await server.get("/v2/paymentprocessors/activedeprecated").text == "[]")
            #expect(try await server.post("/v2/internal/cardlesspayments", "{}").status == .notImplemented)
        }
    }
}
