import HTTPTypes
import Surroundings
import Testing

@testable import FrontDoor

/// How long a session lives, by which clock, and what keeps it alive (FD-7).
@Suite struct SessionAgeTests {
    private let hour = Duration.seconds(3_600)
    private let day = Duration.seconds(86_400)

    @Test func fd7_sixtyMinutesStillWorkAndAMillisecondMoreDoesNot() async throws {
        try await TestServer.run { server async throws in
            server.clock.advance(by: hour)
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            server.clock.advance(by: hour)
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            server.clock.advance(by: hour + .milliseconds(1))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
            // It stays so when the clock is set back.
            server.clock.moveWallClock(by: .seconds(-7_200))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
        }
    }

    @Test func fd7_theLimitIsASetting() async throws {
        var settings = FrontDoorSettings()
        settings.sessionIdle = .seconds(300)
        try await TestServer.run(frontDoor: settings) { server async throws in
            server.clock.advance(by: .seconds(300))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            server.clock.advance(by: .seconds(300) + .milliseconds(1))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
        }
    }

    @Test func fd7_useThroughASecondSessionDoesNotKeepTheFirst() async throws {
        try await TestServer.run { server in
            let other = server.with(try await server.server.token(of: server.server.owner))
            server.clock.advance(by: .seconds(1_800))
            #expect(try await other.get("/v2/userpermissions").status == .ok)
            server.clock.advance(by: .seconds(1_800) + .milliseconds(1))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
            #expect(try await other.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd7_aRefusedCallRenewsNothing() async throws {
        try await TestServer.run { server in
            let reader = try await server.user(with: .viewCustomer)
            server.clock.advance(by: .seconds(1_800))
            #expect(try await reader.put("/v2/customers/HARB01", "{}").isRefusal(.noRight))
            #expect(try await reader.get("/v2/nothing").status == .notFound)
            #expect(
                try await reader.server.ask(.patch, "/v2/customers", token: reader.token).status
                    == .methodNotAllowed)
            #expect(
                try await reader.get("/v2/customers", headers: [.accept: "image/png"]).status
                    == .notAcceptable)
            server.clock.advance(by: .seconds(1_800) + .milliseconds(1))
            #expect(try await reader.get("/v2/userpermissions").isRefusal(.invalidToken))
        }
    }

    @Test func fd7_aLockedOrLapsedCallRenewsNothing() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let name = server.server.owner.username
            try await door.lock(username: name, from: .commandLine)
            try await door.renewSubscription(
                business: server.server.business, until: "2026-03-08", from: .commandLine)
            server.clock.advance(by: .seconds(1_800))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.locked))
            try await door.unlock(username: name, from: .commandLine)
            #expect(try await server.get("/v2/userpermissions").isRefusal(.lapsed))
            try await door.renewSubscription(business: server.server.business, until: nil, from: .commandLine)
            server.clock.advance(by: .seconds(1_800) + .milliseconds(1))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
        }
    }

    @Test func fd7_aBodyThatIsRefusedIsAUseSinceTheGuardWasPassed() async throws {
        try await TestServer.run { server async throws in
            server.clock.advance(by: hour)
            #expect(try await server.post("/v2/customers", "{").status == .badRequest)
            server.clock.advance(by: hour)
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd7_eitherClockAges() async throws {
        try await TestServer.run { server async throws in
            // A machine that slept: only the wall clock went on.
            server.clock.moveWallClock(by: hour + .milliseconds(1))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
        }
        try await TestServer.run { server async throws in
            // A wall clock that stands still, or is set back by as much as passes.
            server.clock.advance(by: hour + .milliseconds(1))
            server.clock.moveWallClock(by: .seconds(-3_600) - .milliseconds(1))
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
        }
    }

    @Test func fd7_keepUserLoggedInStretchesItToFourteenDays() async throws {
        try await TestServer.withoutSession { server in
            let entered = try await server.enter(server.owner, keeping: true)
            #expect(try entered.object["KeepUserLoggedIn"] as? Bool == true)
            let token = try entered.sessionToken
            server.clock.advance(by: day * 14)
            #expect(try await server.use(token).status == .ok)
            server.clock.advance(by: day * 14 + .milliseconds(1))
            #expect(try await server.use(token).isRefusal(.invalidToken))
        }
    }

    @Test func fd7_everySessionEndsThirtyDaysAfterSignInHoweverUsed() async throws {
        try await TestServer.withoutSession { server in
            let token = try await server.token(of: server.owner)
            let kept = try await server.token(of: server.owner, keeping: true)
            for _ in 0..<720 {
                server.clock.advance(by: hour)
                #expect(try await server.ask(.get, "/v2/userpermissions", token: token).status == .ok)
                #expect(try await server.ask(.get, "/v2/userpermissions", token: kept).status == .ok)
            }
            server.clock.advance(by: .milliseconds(1))
            #expect(try await server.use(token).isRefusal(.invalidToken))
            #expect(try await server.use(kept).isRefusal(.invalidToken))
        }
    }

    @Test func fd7_aCompanySwitchInheritsTheKeeping() async throws {
        try await TestServer.withoutSession { server in
            for keeping in [true, false] {
                let token = try await server.token(of: server.owner, keeping: keeping)
                let switched = try await server.send(
                    .get, "/v2/sessiontoken/\(server.business)", token: token)
                #expect(try switched.object["KeepUserLoggedIn"] as? Bool == keeping)
                server.clock.advance(by: hour + .milliseconds(1))
                #expect(try await server.use(switched.sessionToken).status == (keeping ? .ok : .unauthorized))
            }
        }
    }

    @Test func fd7_aCompanySwitchInheritsTheEnd() async throws {
        try await TestServer.withoutSession { server in
            let token = try await server.token(of: server.owner, keeping: true)
            server.clock.advance(by: day * 13)
            let first = try await server.send(.get, "/v2/sessiontoken/\(server.business)", token: token)
            server.clock.advance(by: day * 13)
            let second = try await server.send(
                .get, "/v2/sessiontoken/\(server.business)", token: first.sessionToken)
            server.clock.advance(by: day * 4)
            #expect(try await server.use(second.sessionToken).status == .ok)
            server.clock.advance(by: .milliseconds(1))
            #expect(try await server.use(second.sessionToken).isRefusal(.invalidToken))
        }
    }

    @Test func fd7_acrossARestartTheWallClockCounts() async throws {
        try await TestServer.run { server in
            try await server.server.restart(wallClockMovedBy: hour) { next async throws in
                #expect(try await next.use(server.token).status == .ok)
            }
        }
        try await TestServer.run { server in
            try await server.server.restart(wallClockMovedBy: hour + .milliseconds(1)) { next async throws in
                #expect(try await next.use(server.token).isRefusal(.invalidToken))
            }
        }
    }

    @Test func fd7_aClockSetBackAcrossARestartWinsNoTime() async throws {
        try await TestServer.run { server in
            server.clock.advance(by: .seconds(1_800))
            // Somebody else's calls keep the mark going; nobody uses this session.
            _ = try await server.server.token(of: server.server.owner)
            server.clock.advance(by: .seconds(1_800))
            try await server.server.installation.frontDoor.flushLastUse()
            try await server.server.restart(wallClockMovedBy: .seconds(-86_400)) { next async throws in
                #expect(try await next.use(server.token).status == .ok)
            }
        }
        try await TestServer.run { server in
            server.clock.advance(by: hour)
            try await server.server.restart(wallClockMovedBy: .seconds(-86_400)) { next async throws in
                next.clock.advance(by: .milliseconds(1))
                #expect(try await next.use(server.token).isRefusal(.invalidToken))
            }
        }
    }

    @Test func fd7_beforeARefusalTheStoredRowIsReadAgain() async throws {
        try await TestServer.watched { server, store in
            let token = try await server.token(of: server.owner)
            #expect(try await server.use(token).status == .ok)
            server.clock.advance(by: hour + .milliseconds(1))
            // Another process on the same database has let it in meanwhile.
            let used = server.clock.now().text
            try await server.installation.frontDoor.store.write {
                try $0.run("UPDATE session SET last_used_at = ?1", used)
            }
            store.heal()
            #expect(try await server.use(token).status == .ok)
            #expect(store.calls == 1)
        }
    }
}
