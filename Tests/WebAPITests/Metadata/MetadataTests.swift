import HTTPTypes
import Testing

@Suite struct MetadataTests {
    private func text(customers: Int = 0, suppliers: Int = 0, logIns: Int) -> String {
        """
        {"TotalProductCount":0,"TotalNominalCount":0,"TotalCustomerCount":\(customers),\
        "TotalSupplierCount":\(suppliers),"TotalInvoiceCount":0,"TotalBankBalance":0.0000,\
        "TotalLoginCount":\(logIns),"UserHasAmazonFiles":false,"AmazonFilesMarkedforMigration":false,\
        "PayrollProvisioningStatus":"NotInitiated"}
        """
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
