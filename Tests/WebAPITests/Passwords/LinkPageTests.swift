import HTTPTypes
import Testing

/// The page that links in letters open (FD-24).
@Suite struct LinkPageTests {
    private func header(_ answer: TestAnswer, _ name: String) throws -> String? {
        answer.headers[try #require(HTTPField.Name(name))]
    }

    @Test(arguments: [
        ("/v2/links/activation", "text/html"), ("/v2/links/reset", "text/html"),
        ("/v2/links/page.js", "text/javascript"), ("/v2/links/page.css", "text/css"),
    ])
    func fd24_nobodyElseLearnsOfItAndNothingKeepsIt(path: String, type: String) async throws {
        try await TestServer.withoutSession { server in
            let answer = try await server.send(.get, path)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "\(type); charset=utf-8")
            #expect(answer.headers[values: .cacheControl] == ["no-store"])
            #expect(try header(answer, "Referrer-Policy") == "no-referrer")
            #expect(
                try header(answer, "Content-Security-Policy") == """
                    default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; \
                    form-action 'none'; frame-ancestors 'none'
                    """)
            // It is the same for every link: the secret is never in a request for it.
            #expect(try await server.send(.get, path + "?x=1").text == answer.text)
        }
    }

    /// The policy above would stop what stands in the page itself or comes from elsewhere.
    @Test func fd24_whatItNeedsComesFromHere() async throws {
        try await TestServer.withoutSession { server in
            let page = try await server.send(.get, "/v2/links/reset").text
            for text in [
                page, try await server.send(.get, "/v2/links/page.js").text,
                try await server.send(.get, "/v2/links/page.css").text,
            ] {
                #expect(!text.contains("://") && !text.contains("//cdn") && !text.contains("url("))
            }
            #expect(page.contains(#"<script src="page.js" defer></script>"#))
            #expect(page.contains(#"<link rel="stylesheet" href="page.css">"#))
            #expect(page.matches(of: /<script/).count == 1)
            #expect(page.firstMatch(of: /\son[a-z]+=|style=|javascript:/) == nil)
        }
    }

    @Test func fd24_whatAServerSaysIsShownAsTextAndNothingElse() async throws {
        try await TestServer.withoutSession { server in
            let script = try await server.send(.get, "/v2/links/page.js").text
            for word in ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function("] {
                #expect(!script.contains(word))
            }
            // Every element that it looks for is there.
            let page = try await server.send(.get, "/v2/links/activation").text
            let wanted = Set(script.matches(of: /at\("([a-z-]+)"\)/).map { String($0.output.1) })
            #expect(wanted.count > 8)
            for id in wanted { #expect(page.contains(#"id="\#(id)""#), "\(id)") }
        }
    }
}
