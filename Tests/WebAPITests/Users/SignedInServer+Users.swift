import Foundation
import Store
import Testing

@testable import FrontDoor

extension SignedInServer {
    var door: FrontDoor { server.installation.frontDoor }

    /// A user as the caller's business sees them.
    func user(_ number: Int64) async throws -> [String: Any] {
        let answer = try await get("/v2/users/\(number)")
        #expect(answer.status == .ok, "\(answer.text)")
        return try answer.object
    }

    /// What a user's administration writes, as text: the same before and after what changed nothing. When sessions
    /// were last used is not in it.
    func administration() async throws -> [String] {
        try await door.store.read { try $0.all(administered) { $0.text(0) } }
    }

    /// Asserts that `call` is refused with `refusal` and that nothing changed, the security log among it.
    func refuses(
        _ refusal: (TestAnswer) -> Bool, sourceLocation: SourceLocation = #_sourceLocation,
        _ call: () async throws -> TestAnswer
    ) async throws {
        let before = try await administration()
        let answer = try await call()
        #expect(refusal(answer), "\(answer.status) \(answer.text)", sourceLocation: sourceLocation)
        #expect(try await administration() == before, sourceLocation: sourceLocation)
    }

    /// The kinds and details of the newest rows of the security log, oldest first.
    func log(_ newest: Int) async throws -> [String] {
        try await door.securityLog(limit: newest).reversed().map { row in
            "\(row.kind) \(row.username ?? "-") by \(row.actor ?? "-")" + (row.detail.map { ": \($0)" } ?? "")
        }
    }

    /// A session of `user` in `business`, of which they are a member.
    func session(_ user: TestUser, in business: Int64) async throws -> SignedInServer {
        let opened = try await server.enter(user)
        if try opened.object["CompanyId"] as? Int == Int(business) { return with(try opened.sessionToken) }
        let switched = try await with(try opened.sessionToken).get("/v2/sessiontoken/\(business)")
        return with(try switched.sessionToken)
    }

    /// Whether its session still comes in.
    var isOpen: Bool {
        get async throws { try await server.use(token).status == .ok }
    }
}

private let administered: SQL = """
    SELECT 'identity ' || id || COALESCE(username, 'null') || COALESCE(full_name, 'null') || COALESCE(email, 'null') || home_business
        || at_home || COALESCE(password_hash, 'null') || temporary_password || temporary_word || COALESCE(word_sealed, 'null') || COALESCE(challenge, 'null')
        || generation || disabled FROM identity
    UNION ALL SELECT 'membership ' || business || ' ' || identity || ' ' || number || ' ' || role || administrator
        || disabled || COALESCE(last_log_in_at, 'null') FROM membership
    UNION ALL SELECT 'role ' || business || ' ' || number || COALESCE(name, 'null') || permissions FROM role
    UNION ALL SELECT 'session ' || hash || identity || business FROM session
    UNION ALL SELECT 'link ' || hash || kind FROM credential_link
    UNION ALL SELECT 'temporary ' || hash FROM temporary_token
    UNION ALL SELECT 'count ' || name_key || failures || COALESCE(locked_at, 'null') FROM sign_in_count
    UNION ALL SELECT 'log-in ' || id FROM log_in
    UNION ALL SELECT 'numbers ' || id || ' ' || last_member_number || ' ' || last_role_number || ' ' || log_ins
        FROM business
    UNION ALL SELECT 'log ' || id || kind FROM security_log
    ORDER BY 1
    """

/// A user who signs in: password and word of the tests' own.
func testUser(_ username: String) -> TestUser {
    TestUser(username: username, password: "four-quiet-harbours", word: "tide7winder")
}

/// A complete body; `more` is members that come after, and `,"RoleId":…` beats the one here.
func userBody(
    _ username: String, fullName: String = "Ines Okafor", email: String? = nil, role: Int64 = 5,
    _ more: String = ""
) -> String {
    let email = email ?? "\(username)@harbour.example"
    return
        #"{"FullName":"\#(fullName)","Username":"\#(username)","Email":"\#(email)","RoleId":\#(role)\#(more)}"#
}
