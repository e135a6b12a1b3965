import HTTPTypes
import Installation
import Store
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct SecurityRowTests {
    @Test func fd23_eachStepOfSignInLeavesItsRow() async throws {
        try await SignInHouse.run { house in
            var last = try await house.lastRow
            /// `kind user business detail` of the rows that came since the last call.
            func rows() async throws -> [String] {
                let rows = try await house.rows(after: last)
                last = rows.last?.id ?? last
                return rows.map { row in
                    [row.kind, row.username, row.business.map(String.init), row.detail].map { $0 ?? "-" }
                        .joined(separator: " ")
                }
            }
            _ = try await house.stepOne("Ines ", "wrong")
            #expect(try await rows() == ["password-refused ines - -"])
            _ = try await house.stepOne("nobody", "wrong")
            let unknown = try house.door.secrets.nameKey(forUsername: "nobody").prefix(8)
            #expect(try await rows() == ["password-refused - - unknown name \(unknown)"])
            let wrong = try await house.ask(SignInHouse.ines)
            #expect(try await rows() == ["password-accepted ines 1 -"])
            _ = try await house.answer(wrong, rightly: false)
            #expect(try await rows() == ["memorable-word-refused ines - -"])
            _ = try await house.answer(wrong)
            #expect(try await rows() == ["temporary-token-refused - - -"])
            let session = try await house.signIn(SignInHouse.ines)
            let made = try #require(TokenHash(token: session)).prefix
            #expect(
                try await rows() == [
                    "password-accepted ines 1 -", "memorable-word-accepted ines 1 -",
                    "session-made ines 1 \(made)",
                ])
            _ = try await house.send(.delete, "/v2/sessiontoken", token: session)
            #expect(try await rows() == ["session-ended ines 1 \(made): signed out"])
            for _ in 0..<5 { _ = try await house.stepOne("ines", "wrong") }
            let refused = [String](repeating: "password-refused ines - -", count: 5)
            #expect(try await rows() == refused + ["locked ines - -"])
            for _ in 0..<5 { _ = try await house.stepOne("ines", SignInHouse.ines.password) }
            #expect(try await rows() == ["refused-while-locked ines - locked"])
        }
    }

    @Test func fd23_whatTheOperatorDoesLeavesItsRowToo() async throws {
        try await SignInHouse.run { house in
            let door = try house.door
            let session = try await house.signIn(SignInHouse.ines)
            let last = try await house.lastRow
            try await door.lock(username: "ines", from: .commandLine)
            try await door.unlock(username: "ines", from: .commandLine)
            try await door.setPassword(
                username: "ines", password: "nine-brass-lanterns", memorableWord: "wheel5house",
                temporary: true,
                from: .commandLine)
            try await door.disableUser(username: "ines", from: .commandLine)
            try await door.enableUser(username: "ines", from: .commandLine)
            try await door.renewSubscription(
                business: 1, package: "Gold", until: "2027-03-31", from: .commandLine)
            try await door.removeMembership(business: 1, username: "ines", from: .commandLine)
            try await door.addMembership(business: 1, username: "ines", role: "Purchases", from: .commandLine)
            _ = try await door.issueExternalToken(username: "ines", from: .commandLine)
            let rows = try await house.rows(after: last)
            #expect(
                rows.map { "\($0.kind): \($0.detail ?? "-")" } == [
                    "locked: by hand", "unlocked: -", "memorable-word-changed: temporary",
                    "session-ended: 1: password changed",
                    "password-changed: temporary", "user-disabled: -", "user-enabled: -",
                    "subscription-changed: Gold, until 2027-03-31", "membership-removed: number 2",
                    "membership-added: number 3, role 6", "external-token-issued: -",
                ])
            #expect(rows.allSatisfy { $0.actor == "operator" && $0.address == nil })
            #expect(rows.filter { $0.kind != "subscription-changed" }.allSatisfy { $0.username == "ines" })
            #expect(try await house.use(session).isRefusal(.session))
        }
    }

    @Test func fd23_aRowTellsWhoWhenFromWhereAndOfWhichRequest() async throws {
        try await SignInHouse.run { house in
            house.clock.advance(by: .milliseconds(61_007))
            let agent = "Mozilla/5.0 \u{202e}\\ kf\u{301}" + String(repeating: "x", count: 900)
            _ = try await house.stepOne("ines", "wrong", from: "203.0.113.5", headers: [.userAgent: agent])
            let row = try #require(try await house.rows().last)
            #expect(row.at.text == "2026-03-09T10:01:01.007Z")
            #expect(row.identity == 2 && row.username == "ines" && row.actor == nil)
            #expect(row.address == "203.0.113.5" && row.requestID == "request-7")
            let shown = try #require(row.userAgent)
            #expect(shown.hasPrefix("Mozilla/5.0 \\u{202e}\\\\ kf\u{301}xxx"))
            // 256 of what was sent; only what is escaped grows.
            #expect(shown.unicodeScalars.count { $0 == "x" } == 256 - 18)
        }
    }

    /// A step and its row are committed together or not at all: no token goes out that the log doesn't know.
    @Test func fd23_withoutItsRowThereIsNoTokenAndNoSession() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let session = try await house.signIn(SignInHouse.ines)
            try await house.changeTables("ALTER TABLE security_log RENAME TO security_log_aside")
            for answer in [try await house.stepOne(), try await house.answer(asked)] {
                #expect(
                    answer.refuses(
                        .internalServerError, "InternalError", "The server failed. Nothing was changed."))
            }
            let end = try await house.send(.delete, "/v2/sessiontoken", token: session)
            #expect(end.status == .internalServerError)
            #expect(try await house.use(session).status == .ok)
            #expect(try await house.count("temporary_token") == 1)
            #expect(try await house.count("session") == 1)
            try await house.changeTables("ALTER TABLE security_log_aside RENAME TO security_log")
            #expect(try await house.answer(asked).status == .ok)
        }
    }

    @Test func fd23_rowsAreNeitherChangedNorDeleted() async throws {
        try await SignInHouse.run { house in
            _ = try await house.stepOne("ines", "wrong")
            let rows = try await house.rows()
            for statement: SQL in [
                "UPDATE security_log SET kind = 'password-accepted'", "DELETE FROM security_log",
                "DELETE FROM security_log WHERE kind = 'password-refused'",
            ] {
                await #expect(throws: StoreError.refused(.trigger)) { try await house.change(statement) }
            }
            #expect(try await house.rows() == rows)
        }
    }

    @Test func fd23_rowsAreKeptForTwoYears() async throws {
        try await SignInHouse.run { house in
            _ = try await house.stepOne("ines", "wrong")
            let rows = try await house.rows()
            house.clock.advance(by: .seconds(730 * 24 * 60 * 60))
            try await house.door.tidy()
            #expect(try await house.rows() == rows)
            house.clock.advance(by: .milliseconds(1))
            _ = try await house.stepOne("ines", "wrong")
            try await house.door.tidy()
            #expect(try await house.rows().map(\.kind) == ["password-refused"])
            #expect(try await house.rows().first?.at == house.clock.now())
        }
    }
}
