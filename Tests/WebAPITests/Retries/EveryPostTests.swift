import HTTPTypes
import Testing

@testable import WebCore

/// Every POST there is: with a key it is carried out once, or it stands in a short list of those that take none.
@Suite struct EveryPostTests {
    private struct Sample {
        let path: String
        let body: String
        /// Where what is made is listed.
        let list: String
    }

    private static let samples = [
        "POST /customers": Sample(
            path: "/customers", body: #"{"Name":"Harbour Joinery Ltd"}"#, list: "/customers"),
        "POST /suppliers": Sample(
            path: "/suppliers", body: #"{"Name":"Timberyard"}"#, list: "/suppliers"),
        "POST /{objectType}/{objectNumber}/notes": Sample(
            path: "/customers/QUAY01/notes", body: #"{"Text":"Rang."}"#, list: "/customers/QUAY01/notes"),
        "POST /sources/createSource": Sample(
            path: "/sources/createSource", body: #"{"Name":"Harbour Fair"}"#, list: "/sources"),
        "POST /categories/list": Sample(
            path: "/categories/list",
            body: #"{"EntityType":"Quote","CategoriesList":[{"Name":"Sent","IconId":1}]}"#,
            list: "/categories/quote"),
        "POST /currencies": Sample(
            path: "/currencies", body: #"{"Code":"EUR","ExchangeRate":1.15}"#, list: "/currencies"),
        "POST /nominals": Sample(
            path: "/nominals", body: #"{"Name":"Workshop Hire","NomType":1}"#, list: "/nominals"),
        "POST /users": Sample(
            path: "/users",
            body:
                #"{"FullName":"Ines Okafor","Username":"ines.okafor","Email":"ines@harbour.example","RoleId":5}"#,
            list: "/users"),
        "POST /api/settings/ipaddress": Sample(
            path: "/api/settings/ipaddress", body: #"{"Address":"203.0.113.5"}"#,
            list: "/api/settings/ipaddress"),
        "POST /vat/settings/vatrates/{vatRate}": Sample(
            path: "/vat/settings/vatrates/17.5", body: "", list: "/vat/settings/vatrates"),
        "POST /accountingperiods": Sample(
            path: "/accountingperiods", body: #"{"StartDate":"2026-04-01","EndDate":"2027-03-31"}"#,
            list: "/accountingperiods"),
        "POST /quotes": Sample(path: "/quotes", body: quote, list: "/quotes"),
        "POST /quotecategories": Sample(
            path: "/quotecategories", body: #"{"Name":"Won","IconId":2}"#, list: "/quotecategories"),
        "POST /quotecategories/categorieslist": Sample(
            path: "/quotecategories/categorieslist",
            body: #"{"CategoriesList":[{"Name":"Lost","IconId":3}]}"#,
            list: "/quotecategories"),
        "POST /recurringinvoices": Sample(
            path: "/recurringinvoices",
            body: #"""
                {"StartDate":"2026-05-01","Frequency":{"Type":"Monthly"},"Duration":{"Type":"Indefinite"},
                "InvoiceDetails":{"CustomerCode":"QUAY01","LineItems":[{"Rate":1}]}}
                """#, list: "/recurringinvoices"),
        "POST /duplicate": Sample(
            path: "/duplicate", body: #"{"SourceNumber":1,"SourceType":"Quote","TargetType":"Quote"}"#,
            list: "/quotes"),
        "POST /copy": Sample(
            path: "/copy?sourceEntity=quote&targetEntity=quote&SourceId=1", body: "", list: "/quotes"),
        "POST /internal/invoices": Sample(
            path: "/internal/invoices?convertfrom=quote", body: "[1]", list: "/invoices"),
    ]

    private static let quote = #"{"CustomerCode":"QUAY01","LineItems":[{"Description":"A door","Rate":100}]}"#

    /// They write nothing, or what they write is a password's, a link's or a letter's affair.
    private static let withoutKeys = [
        "POST /customers/suggestedcode", "POST /internal/customers/valid-email",
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
            #expect(
                try await server.post("/v2/customers", #"{"Code":"QUAY01","Name":"Quay Bakery"}"#).status
                    == .created)
            #expect(try await server.post("/v2/quotes", Self.quote).status == .created)
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
