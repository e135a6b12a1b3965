import HTTPTypes
import Testing

@testable import WebCore

/// Every resource that a path shows alone has versions, and every change of one can be tied to the version that the
/// client has seen.
@Suite struct EveryVersionTests {
    private struct Sample {
        /// Of the GET that shows it; the change may have another path.
        let shown: String
        let path: String
        var body: String?
    }

    private static let name = #"{"Name":"Changed"}"#
    private static let user =
        #"{"FullName":"Changed","Email":"ines@harbour.example","RoleId":5}"#

    private static let quote = #"{"CustomerCode":"HARB01","LineItems":[{"Description":"A door","Rate":100}]}"#
    private static let template = #"""
        {"StartDate":"2026-05-01","Frequency":{"Type":"Monthly"},"Duration":{"Type":"Indefinite"},
        "InvoiceDetails":{"CustomerCode":"HARB01","LineItems":[{"Rate":100}]}}
        """#

    /// In an order in which what is deleted is no longer needed.
    private static let samples: [(route: String, sample: Sample)] = [
        ("PUT /customers/{code}", Sample(shown: "/customers/HARB01", path: "/customers/HARB01", body: name)),
        ("PUT /suppliers/{code}", Sample(shown: "/suppliers/TIMB01", path: "/suppliers/TIMB01", body: name)),
        (
            "PUT /{objectType}/{objectNumber}/notes/{number}",
            Sample(
                shown: "/customers/HARB01/notes/1", path: "/customers/HARB01/notes/1",
                body: #"{"Text":"Changed"}"#)
        ),
        (
            "PUT /sources/{id}",
            Sample(
                shown: "/sources/getSource?sourceName=Fair", path: "/sources/1",
                body: #"{"Name":"Fair","CostOfSource":5}"#)
        ),
        ("PUT /currencies/{id}", Sample(shown: "/currencies/2", path: "/currencies/2", body: name)),
        (
            "PUT /nominals/{nominalcode}",
            Sample(shown: "/nominals/4001", path: "/nominals/4001", body: name)
        ),
        (
            "PUT /nominals/Id/{nominalId}",
            Sample(shown: "/nominals/Id/1000059", path: "/nominals/Id/1000059", body: name)
        ),
        (
            "PUT /settings/companydetails",
            Sample(
                shown: "/settings/companydetails", path: "/settings/companydetails",
                body: #"{"BusinessType":1,"Contact":{"Name":"Changed"}}"#)
        ),
        (
            "PUT /settings/api",
            Sample(shown: "/settings/api", path: "/settings/api", body: #"{"EnableRemoteLogin":true}"#)
        ),
        (
            "PUT /settings/advanced",
            Sample(
                shown: "/settings/advanced", path: "/settings/advanced", body: #"{"JournalEnabled":false}"#)
        ),
        (
            "PUT /settings/invoice",
            Sample(shown: "/settings/invoice", path: "/settings/invoice", body: #"{"RateName":"Price"}"#)
        ),
        (
            "PUT /settings/quote",
            Sample(shown: "/settings/quote", path: "/settings/quote", body: #"{"QuoteDelete":true}"#)
        ),
        (
            "PUT /settings/project",
            Sample(shown: "/settings/project", path: "/settings/project", body: #"{"ProjectPrint":true}"#)
        ),
        (
            "PUT /settings/withholdingtax",
            Sample(
                shown: "/settings/withholdingtax", path: "/settings/withholdingtax", body: #"{"Rate":30}"#)
        ),
        (
            "PUT /stockoptions",
            Sample(shown: "/stockoptions", path: "/stockoptions", body: #"{"ECSalesProducts":true}"#)
        ),
        (
            "PUT /vat/settings",
            Sample(shown: "/vat/settings", path: "/vat/settings", body: #"{"VatOnOverview":false}"#)
        ),
        (
            "PUT /settings/vat",
            Sample(shown: "/settings/vat", path: "/settings/vat", body: #"{"EnableOutsideSubmission":true}"#)
        ),
        (
            "PUT /settings/profile",
            Sample(shown: "/settings/profile", path: "/settings/profile", body: name)
        ),
        (
            "PUT /quotes/{number}",
            Sample(shown: "/quotes/1", path: "/quotes/1", body: quote.replacing("100", with: "110"))
        ),
        (
            "PUT /invoices/{number}",
            Sample(shown: "/invoices/1", path: "/invoices/1", body: quote.replacing("100", with: "110"))
        ),
        (
            "PUT /{objectType}/bulk/payments/{number}",
            Sample(
                shown: "/invoices/bulk/payments/1", path: "/invoices/bulk/payments/1",
                body: #"{"PaymentItems":[{"ObjectNumber":2,"Amount":20}]}"#)
        ),
        (
            "PUT /bankaccounts/{id}",
            Sample(
                shown: "/bankaccounts/2", path: "/bankaccounts/2", body: #"{"AccountName":"Changed"}"#)
        ),
        (
            "PUT /bankaccounts/{accountId}/transactions/{transactionId}",
            Sample(
                shown: "/bankaccounts/1/transactions/1", path: "/bankaccounts/1/transactions/1",
                body: #"{"Date":"2026-03-09","MoneyType":7901,"PaidOut":15}"#)
        ),
        (
            "PUT /products/{nominalCode}/{code}",
            Sample(shown: "/products/4000/OAK", path: "/products/4000/OAK", body: name)
        ),
        ("PUT /projects/{number}", Sample(shown: "/projects/1", path: "/projects/1", body: name)),
        (
            "PUT /project/{number}",
            Sample(shown: "/projects/1", path: "/project/1", body: #"{"Name":"Again"}"#)
        ),
        (
            "PUT /recurringinvoices/{number}",
            Sample(
                shown: "/recurringinvoices/1", path: "/recurringinvoices/1",
                body: template.replacing("100", with: "110"))
        ),
        ("PUT /users/{number}", Sample(shown: "/users/2", path: "/users/2", body: user)),
        (
            "PUT /user/{number}",
            Sample(
                shown: "/users/2", path: "/user/2",
                body: #"{"FullName":"Again","Email":"ines@harbour.example","RoleId":5}"#)
        ),
        (
            "PUT /suppliers/statistics/transactions/visibility",
            Sample(
                shown: "/suppliers/statistics/transactions/visibility",
                path: "/suppliers/statistics/transactions/visibility?isVisible=false")
        ),
        (
            "PUT /suppliers/statistics/dashboard/visibility",
            Sample(
                shown: "/suppliers/statistics/dashboard/visibility",
                path: "/suppliers/statistics/dashboard/visibility?isVisible=false")
        ),
        (
            "DELETE /{objectType}/{objectNumber}/notes/{number}",
            Sample(shown: "/customers/HARB01/notes/1", path: "/customers/HARB01/notes/1")
        ),
        (
            "DELETE /sources/deleteSource",
            Sample(shown: "/sources/getSource?sourceName=Fair", path: "/sources/deleteSource?name=Fair")
        ),
        (
            "DELETE /nominals/{nominalCode}",
            Sample(shown: "/nominals/4001", path: "/nominals/4001?assignedCode=4000")
        ),
        (
            "DELETE /nominals/Id/{nominalId}",
            Sample(shown: "/nominals/Id/1000059", path: "/nominals/Id/1000059?assignedId=0")
        ),
        (
            "DELETE /{objectType}/bulk/payments/{number}",
            Sample(shown: "/invoices/bulk/payments/1", path: "/invoices/bulk/payments/1")
        ),
        (
            "DELETE /bankaccounts/{accountId}/transactions/{transactionId}",
            Sample(shown: "/bankaccounts/1/transactions/1", path: "/bankaccounts/1/transactions/1")
        ),
        ("DELETE /bankaccounts/{id}", Sample(shown: "/bankaccounts/2", path: "/bankaccounts/2")),
        (
            "DELETE /products/{nominalCode}/{code}",
            Sample(shown: "/products/4000/OAK", path: "/products/4000/OAK")
        ),
        ("DELETE /projects/{number}", Sample(shown: "/projects/1", path: "/projects/1")),
        ("DELETE /project/{number}", Sample(shown: "/projects/2", path: "/project/2")),
        ("DELETE /invoices/{number}", Sample(shown: "/invoices/1", path: "/invoices/1")),
        ("DELETE /quotes/{number}", Sample(shown: "/quotes/1", path: "/quotes/1")),
        (
            "DELETE /recurringinvoices/{number}",
            Sample(shown: "/recurringinvoices/1", path: "/recurringinvoices/1")
        ),
        ("DELETE /currencies/{id}", Sample(shown: "/currencies/2", path: "/currencies/2")),
        ("DELETE /customers/{code}", Sample(shown: "/customers/HARB01", path: "/customers/HARB01")),
        ("DELETE /suppliers/{code}", Sample(shown: "/suppliers/TIMB01", path: "/suppliers/TIMB01")),
        ("DELETE /users/{number}", Sample(shown: "/users/2", path: "/users/2")),
        ("DELETE /user/{number}", Sample(shown: "/users/3", path: "/user/3")),
    ]

    /// They are taken and change nothing, since their figures are always those of now.
    private static let unchanging = ["PUT /customers/statistics", "PUT /customers/{code}/statistics"]

    @Test func everyChangeOfOneResourceHoldsToTheVersionThatWasSeen() async throws {
        try await TestServer.run { server in
            try await fill(server)
            let matched = server.server.services.routes.routes.filter(\.isMatched).map(\.name)
            #expect(matched.sorted() == Self.samples.map(\.route).sorted())
            for (route, sample) in Self.samples {
                let method: HTTPRequest.Method = route.hasPrefix("PUT") ? .put : .delete
                func change(_ headers: HTTPFields) async throws -> TestAnswer {
                    try await server.server.send(
                        method, "/v2\(sample.path)", sample.body.map { Array($0.utf8) }, token: server.token,
                        headers: headers)
                }
                let seen = try await server.get("/v2\(sample.shown)")
                let stale = try await change(.ifMatch(#""another""#))
                #expect(stale.refusesVersion, "\(route): \(stale.text)")
                let still = try await server.get("/v2\(sample.shown)")
                #expect(still.text == seen.text, "\(route)")
                #expect(try still.tag == seen.tag, "\(route)")
                let changed = try await change(.ifMatch(seen.tag))
                #expect(changed.status.kind == .successful, "\(route): \(changed.text)")
                let after = try await server.get("/v2\(sample.shown)")
                if method == .delete {
                    #expect(after.status == .notFound, "\(route)")
                } else {
                    #expect(try after.tag != seen.tag, "\(route)")
                    if !changed.text.isEmpty {
                        #expect(try changed.tag == after.tag, "\(route)")
                        #expect(changed.text == after.text, "\(route)")
                    }
                    #expect(try await change(.ifMatch(seen.tag)).refusesVersion, "\(route)")
                }
            }
        }
    }

    /// Whoever adds a resource is told here.
    @Test func whatIsShownAloneCanBeChangedByItsVersion() async throws {
        try await TestServer.run { server in
            let routes = server.server.services.routes.routes.filter(\.isBuilt)
            let shown = Set(routes.filter { $0.method == .get && $0.hasVersions }.map(\.path))
            let forgotten = routes.filter {
                ($0.method == .put || $0.method == .delete) && shown.contains($0.path) && !$0.isMatched
                    && !Self.unchanging.contains($0.name)
            }
            #expect(forgotten.map(\.name) == [])
            // Sign-in makes something with each GET, and strangers get no versions.
            #expect(!shown.contains("/sessiontoken") && !shown.contains("/password/{resetToken}"))
        }
    }

    private func fill(_ server: SignedInServer) async throws {
        for (path, body) in [
            ("/customers", #"{"Code":"HARB01","Name":"Harbour"}"#),
            ("/suppliers", #"{"Code":"TIMB01","Name":"Timberyard"}"#),
            ("/customers/HARB01/notes", #"{"Text":"Rang."}"#),
            ("/quotes", Self.quote),
            ("/recurringinvoices", Self.template),
            ("/invoices", Self.quote), ("/invoices", Self.quote),
            ("/invoices/bulk/payments", #"{"PaymentItems":[{"ObjectNumber":2,"Amount":10}]}"#),
            ("/bankaccounts", #"{"AccountName":"Savings"}"#),
            ("/bankaccounts/1/transactions", #"{"Date":"2026-03-09","MoneyType":7901,"PaidOut":14.40}"#),
            ("/products", #"{"Code":"OAK","Name":"Oak board","NominalCode":4000}"#),
            ("/projects", #"{"Name":"Boathouse"}"#), ("/projects", #"{"Name":"Jetty"}"#),
            ("/sources/createSource", #"{"Name":"Fair"}"#),
            ("/currencies", #"{"Code":"EUR","ExchangeRate":1.15}"#),
            (
                "/users",
                #"{"FullName":"Ines","Username":"ines.okafor","Email":"ines@harbour.example","RoleId":5}"#
            ),
            (
                "/users",
                #"{"FullName":"Tom","Username":"tom.reed","Email":"tom@harbour.example","RoleId":5}"#
            ),
        ] {
            let made = try await server.post("/v2\(path)", body)
            #expect(made.status.kind == .successful, "\(path): \(made.text)")
        }
    }
}
