import FrontDoor
import HTTPTypes
import Testing

@Suite struct InvoicePermissionTests {
    private static let body = #"{"CustomerCode":"HARB01","LineItems":[{"Rate":1,"VATLevel":0}]}"#

    @Test(
        arguments: [
            (HTTPRequest.Method.get, "/v2/invoices", nil, "ViewInvoice"),
            (.get, "/v2/invoices/1", nil, "ViewInvoice"),
            (.get, "/v2/invoices/topdue", nil, "ViewInvoice"),
            (.get, "/v2/invoicecountforsubscriptioncycle", nil, "ViewInvoice"),
            (.post, "/v2/invoices", body, "CreateInvoice"), (.put, "/v2/invoices/1", body, "EditInvoice"),
            (.put, "/v2/invoices/archive-status/true", "[1]", "EditInvoice"),
            (.put, "/v2/internal/invoices?assignproject=0", "[1]", "EditInvoice"),
            (.put, "/v2/internal/invoices/1/emailcount", nil, "EditInvoice"),
            (.put, "/v2/internal/invoices/1/emailcount/reset", nil, "EditInvoice"),
            (.post, "/v2/internal/invoices/1/withholdingtaxdeduction", nil, "EditInvoice"),
            (.delete, "/v2/invoices/1", nil, "DeleteInvoice"),
            (.delete, "/v2/invoicelist", "[1]", "DeleteInvoice"),
        ] as [(HTTPRequest.Method, String, String?, String)])
    func fd21_eachCallNeedsItsRight(
        method: HTTPRequest.Method, path: String, body: String?, right: String
    ) async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            let clerk = try await server.user(with: .viewCustomer)
            let answer = try await clerk.server.send(
                method, path, body.map { Array($0.utf8) }, token: clerk.token)
            #expect(
                answer.refuses(.unauthorized, "PermissionDenied", "Permission \(right) is required."),
                "\(answer.text)")
        }
    }

    @Test func fd27_anotherBusinessHasNothingOfIt() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.issue()
            let other = try await server.otherBusiness()
            #expect(try await other.get("/v2/invoices/1").status == .notFound)
            #expect(try await other.delete("/v2/invoices/1").status == .notFound)
            #expect(try await other.put("/v2/invoices/1", Self.body).status == .notFound)
            #expect(try await server.get("/v2/invoices/1").status == .ok)
        }
    }
}
