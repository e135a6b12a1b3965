import HTTPTypes
import Installation
import Store
import Testing
import WebAPI

@testable import FrontDoor

/// `PUT /password`: what changes, what ends, and what is refused.
@Suite struct ChangePasswordTests {
    private let ines = PostHouse.ines
    private let new = TestUser(
        username: PostHouse.ines.username, password: "seven-tin-lanterns", word: "drift7wood")

    private func password(_ current: String = PostHouse.ines.password, to new: String = "seven-tin-lanterns")
        -> String
    {
        #"{"Password":{"Current":\#(quoted(current)),"New":\#(quoted(new)),"Confirm":\#(quoted(new))}}"#
    }

    private func word(_ current: String = PostHouse.ines.word, to new: String = "drift7wood") -> String {
        #"{"Password":{"Current":"\#(ines.password)"},"#
            + #""MemorableWord":{"Current":"\#(current)","New":"\#(new)","Confirm":"\#(new)"}}"#
    }

    @Test func aPasswordIsChangedAndTheOldOneIsNoneAnyMore() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            #expect(try await post.change(password(), token: token).isDone)
            #expect(try await post.house.stepOne(ines.username, ines.password).isRefusal(.credentials))
            _ = try await post.house.signIn(
                TestUser(username: ines.username, password: new.password, word: ines.word))
        }
    }

    @Test func aWordIsChangedAndItsLettersAreAskedAnew() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            #expect(try await post.change(word("TIDE7Winder"), token: token).isDone)
            let asked = try await post.house.ask(ines)
            #expect(try await post.house.answer(asked).isRefusal(.word))
            _ = try await post.house.signIn(
                TestUser(username: ines.username, password: ines.password, word: new.word))
        }
    }

    @Test func bothAreChangedAtOnceAndTheWordIsHeldAgainstTheNewPassword() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            // The new word is part of the old password, and the old word of the new one: neither matters.
            let body = """
                {"Password":{"Current":"four-quiet-harbours","New":"a tide7winder again","Confirm":"a tide7winder again"},\
                "MemorableWord":{"Current":"tide7winder","New":"drift7wood","Confirm":"DRIFT7wood"}}
                """
            #expect(try await post.change(body, token: token).isDone)
            _ = try await post.house.signIn(
                TestUser(username: ines.username, password: "a tide7winder again", word: new.word))
        }
    }

    @Test func fd9_everyOtherSessionEndsAndTheOneThatAskedLivesOn() async throws {
        try await PostHouse.run { post async throws in
            let others = [try await post.house.signIn(ines), try await post.house.signIn(ines)]
            let (asking, owner) = (try await post.house.signIn(ines), try await post.house.signIn())
            for token in others + [asking, owner] { #expect(try await post.house.use(token).status == .ok) }
            #expect(try await post.change(password(), token: asking).isDone)
            for token in others { #expect(try await post.house.use(token).isRefusal(.session)) }
            #expect(try await post.house.use(asking).status == .ok)
            #expect(try await post.house.use(owner).status == .ok)
            try await post.house.restart()
            for token in others { #expect(try await post.house.use(token).isRefusal(.session)) }
            #expect(try await post.house.use(asking).status == .ok)
            // It lives on for a second change too.
            let again = password(new.password, to: "eight-copper-lanterns")
            #expect(try await post.change(again, token: asking).isDone)
            #expect(try await post.house.use(asking).status == .ok)
        }
    }

    @Test func fd9_whatWasBegunIsWorthless() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let half = try await post.house.ask(ines)
            let (external, uid) = try await post.door.issueExternalToken(
                username: ines.username, from: .commandLine)
            let reset = try await post.resetToken()
            #expect(try await post.change(password(), token: token).isDone)
            #expect(try await post.house.answer(half).isRefusal(.temporaryToken))
            let redeemed = try await post.house.send(
                .get, "/v2/sessiontoken?externalToken=\(external)&uid=\(uid)")
            #expect(redeemed.isRefusal(.temporaryToken))
            #expect(try await post.house.send(.get, "/v2/password/\(reset)").isDeadLink)
        }
    }

    @Test func fd21_aTemporaryPasswordIsChangedAndTheSessionMayDoTheRest() async throws {
        try await PostHouse.run { post async throws in
            let newcomer = TestUser(username: "tom", password: "five-loud-herons", word: "wheel5house")
            try await post.house.add(newcomer, temporary: true)
            let token = try await post.house.signIn(newcomer)
            #expect(try await post.house.use(token).isRefusal(.temporaryPassword))
            let word = """
                {"Password":{"Current":"five-loud-herons"},\
                "MemorableWord":{"Current":"wheel5house","New":"drift7wood","Confirm":"drift7wood"}}
                """
            #expect(try await post.change(word, token: token).isDone)
            // The password is still the temporary one; of it alone no word is asked any more.
            #expect(try await post.house.use(token).isRefusal(.temporaryPassword))
            #expect(try await post.change(password(newcomer.password), token: token).isDone)
            #expect(try await post.house.use(token).status == .ok)
        }
    }

    /// Else whoever made the word would still know it.
    @Test func fd21_aTemporaryWordIsChangedWithThePasswordOrNothingIs() async throws {
        try await PostHouse.run { post async throws in
            let tom = TestUser(username: "tom", password: "five-loud-herons", word: "wheel5house")
            let secrets = #","Password":"\#(tom.password)","MemorableWord":"\#(tom.word)""#
            let made = try await post.house.send(
                .post, "/v2/users", userBody("tom", secrets), token: post.house.signIn())
            #expect(made.status == .created)
            let token = try await post.house.signIn(tom)
            let (before, hashes) = (try await post.state(of: "tom"), try post.house.hashes)
            let alone = try await post.change(password(tom.password), token: token)
            let needed = "MemorableWord.New is required: the present one is temporary too."
            #expect(alone.names(("MemorableWord.New", needed)))
            #expect(try await post.state(of: "tom") == before && (try post.house.hashes == hashes))
            #expect(try await post.house.use(token).isRefusal(.temporaryPassword))
            let both = """
                {"Password":{"Current":"five-loud-herons","New":"\(new.password)","Confirm":"\(new.password)"},\
                "MemorableWord":{"Current":"wheel5house","New":"drift7wood","Confirm":"drift7wood"}}
                """
            #expect(try await post.change(both, token: token).isDone)
            #expect(try await post.house.use(token).status == .ok)
            // From now on each is the user's own to change.
            #expect(try await post.change(password(new.password, to: tom.password), token: token).isDone)
        }
    }

    /// The operator gave a password and let the user's own word be.
    @Test func fd21_onesOwnWordIsNotAskedWithATemporaryPassword() async throws {
        try await PostHouse.run { post async throws in
            try await post.door.setPassword(
                username: ines.username, password: "five-loud-herons", temporary: true, from: .commandLine)
            let token = try await post.house.signIn(
                TestUser(username: ines.username, password: "five-loud-herons", word: ines.word))
            #expect(try await post.house.use(token).isRefusal(.temporaryPassword))
            #expect(try await post.change(password("five-loud-herons"), token: token).isDone)
            #expect(try await post.house.use(token).status == .ok)
        }
    }

    @Test func fd23_theSecurityLogAndALetterTellOfIt() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            _ = try await post.house.signIn(ines)
            let last = try await post.house.lastRow
            #expect(try await post.change(password(), token: token).isDone)
            let rows = try await post.house.rows(after: last)
            #expect(rows.map(\.kind) == ["session-ended", "password-changed"])
            #expect(rows.map(\.detail) == ["1: password changed", nil])
            for row in rows {
                #expect(row.username == ines.username && row.address == SignInHouse.here)
                #expect(row.actor == ines.username && row.requestID == "request-7")
                #expect(row.business == 1)
            }
            let letters = try await post.takeLetters()
            #expect(letters.count == 1)
            let letter = try #require(letters.first)
            #expect(letter.to == "Ines Okafor <ines@harbour.example>")
            #expect(letter.subject == "The password of ines.okafor changed")
            #expect(letter.text.contains("changed at 10:00 UTC on 2026-03-09"))
            #expect(!letter.text.contains(new.password) && !letter.text.contains(ines.password))
            #expect(!letter.text.contains("://"))
        }
    }

    @Test func whoHasNoAddressGetsNoLetter() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(SignInHouse.ines)
            #expect(try await post.change(password(SignInHouse.ines.password), token: token).isDone)
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test func fd12_aPasswordIsComparedComposedWithItself() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            #expect(try await post.change(password(to: "cafe\u{301} by the harbour"), token: token).isDone)
            let same = try await post.change(
                password("caf\u{e9} by the harbour", to: "cafe\u{301} by the harbour"), token: token)
            #expect(same.names(("Password.New", "Password.New must not be the present one.")))
            #expect(
                try await post.change(password("caf\u{e9} by the harbour", to: ines.password), token: token)
                    .isDone)
        }
    }
}
