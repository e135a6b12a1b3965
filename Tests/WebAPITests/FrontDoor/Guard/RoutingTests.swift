import HTTPTypes
import Testing

@testable import WebAPI
@testable import WebCore

/// Paths and verbs behind the guard: what is planned, what is none, and how freely a path may be written.
@Suite struct RoutingTests {
    @Test func everyDocumentedOperationIsRouted() async throws {
        let table = Router.table(version: "test")
        var shapes: Set<String> = []
        for (method, path) in Operations.documented + Operations.oldPaths {
            let sample = Route(planned: method, path, .anyToken).sample
            guard case .found = table.match(method, sample.dropFirst(3)) else {
                Issue.record("\(method) \(path) is not routed")
                continue
            }
            shapes.insert("\(method) \(path.lowercased().replacing(/\{[^}]*\}/, with: "{}"))")
        }
        #expect(shapes.count == 703 + Operations.oldPaths.count)
    }

    @Test func whatIsPlannedAnswers501BehindTheGuardAndNamesItself() async throws {
        try await TestServer.run { server in
            let channel = try TestServer.connection()
            let planned = server.server.services.routes.routes.filter { !$0.isBuilt }
            #expect(planned.count > 400)
            for route in planned {
                let answer = try await server.server.ask(
                    route.method, route.sample, token: server.token, over: channel)
                let body = #"{"Error":"NotImplemented","Message":"\#(route.name) is not built yet."}"#
                #expect(
                    answer.status == .notImplemented && answer.text == body, "\(route.name): \(answer.text)")
            }
        }
    }

    @Test func aPathThatIsNoneIs404BehindTheGuard() async throws {
        try await TestServer.run { server async throws in
            for path in ["/v2/nothing", "/v2", "/v2/", "/v2/customers/HARB01/nothing", "/v2//customers"] {
                #expect(
                    try await server.get(path).refuses(.notFound, "NotFound", "There is no such path."),
                    "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("PATCH", "/v2/customers", "GET, HEAD, POST"), ("DELETE", "/v2/customers/", "GET, HEAD, POST"),
        ("OPTIONS", "/v2/CUSTOMERS", "GET, HEAD, POST"),
        ("POST", "/v2/customers/HARB01", "DELETE, GET, HEAD, PUT"),
        ("get", "/v2/customers", "GET, HEAD, POST"),
        ("PATCH", "/v2/sessiontoken", "DELETE, GET, POST, PUT"), ("POST", "/v2/userpermissions", "GET, HEAD"),
        ("GET", "/v2/internal/customers/archive", "PUT"),
    ])
    func fd4_aVerbThatIsNotThereIs405WithAllow(verb: String, path: String, allowed: String) async throws {
        try await TestServer.run { server in
            let method = try #require(HTTPRequest.Method(verb))
            let answer = try await server.server.ask(method, path, token: server.token)
            #expect(answer.refuses(.methodNotAllowed, "MethodNotAllowed", "This path takes \(allowed)."))
            #expect(answer.headers[.allow] == allowed)
            let stranger = try await server.server.ask(method, path)
            #expect(stranger.isRefusal(.invalidToken))
            #expect(stranger.headers[.allow] == nil)
        }
    }

    @Test func aTrailingSlashAndTheCaseOfAPathChangeNothing() async throws {
        try await TestServer.run { server in
            let made = try await server.post("/v2/Customers/", #"{"Code":"Harb 01","Name":"Harbour"}"#)
            #expect(made.status == .created)
            #expect(made.headers[.location] == "/v2/customers/Harb%2001")
            let plain = try await server.get("/v2/customers/Harb%2001")
            #expect(plain.status == .ok)
            for path in ["/v2/customers/Harb%2001/", "/V2/CUSTOMERS/harb%2001", "/v2/Customers/HARB%2001/?"] {
                #expect(try await server.get(path).text == plain.text, "\(path)")
            }
            let permissions = try await server.get("/v2/userpermissions").text
            #expect(try await server.get("/v2/UserPermissions/").text == permissions)
        }
    }

    @Test func aSegmentIsDecodedOnce() async throws {
        try await TestServer.run { server in
            for (code, path) in [
                ("A/B", "A%2FB"), ("100%", "100%25"), ("%41", "%2541"), ("é", "%C3%A9"), ("a+b", "a+b"),
            ] {
                let made = try await server.post("/v2/customers", #"{"Code":"\#(code)","Name":"N"}"#)
                #expect(made.status == .created)
                #expect(try await server.get("/v2/customers/\(path)").object["Code"] as? String == code)
            }
            #expect(
                try await server.get("/v2/customers/%zz").refuses(
                    .badRequest, "InvalidRequest", "The path is not percent-encoded UTF-8."))
            #expect(
                try await server.get("/v2/customers/%ff").refuses(
                    .badRequest, "InvalidRequest", "The path is not percent-encoded UTF-8."))
        }
    }
}
