import FrontDoor
import HTTPTypes
import Testing

@Suite struct SupplierPermissionTests {
    @Test(arguments: [
        (HTTPRequest.Method.get, "/v2/suppliers", Permission.viewReceipt),
        (.get, "/v2/suppliers/TIMB01", .viewReceipt), (.get, "/v2/suppliers/NONE", .viewReceipt),
        (.get, "/v2/suppliers/confirm-to-delete", .viewReceipt),
        (.post, "/v2/internal/suppliers/valid-email", .viewReceipt),
        (.get, "/v2/suppliers/statistics/dashboard/visibility", .viewReceipt),
        (.post, "/v2/suppliers", .createReceipt), (.post, "/v2/suppliers/suggestedcode", .createReceipt),
        (.put, "/v2/suppliers/TIMB01", .editReceipt), (.put, "/v2/internal/suppliers/archive", .editReceipt),
        (.put, "/v2/suppliers/statistics/transactions/visibility", .editReceipt),
        (.delete, "/v2/suppliers/TIMB01", .editReceipt),
        (.delete, "/v2/internal/suppliers/supplierlist", .editReceipt),
    ])
    func fd21_everyCallAsksItsOwnPermissionBeforeItReads(
        method: HTTPRequest.Method, path: String, permission: Permission
    ) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"))
            let takesBody =
                path.contains("internal")
                || (method != .get && method != .delete && !path.contains("statistics"))
            let body = takesBody ? Array("{".utf8) : nil
            let others = Permission.allCases.filter { $0 != permission && $0 != .fullAccess }
            let without = try await server.server.user(with: others)
            let refused = try await server.server.send(method, path, body, token: without)
            #expect(
                refused.refuses(
                    .unauthorized, "PermissionDenied", "Permission \(permission.name) is required."))
            #expect(try await server.supplierCodes() == ["TIMB01"])
            let with = try await server.server.user(with: [permission])
            let allowed = try await server.server.send(method, path, body, token: with)
            #expect(allowed.status != .unauthorized)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/v2/suppliers/statistics"), (.put, "/v2/suppliers/TIMB01/statistics"),
        (.post, "/v2/internal/suppliers/supplierbulkinvoice"), (.get, "/v2/suppliers/TIMB01/transactions"),
        (.get, "/v2/suppliers/TIMB01/recurringpurchases"),
    ])
    func whatNeedsDocumentsIsPlanned(method: HTTPRequest.Method, path: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.server.send(method, path, nil, token: server.token)
            #expect(answer.status == .notImplemented)
            #expect(answer.text.hasPrefix(#"{"Error":"NotImplemented","#))
        }
    }
}
