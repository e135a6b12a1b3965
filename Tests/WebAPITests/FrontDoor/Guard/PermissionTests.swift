import Foundation
import HTTPTypes
import TestSupport
import Testing
import WebAPI

@testable import FrontDoor
@testable import WebCore

/// Every permission on every route that is built (FD-3).
@Suite struct PermissionTests {
    private static let built = Router.table(version: "test").routes.filter(\.isBuilt)

    @Test func fd3_everyRouteNeedsWhatTheDocumentationSays() throws {
        let families = try DocumentedNeeds.familyNames()
        for route in Self.built {
            let ofFamily = families[route.name].flatMap { DocumentedNeeds.families[$0]?.need(route.method) }
            let needs =
                DocumentedNeeds.exceptions[route.name] ?? DocumentedNeeds.additions[route.name] ?? ofFamily
            #expect(needs != nil, "the documentation's need of \(route.name) is not written down")
            #expect(Need(route.access) == needs, "\(route.name)")
        }
        #expect(Self.built.count > 30)
    }

    @Test func fd3_whoLacksJustThePermissionIsToldWhichAndChangesNothing() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let staff = Staff(server.server)
            let calls = Self.built.flatMap(PermittedCall.all)
            for call in calls where !call.needed.isEmpty { _ = try await staff.everybodyBut(call.needed) }
            let before = try server.server.rows
            var refused = 0
            for call in calls {
                guard let first = call.needed.first else { continue }
                let answer = try await server.server.ask(
                    call.route.method, call.path("x"), Array("{}".utf8),
                    token: staff.everybodyBut(call.needed))
                #expect(
                    answer.refuses(
                        .unauthorized, "PermissionDenied", "Permission \(first.name) is required."),
                    "\(call.route.name)")
                #expect(answer.headers[.wwwAuthenticate] == "KfToken")
                refused += 1
            }
            #expect(refused >= 15)
            #expect(try server.server.rows == before)
        }
    }

    /// A conversion changes quotes and makes invoices: `ConversionTests`.
    private static let needingTwo = ["POST /internal/invoices"]

    @Test func fd3_whoHasJustThePermissionComesIn() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let staff = Staff(server.server)
            for call in Self.built.flatMap(PermittedCall.all)
            where !call.endsItsSession && !Self.needingTwo.contains(call.route.name) {
                // Where none is needed, nobody's right will do.
                for held in call.needed.isEmpty ? [nil] : call.needed.map(Optional.some) {
                    let token = try await staff.only(held)
                    let answer = try await server.server.ask(
                        call.route.method, call.path(token), Array("{}".utf8), token: token)
                    #expect(answer.status != .unauthorized, "\(call.route.name): \(answer.text)")
                    #expect(
                        answer.status.code < 500 || answer.status == .notImplemented,
                        "\(call.route.name): \(answer.text)")
                }
            }
        }
    }
}

/// One call of a route that is not open: each value of the parameter that says what is needed is a call of its own.
private struct PermittedCall {
    let route: Route
    let needed: [Permission]
    private var parent: String?

    static func all(of route: Route) -> [PermittedCall] {
        guard !route.access.isOpen else { return [] }
        guard let kinds = route.access.kinds else {
            return [PermittedCall(route: route, needed: route.access.permissions)]
        }
        return kinds.permissions.sorted { $0.key < $1.key }.map {
            PermittedCall(route: route, needed: [$1], parent: $0)
        }
    }

    /// Its next call would be a stranger's.
    var endsItsSession: Bool { route.method == .delete && route.path.hasPrefix("/sessiontoken") }

    /// With plausible values for its parameters; a number that no user has, since the callers are users.
    func path(_ token: String) -> String {
        route.sample { name in
            if let parent, name == route.access.kinds?.parameter { return parent }
            return switch name {
            case "code", "objectNumber": "HARB01"
            case "number": "9999"
            case "sessionToken": token
            case "entity": "Quote"
            default: "1"
            }
        }
    }
}

/// Users by what they may do, each made when first asked for.
private actor Staff {
    private let server: TestServer
    private var tokens: [Permissions: String] = [:]

    init(_ server: TestServer) {
        self.server = server
    }

    func only(_ permission: Permission?) async throws -> String {
        try await token(permission.map { [$0] } ?? [])
    }

    /// Somebody who has every permission but these and the one that holds all.
    func everybodyBut(_ missing: [Permission]) async throws -> String {
        try await token(Permission.allCases.filter { $0 != .fullAccess && !missing.contains($0) })
    }

    private func token(_ permissions: [Permission]) async throws -> String {
        let set = permissions.reduce(Permissions()) { $0.union(Permissions($1)) }
        if let token = tokens[set] { return token }
        let token = try await server.user(with: permissions)
        tokens[set] = token
        return token
    }
}

extension TestServer {
    /// All rows of control and of the book.
    fileprivate var rows: [StoredRows] {
        get throws { [try place.control(), try place.book(business)] }
    }
}
