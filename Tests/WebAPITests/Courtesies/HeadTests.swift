import HTTPTypes
import Testing
import WebCore

@testable import WebAPI

/// HEAD: as GET, without the body.
@Suite struct HeadTests {
    @Test func everyGETButThoseOfSessionsTakesIt() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let channel = try TestServer.connection()
            var answered = 0
            for route in server.server.services.routes.routes where route.method == .get {
                let path = route.sample { $0 == "code" ? "HARB01" : "1" }
                let get = try await server.server.ask(.get, path, token: server.token, over: channel)
                let head = try await server.server.ask(.head, path, token: server.token, over: channel)
                guard route.path != "/sessiontoken", route.path != "/sessiontoken/{id}" else {
                    #expect(head.status == .methodNotAllowed, "\(route.path)")
                    continue
                }
                #expect(head.status == get.status, "\(route.path)")
                #expect(head.text.isEmpty, "\(route.path)")
                #expect(head.headers == get.headers, "\(route.path)")
                #expect(head.headers[.contentLength] == String(get.text.utf8.count), "\(route.path)")
                answered += head.status == .ok ? 1 : 0
            }
            #expect(answered > 30)
        }
    }

    @Test func itIsAsACompressedAnswerWouldBe() async throws {
        try await TestServer.run { server in
            let headers: HTTPFields = [.acceptEncoding: "gzip"]
            let get = try await server.server.ask(
                .get, "/v2/countries", token: server.token, headers: headers)
            let head = try await server.server.ask(
                .head, "/v2/countries", token: server.token, headers: headers)
            #expect(get.headers[.contentEncoding] == "gzip")
            #expect(head.headers == get.headers && head.text.isEmpty)
        }
    }

    @Test func fd4_itAsksForTokenAndRightAsGETDoes() async throws {
        try await TestServer.run { server in
            let stranger = try await server.server.ask(.head, "/v2/customers")
            #expect(stranger.status == .unauthorized && stranger.headers[.wwwAuthenticate] == "KfToken")
            let clerk = try await server.user(with: .viewReceipt)
            let refused = try await clerk.server.ask(.head, "/v2/customers", token: clerk.token)
            #expect(refused.status == .unauthorized && refused.text.isEmpty)
            #expect(try await server.server.ask(.head, "/v2/customers", token: server.token).status == .ok)
        }
    }

    @Test func fd22_itSpendsNoExternalTokenAndMakesNoSession() async throws {
        try await TestServer.run { server in
            let before = try await server.get("/v2/users/1").object["NoOfLogins"] as? Int
            let path = "/v2/sessiontoken/\(server.server.business)"
            let switching = try await server.server.ask(.head, path, token: server.token)
            #expect(switching.status == .methodNotAllowed && switching.headers[.allow] == "DELETE, GET")
            let external = try await server.server.ask(.head, "/v2/sessiontoken?externalToken=x&uid=1")
            #expect(external.status == .unauthorized && external.headers[.contentLength] == "78")
            #expect(try await server.get("/v2/users/1").object["NoOfLogins"] as? Int == before)
        }
    }

    @Test func whatTakesNoGETTakesNoHEAD() async throws {
        try await TestServer.run { server in
            let answer = try await server.server.ask(.head, "/v2/customerlist", token: server.token)
            #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "DELETE")
        }
    }
}
