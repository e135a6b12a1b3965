import HTTPTypes
import Store
import Surroundings
import Testing

@testable import FrontDoor

/// What a call costs the disk, and what strangers can do to the cache (FD-8).
@Suite struct HotPathTests {
    @Test func fd8_aKnownTokenCostsNoCallOfTheStore() async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            #expect(try await server.use(token).status == .ok)
            store.heal()
            let channel = try TestServer.connection()
            for _ in 0..<1_000 {
                server.clock.advance(by: .seconds(1))
                let answer = try await server.ask(.get, "/v2/userpermissions", token: token, over: channel)
                #expect(answer.status == .ok)
            }
            #expect(store.calls == 0)
        }
    }

    @Test func fd8_twentyThousandRandomTokensAreNotCachedAndPushNobodyOut() async throws {
        var settings = FrontDoorSettings()
        settings.sessionCacheEntries = 4
        try await TestServer.watched(frontDoor: settings) { server, store in
            let tokens = [
                try await server.token(of: server.owner), try await server.token(of: server.owner),
                try await server.token(of: server.owner),
            ]
            for token in tokens { #expect(try await server.use(token).status == .ok) }
            let held = server.services.frontDoor.sessions.count
            let random = SeededRandomness(seed: 8)
            let channel = try TestServer.connection()
            for guess in 1...20_000 {
                let answer = try await server.ask(
                    .get, "/v2/customers", token: FreshToken(from: random).text, over: channel)
                guard answer.isRefusal(.invalidToken) else {
                    Issue.record("guess \(guess): \(answer.text)")
                    return
                }
            }
            #expect(server.services.frontDoor.sessions.count == held)
            store.heal()
            for token in tokens { #expect(try await server.use(token).status == .ok) }
            #expect(store.calls == 0)
        }
    }

    @Test func fd8_aFullCacheLetsEverybodyInThroughTheStore() async throws {
        var settings = FrontDoorSettings()
        settings.sessionCacheEntries = 3
        try await TestServer.watched(frontDoor: settings) { server, _ in
            var tokens: [String] = []
            for _ in 0..<8 { tokens.append(try await server.token(of: server.owner)) }
            for _ in 0..<3 {
                for token in tokens { #expect(try await server.use(token).status == .ok) }
                #expect(server.services.frontDoor.sessions.count == 3)
            }
        }
    }

    @Test func fd8_aBatchIsOneWriteAndRoundsDown() async throws {
        try await TestServer.watched { server, store in
            var tokens: [String] = []
            for _ in 0..<5 { tokens.append(try await server.token(of: server.owner)) }
            server.clock.advance(by: .milliseconds(12_999))
            for token in tokens { #expect(try await server.use(token).status == .ok) }
            store.heal()
            try await server.services.frontDoor.flushLastUse()
            #expect(store.calls == 1)
            let stored = try await server.installation.frontDoor.store.read { transaction in
                try transaction.all("SELECT last_used_at FROM session") { $0.text(0) }
            }
            #expect(stored == Array(repeating: "2026-03-09T10:00:12.000Z", count: 5))
        }
    }

    @Test func fd8_aBatchThatFailsIsWrittenWithTheNext() async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            server.clock.advance(by: .seconds(1_800))
            #expect(try await server.use(token).status == .ok)
            store.fail(at: 1, .before)
            await #expect(throws: StoreError.self) { try await server.services.frontDoor.flushLastUse() }
            store.heal()
            try await server.services.frontDoor.flushLastUse()
            #expect(
                try await server.count("SELECT count(*) FROM session WHERE last_used_at LIKE '%T10:30:00%'")
                    == 1)
        }
    }

    /// On files, since there two crashes can leave the same.
    @Test(.onFiles) func fd8_afterACrashASessionEndsEarlyByTheBatchAtMostAndNeverLate() async throws {
        try await TestServer.run { server in
            server.clock.advance(by: .seconds(600))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            try await server.server.installation.frontDoor.flushLastUse()
            server.clock.advance(by: .seconds(15))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            // Killed before that last use was written: 60 minutes count from the one before.
            try await server.server.killed(wallClockMovedBy: .seconds(3_585)) { next async throws in
                #expect(try await next.use(server.token).status == .ok)
            }
            try await server.server.killed(wallClockMovedBy: .seconds(3_585) + .milliseconds(1)) {
                next async throws in
                #expect(try await next.use(server.token).isRefusal(.invalidToken))
            }
            // Stopped in order nothing is lost, and nothing won.
            try await server.server.restart(wallClockMovedBy: .seconds(3_600)) { next async throws in
                #expect(try await next.use(server.token).status == .ok)
                next.clock.advance(by: .seconds(3_600) + .milliseconds(1))
                #expect(try await next.use(server.token).isRefusal(.invalidToken))
            }
        }
    }
}
