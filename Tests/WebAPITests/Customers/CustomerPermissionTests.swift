import FrontDoor
import HTTPTypes
import Testing

@Suite struct CustomerPermissionTests {
    @Test(arguments: [
        (HTTPRequest.Method.get, "/v2/customers", Permission.viewCustomer),
        (.get, "/v2/customers/HARB01", .viewCustomer), (.get, "/v2/customers/NONE", .viewCustomer),
        (.get, "/v2/customers/search", .viewCustomer),
        (.get, "/v2/customers/confirm-to-delete", .viewCustomer),
        (.post, "/v2/internal/customers/valid-email", .viewCustomer),
        (.post, "/v2/customers", .createCustomer), (.post, "/v2/customers/suggestedcode", .createCustomer),
        (.put, "/v2/customers/HARB01", .editCustomer),
        (.put, "/v2/internal/customers/archive", .editCustomer),
        (.delete, "/v2/customers/HARB01", .deleteCustomer), (.delete, "/v2/customerlist", .deleteCustomer),
    ])
    func everyCallAsksItsOwnPermissionBeforeItReads(
        method: HTTPRequest.Method, path: String, permission: Permission
    ) async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let takesBody = method != .get && (method != .delete || path == "/v2/customerlist")
            let body = takesBody ? Array("{".utf8) : nil
            let others = Permission.allCases.filter { $0 != permission && $0 != .fullAccess }
            let without = try await server.server.user(with: others)
            let refused = try await server.server.send(method, path, body, token: without)
            #expect(
                refused.refuses(
                    .unauthorized, "PermissionDenied", "Permission \(permission.name) is required."))
            #expect(refused.headers[.wwwAuthenticate] == "KfToken")
            #expect(try await server.codes() == ["HARB01"])
            let with = try await server.server.user(with: [permission])
            let allowed = try await server.server.send(method, path, body, token: with)
            #expect(allowed.status != .unauthorized)
        }
    }

    @Test func withoutATokenNothingIsTold() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let stranger = server.with(nil)
            for answer in [
                try await stranger.get("/v2/customers/HARB01"), try await stranger.get("/v2/customers/NONE"),
                try await stranger.post("/v2/customers", "{"),
                try await stranger.delete("/v2/customers/HARB01"),
                try await stranger.put("/v2/nothing", "{}"),
            ] {
                #expect(
                    answer.refuses(.unauthorized, "InvalidSessionToken", "Session token provided is invalid.")
                )
            }
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.put, "/v2/customers", "GET, HEAD, POST"),
        (.post, "/v2/customers/HARB01", "DELETE, GET, HEAD, PUT"),
        (.get, "/v2/customerlist", "DELETE"), (.get, "/v2/internal/customers/archive", "PUT"),
    ])
    func anotherVerbIsToldWhatThereIs(method: HTTPRequest.Method, path: String, allowed: String) async throws
    {
        try await TestServer.run { server in
            let answer = try await server.server.send(method, path, nil, token: server.token)
            #expect(answer.refuses(.methodNotAllowed, "MethodNotAllowed", "This path takes \(allowed)."))
            #expect(answer.headers[.allow] == allowed)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/v2/customers/HARB01/mandates"),
        (.get, "/v2/customers/schedule-statement/HARB01"),
    ])
    func whatNeedsDocumentsIsPlanned(method: HTTPRequest.Method, path: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.server.send(method, path, nil, token: server.token)
            #expect(answer.status == .notImplemented)
            #expect(
                answer.text.hasPrefix(#"{"Error":"NotImplemented","Message":"\#(method.rawValue) /customers"#)
            )
        }
    }
}
