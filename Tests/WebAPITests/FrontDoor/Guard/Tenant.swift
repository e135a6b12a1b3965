import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import FrontDoor
@testable import WebCore

/// One of two businesses that are filled alike: the same codes and numbers in both, other contents in each.
struct Tenant {
    let server: TestServer
    let business: Int64
    let owner: TestUser
    /// Stands in all that this business holds, and in no other.
    let secret: String
    private(set) var token: String
    /// All that could be put in a path to mean something of this business.
    private(set) var identifiers: [String] = []

    static let codes = ["HARB01", "HARB02", "Q/1 é"]

    init(_ server: TestServer, _ business: Int64, _ owner: TestUser, secret: String) async throws {
        self.server = server
        self.business = business
        self.owner = owner
        self.secret = secret
        token = try await server.signIn(owner)
        try await fill()
    }

    mutating func signInAgain() async throws {
        token = try await server.signIn(owner)
    }

    /// What this business calls everything it has; the first word is in the other one's too.
    var content: String { "ANCHOR \(secret)" }

    /// Who works here.
    var identities: Set<Int64> {
        get async throws {
            let business = business
            return try await Set(
                server.installation.frontDoor.store.read {
                    try $0.all("SELECT identity FROM membership WHERE business = ?1", business) {
                        $0.integer(0)
                    }
                })
        }
    }

    /// All rows of the book.
    var book: StoredRows {
        get throws { try server.place.book(business) }
    }

    /// What the owner reads on every path without parameters.
    func pages() async throws -> [String: String] {
        var pages: [String: String] = [:]
        for route in server.services.routes.routes
        where route.isBuilt && route.method == .get && !route.access.isOpen && !route.path.contains("{") {
            let query = "perpage=1000&searchBy=name&searchText=ANCHOR&searchentitytype=All"
            pages[route.path] = try await server.ask(.get, "\(route.sample)?\(query)", token: token).text
        }
        return pages
    }
}

// What it is filled with.
extension Tenant {
    private struct Seed {
        let route: String
        let path: String
        var body: String?
    }

    private var seeds: [Seed] {
        let parties = Self.codes.flatMap { code in
            ["customers", "suppliers"].map { kind in
                Seed(
                    route: "POST /\(kind)", path: "/\(kind)",
                    body: """
                        {"Code":"\(code)","Name":"\(content)","Note":"\(content)",\
                        "Contacts":[{"Name":"\(content)","Email":"\(secret)@b.example"}]}
                        """)
            }
        }
        let notes = ["customers", "suppliers"].map { kind in
            Seed(
                route: "POST /{objectType}/{objectNumber}/notes", path: "/\(kind)/HARB01/notes",
                body: #"{"Text":"\#(content)"}"#)
        }
        return parties + notes + sales + [
            Seed(
                route: "POST /sources/createSource", path: "/sources/createSource",
                body: #"{"Name":"\#(content)"}"#),
            Seed(
                route: "POST /currencies", path: "/currencies", body: #"{"Code":"EUR","Name":"\#(content)"}"#),
            Seed(
                route: "POST /categories/list", path: "/categories/list",
                body: #"{"EntityType":"Quote","CategoriesList":[{"Name":"\#(content)","IconId":1}]}"#),
            Seed(
                route: "POST /api/settings/ipaddress", path: "/api/settings/ipaddress",
                body: #"{"Address":"203.0.113.5","Comment":"\#(content)"}"#),
            Seed(route: "PUT /settings/api-autoauthkey", path: "/settings/api-autoauthkey"),
            Seed(
                route: "POST /users", path: "/users",
                body: """
                    {"FullName":"\(content)","Username":"\(owner.username).second","Email":"\(secret)@u.example","RoleId":5}
                    """),
            Seed(
                route: "PUT /settings/companydetails", path: "/settings/companydetails",
                body: #"{"CompanyName":"\#(content)","BusinessType":1}"#),
            Seed(route: "PUT /settings/profile", path: "/settings/profile", body: #"{"Name":"\#(content)"}"#),
        ]
    }

    /// Documents, what they are made of, and what was paid.
    private var sales: [Seed] {
        let line = #"{"Description":"\#(content)","Rate":50,"NominalCode":4000}"#
        let document = #""CustomerCode":"HARB01","CustomerReference":"\#(content)","LineItems":[\#(line)]"#
        let kinds: [(String, String)] = [
            ("/projects", #"{"Name":"\#(content)"}"#),
            ("/products", #"{"Code":"HARB01","Name":"\#(content)","NominalCode":4000}"#),
            ("/nominals", #"{"Code":4321,"Name":"\#(content)","NomType":1}"#),
            ("/invoices", "{\(document)}"),
            ("/invoices", "{\(document)}".replacing(#""Rate":50"#, with: #""Rate":-20"#)),
            ("/quotes", "{\(document)}"),
            (
                "/recurringinvoices",
                #"""
                {"Name":"\#(content)","StartDate":"2026-05-01","Frequency":{"Type":"Monthly"},
                "Duration":{"Type":"Indefinite"},"InvoiceDetails":{\#(document)}}
                """#
            ),
            ("/quotecategories", #"{"Name":"\#(content)","IconId":2}"#),
            ("/bankaccounts", #"{"AccountName":"\#(content)"}"#),
        ]
        return kinds.map { Seed(route: "POST \($0)", path: $0, body: $1) } + [
            Seed(
                route: "POST /bankaccounts/{accountId}/transactions", path: "/bankaccounts/1/transactions",
                body: #"{"Date":"2026-03-09","MoneyType":7901,"PaidOut":14.40,"Comment":"\#(content)"}"#),
            Seed(
                route: "POST /{objectType}/bulk/payments", path: "/invoices/bulk/payments",
                body: #"{"Comment":"\#(content)","PaymentItems":[{"ObjectNumber":1,"Amount":10}]}"#),
        ]
    }

    private mutating func fill() async throws {
        let built = Set(server.services.routes.routes.filter(\.isBuilt).map(\.name))
        var found = Set(["1", "2", "3", "\(business)", token, owner.username])
        for seed in seeds where built.contains(seed.route) {
            let made = try await server.ask(
                .init(seed.route), "/v2" + seed.path, Array((seed.body ?? "").utf8), token: token)
            #expect(made.status.kind == .successful, "\(seed.route): \(made.text)")
            let json = try? JSONSerialization.jsonObject(
                with: Data(made.text.utf8), options: .fragmentsAllowed)
            found.formUnion(identifiers(in: json))
        }
        _ = try await server.installation.frontDoor.postAlert(
            business: business, title: content, text: content)
        found.formUnion(try await identities.map(String.init))
        identifiers = found.map(\.percentEncodedSegment).sorted()
    }

    private func identifiers(in json: Any?) -> [String] {
        switch json {
        case let list as [Any]: list.flatMap { identifiers(in: $0) }
        case let text as String: [text]
        case let object as [String: Any]:
            object.flatMap { name, value -> [String] in
                if value is [Any] || value is [String: Any] { return identifiers(in: value) }
                let names = ["Id", "Number", "Code", "Key", "CustomerKey", "SupplierKey", "Username"]
                return names.contains(name) && !(value is NSNull) ? ["\(value)"] : []
            }
        default: []
        }
    }
}

extension HTTPRequest.Method {
    /// Of `POST /customers`.
    fileprivate init(_ name: String) {
        self = HTTPRequest.Method(rawValue: String(name.prefix { $0 != " " })) ?? .get
    }
}
