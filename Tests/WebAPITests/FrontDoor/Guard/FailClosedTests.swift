import HTTPTypes
import Store
import Testing

@testable import FrontDoor

/// Whatever can't be read is a refusal without a token (FD-5).
@Suite struct FailClosedTests {
    private let message = "The data can't be read or written now. Nothing was changed."

    private func isShut(_ answer: TestAnswer) -> Bool {
        answer.refuses(.serviceUnavailable, "Unavailable", message) && answer.headers[.retryAfter] == "5"
    }

    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_atNoCallOfASignInDoesAFaultGiveAToken(fault: WatchedStore.Fault) async throws {
        try await TestServer.watched { server, store in
            let challenge = try await server.sendCredentials(server.owner)
            let firstCalls = store.calls
            store.heal()
            #expect(try await server.sendLetters(challenge, of: server.owner).status == .ok)
            let secondCalls = store.calls
            #expect(firstCalls >= 3 && secondCalls >= 1)

            for call in 1...firstCalls {
                store.fail(at: call, fault)
                #expect(isShut(try await server.sendCredentials(server.owner)), "call \(call) of step 1")
                store.heal()
                // A place that could not be given back frees itself.
                server.clock.advance(by: .seconds(61))
            }
            for call in 1...secondCalls {
                let challenge = try await server.sendCredentials(server.owner)
                store.fail(at: call, fault)
                #expect(
                    isShut(try await server.sendLetters(challenge, of: server.owner)),
                    "call \(call) of step 2")
                store.heal()
                // Nothing was done, or it was all done: the answer can be given once.
                let again = try await server.sendLetters(challenge, of: server.owner)
                #expect(again.status == (fault == .after ? .unauthorized : .ok))
            }
            // None of it counted as a failure, and the door works.
            #expect(try await server.enter(server.owner).status == .ok)
            #expect(try await server.count("SELECT count(*) FROM sign_in_count") == 0)
        }
    }

    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_atNoCallOfAnExternalTokenOrASwitchDoesAFaultGiveASession(fault: WatchedStore.Fault) async throws
    {
        try await TestServer.watched { server, store in
            let issued = try await server.installation.frontDoor.issueExternalToken(
                username: server.owner.username, from: .commandLine)
            let path = "/v2/sessiontoken?externalToken=\(issued.token)&uid=\(issued.identity)"
            store.fail(at: 1, fault)
            #expect(isShut(try await server.send(.get, path)))
            store.heal()
            #expect(try await server.send(.get, path).status == (fault == .after ? .unauthorized : .ok))

            let token = try await server.token(of: server.owner)
            #expect(try await server.use(token).status == .ok)
            store.fail(at: 1, fault)
            #expect(isShut(try await server.send(.get, "/v2/sessiontoken/\(server.business)", token: token)))
            store.heal()
            #expect(try await server.use(token).status == .ok)
        }
    }

    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_theGuardLetsNobodyInThatItCannotRead(fault: WatchedStore.Fault) async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            store.fail(at: 1, fault)
            #expect(isShut(try await server.use(token)))
            store.fail(at: 1, .before)
            #expect(isShut(try await server.use("0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12")))
            store.heal()
            #expect(try await server.use(token).status == .ok)
            // An aged one is only refused once the stored row was read.
            server.clock.advance(by: .seconds(3_601))
            store.fail(at: 1, .before)
            #expect(isShut(try await server.use(token)))
        }
    }

    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_anEndThatCouldNotBeWrittenIsNotAnsweredAsDone(fault: WatchedStore.Fault) async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            #expect(try await server.use(token).status == .ok)
            store.fail(at: 1, fault)
            #expect(isShut(try await server.send(.delete, "/v2/sessiontoken", token: token)))
            store.heal()
            // What is on the disk decides: not ended, or ended.
            let after = try await server.use(token)
            #expect(fault == .after ? after.isRefusal(.invalidToken) : after.status == .ok)
        }
    }

    /// A value that can't be read as what it should be, for each thing the rule names.
    @Test(
        arguments: [
            "UPDATE session SET last_used_at = 'soon'", "UPDATE session SET ends_at = ''",
            "UPDATE session SET created_at = '2026-02-30T00:00:00.000Z'",
            "UPDATE business SET until = 'never'",
            """
            INSERT INTO sign_in_count (name_key, locked_at, changed_at)
            SELECT sign_in_key, 'once', '' FROM identity
            """,
        ] as [SQL])
    func fd5_aLockOrClockThatCannotBeReadShutsTheGuard(damage: SQL) async throws {
        try await TestServer.withoutSession { server in
            let token = try await server.token(of: server.owner)
            try await server.change(damage)
            #expect(isShut(try await server.use(token)))
        }
    }

    @Test(
        arguments: [
            "UPDATE identity SET word_sealed = 'ff' || substr(word_sealed, 3)",
            "UPDATE identity SET word_sealed = substr(word_sealed, 1, 40)",
            "UPDATE identity SET word_sealed = substr(word_sealed, 1, 60) || '00' || substr(word_sealed, 63)",
            "UPDATE identity SET password_hash = '$argon2id$v=19$m=99999999,t=2,p=1$AAAA$AAAA'",
            "UPDATE identity SET password_hash = 'nothing'", "UPDATE business SET until = 'never'",
            """
            INSERT INTO sign_in_count (name_key, locked_at, changed_at)
            SELECT sign_in_key, 'once', '' FROM identity
            """,
        ] as [SQL])
    func fd5_aKeyLockOrClockThatCannotBeReadGivesNoTemporaryToken(damage: SQL) async throws {
        try await TestServer.withoutSession { server in
            try await server.change(damage)
            let answer = try await server.sendCredentials(server.owner)
            #expect(isShut(answer), "\(answer.text)")
            #expect(try await server.count("SELECT count(*) FROM temporary_token") == 0)
        }
    }

    @Test(
        arguments: [
            "UPDATE identity SET word_sealed = 'ff' || substr(word_sealed, 3)",
            "UPDATE temporary_token SET expires_at = 'later'", "UPDATE business SET until = 'never'",
            """
            INSERT INTO sign_in_count (name_key, locked_at, changed_at)
            SELECT sign_in_key, 'once', '' FROM identity
            """,
        ] as [SQL])
    func fd5_aKeyLockOrClockThatCannotBeReadGivesNoSession(damage: SQL) async throws {
        try await TestServer.withoutSession { server in
            let challenge = try await server.sendCredentials(server.owner)
            try await server.change(damage)
            let answer = try await server.sendLetters(challenge, of: server.owner)
            #expect(isShut(answer), "\(answer.text)")
            #expect(try await server.count("SELECT count(*) FROM session") == 0)
        }
    }
}

extension TestServer {
    /// Changes the control database behind the door's back.
    func change(_ statement: SQL) async throws {
        try await installation.frontDoor.store.write { try $0.run(statement) }
    }

    func count(_ question: SQL) async throws -> Int64 {
        try await installation.frontDoor.store.read { try $0.first(question) { $0.integer(0) } ?? -1 }
    }
}
