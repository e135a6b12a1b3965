import HTTPTypes
import Store
import Surroundings
import Testing

@testable import FrontDoor

/// At no store call does a fault change half of something, or open what is shut (FD-5).
@Suite struct FailClosedPasswordTests {
    private static let body = """
        {"Password":{"Current":"six-brass-lanterns","New":"seven-tin-lanterns","Confirm":"seven-tin-lanterns"},\
        "MemorableWord":{"Current":"lamp4rust","New":"drift7wood","Confirm":"drift7wood"}}
        """

    private func isShut(_ answer: TestAnswer) -> Bool {
        answer.refuses(
            .serviceUnavailable, "Unavailable",
            "The data can't be read or written now. Nothing was changed.")
    }

    private func state(_ server: TestServer) async throws -> [String] {
        try await server.installation.frontDoor.store.read { transaction in
            try transaction.all(
                """
                SELECT COALESCE(password_hash, 'null') || COALESCE(word_sealed, 'null') || generation || temporary_password
                    || temporary_word
                    || (SELECT count(*) FROM session) || (SELECT count(*) FROM credential_link) FROM identity
                """
            ) { $0.text(0) }
        }
    }

    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_aChangeIsWholeOrNone(fault: WatchedStore.Fault) async throws {
        try await TestServer.watched { server, store in
            let renewed = TestUser(
                username: server.owner.username, password: "seven-tin-lanterns", word: "drift7wood")
            let (token, other) = (
                try await server.token(of: server.owner), try await server.token(of: server.owner)
            )
            let before = try await state(server)
            var call = 0
            while true {
                call += 1
                #expect(try await server.use(token).status == .ok)
                store.fail(at: call, fault)
                let answer = try await server.send(.put, "/v2/password", Array(Self.body.utf8), token: token)
                let calls = store.calls
                store.heal()
                // A place that could not be given back frees itself.
                server.clock.advance(by: .seconds(61))
                if calls < call {
                    #expect(answer.status == .ok && answer.text.isEmpty)
                    break
                }
                #expect(isShut(answer), "call \(call)")
                guard try await state(server) == before else {
                    // It was done, and could not be said: then all of it was.
                    #expect(fault == .after)
                    break
                }
                #expect(try await server.enter(server.owner).status == .ok)
                #expect(try await server.use(other).status == .ok)
                try await server.change("DELETE FROM session WHERE created_at > '2026-03-09T10:00:00.000Z'")
            }
            #expect(call >= 4)
            #expect(try await server.use(token).status == .ok)
            #expect(try await server.use(other).isRefusal(.invalidToken))
            #expect(try await server.enter(renewed).status == .ok)
            #expect(try await server.count("SELECT count(*) FROM sign_in_count") == 0)
        }
    }

    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_aResetIsWholeOrNone(fault: WatchedStore.Fault) async throws {
        try await TestServer.watched { server, store in
            try await server.change("UPDATE identity SET email = 'a@h.example', email_key = 'a@h.example'")
            let link = LinkToken(from: SeededRandomness(seed: 9))
            let expiry = server.clock.now().advanced(by: .seconds(86_400))
            try await server.installation.frontDoor.store.write {
                try $0.insert(link, .reset, of: 1, until: expiry)
            }
            let body =
                #"{"UserName":"harbour.admin","Email":"a@h.example","Password":"seven-tin-lanterns"}"#
            let before = try await state(server)
            var call = 0
            while true {
                call += 1
                store.fail(at: call, fault)
                let answer = try await server.send(.put, "/v2/password/\(link.text)", Array(body.utf8))
                let calls = store.calls
                store.heal()
                if calls < call {
                    #expect(answer.status == .ok && answer.text.isEmpty)
                    break
                }
                #expect(isShut(answer), "call \(call)")
                guard try await state(server) == before else {
                    #expect(fault == .after)
                    break
                }
            }
            #expect(call >= 4)
            #expect(
                try await server.send(.get, "/v2/password/\(link.text)").refuses(
                    .notFound, "NotFound", "This link is not good, or no longer."))
        }
    }

    @Test(arguments: WatchedStore.Fault.allCases)
    func fd5_anAskThatCannotBeWrittenIsNotAnsweredAsDone(fault: WatchedStore.Fault) async throws {
        try await TestServer.watched { server, store async throws in
            for body in [
                #"{"UserName":"harbour.admin","Email":"a@h.example"}"#, #"{"UserName":"x","Email":"y"}"#,
            ] {
                store.fail(at: 1, fault)
                #expect(isShut(try await server.send(.post, "/v2/password", Array(body.utf8))))
                store.heal()
                #expect(try await server.send(.post, "/v2/password", Array(body.utf8)).status == .ok)
            }
        }
    }

    @Test(
        arguments: [
            "UPDATE identity SET password_hash = 'nothing'",
            "UPDATE identity SET word_sealed = 'ff' || substr(word_sealed, 3)",
            """
            INSERT INTO sign_in_count (name_key, locked_at, changed_at)
            SELECT sign_in_key, 'once', '' FROM identity
            """,
        ] as [SQL])
    func fd5_whatCannotBeReadChangesNothing(damage: SQL) async throws {
        try await TestServer.withoutSession { server in
            let token = try await server.token(of: server.owner)
            #expect(try await server.use(token).status == .ok)
            try await server.change(damage)
            let before = try await state(server)
            #expect(isShut(try await server.send(.put, "/v2/password", Array(Self.body.utf8), token: token)))
            #expect(try await state(server) == before)
        }
    }
}
