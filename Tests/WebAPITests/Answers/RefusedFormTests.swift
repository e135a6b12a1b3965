import HTTPTypes
import Testing
import WebCore

/// Forms of asking and sending that are not taken, and those that are taken whatever `Accept` says.
@Suite struct RefusedFormTests {
    @Test(arguments: ["gzip", "br", "GZIP, identity"])
    func aCompressedBodyIsRefusedForWhatItIs(coding: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.server.ask(
                .post, "/v2/customers", [0x1f, 0x8b, 0x08, 0], token: server.token,
                headers: [.contentType: "application/json", .contentEncoding: coding])
            #expect(
                answer.refuses(
                    .unsupportedMediaType, "UnsupportedMediaType",
                    "The body must not be compressed: send it without Content-Encoding."))
            #expect(try await server.get("/v2/customers").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test func thePageIsForWhoAsksForPagesAlone() async throws {
        try await TestServer.withoutSession { server in
            let page = try await server.send(.get, "/v2/docs", headers: [.accept: "text/html"])
            #expect(page.status == .ok)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(
                try await server.send(.get, "/v2/openapi.json", headers: [.accept: "text/html"]).status
                    == .notAcceptable)
        }
    }

    @Test func anUnknownPathBesideTheAPIIsOneLineInTheLog() async throws {
        try await TestServer.withoutSession { server in
            let lines = LogLines()
            let answer = try await server.ask(.get, "/favicon.ico", logger: lines.logger())
            #expect(answer.status == .notFound)
            #expect(lines.all == ["info: refused error=NotFound route=GET (no route) status=404"])
        }
    }

    @Test func aRefusalIsFoundInTheLogByItsRequestID() async throws {
        try await TestServer.withoutSession { server in
            let lines = LogLines()
            var logger = lines.logger()
            logger[metadataKey: "hb.request.id"] = "97617858385bf6b3"
            let answer = try await server.ask(.get, "/v2/customers", logger: logger)
            let name = try #require(HTTPField.Name("X-Request-Id"))
            #expect(answer.headers[name] == "97617858385bf6b3")
            #expect(lines.all.count == 1 && lines.all.allSatisfy { $0.contains("97617858385bf6b3") })
        }
    }

    @Test func fd26_usersByTheirOldPathAreNotKept() async throws {
        try await TestServer.run { server in
            let user = try await server.get("/v2/user/1")
            #expect(user.headers[.cacheControl] == "no-store")
            let permissions = try await server.get("/v2/userpermissions")
            #expect(permissions.headers[.cacheControl] == "private, no-cache")
        }
    }
}
