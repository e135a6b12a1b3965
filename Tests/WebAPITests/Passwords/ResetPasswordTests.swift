import Foundation
import HTTPTypes
import Installation
import Surroundings
import Testing

@testable import FrontDoor

/// `GET` and `PUT /password/{resetToken}`: a link is good once, for a while, and for its user alone.
@Suite struct ResetPasswordTests {
    private let ines = PostHouse.ines
    private let renewed = TestUser(
        username: PostHouse.ines.username, password: "seven-tin-lanterns", word: "drift7wood")

    @Test func fd24_aLiveLinkSaysWhoseItIs() async throws {
        try await PostHouse.run { post async throws in
            for withWord in [false, true] {
                let token = try await post.resetToken(withWord: withWord)
                let answer = try await post.house.send(.get, "/v2/password/\(token)")
                #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
                #expect(
                    answer.text == """
                        {"UserName":"ines.okafor","Email":"ines@harbour.example","TokenKey":"\(token)",\
                        "ResetMemorableWord":\(withWord)}
                        """)
                // To look spends nothing, in any case of the digits.
                let again = try await post.house.send(.get, "/v2/password/\(token.uppercased())")
                #expect(again.status == .ok)
            }
        }
    }

    @Test func fd24_aPasswordIsGivenAnewAndAllThatWasOpenEnds() async throws {
        try await PostHouse.run { post async throws in
            let open = try await post.house.signIn(ines)
            let half = try await post.house.ask(ines)
            let (token, other) = (try await post.resetToken(), try await post.resetToken())
            let last = try await post.house.lastRow
            #expect(try await post.reset(token, tokenKey: token).isDone)
            #expect(try await post.house.use(open).isRefusal(.session))
            #expect(try await post.house.answer(half).isRefusal(.temporaryToken))
            #expect(try await post.house.stepOne(ines.username, ines.password).isRefusal(.credentials))
            _ = try await post.house.signIn(
                TestUser(username: ines.username, password: renewed.password, word: ines.word))
            // It is spent, and so is every other.
            #expect(try await post.reset(token).isDeadLink)
            #expect(try await post.house.send(.get, "/v2/password/\(token)").isDeadLink)
            #expect(try await post.house.send(.get, "/v2/password/\(other)").isDeadLink)
            let rows = try await post.house.rows(after: last)
            #expect(rows.prefix(3).map(\.kind) == ["link-used", "session-ended", "password-changed"])
            let letter = try #require(try await post.takeLetters().last)
            #expect(letter.subject == "The password of ines.okafor changed" && !letter.text.contains("://"))
        }
    }

    @Test func fd24_aForgottenWordIsGivenAnewToo() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.resetToken(withWord: true)
            #expect(
                try await post.reset(token).names(
                    ("MemorableWord", "MemorableWord is needed with this link.")))
            #expect(try await post.reset(token, word: renewed.word).isDone)
            _ = try await post.house.signIn(renewed)
        }
    }

    @Test func fd19_aLockStays() async throws {
        try await PostHouse.run { post async throws in
            try await post.door.lock(username: ines.username, from: .commandLine)
            let token = try await post.resetToken(withWord: true)
            #expect(try await post.reset(token, word: renewed.word).isDone)
            #expect(try await post.house.stepOne(ines.username, renewed.password).isRefusal(.locked))
            try await post.door.unlock(username: ines.username, from: .commandLine)
            _ = try await post.house.signIn(renewed)
        }
    }

    /// A new password would have to be held against the word that stays, which a lock keeps from being told.
    @Test func fd18_whereTheWordStaysALockedUsersPasswordStaysToo() async throws {
        try await PostHouse.run { post async throws in
            try await post.door.lock(username: ines.username, from: .commandLine)
            let token = try await post.resetToken()
            let (before, hashes) = (try await post.state(), try post.house.hashes)
            #expect(try await post.reset(token).isRefusal(.locked))
            #expect(try await post.state() == before && (try post.house.hashes == hashes))
            #expect(try await post.house.rows(.refusedWhileLocked).count == 1)
            try await post.door.unlock(username: ines.username, from: .commandLine)
            #expect(try await post.reset(token).isDone)
            _ = try await post.house.signIn(
                TestUser(username: ines.username, password: renewed.password, word: ines.word))
        }
    }

    /// A pause is for passwords: who has the letter knows none.
    @Test func fd18_aPauseDoesNotHoldUpAReset() async throws {
        try await PostHouse.run({ $0.frontDoor.lockout = .gentle }) { post async throws in
            for _ in 0..<5 { _ = try await post.house.stepOne(ines.username, "wrong-wrong-wrong") }
            #expect(
                try await post.house.stepOne(ines.username, ines.password).isRefusal(.locked, retryAfter: 60))
            #expect(try await post.reset(post.resetToken()).isDone)
        }
    }

    /// Else whoever made the word would still know it.
    @Test func fd21_aPasswordByLetterLeavesATemporaryWordTemporary() async throws {
        try await PostHouse.run { post async throws in
            try await post.door.setPassword(
                username: ines.username, password: "five-loud-herons", memorableWord: "wheel5house",
                temporary: true, from: .commandLine)
            #expect(try await post.reset(post.resetToken()).isDone)
            let halfway = TestUser(username: ines.username, password: renewed.password, word: "wheel5house")
            let token = try await post.house.signIn(halfway)
            #expect(try await post.house.use(token).isRefusal(.temporaryPassword))
            // The password is the user's own already.
            let word = """
                {"Password":{"Current":"seven-tin-lanterns"},\
                "MemorableWord":{"Current":"wheel5house","New":"drift7wood","Confirm":"drift7wood"}}
                """
            #expect(try await post.change(word, token: token).isDone)
            #expect(try await post.house.use(token).status == .ok)
        }
    }

    @Test func fd21_bothByLetterAreTemporaryNoMore() async throws {
        try await PostHouse.run { post async throws in
            try await post.door.setPassword(
                username: ines.username, password: "five-loud-herons", memorableWord: "wheel5house",
                temporary: true, from: .commandLine)
            #expect(try await post.reset(post.resetToken(withWord: true), word: renewed.word).isDone)
            #expect(try await post.house.use(post.house.signIn(renewed)).status == .ok)
        }
    }

    @Test func fd24_ofFiftyAtOnceOneSucceeds() async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 1_000 }) { post async throws in
            let token = try await post.resetToken()
            let answers = try await post.house.atOnce(50) { number in
                try await post.reset(token, password: "seven-tin-lanterns-\(number)")
            }
            #expect(answers == ["200": 1, "404 NotFound": 49])
            #expect(try await post.house.rows(.linkUsed).count == 1)
            #expect(try await post.house.rows(.passwordChanged).count == 1)
        }
    }

    @Test func fd24_whatIsRefusedSpendsNothing() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.resetToken()
            let (before, hashes) = (try await post.state(), try post.house.hashes)
            let notOfThis = "is not that of this link."
            for (answer, field, message) in [
                (try await post.reset(token, username: "nobody"), "UserName", "UserName \(notOfThis)"),
                (try await post.reset(token, email: "tom@harbour.example"), "Email", "Email \(notOfThis)"),
                (try await post.reset(token, tokenKey: "x"), "TokenKey", "TokenKey \(notOfThis)"),
                (
                    try await post.reset(token, tokenKey: "9b0c7a4e-31d2-44b0-9f57-0d3a6c5be817"), "TokenKey",
                    "TokenKey \(notOfThis)"
                ),
                (
                    try await post.reset(token, password: "short"), "Password",
                    "Password must have 15 to 128 characters."
                ),
                (
                    try await post.reset(token, password: "Harbour Joinery Ltd"), "Password",
                    "Password must not be the name of the business."
                ),
                (
                    try await post.reset(token, word: "drift7wood"), "MemorableWord",
                    "MemorableWord must be left out: this link changes the password only."
                ),
            ] {
                #expect(answer.names((field, message)), "\(answer.text)")
            }
            let all = try await post.reset(
                token, password: "short", username: "tom", email: "x", tokenKey: "y")
            #expect(
                all.names(
                    ("UserName", "UserName \(notOfThis)"), ("Email", "Email \(notOfThis)"),
                    ("TokenKey", "TokenKey \(notOfThis)"),
                    ("Password", "Password must have 15 to 128 characters.")))
            let empty = try await post.house.send(.put, "/v2/password/\(token)", "{}")
            #expect(
                empty.names(
                    ("UserName", "UserName is required."), ("Email", "Email is required."),
                    ("Password", "Password is required.")))
            #expect(try await post.state() == before && (try post.house.hashes == hashes))
            #expect(try await post.letters().isEmpty)
            #expect(try await post.reset(token).isDone)
        }
    }

    /// Whoever reads the letter must not learn the word by trying passwords around it.
    @Test func fd14_aPasswordAroundTheWordIsRefusedAndCounts() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.resetToken()
            for count in 1...5 {
                let answer = try await post.reset(token, password: "a-tide7winder-fence-\(count)")
                #expect(answer.names(("Password", "Password must not contain the memorable word.")))
                #expect(try await post.house.failures(ines.username) == count)
            }
            #expect(try await post.house.stepOne(ines.username, ines.password).isRefusal(.locked))
            // From here on nothing tells a right guess from a wrong one.
            let before = try await post.state()
            for password in ["a-tide7winder-fence-6", "a-drift7wood-fence-7", "seven-tin-lanterns"] {
                #expect(try await post.reset(token, password: password).isRefusal(.locked))
            }
            #expect(try await post.house.failures(ines.username) == 5)
            #expect(try await post.state() == before)
        }
    }

    @Test(arguments: [24, 1])
    func fd24_itIsGoodForADay(hours: Int) async throws {
        try await PostHouse.run({ $0.frontDoor.resetLinkLifetime = .seconds(hours * 60 * 60) }) {
            post async throws in
            let token = try await post.resetToken()
            post.house.clock.advance(by: .seconds(hours * 60 * 60))
            #expect(try await post.house.send(.get, "/v2/password/\(token)").status == .ok)
            try await post.door.tidy()
            post.house.clock.advance(by: .milliseconds(1))
            #expect(try await post.house.send(.get, "/v2/password/\(token)").isDeadLink)
            #expect(try await post.reset(token).isDeadLink)
            try await post.door.tidy()
            #expect(try await post.house.count("credential_link") == 0)
            _ = try await post.house.signIn(ines)
        }
    }

    @Test func fd24_itSurvivesARestart() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.resetToken()
            try await post.house.restart()
            #expect(try await post.reset(token).isDone)
        }
    }

    @Test(arguments: [
        "9b0c7a4e-31d2-44b0-9f57-0d3a6c5be817", "x", "9b0c7a4e31d244b09f570d3a6c5be817",
        "%7B9b0c7a4e-31d2-44b0-9f57-0d3a6c5be817%7D", "9b0c7a4e-31d2-44b0-9f57-0d3a6c5be81",
    ])
    func fd24_whatIsNoLinkIsDeadToEveryCall(token: String) async throws {
        try await PostHouse.run { post async throws in
            let hashes = try post.house.hashes
            #expect(try await post.house.send(.get, "/v2/password/\(token)").isDeadLink)
            #expect(try await post.reset(token).isDeadLink)
            #expect(try post.house.hashes == hashes)
            #expect(try await post.house.rows(.linkRefused).count == 1)
        }
    }

    @Test func fd24_aLinkOfAnotherKindIsNone() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.resetToken()
            #expect(try await post.house.send(.get, "/v2/users/activation/\(token)").isDeadLink)
            try await post.house.add(
                TestUser(username: "tom", password: "five-loud-herons", word: "wheel5house"), temporary: true)
            let link = try await post.door.activationLink(username: "tom", from: .commandLine)
            let activation = try #require(link.split(separator: "#").last)
            #expect(try await post.house.send(.get, "/v2/password/\(activation)").isDeadLink)
        }
    }

    @Test func fd20_deadLinksCountForTheAddress() async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 3 }) { post async throws in
            let token = try await post.resetToken()
            for _ in 0..<2 { #expect(try await post.house.send(.get, "/v2/password/x").isDeadLink) }
            #expect(
                try await post.house.send(.get, "/v2/password/\(token)").isThrottled(retryAfter: 900))
            #expect(try await post.reset(token).isThrottled(retryAfter: 900))
            #expect(try await post.reset(token, from: "192.0.2.78").isDone)
        }
    }

    @Test func fd21_anotherAddressOrAnEndToTheUserKillsIt() async throws {
        try await PostHouse.run { post async throws in
            let first = try await post.resetToken()
            try await post.door.disableUser(username: ines.username, from: .commandLine)
            #expect(try await post.house.send(.get, "/v2/password/\(first)").isDeadLink)
            try await post.door.enableUser(username: ines.username, from: .commandLine)
            #expect(try await post.reset(first).isDeadLink)
        }
    }
}
