import Foundation
import FrontDoor
import HTTPTypes
import Testing

@testable import WebCore

/// What a route can need beyond one permission: any of several, or what a path parameter says.
@Suite struct RouteAccessTests {
    private static let parents: [String: Permission] = [
        "customers": .viewCustomer, "customer": .viewCustomer, "suppliers": .viewReceipt,
    ]
    private static let routes = RouteTable([
        route("/roles", .needs(.manageRole, or: .manageUser, .editProject)),
        route("/{objectType}/{objectNumber}/notes", .needs(by: "objectType", parents)),
        route("/customers/{code}/notes/{note}", .needs(.viewQuote)),
        route("/password", .ownPassword),
    ])

    private static func route(_ path: String, _ access: RouteAccess) -> Route {
        Route(.get, path, access, RouteContract("For tests.")) { _ in Answer(text: "in") }
    }

    /// The same house with these routes, and what a caller gets there.
    private func ask(_ server: SignedInServer, _ path: String, _ token: String?) async throws -> TestAnswer {
        let house = server.server
        return try await TestServer(
            over: house, house.installation, house.services.frontDoor, house.clock, routes: Self.routes
        ).ask(.get, path, token: token)
    }

    private func isRefused(_ answer: TestAnswer, _ permission: String) -> Bool {
        answer.refuses(.unauthorized, "PermissionDenied", "Permission \(permission) is required.")
            && answer.headers[.wwwAuthenticate] == "KfToken"
    }

    @Test(arguments: [
        (Permission.manageRole, true), (.manageUser, true), (.editProject, true), (.fullAccess, true),
        (.viewProject, false), (.deleteProject, false),
    ])
    func fd4_anyOneOfSeveralPermissionsDoes(permission: Permission, enters: Bool) async throws {
        try await TestServer.run { server in
            let token = try await server.server.user(with: [permission])
            let answer = try await ask(server, "/v2/roles", token)
            // A refusal names the first.
            #expect(enters ? answer.text == #""in""# : isRefused(answer, "ManageRole"))
        }
    }

    @Test(arguments: [
        ("customers", "ViewCustomer"), ("CUSTOMERS", "ViewCustomer"), ("customer", "ViewCustomer"),
        ("%63ustomers", "ViewCustomer"), ("%20customers%20", "ViewCustomer"), ("Suppliers", "ViewReceipt"),
    ])
    func fd4_thePathSaysWhatIsNeeded(parent: String, permission: String) async throws {
        try await TestServer.run { server in
            let path = "/v2/\(parent)/1/notes"
            for held in [Permission.viewCustomer, .viewReceipt] {
                let token = try await server.server.user(with: [held])
                let answer = try await ask(server, path, token)
                #expect(held.name == permission ? answer.text == #""in""# : isRefused(answer, permission))
            }
            #expect(try await ask(server, path, server.token).text == #""in""#)
            #expect(try await ask(server, path, nil).isRefusal(.invalidToken))
        }
    }

    /// Also for who has all rights, and before any right is asked.
    @Test(arguments: ["invoices", "customerss", "", "%00", "%ff", "cust%2Fomers", "customers%00"])
    func fd4_anotherValueIsNoPath(parent: String) async throws {
        try await TestServer.run { server in
            let nobody = try await server.server.user(with: [.viewProject])
            for token in [server.token, nobody] {
                #expect(
                    try await ask(server, "/v2/\(parent)/1/notes", token).refuses(
                        .notFound, "NotFound", "There is no such path."))
            }
        }
    }

    @Test func aPathOfItsOwnBeatsTheParameter() async throws {
        try await TestServer.run { server in
            let token = try await server.server.user(with: [.viewCustomer])
            #expect(try await ask(server, "/v2/customers/1/notes/2", token).text.contains("ViewQuote"))
        }
    }

    @Test func fd21_aTemporaryPasswordOpensOnlyWhatChangesIt() async throws {
        try await TestServer.run { server in
            let user = TestUser(username: "new", password: "four-quiet-harbours", word: "tide7wind")
            _ = try await server.server.installation.frontDoor.addUser(
                business: server.server.business, username: user.username, fullName: "New",
                role: .number(1), temporary: true, password: user.password, memorableWord: user.word,
                from: .commandLine)
            let token = try await server.server.token(of: user)
            #expect(try await ask(server, "/v2/password", token).text == #""in""#)
            for path in ["/v2/roles", "/v2/customers/1/notes", "/v2/invoices/1/notes"] {
                let answer = try await ask(server, path, token)
                #expect(
                    answer.refuses(.unauthorized, "PermissionDenied", "Change the temporary password first."))
            }
        }
    }

    @Test(arguments: [
        (RouteAccess.open, "no token"), (.anyToken, "any token"),
        (.session(andTemporary: false), "any token"),
        (.ownPassword, "any token, one of a temporary password too"),
        (.openWith(query: "externalToken"), "no token with `externalToken`, else any token"),
        (.needs(.viewCustomer), "ViewCustomer"),
        (.needs(.manageRole, or: .manageUser), "ManageRole or ManageUser"),
        (
            .needs(by: "objectType", parents),
            "by `objectType`: ViewCustomer for customer, customers; ViewReceipt for suppliers"
        ),
    ])
    func whatIsNeededIsSaidInWords(access: RouteAccess, words: String) {
        #expect(access.words == words)
    }

    @Test func theContractSaysWhatIsNeededAndHowItIsRefused() throws {
        let json = Data(Contract(Self.routes, version: "test").document.json)
        let document = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        let roles = try #require(paths["/roles"]?["get"])
        #expect(roles["description"] as? String == "Needs ManageRole or ManageUser or EditProject.")
        #expect(try #require(roles["responses"] as? [String: Any])["401"] != nil)
        let notes = try #require(paths["/{objectType}/{objectNumber}/notes"]?["get"])
        let responses = try #require(notes["responses"] as? [String: Any])
        // A value that is not in the table is a 404, as a note that is not there.
        #expect(responses["401"] != nil && responses["404"] != nil)
    }
}
