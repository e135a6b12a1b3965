import HTTPTypes
import Testing

@testable import WebCore

/// Every POST there is: with a key it is carried out once, or it stands in a short list of those that take none.
@Suite struct EveryPostTests {
    /// They write nothing, or what they write is a password's, a link's or a letter's affair.
    private static let withoutKeys = [
        "POST /customers/customerbulkinvoice", "POST /customers/suggestedcode",
        "POST /internal/customers/valid-email",
        "POST /internal/discountnominal",
        "POST /internal/suppliers/valid-email", "POST /jserror", "POST /nominals/special", "POST /password",
        "POST /password/breached",
        "POST /reports/nominalbreakdown/reassign", "POST /reports/nominalledger/guid",
        "POST /sessiontoken", "POST /suppliers/suggestedcode",
        "POST /users/activation/{activationGuid}/email",
    ]

    /// What they make is in no list: `ActivationLetterTests`.
    private static let unlisted = ["POST /users/{number}/activationemail"]

    @Test func everyCallWithAKeyIsCarriedOutOnce() async throws {
        try await TestServer.run { server in
            try await prepare(server)
            let routes = server.server.services.routes.routes.filter { $0.method == .post && $0.isBuilt }
            #expect(routes.filter { !$0.keepsAnswer }.map(\.name).sorted() == Self.withoutKeys)
            for route in routes where route.keepsAnswer && !Self.unlisted.contains(route.name) {
                guard let sample = Self.samples[route.name] else {
                    Issue.record("\(route.name) needs a sample here")
                    continue
                }
                let before = try await server.get("/v2\(sample.list)").text
                let first = try await server.post("/v2\(sample.path)", sample.body, headers: .key("k-1"))
                #expect(first.status.kind == .successful && !first.isReplay, "\(route.name): \(first.text)")
                let after = try await server.get("/v2\(sample.list)").text
                #expect(after != before, "\(route.name)")
                let second = try await server.post("/v2\(sample.path)", sample.body, headers: .key("k-1"))
                #expect(second.replays(first), "\(route.name): \(second)")
                #expect(try await server.get("/v2\(sample.list)").text == after, "\(route.name)")
            }
        }
    }

    @Test func whereNothingIsMadeAKeyMeansNothing() async throws {
        try await TestServer.run { server in
            for body in [#"{"Name":"Harbour"}"#, #"{"Name":"Quay"}"#] {
                let answer = try await server.post("/v2/customers/suggestedcode", body, headers: .key("k-1"))
                #expect(answer.status == .ok && !answer.isReplay)
            }
        }
    }

    /// Also where a key means nothing: it must not look as if it had been taken.
    @Test func noPostTakesWhatIsNoKey() async throws {
        try await TestServer.run { server in
            let routes = server.server.services.routes.routes.filter { $0.method == .post && $0.isBuilt }
            for route in routes {
                var path = route.path
                if let kinds = route.access.kinds, let kind = kinds.permissions.keys.min() {
                    path = path.replacing("{\(kinds.parameter)}", with: kind)
                }
                path = path.replacing(#/\{[^}]*\}/#, with: "1")
                let answer = try await server.server.ask(
                    .post, "/v2\(path)", token: server.token, headers: .key("two words"))
                #expect(answer.status == .badRequest, "\(route.name): \(answer.text)")
                #expect(answer.text.contains(#""Field":"Idempotency-Key""#), "\(route.name)")
            }
        }
    }

    @Test(arguments: ["", "two words", String(repeating: "k", count: 129), "clé", "tab\there"])
    func whatIsNoKeyIsRefused(key: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/customers", #"{"Name":"Harbour"}"#, headers: .key(key), loosely: true)
            #expect(
                answer.names(
                    (
                        "Idempotency-Key",
                        "Idempotency-Key must be 1 to 128 visible ASCII characters, sent once."
                    )))
            #expect(try await server.get("/v2/customers").text.contains(#""TotalRecords":0"#))
            let longest = try await server.post(
                "/v2/customers", #"{"Name":"Harbour"}"#, headers: .key(String(repeating: "~", count: 128)))
            #expect(longest.status == .created)
        }
    }
}
