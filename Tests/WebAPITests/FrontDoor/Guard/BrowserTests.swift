import HTTPTypes
import Testing
import WebCore

/// What browsers may and caches keep (FD-26).
@Suite struct BrowserTests {
    private let book = "https://books.example"

    private var preflight: HTTPFields {
        [.origin: book, .accessControlRequestMethod: "GET", .accessControlRequestHeaders: "authorization"]
    }

    private func crossOriginHeaders(_ answer: TestAnswer) -> [String] {
        answer.headers.filter {
            $0.name.canonicalName.hasPrefix("access-control-") || $0.name == .vary && $0.value == "Origin"
        }.map(\.name.canonicalName)
    }

    @Test func fd26_noOriginMayCallUnlessItIsListed() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/userpermissions", headers: [.origin: book])
            #expect(answer.status == .ok && crossOriginHeaders(answer).isEmpty)
            let asked = try await server.server.ask(.options, "/v2/customers", headers: preflight)
            #expect(asked.isRefusal(.invalidToken) && crossOriginHeaders(asked).isEmpty)
        }
    }

    @Test func fd26_aListedOriginMayAskAndCall() async throws {
        var settings = WebSettings()
        settings.corsOrigins = ["https://portal.example", book]
        try await TestServer.run(settings: settings) { server in
            let asked = try await server.server.ask(.options, "/v2/customers", headers: preflight)
            #expect(asked.status == .noContent && asked.text.isEmpty)
            #expect(asked.headers[.accessControlAllowOrigin] == book)
            #expect(asked.headers[.accessControlAllowMethods] == "GET, POST, PUT, DELETE")
            #expect(
                asked.headers[.accessControlAllowHeaders]
                    == "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id")
            #expect(asked.headers[.vary] == "Origin")
            #expect(asked.headers[.accessControlAllowCredentials] == nil)

            let answer = try await server.get("/v2/userpermissions", headers: [.origin: book])
            #expect(
                answer.headers[.accessControlAllowOrigin] == book && answer.headers[.vary] == "Accept, Origin"
            )
            #expect(
                answer.headers[.accessControlExposeHeaders] == """
                    Deprecation, ETag, Idempotency-Replayed, Link, Location, Retry-After, Sunset, X-Request-Id
                    """)
            // A refusal can be read by the page too, so that it can sign in anew.
            let refused = try await server.with(nil).get("/v2/userpermissions", headers: [.origin: book])
            #expect(refused.isRefusal(.invalidToken))
            #expect(refused.headers[.accessControlAllowOrigin] == book)
        }
    }

    @Test(arguments: [
        "https://books.example.evil.example", "http://books.example", "https://books.example:8443", "null",
        "*", "",
        "https://BOOKS.example", "https://evil.example, https://books.example",
    ])
    func fd26_anyOtherOriginMayNeither(origin: String) async throws {
        var settings = WebSettings()
        settings.corsOrigins = [book]
        try await TestServer.run(settings: settings) { server in
            var asking = preflight
            asking[.origin] = origin
            let asked = try await server.server.ask(.options, "/v2/customers", headers: asking)
            #expect(asked.isRefusal(.invalidToken) && crossOriginHeaders(asked) == ["vary"])
            let answer = try await server.get("/v2/userpermissions", headers: [.origin: origin])
            #expect(
                answer.headers[.accessControlAllowOrigin] == nil && answer.headers[.vary] == "Accept, Origin")
        }
    }

    @Test func fd26_OPTIONSThatIsNoPreflightNeedsAToken() async throws {
        var settings = WebSettings()
        settings.corsOrigins = [book]
        try await TestServer.withoutSession(settings: settings) { server in
            #expect(try await server.ask(.options, "/v2/customers").isRefusal(.invalidToken))
            let plain = try await server.ask(.options, "/v2/customers", headers: [.origin: book])
            #expect(plain.isRefusal(.invalidToken))
        }
    }

    @Test func fd26_noTokenIsTakenFromACookieOrAQuery() async throws {
        try await TestServer.run { server in
            let token = try #require(server.token)
            let stranger = server.with(nil)
            for query in [
                "Authorization=KfToken%20\(token)", "token=\(token)", "SessionToken=\(token)",
                "access_token=\(token)",
            ] {
                #expect(try await stranger.get("/v2/userpermissions?\(query)").isRefusal(.invalidToken))
            }
            for cookie in ["Authorization=KfToken \(token)", "SessionToken=\(token)", "KfToken=\(token)"] {
                #expect(
                    try await stranger.get("/v2/userpermissions", headers: [.cookie: cookie])
                        .isRefusal(.invalidToken))
            }
            #expect(
                try await stranger.post(
                    "/v2/customers", #"{"Name":"N","SessionToken":"\#(token)"}"#
                ).isRefusal(.invalidToken))
        }
    }

    @Test func fd26_everyAnswerForbidsSniffingAndSaysWhatMayBeKept() async throws {
        try await TestServer.run { server in
            let name = try #require(HTTPField.Name("X-Content-Type-Options"))
            for route in server.server.services.routes.routes {
                for token in [server.token, nil]
                where !(route.method == .delete && route.path == "/sessiontoken") {
                    let answer = try await server.server.ask(route.method, route.sample, token: token)
                    #expect(answer.headers[values: name] == ["nosniff"], "\(route.name)")
                    let isSecret = ["/sessiontoken", "/users", "/user", "/password", "/links"].contains {
                        prefix in
                        route.path == prefix || route.path.hasPrefix(prefix + "/")
                    }
                    let kept = isSecret ? "no-store" : "private, no-cache"
                    #expect(answer.headers[values: .cacheControl] == [kept], "\(route.name)")
                    #expect(answer.headers[.setCookie] == nil)
                }
            }
            for path in ["/", "/health/live", "/health/ready", "/v2/nothing", "/v2"] {
                let answer = try await server.get(path)
                #expect(
                    answer.headers[name] == "nosniff" && answer.headers[.cacheControl] == "private, no-cache")
            }
            for answer in [
                try await server.server.sendCredentials(server.server.owner),
                try await server.server.enter(server.server.owner),
                try await server.get("/v2/sessiontoken/\(server.server.business)"),
                try await server.delete("/v2/sessiontoken"),
            ] {
                #expect(answer.headers[.cacheControl] == "no-store" && answer.headers[name] == "nosniff")
            }
        }
    }
}
