import Store
import Testing

@testable import FrontDoor

/// What takes a user's way in: disabling, another password, leaving a business.
@Suite struct EndingTests {
    @Test func fd9_disablingEndsSessionsAndEnablingRevivesNothing() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let header = try await office.session(
                of: try await office.user("ines", in: business), in: business)
            try await office.door.disableUser(username: "INES", from: .commandLine)
            await office.expectEnded(header)
            #expect(try await office.door.user(username: "ines").disabled)
            #expect(try await office.log(2) == ["user-disabled", "session-ended"])
            try await office.door.enableUser(username: "ines", from: .commandLine)
            await office.expectEnded(header)
            #expect(try await !office.door.user(username: "ines").disabled)
            #expect(try await office.log(1) == ["user-enabled"])
        }
    }

    @Test func disablingOrEnablingAgainChangesNothing() async throws {
        try await Office.run { office in
            try await office.user("ines", in: try await office.business())
            let enabled = try await office.contents()
            try await office.door.enableUser(username: "ines", from: .commandLine)
            #expect(try await office.contents() == enabled)
            try await office.door.disableUser(username: "ines", from: .commandLine)
            let disabled = try await office.contents()
            try await office.door.disableUser(username: "ines", from: .commandLine)
            #expect(try await office.contents() == disabled)
            try await office.refuses(.noSuchUser("nobody")) {
                try await office.door.disableUser(username: "nobody", from: .commandLine)
            }
            try await office.refuses(.noSuchUser("nobody")) {
                try await office.door.enableUser(username: "nobody", from: .commandLine)
            }
        }
    }

    @Test func fd9_anotherPasswordEndsSessionsTokensAndLinks() async throws {
        try await Office.run({ $0.publicURL = "https://books.example/v2" }) { office in
            let business = try await office.business()
            let user = try await office.user("ines", in: business)
            let header = try await office.session(of: user, in: business)
            try await office.giveTokens(to: user)
            try await office.door.setPassword(
                username: "ines", password: "four small copper bells", memorableWord: "Sand9piper",
                temporary: true,
                from: .commandLine)
            await office.expectEnded(header)
            let left = try await office.contents()
            #expect(
                !left.contains {
                    $0.hasPrefix("temporary ") || $0.hasPrefix("external ") || $0.hasPrefix("link ")
                })
            let stored = try await office.store.read { try $0.identity(named: "ines") }
            #expect(try PasswordHash.verify("four small copper bells", try #require(stored.passwordHash)))
            #expect(
                try office.door.secrets.open(try #require(stored.sealedWord), of: user.id) == "sand9piper")
            #expect(stored.temporaryPassword)
            let challenge = try await office.store.read { transaction in
                try transaction.first("SELECT challenge FROM identity") { $0.optionalText(0) }
            }
            #expect(challenge == .some(nil))
            #expect(
                try await office.log(3) == ["password-changed", "session-ended", "memorable-word-changed"])
        }
    }

    @Test func aPasswordAloneKeepsTheWord() async throws {
        try await Office.run { office in
            let user = try await office.user("ines", in: try await office.business())
            try await office.giveTokens(to: user)
            try await office.door.setPassword(
                username: "ines", password: "four small copper bells", temporary: false, from: .commandLine)
            let stored = try await office.store.read { try $0.identity(named: "ines") }
            #expect(try office.door.secrets.open(try #require(stored.sealedWord), of: user.id) == Office.word)
            #expect(!stored.temporaryPassword)
            try await office.refuses(.invalidField("Password", reason: "must not contain the memorable word"))
            {
                try await office.door.setPassword(
                    username: "ines", password: "some DRIFT7WOOD on the beach", temporary: false,
                    from: .commandLine)
            }
        }
    }

    @Test func aRefusedPasswordChangesNothing() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let user = try await office.user("ines", in: business)
            let header = try await office.session(of: user, in: business)
            let door = office.door
            try await office.refuses(.invalidField("Password", reason: "must have 15 to 128 characters")) {
                try await door.setPassword(
                    username: "ines", password: "short", memorableWord: "sand9piper", temporary: false,
                    from: .commandLine)
            }
            try await office.refuses(
                .invalidField("Password", reason: "must not be the name of the business")
            ) {
                try await door.setPassword(
                    username: "ines", password: "HARBOUR joinery", memorableWord: "sand9piper",
                    temporary: false,
                    from: .commandLine)
            }
            try await office.refuses(.invalidField("MemorableWord", reason: "is a common word")) {
                try await door.setPassword(
                    username: "ines", password: "four small copper bells", memorableWord: "Computer",
                    temporary: false, from: .commandLine)
            }
            try await office.refuses(.noSuchUser("nobody")) {
                try await door.setPassword(
                    username: "nobody", password: "four small copper bells", memorableWord: "sand9piper",
                    temporary: false, from: .commandLine)
            }
            #expect(try await door.admit(authorization: [header]).username == "ines")
            try await door.addUser(
                business: business.id, username: "pending", fullName: "Ida", from: .commandLine)
            try await office.refuses(.invalidField("MemorableWord", reason: "is needed: there is none yet")) {
                try await door.setPassword(
                    username: "pending", password: "four small copper bells", temporary: false,
                    from: .commandLine)
            }
        }
    }

    @Test func fd19_aLockOutlivesAnotherPassword() async throws {
        try await Office.run { office in
            try await office.user("ines", in: try await office.business())
            let name = office.door.secrets.nameKey(forUsername: "ines")
            try await office.store.write { transaction in
                try transaction.run(
                    "INSERT INTO sign_in_count (name_key, failures, locked_at, changed_at) VALUES (?1, 5, ?2, ?2)",
                    name, Office.start.text)
            }
            try await office.door.setPassword(
                username: "ines", password: "four small copper bells", temporary: false, from: .commandLine)
            let user = try await office.door.user(username: "ines")
            #expect(user.locked && user.failures == 5)
        }
    }
}

extension Office {
    func expectEnded(_ header: String, sourceLocation: SourceLocation = #_sourceLocation) async {
        await #expect(throws: FrontDoorError.invalidToken, sourceLocation: sourceLocation) {
            _ = try await door.admit(authorization: [header])
        }
    }

    /// A half-done sign-in, an external token, a link and a drawn challenge.
    func giveTokens(to user: User) async throws {
        try await store.write { transaction in
            try transaction.run(
                """
                INSERT INTO temporary_token (hash, identity, generation, positions, created_at, expires_at)
                VALUES ('t', ?1, 1, '1,2,3', ?2, ?2)
                """, user.id, Self.start.text)
            try transaction.run(
                "INSERT INTO external_token (hash, identity, generation, expires_at) VALUES ('e', ?1, 1, ?2)",
                user.id, Self.start.text)
            try transaction.run(
                "INSERT INTO credential_link (hash, identity, kind, expires_at) VALUES ('l', ?1, 'reset', ?2)",
                user.id, Self.start.text)
            try transaction.run("UPDATE identity SET challenge = '1,2,10' WHERE id = ?1", user.id)
        }
    }
}
