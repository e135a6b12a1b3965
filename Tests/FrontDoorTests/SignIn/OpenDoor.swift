import Foundation
import Logging
import Store
import Surroundings
import TestSupport
import Testing

@testable import FrontDoor

/// A front door over a real database file, with two businesses and three users, and clocks that stand still.
final class OpenDoor: Sendable {
    static let password = "six-brass-lanterns"
    static let word = "harbour7light"
    static let start = Instant(milliseconds: 1_772_000_000_000)

    let door: FrontDoor
    let store: FaultyStore
    let clock: ManualTimekeeper
    /// `harbour.admin` owns the first and is a member of the second.
    let harbour: Int64
    let quay: Int64
    private let key: SecretKey
    private let settings: FrontDoorSettings

    /// Opens a fresh door, hands it to `body`, and clears up.
    static func run(
        _ change: (inout FrontDoorSettings) -> Void = { _ in }, _ body: (OpenDoor) async throws -> Void
    ) async throws {
        var settings = FrontDoorSettings()
        settings.passwordCost = .lowest
        settings.hashPermits = 2
        settings.hashesWaitingMax = 1_000
        settings.hashWaitMax = .seconds(60)
        change(&settings)
        let key = try SecretKey(base64: Data(repeating: 7, count: 32).base64EncodedString())
        try await TestStore.withControl { store in
            try await body(OpenDoor(settings: settings, store: store, key: key))
        }
    }

    private init(settings: FrontDoorSettings, store: any Store, key: SecretKey) async throws {
        self.settings = settings
        self.key = key
        clock = ManualTimekeeper(now: Self.start)
        self.store = FaultyStore(store)
        door = try await FrontDoor(
            store: self.store, settings: settings, secretKey: key, clock: clock,
            random: SeededRandomness(seed: 1),
            logger: Logger(label: "test"))
        harbour = try await door.addBusiness(name: "Harbour Joinery", from: .commandLine).id
        quay = try await door.addBusiness(name: "Quay Sails", from: .commandLine).id
        try await door.businessIsLive(harbour)
        try await door.businessIsLive(quay)
        try await add("harbour.admin", to: harbour, administrator: true)
        try await add("ines", to: harbour)
        try await add("quay.admin", to: quay, administrator: true)
        try await door.addMembership(business: quay, username: "harbour.admin", from: .commandLine)
    }

    private func add(_ username: String, to business: Int64, administrator: Bool = false) async throws {
        _ = try await door.addUser(
            business: business, username: username, fullName: username, administrator: administrator,
            password: Self.password, memorableWord: Self.word, from: .commandLine)
    }

    /// Another process over the same file: what a restart leaves, with `clock`'s wall clock and a new uptime.
    func restarted(wallClockMovedBy moved: Duration = .zero) async throws -> (FrontDoor, ManualTimekeeper) {
        let clock = ManualTimekeeper(now: self.clock.now().advanced(by: moved))
        let door = try await FrontDoor(
            store: store, settings: settings, secretKey: key, clock: clock, random: SeededRandomness(seed: 2),
            logger: Logger(label: "test"))
        return (door, clock)
    }

    /// Other processes on the same tables, at the same time: for a house that `isShared`.
    func neighbours(_ count: Int) async throws -> [FrontDoor] {
        var doors: [FrontDoor] = []
        for number in 0..<UInt64(count) {
            doors.append(
                try await FrontDoor(
                    store: store, settings: settings, secretKey: key, clock: clock,
                    random: SeededRandomness(seed: 100 + number), logger: Logger(label: "test")))
        }
        return doors
    }

    func neighbour() async throws -> FrontDoor {
        try #require(try await neighbours(1).first)
    }
}

extension OpenDoor {
    func origin(_ address: String? = nil) -> Origin {
        Origin(address: address, userAgent: "test/1", requestID: "r-1")
    }

    func stepOne(_ username: String = "harbour.admin", password: String = OpenDoor.password) async throws
        -> PasswordAccepted
    {
        try await door.signIn(username: username, password: password, from: origin())
    }

    /// The right letters for what was asked.
    func letters(_ positions: [Int]) -> [(position: Int, value: String)] {
        let word = Array(Self.word)
        return positions.map { ($0, String(word[$0 - 1])) }
    }

    func stepTwo(_ accepted: PasswordAccepted, keep: Bool = false, right: Bool = true) async throws
        -> SessionGranted
    {
        let letters = right ? letters(accepted.positions) : accepted.positions.map { ($0, "?") }
        return try await door.answerChallenge(
            temporaryToken: accepted.temporaryToken, letters: letters, keepLoggedIn: keep, from: origin())
    }

    /// A whole sign-in: the `Authorization` header of its session.
    func signIn(_ username: String = "harbour.admin", keep: Bool = false) async throws -> String {
        header(try await stepTwo(stepOne(username), keep: keep))
    }

    func header(_ granted: SessionGranted) -> String {
        "KfToken \(granted.sessionToken)"
    }

    /// A call that passes the guard.
    @discardableResult
    func use(_ header: String) async throws -> Caller {
        let caller = try await door.admit(authorization: [header])
        caller.renew()
        return caller
    }

    func count(_ table: SQL) async throws -> Int64 {
        try await store.read { try $0.first("SELECT count(*) FROM " + table) { $0.integer(0) } ?? -1 }
    }

    /// The kinds of the newest rows of the security log, oldest first.
    func kinds(_ newest: Int) async throws -> [String] {
        try await door.securityLog(limit: newest).reversed().map(\.kind)
    }
}

func expectRefusal(
    _ error: FrontDoorError, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Sendable
) async {
    await #expect(throws: error, sourceLocation: sourceLocation) { _ = try await body() }
}
