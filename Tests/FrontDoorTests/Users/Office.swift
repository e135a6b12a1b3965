import Foundation
import Logging
import Store
import Surroundings
import TestSupport
import Testing

@testable import FrontDoor

/// A front door over a real database file in a folder of its own, with time and randomness that the test decides.
struct Office {
    let door: FrontDoor
    let store: any Store
    let clock: ManualTimekeeper

    static let password = "three tall brass lanterns"
    static let word = "drift7wood"
    static let secretKey = SecretKey(from: SeededRandomness(seed: 7))
    static let start = Instant(milliseconds: 1_774_000_000_000)

    /// Opens an office, works in it, and clears it away.
    static func run(
        _ change: (inout FrontDoorSettings) -> Void = { _ in }, _ body: (Office) async throws -> Void
    ) async throws {
        var settings = FrontDoorSettings()
        settings.passwordCost = .lowest
        change(&settings)
        try await TestStore.withControl { [settings] store in
            let clock = ManualTimekeeper(now: start)
            let door = try await open(store, settings: settings, clock: clock)
            try await body(Office(door: door, store: store, clock: clock))
        }
    }

    static func open(
        _ store: any Store, settings: FrontDoorSettings, key: SecretKey = secretKey, clock: ManualTimekeeper
    ) async throws -> FrontDoor {
        try await FrontDoor(
            store: store, settings: settings, secretKey: key, clock: clock, random: SeededRandomness(seed: 1),
            logger: Logger(label: "office") { _ in SwiftLogNoOpLogHandler() })
    }

    /// A live business.
    func business(_ name: String = "Harbour Joinery") async throws -> Business {
        let business = try await door.addBusiness(name: name, from: .commandLine)
        try await door.businessIsLive(business.id)
        return try await door.business(id: business.id)
    }

    @discardableResult
    func user(
        _ username: String, in business: Business, email: String? = nil, role: RoleChoice? = nil,
        administrator: Bool = false
    ) async throws -> User {
        try await door.addUser(
            business: business.id, username: username, fullName: "Ines Okafor", email: email, role: role,
            administrator: administrator, password: Self.password, memorableWord: Self.word,
            from: .commandLine)
    }

    /// A session that is open, as its `Authorization` header.
    func session(of user: User, in business: Business) async throws -> String {
        let token = FreshToken(from: SystemRandomness())
        try await store.write { transaction in
            try transaction.run(
                """
                INSERT INTO session (hash, identity, business, generation, keep, created_at, last_used_at, ends_at)
                SELECT ?1, id, ?2, generation, 0, ?3, ?3, ?4 FROM identity WHERE id = ?5
                """, token.hash.hex, business.id, Self.start.text,
                Self.start.advanced(by: .seconds(1_000_000)).text, user.id)
        }
        let header = "KfToken \(token.text)"
        _ = try await door.admit(authorization: [header])
        return header
    }

    /// Everything the control tables hold but the log, as text: equal before and after what changed nothing.
    func contents() async throws -> [String] {
        try await store.read { try $0.all(everything) { $0.text(0) } }
    }

    /// The kinds of the log's rows, newest first.
    func log(_ limit: Int) async throws -> [String] {
        try await door.securityLog(limit: limit).map(\.kind)
    }

    /// Asserts that `work` is refused with `error` and that neither tables nor log changed.
    func refuses(
        _ error: FrontDoorError, sourceLocation: SourceLocation = #_sourceLocation,
        _ work: () async throws -> Void
    ) async throws {
        let before = try await contents()
        let rows = try await door.securityLog(limit: 10_000).count
        await #expect(throws: error, sourceLocation: sourceLocation) { try await work() }
        #expect(try await contents() == before, sourceLocation: sourceLocation)
        #expect(try await door.securityLog(limit: 10_000).count == rows, sourceLocation: sourceLocation)
    }
}

private let everything: SQL = """
    SELECT 'setting ' || name || value FROM setting
    UNION ALL SELECT 'business ' || id || name || name_key || state || package || COALESCE(until, '-')
        || permalink_key || last_member_number FROM business
    UNION ALL SELECT 'role ' || business || ' ' || number || name || permissions FROM role
    UNION ALL SELECT 'identity ' || id || username || username_key || sign_in_key || full_name
        || COALESCE(email, '-') || COALESCE(email_key, '-') || home_business || at_home
        || COALESCE(password_hash, '-') || temporary_password || temporary_word || COALESCE(word_sealed, '-')
        || COALESCE(challenge, '-') || generation || disabled FROM identity
    UNION ALL SELECT 'membership ' || business || ' ' || identity || ' ' || number || ' ' || role || administrator
        || disabled FROM membership
    UNION ALL SELECT 'session ' || hash || identity || business FROM session
    UNION ALL SELECT 'temporary ' || hash FROM temporary_token
    UNION ALL SELECT 'external ' || hash FROM external_token
    UNION ALL SELECT 'link ' || hash || kind || expires_at FROM credential_link
    UNION ALL SELECT 'count ' || name_key || failures || COALESCE(locked_at, '-') FROM sign_in_count
    ORDER BY 1
    """
