import Foundation
import HTTPTypes
import Installation
import Logging
import Store
import Surroundings
import WebAPI
import WebCore

@testable import FrontDoor

/// A whole server but for its socket: a real installation in a folder of its own, every route, and the guard.
///
/// The business is Harbour Joinery Ltd; its owner is signed in through the two real calls.
final class TestServer: Sendable {
    let installation: Installation
    let place: TestPlace
    let clock: ManualTimekeeper
    let services: Services
    /// Harbour Joinery Ltd.
    let business: Int64
    let owner = TestUser(username: "harbour.admin", password: "six-brass-lanterns", word: "lamp4rust")

    /// 2026-03-09T10:00:00Z, when every test begins.
    static let start = Instant(milliseconds: 1_773_050_400_000)

    private init(
        _ installation: Installation, _ place: TestPlace, _ clock: ManualTimekeeper, _ settings: WebSettings
    ) async throws {
        self.installation = installation
        self.place = place
        self.clock = clock
        services = Services(
            frontDoor: installation.frontDoor, bookshelf: installation.bookshelf, settings: settings,
            routes: Self.routes)
        business = try await installation.addBusiness(name: "Harbour Joinery Ltd", from: .commandLine).id
        try await add(owner, to: business)
    }

    /// Other doors to what stands already: after a restart, over a store that fails, or with other routes.
    init(
        over other: TestServer, _ installation: Installation, _ frontDoor: FrontDoor,
        _ clock: ManualTimekeeper, routes: RouteTable? = nil
    ) {
        self.installation = installation
        place = other.place
        self.clock = clock
        business = other.business
        services = Services(
            frontDoor: frontDoor, bookshelf: installation.bookshelf, settings: other.services.settings,
            routes: routes ?? other.services.routes)
    }

    private static let routes = Router.table(version: "test")

    /// Runs `body` with a server of its own, and clears up.
    static func run(
        settings: WebSettings = WebSettings(), frontDoor: FrontDoorSettings = FrontDoorSettings(),
        _ body: (SignedInServer) async throws -> Void
    ) async throws {
        try await withoutSession(settings: settings, frontDoor: frontDoor) { server in
            let session = try await server.signIn(server.owner)
            try await body(SignedInServer(server: server, token: session))
        }
    }

    /// The same, with nobody signed in.
    static func withoutSession(
        settings: WebSettings = WebSettings(), frontDoor: FrontDoorSettings = FrontDoorSettings(),
        _ body: (TestServer) async throws -> Void
    ) async throws {
        try await TestPlace.run("web") { place in
            let clock = ManualTimekeeper(now: start)
            var opening = InstallationSettings(
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            opening.frontDoor = frontDoor
            opening.frontDoor.passwordCost = .lowest
            opening.clock = clock
            opening.random = SeededRandomness(seed: 20_260_309)
            try place.set(&opening)
            let installation = try await Installation.open(place.folder, opening)
            do {
                try await body(TestServer(installation, place, clock, settings))
            } catch {
                await installation.close()
                throw error
            }
            await installation.close()
        }
    }

    // MARK: People and businesses

    func add(_ user: TestUser, to business: Int64, role: RoleChoice? = nil) async throws {
        _ = try await installation.frontDoor.addUser(
            business: business, username: user.username, fullName: user.username, role: role,
            password: user.password, memorableWord: user.word, from: .commandLine)
    }

    /// A token of a new user of Harbour Joinery who has just these permissions.
    func user(with permissions: [Permission]) async throws -> String {
        let role = Int64(100 + permissions.reduce(0) { $0 + 1 << $1.rawValue })
        let set = permissions.reduce(Permissions()) { $0.union(Permissions($1)) }
        let business = business
        try await installation.frontDoor.store.write { transaction in
            try transaction.run(insertRole, business, role, "Role \(role)", set.rawValue)
        }
        let user = TestUser(username: "user.\(role)", password: "four-quiet-harbours", word: "tide7wind")
        try await add(user, to: business, role: .number(role))
        return try await signIn(user)
    }

    /// Another business, and a token of its owner.
    func otherBusiness() async throws -> (business: Int64, token: String) {
        let other = try await installation.addBusiness(name: "Quay Bakery Ltd", from: .commandLine).id
        let owner = TestUser(username: "quay.admin", password: "nine-warm-ovens-here", word: "crumb2loaf")
        try await add(owner, to: other)
        return (other, try await signIn(owner))
    }
}

/// Who signs in with what.
struct TestUser: Sendable {
    let username: String
    let password: String
    let word: String
}

private let insertRole: SQL = """
    INSERT INTO role (business, number, name, description, permissions) VALUES (?1, ?2, ?3, '', ?4)
    """
