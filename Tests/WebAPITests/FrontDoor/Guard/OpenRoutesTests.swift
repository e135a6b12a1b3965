import HTTPTypes
import Testing
import WebCore

/// What a stranger reaches, and what a stranger learns (FD-1).
@Suite struct OpenRoutesTests {
    /// Every operation that FD-1 opens, in the words of the documentation.
    private static let open: Set<String> = [
        "POST /sessiontoken", "PUT /sessiontoken",
        "POST /password", "GET /password/{resetToken}", "PUT /password/{resetToken}",
        "GET /users/activation/{activationGuid}", "PUT /users/activation/{activationGuid}/credential",
        "POST /users/activation/{activationGuid}/email",
        "GET /documents/{documentType}/{id}", "GET /documents/{documentType}/bulk/{id}",
        "GET /documents/invoice/payment/{id}", "GET /documents/purchase/payment/{id}",
        "GET /links/activation", "GET /links/reset", "GET /links/page.js", "GET /links/page.css",
        "GET /openapi.json", "GET /docs",
    ]

    @Test func fd1_everyRouteButTheOpenOnesAsksForAToken() async throws {
        try await TestServer.withoutSession { server in
            let channel = try TestServer.connection()
            var open: Set<String> = []
            for route in server.services.routes.routes {
                let answer = try await server.ask(route.method, route.sample, over: channel)
                if !answer.isRefusal(.invalidToken) { open.insert(route.name) }
            }
            #expect(open == Self.open)
            #expect(server.services.routes.routes.count > 703)
        }
    }

    @Test func fd1_everyVerbOfAPathIsGuarded() async throws {
        try await TestServer.withoutSession { server in
            let verbs = [
                "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "get",
            ]
            for verb in verbs {
                let method = try #require(HTTPRequest.Method(verb))
                for path in [
                    "/v2/customers", "/v2/customers/HARB01", "/v2/invoices", "/v2/nothing/here", "/v2",
                    "/v2/",
                ] {
                    #expect(try await server.ask(method, path).isRefusal(.invalidToken), "\(verb) \(path)")
                }
            }
        }
    }

    @Test func fd1_HEADIsGuardedAndItsAnswersHaveNoBody() async throws {
        try await TestServer.run { server in
            for (path, status) in [("/v2/customers", 200), ("/v2/nothing", 404), ("/v2/customerlist", 405)] {
                let stranger = try await server.server.ask(.head, path)
                #expect(stranger.status == .unauthorized && stranger.headers[.wwwAuthenticate] == "KfToken")
                #expect(stranger.text.isEmpty && stranger.headers[.contentLength] == "78")
                let answer = try await server.server.ask(.head, path, token: server.token)
                #expect(answer.status.code == status && answer.text.isEmpty)
            }
        }
    }

    @Test(arguments: [
        "/v2/nothing", "/v2/customers/HARB01/nothing", "/v2//customers", "/v2/customers//",
        "/v2/../health/live",
        "/v2/%63ustomers", "/V2/CUSTOMERS", "/v2/sessiontoken/", "/v2/sessiontoken/mobile",
        "/v2/SessionToken/1",
        "/v2/docs/x", "/v2/openapi.yaml", "/v2?externalToken=x", "/v2/customers?externalToken=x&uid=1",
    ])
    func fd1_aPathThatIsNoneTellsAStrangerNothing(path: String) async throws {
        try await TestServer.withoutSession { server async throws in
            #expect(try await server.ask(.get, path).isRefusal(.invalidToken))
            #expect(try await server.ask(.delete, path).isRefusal(.invalidToken))
        }
    }

    @Test func fd1_anExternalTokenOpensOneGETAndNothingElse() async throws {
        try await TestServer.withoutSession { server async throws in
            let asked = "/v2/sessiontoken?externalToken=0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12&uid=1"
            let message = "Temporary token provided is invalid."
            #expect(
                try await server.send(.get, asked).refuses(.unauthorized, "InvalidTemporaryToken", message))
            #expect(
                try await server.send(.get, "/v2/sessiontoken/?EXTERNALTOKEN=x&uid=1")
                    .refuses(.unauthorized, "InvalidTemporaryToken", message))
            for path in ["/v2/sessiontoken", "/v2/sessiontoken?externalToken=", "/v2/sessiontoken?uid=1"] {
                #expect(try await server.send(.get, path).isRefusal(.invalidToken))
            }
            #expect(try await server.send(.delete, asked).isRefusal(.invalidToken))
        }
    }

    @Test func fd1_signInAndTheContractNeedNoToken() async throws {
        try await TestServer.withoutSession { server async throws in
            #expect(try await server.sendCredentials(server.owner).status == .created)
            #expect(try await server.send(.get, "/v2/openapi.json").status == .ok)
            #expect(
                try await server.send(.get, "/v2/docs").headers[.contentType] == "text/html; charset=utf-8")
            // A token that is none doesn't shut what is open.
            #expect(try await server.send(.get, "/v2/docs", token: "x").status == .ok)
        }
    }

    @Test func fd1_whatLiesBesideTheInterfaceTellsNothingOfIt() async throws {
        try await TestServer.withoutSession { server in
            for path in ["/", "/v1/customers", "/v2x/customers", "/customers", "/v20", "//v2/customers"] {
                #expect(
                    try await server.ask(.get, path).refuses(
                        .notFound, "NotFound", "There is no such path. The API is below /v2."))
            }
            #expect(try await server.ask(.get, "/health/live").text == #""live""#)
            #expect(try await server.ask(.get, "/health/ready").text == #""ready""#)
            server.services.stop()
            let stopping = try await server.ask(.get, "/health/ready")
            #expect(
                stopping.refuses(.serviceUnavailable, "Unavailable", "The server is stopping. Try again."))
            #expect(stopping.headers[.retryAfter] == "5")
        }
    }
}

extension Route {
    /// A path that leads here, with 1 for each parameter.
    var sample: String { sample { _ in "1" } }

    /// The same with a value for each parameter, by its name.
    func sample(_ value: (String) -> String) -> String {
        "/v2/"
            + path.split(separator: "/").map { segment in
                segment.hasPrefix("{") ? value(String(segment.dropFirst().dropLast())) : String(segment)
            }.joined(separator: "/")
    }
}
