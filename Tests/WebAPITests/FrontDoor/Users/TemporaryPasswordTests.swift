import HTTPTypes
import Installation
import Testing
import WebAPI

@testable import FrontDoor

/// A session with a temporary password may change it and end itself, and nothing else.
@Suite struct TemporaryPasswordTests {
    private let newcomer = TestUser(
        username: "newcomer", password: "four-quiet-harbours", word: "wheel5house")

    private func signedIn(_ house: SignInHouse) async throws -> String {
        try await house.add(newcomer, role: "Full Access", temporary: true)
        return try await house.signIn(newcomer)
    }

    @Test func fd21_bothStepsSayThatThePasswordIsTemporary() async throws {
        try await SignInHouse.run { house in
            try await house.add(newcomer, temporary: true)
            let asked = try await house.ask(newcomer)
            let session = try await house.answer(asked)
            #expect(try asked.answer.object["HasTemporaryPassword"] as? Bool == true)
            #expect(try session.object["HasTemporaryPassword"] as? Bool == true)
        }
    }

    @Test func fd21_everyOtherRouteIsTheSame401() async throws {
        try await SignInHouse.run { house in
            let token = try await signedIn(house)
            var refused = 0
            for route in Router.table(version: "test").routes where !route.access.isOpen {
                let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }
                guard
                    ![
                        "PUT /password", "DELETE /sessiontoken",
                        "DELETE /sessiontoken/{sessionToken}",
                    ]
                    .contains(route.name)
                else { continue }
                let answer = try await house.send(
                    route.method, "/v2/" + path.joined(separator: "/"), token: token)
                #expect(answer.isRefusal(.temporaryPassword), "\(route.name)")
                refused += 1
            }
            #expect(refused > 600)
            #expect(
                try await house.send(.get, "/v2/sessiontoken", token: token).isRefusal(.temporaryPassword))
            // It renewed nothing.
            house.clock.advance(by: .seconds(3_600) + .milliseconds(1))
            #expect(try await house.use(token).isRefusal(.session))
        }
    }

    @Test func fd21_theWayToChangeItIsOpen() async throws {
        try await SignInHouse.run { house in
            let answer = try await house.send(.put, "/v2/password", "{}", token: signedIn(house))
            #expect(!answer.isRefusal(.temporaryPassword) && answer.status != .unauthorized)
        }
    }

    @Test func fd21_itEndsItselfByEitherCall() async throws {
        try await SignInHouse.run { house in
            let token = try await signedIn(house)
            #expect(
                try await house.send(.delete, "/v2/sessiontoken/\(token)", token: token).status == .noContent)
            #expect(try await house.use(token).isRefusal(.session))
            let again = try await house.signIn(newcomer)
            #expect(try await house.send(.delete, "/v2/sessiontoken", token: again).status == .noContent)
            #expect(try await house.use(again).isRefusal(.session))
        }
    }

    @Test func fd21_itEndsNoOtherSession() async throws {
        try await SignInHouse.run { house in
            let token = try await signedIn(house)
            let (own, owner) = (try await house.signIn(newcomer), try await house.signIn())
            for other in [own, owner] {
                let answer = try await house.send(.delete, "/v2/sessiontoken/\(other)", token: token)
                #expect(answer.isRefusal(.temporaryPassword))
            }
            #expect(try await house.use(owner).status == .ok)
            #expect(try await house.send(.delete, "/v2/sessiontoken", token: own).status == .noContent)
        }
    }

    @Test func fd21_soIsASessionOfAnExternalToken() async throws {
        try await SignInHouse.run { house in
            try await house.add(newcomer, temporary: true)
            let (external, uid) = try await house.door.issueExternalToken(
                username: "newcomer", from: .commandLine)
            let session = try await house.send(.get, "/v2/sessiontoken?externalToken=\(external)&uid=\(uid)")
            let token = try #require(session.object["SessionToken"] as? String)
            #expect(try await house.use(token).isRefusal(.temporaryPassword))
        }
    }

    @Test func fd21_aLastingPasswordLiftsItWithAWordOfItsOwn() async throws {
        try await SignInHouse.run { house in
            let token = try await signedIn(house)
            try await house.door.setPassword(
                username: "newcomer", password: newcomer.password, temporary: false, from: .commandLine)
            #expect(try await house.use(token).isRefusal(.session))
            // The word is the temporary one still.
            #expect(try await house.use(house.signIn(newcomer)).isRefusal(.temporaryPassword))
            try await house.door.setPassword(
                username: "newcomer", password: newcomer.password, memorableWord: newcomer.word,
                temporary: false, from: .commandLine)
            #expect(try await house.use(house.signIn(newcomer)).status == .ok)
        }
    }

    /// The program's own commands make lasting ones unless they are told otherwise.
    @Test func fd21_aTemporaryPasswordEndsWhatWasOpen() async throws {
        try await SignInHouse.run { house in
            let token = try await house.signIn(SignInHouse.ines)
            #expect(try await house.use(token).status == .ok)
            try await house.door.setPassword(
                username: "ines", password: SignInHouse.ines.password, temporary: true, from: .commandLine)
            #expect(try await house.use(token).isRefusal(.session))
            #expect(try await house.use(house.signIn(SignInHouse.ines)).isRefusal(.temporaryPassword))
        }
    }

    /// FD-4: the subscription is asked before.
    @Test func fd21_aLapseIsToldFirstAndTheSessionStillEndsItself() async throws {
        try await SignInHouse.run { house in
            let token = try await signedIn(house)
            _ = try await house.door.renewSubscription(business: 1, until: "2026-03-08", from: .commandLine)
            #expect(try await house.use(token).gist == "401 SubscriptionExpired")
            #expect(try await house.send(.delete, "/v2/sessiontoken", token: token).status == .noContent)
        }
    }

    @Test func fd4_aLapsedCallerIsNamedInTheLog() async throws {
        try await SignInHouse.run { house in
            let token = try await house.signIn(SignInHouse.ines)
            _ = try await house.door.renewSubscription(business: 1, until: "2026-03-08", from: .commandLine)
            #expect(try await house.use(token).gist == "401 SubscriptionExpired")
            let line = try #require(house.log.all.last { $0.contains("SubscriptionExpired") })
            #expect(line.contains("business=1 ") && line.contains(" user=2"))
        }
    }
}
