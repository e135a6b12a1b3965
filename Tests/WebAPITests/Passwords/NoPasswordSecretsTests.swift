import Foundation
import HTTPTypes
import Store
import Testing

@testable import FrontDoor

/// Changing, resetting, activating: no password, word or link's secret is in any log at any level, or readable in the
/// database (FD-23).
@Suite struct NoPasswordSecretsTests {
    private let secrets = MarkedSecrets()

    @Test func fd23_noPasswordWordOrLinkIsLoggedOrKept() async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 10_000 }) { post async throws in
            secrets.mark(PostHouse.ines.password)
            secrets.mark(PostHouse.ines.word)
            try await changes(post)
            try await resets(post)
            try await activations(post)
            try await faults(post)
            try await post.house.restart()
            try await post.door.tidy()
            // What was done is there.
            let kinds = Set(try await post.house.rows().map(\.kind))
            for kind: SecurityEvent in [
                .passwordChanged, .wordChanged, .passwordRefused, .wordRefused, .linkMade, .linkUsed,
                .linkRefused, .userChanged,
            ] {
                #expect(kinds.contains(kind.rawValue), "\(kind)")
            }
            for word in ["ValidationFailed", "NotFound", "InternalError", "A letter was not sent"] {
                #expect(post.house.log.all.contains { $0.contains(word) }, "\(word)")
            }
            // And no secret is.
            #expect(secrets.all.count > 30)
            try await secrets.expectUnseen(in: post.house)
        }
    }

    private func changes(_ post: PostHouse) async throws {
        let token = secrets.token(try await post.house.signIn(PostHouse.ines))
        func change(_ password: String, _ new: String, _ word: String, _ newWord: String) async throws
            -> TestAnswer
        {
            for secret in [password, new, word, newWord] { secrets.mark(secret) }
            return try await post.change(
                """
                {"Password":{"Current":"\(password)","New":"\(new)","Confirm":"\(new)"},\
                "MemorableWord":{"Current":"\(word)","New":"\(newWord)","Confirm":"\(newWord)"}}
                """, token: token)
        }
        let ines = PostHouse.ines
        for answer in [
            try await change("wrong-password-zq70", "new-password-zq71", ines.word, "zq72wooden"),
            try await change(ines.password, "new-password-zq73", "zq74wrongword", "zq75wooden"),
            try await change(ines.password, "short-zq76", ines.word, "zq77 bad word"),
            try await change(ines.password, "long-enough-zq78wooden", ines.word, "zq78wooden"),
            try await post.change(#"{"Password":{"Current":"\#(secrets.mark("zq79broken"))"#, token: token),
            try await post.change(#"{"Password":"\#(secrets.mark("zq80wrong-type"))"}"#, token: token),
        ] {
            #expect(answer.status == .badRequest)
            for secret in secrets.all { #expect(!answer.text.contains(secret)) }
        }
        #expect(try await change(ines.password, "new-password-zq81", ines.word, "zq82wooden").isDone)
        let asked = secrets.mark("asked-password-zq83")
        _ = try await post.house.send(
            .post, "/v2/password/breached", #"{"Password":"\#(asked)"}"#, token: token)
        _ = try await post.house.send(
            .put, "/v2/settings/profile",
            #"{"EmailId":"other@harbour.example","CurrentPassword":"\#(secrets.mark("wrong-zq84-profile"))"}"#,
            token: token)
        let profile = try await post.house.send(
            .put, "/v2/settings/profile",
            #"{"Name":"Ines Quayle","EmailId":"\#(PostHouse.address)","CurrentPassword":"new-password-zq81"}"#,
            token: token)
        #expect(profile.status == .ok)
    }

    private func resets(_ post: PostHouse) async throws {
        // People type their password into the wrong field.
        #expect(
            try await post.askForReset(secrets.mark("typed-password-zq85"), secrets.mark("zq86@typed")).isDone
        )
        let token = secrets.token(try await post.resetToken(withWord: true))
        let wrong = try await post.reset(
            token, password: secrets.mark("short-zq87"), word: secrets.mark("zq88 bad"))
        #expect(wrong.status == .badRequest)
        let key = secrets.mark("no-token-key-zq89")
        #expect(try await post.reset(token, word: "zq90wooden", tokenKey: key).status == .badRequest)
        let (password, word) = (secrets.mark("reset-password-zq91"), secrets.mark("zq92wooden"))
        #expect(try await post.reset(token, password: password, word: word, tokenKey: token).isDone)
        #expect(try await post.reset(token, password: password, word: word).isDeadLink)
        #expect(try await post.house.send(.get, "/v2/password/\(token)").isDeadLink)
        #expect(try await post.house.send(.get, "/v2/password/\(secrets.mark("dead-zq93"))").isDeadLink)
        let unsent = try FileManager.default.contentsOfDirectory(atPath: post.path).count
        #expect(unsent > 0)
        _ = try await post.takeLetters()
        try Data().write(to: URL(fileURLWithPath: post.path))
        #expect(try await post.askForReset().isDone)
        await (try post.door).postbox.emptied()
        try FileManager.default.removeItem(atPath: post.path)
    }

    private func activations(_ post: PostHouse) async throws {
        let tom = TestUser(
            username: "tom", password: secrets.mark("temporary-password-zq94"),
            word: secrets.mark("zq95wooden"))
        try await post.house.add(tom, temporary: true)
        let link = try await post.door.activationLink(username: "tom", from: .commandLine)
        let secret = secrets.token(String(try #require(link.split(separator: "#").last)))
        func choose(_ temporary: String, _ password: String, _ word: String) async throws -> TestAnswer {
            for secret in [temporary, password, word] { secrets.mark(secret) }
            return try await post.house.send(
                .put, "/v2/users/activation/\(secret)/credential",
                """
                {"Password":"\(temporary)","NewPassword":"\(password)","ConfirmPassword":"\(password)",\
                "MemorableWord":"\(word)","ConfirmMemorableWord":"\(word)"}
                """)
        }
        #expect(
            try await choose("wrong-password-zq96", "chosen-password-zq97", "zq98wooden").status
                == .badRequest)
        #expect(try await choose(tom.password, "chosen-password-zq97", "zq98wooden").isDone)
        #expect(try await choose(tom.password, "chosen-password-zq99", "zq98wooden").isDeadLink)
        #expect(try await post.house.send(.post, "/v2/users/activation/\(secret)/email").isDone)
        #expect(try await post.house.send(.get, "/v2/users/activation/\(secret)").isDeadLink)
    }

    /// A fault is logged with its cause: the engine's own words must not quote what was sent either.
    private func faults(_ post: PostHouse) async throws {
        let token = secrets.token(try await post.resetToken())
        for (aside, back): (SQL, SQL) in [
            ("ALTER TABLE credential_link RENAME TO aside", "ALTER TABLE aside RENAME TO credential_link"),
            ("ALTER TABLE security_log RENAME TO aside", "ALTER TABLE aside RENAME TO security_log"),
        ] {
            try await post.house.changeTables(aside)
            let answers = [
                try await post.askForReset(),
                try await post.reset(token, password: secrets.mark("fault-password-zq9a")),
            ]
            #expect(answers.contains { $0.status == .internalServerError })
            try await post.house.changeTables(back)
        }
    }
}
