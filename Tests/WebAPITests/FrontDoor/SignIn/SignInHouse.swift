import Foundation
import Installation
import Logging
import Store
import Surroundings
import Synchronization
import Testing
import WebAPI
import WebCore

@testable import FrontDoor

/// A whole server but for its socket, with nobody signed in, whose log is kept and which can be started again.
///
/// The business is Harbour Joinery Ltd: `harbour.admin` owns it, `ines` sells in it.
final class SignInHouse: Sendable {
    static let owner = TestUser(
        username: "harbour.admin", password: "six-brass-lanterns", word: "lamp4rust")
    static let ines = TestUser(username: "ines", password: "four-quiet-harbours", word: "tide7winder")
    /// 2026-03-09T10:00:00Z, when every test begins.
    static let start = Instant(milliseconds: 1_773_050_400_000)
    /// Where callers are unless a test says otherwise.
    static let here = "192.0.2.10"

    let clock = ManualTimekeeper(now: SignInHouse.start)
    let log = LogLines()
    let place: TestPlace
    private let web: WebSettings
    private let settings: InstallationSettings
    private let running = Mutex<Running?>(nil)

    private struct Running: Sendable {
        let installation: Installation
        let services: Services
    }

    /// Runs `body` in a new house, and clears up. Nobody is turned away at the hash gate unless `change` says so.
    static func run(
        _ change: (inout InstallationSettings) -> Void = { _ in }, web: WebSettings = WebSettings(),
        _ body: (SignInHouse) async throws -> Void
    ) async throws {
        try await TestPlace.run("house") { place in
            let house = try SignInHouse(place, web, change)
            do {
                try await house.open()
                try await house.people()
                try await body(house)
            } catch {
                await house.stop()
                throw error
            }
            await house.stop()
        }
    }

    private init(
        _ place: TestPlace, _ web: WebSettings, _ change: (inout InstallationSettings) -> Void
    ) throws {
        var settings = InstallationSettings(logger: log.logger())
        settings.frontDoor.passwordCost = .lowest
        settings.frontDoor.hashesWaitingMax = 1_000
        settings.frontDoor.hashWaitMax = .seconds(60)
        settings.clock = clock
        settings.random = SeededRandomness(seed: 20_260_309)
        change(&settings)
        try place.set(&settings)
        self.settings = settings
        self.place = place
        self.web = web
    }

    private func people() async throws {
        let business = try await installation.addBusiness(name: "Harbour Joinery Ltd", from: .commandLine).id
        #expect(business == 1)
        _ = try await add(Self.owner, fullName: "Hannah Quill", email: "hannah@harbour.example")
        _ = try await add(Self.ines, fullName: "Ines Okafor", role: "Sales")
    }

    /// Adds a user to Harbour Joinery as the program's own command does.
    @discardableResult
    func add(
        _ user: TestUser, fullName: String = "Somebody", email: String? = nil, role: RoleChoice? = nil,
        temporary: Bool = false
    ) async throws -> User {
        try await door.addUser(
            business: 1, username: user.username, fullName: fullName, email: email, role: role,
            temporary: temporary, password: user.password, memorableWord: user.word, from: .commandLine)
    }
}

extension SignInHouse {
    var folder: DataFolder { place.folder }
    var installation: Installation { get throws { try #require(running.withLock { $0 }).installation } }
    var services: Services { get throws { try #require(running.withLock { $0 }).services } }
    var door: FrontDoor { get throws { try installation.frontDoor } }

    /// Ends the server and starts another one: what was only in memory is gone.
    /// - Parameter other: another folder to start in.
    func restart(
        in other: DataFolder? = nil, _ change: (inout InstallationSettings) -> Void = { _ in }
    ) async throws {
        await stop()
        try await open(other, change)
    }

    func stop() async {
        let ending = running.withLock { running in
            defer { running = nil }
            return running
        }
        await ending?.installation.close()
    }

    private func open(
        _ other: DataFolder? = nil, _ change: (inout InstallationSettings) -> Void = { _ in }
    ) async throws {
        var settings = settings
        change(&settings)
        let installation = try await Installation.open(other ?? folder, settings)
        let services = Services(
            frontDoor: installation.frontDoor, bookshelf: installation.bookshelf, settings: web,
            routes: routes)
        running.withLock { $0 = Running(installation: installation, services: services) }
    }
}

private let routes = Router.table(version: "test")
