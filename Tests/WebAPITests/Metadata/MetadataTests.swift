import HTTPTypes
import Testing

@Suite struct MetadataTests {
    /// - Parameter nominals: as many as a new business has, unless said.
    private func text(
        products: Int = 0, nominals: Int = MetadataTests.nominals, customers: Int = 0, suppliers: Int = 0,
        invoices: Int = 0, bank: String = "0.0000", logIns: Int
    ) -> String {
        """
        {"TotalProductCount":\(products),"TotalNominalCount":\(nominals),"TotalCustomerCount":\(customers),\
        "TotalSupplierCount":\(suppliers),"TotalInvoiceCount":\(invoices),"TotalBankBalance":\(bank),\
        "TotalLoginCount":\(logIns),"UserHasAmazonFiles":false,"AmazonFilesMarkedforMigration":false,\
        "PayrollProvisioningStatus":"NotInitiated"}
        """
    }

    /// Of the default chart.
    private static let nominals = 139

    @Test func whatTheBooksHoldIsTold() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/v2/nominals").rows.count == Self.nominals)
            try await server.addHarbour()
            try await server.addProducts("A", with: #","InUse":false"#)
            try await server.addProducts("B", "C")
            #expect(try await server.delete("/v2/products/4000/B").status == .noContent)
            let added = try await server.post(
                "/v2/nominals", #"{"Code":4777,"Name":"Hire","Type":"Turnover","NomType":1}"#)
            #expect(added.status == .created, "\(added.text)")
            let made = try await server.post(
                "/v2/invoices",
                #"""
                {"CustomerCode":"HARB01","LineItems":[{"NominalCode":4000,"Rate":100}],
                 "PaymentLines":[{"Date":"2026-03-09","Amount":60.5}]}
                """#)
            #expect(made.status == .created, "\(made.text)")
            #expect(
                try await server.get("/v2/metadata").text
                    == text(
                        products: 2, nominals: Self.nominals + 1, customers: 1, invoices: 1, bank: "60.5000",
                        logIns: 1))
        }
    }

    @Test func archivedOnesCountAndDeletedOnesDoNot() async throws {
        try await TestServer.run { server in
            let empty = try await server.get("/v2/metadata")
            #expect(empty.status == .ok)
            #expect(empty.text == text(logIns: 1))
            try await server.add(("A", "A"), ("B", "B"), ("C", "C"))
            #expect(try await server.put("/v2/internal/customers/archive", #"["A"]"#).status == .noContent)
            #expect(try await server.delete("/v2/customers/B").status == .noContent)
            for code in ["S", "T"] {
                let made = try await server.post("/v2/suppliers", #"{"Code":"\#(code)","Name":"\#(code)"}"#)
                #expect(made.status == .created)
            }
            #expect(try await server.put("/v2/internal/suppliers/archive", #"["S"]"#).status == .noContent)
            #expect(try await server.get("/v2/metadata").text == text(customers: 2, suppliers: 2, logIns: 1))
            #expect(try await server.otherBusiness().get("/v2/metadata").text == text(logIns: 1))
        }
    }

    @Test func everySessionThatWasOpenedCountsEndedOnesToo() async throws {
        try await TestServer.run { server in
            let second = server.with(try await server.server.signIn(server.server.owner))
            #expect(try await second.get("/v2/metadata").text == text(logIns: 2))
            #expect(try await second.delete("/v2/sessiontoken").status == .noContent)
            #expect(try await server.get("/v2/metadata").text == text(logIns: 2))
        }
    }

    @Test func itNeedsFullAccess() async throws {
        try await TestServer.run { server in
            let other = try await server.user(with: .viewCustomer, .viewReceipt, .manageUser)
            #expect(
                try await other.get("/v2/metadata").refuses(
                    .unauthorized, "PermissionDenied", "Permission FullAccess is required."))
            #expect(try await server.user(with: .fullAccess).get("/v2/metadata").status == .ok)
        }
    }
}
