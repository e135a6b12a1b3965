import Foundation
import HTTPTypes
import Installation
import Store
import Testing

@testable import FrontDoor

@Suite struct NoSecretsTests {
    /// Everything that sign-in does, well and badly, with secrets that can be told apart: none of them is in a
    /// line of a log at any level, in a row of the security log, or readable in the database.
    @Test func fd23_noPasswordLetterOrTokenIsLoggedOrKept() async throws {
        try await SignInHouse.run({ $0.frontDoor.publicURL = "https://books.example/v2" }) { house in
            let secrets = MarkedSecrets()
            try await Deeds(house, secrets).all()
            let lines = house.log.all
            // What was done is there.
            for word in ["refused", "failed", "InvalidCredentials", "InvalidMemorableWord", "misuse"] {
                #expect(lines.contains { $0.contains(word) }, "\(word)")
            }
            let kinds = Set(try await house.rows().map(\.kind))
            for kind: SecurityEvent in [
                .passwordAccepted, .passwordRefused, .wordAccepted, .wordRefused, .temporaryTokenRefused,
                .externalTokenIssued, .externalTokenAccepted, .externalTokenRefused, .refusedWhileLocked,
                .sessionMade,
                .sessionEnded, .locked, .unlocked, .passwordChanged, .wordChanged, .linkMade, .userAdded,
            ] {
                #expect(kinds.contains(kind.rawValue), "\(kind)")
            }
            // And no secret is.
            #expect(secrets.all.count > 40)
            try await secrets.expectUnseen(in: house)
        }
    }

    /// The search above finds what it looks for.
    @Test func aSecretThatIsLoggedIsFound() async throws {
        try await SignInHouse.run { house in
            house.log.logger().trace("x", metadata: ["a": "marked-7"])
            #expect(house.log.all.last == "trace: x a=marked-7")
            try await house.change("UPDATE identity SET full_name = 'marked-8' WHERE username = 'ines'")
            #expect(try house.controlBytes().range(of: Data("marked-8".utf8)) != nil)
        }
    }
}

/// What is done with the marked secrets.
private struct Deeds {
    let house: SignInHouse
    let secrets: MarkedSecrets
    private let user: TestUser

    init(_ house: SignInHouse, _ secrets: MarkedSecrets) {
        self.house = house
        self.secrets = secrets
        user = TestUser(
            username: "marked", password: secrets.mark("right-password-zq41"),
            word: secrets.mark("zq42memorable"))
    }

    func all() async throws {
        try await house.add(user)
        try await signIns()
        try await wrongBodies()
        try await wrongTokens()
        try await externalTokens()
        try await faults()
        try await locked()
        try await newCredentials()
        try await house.restart()
        try await signIns()
        try await house.door.tidy()
    }

    private func asked() async throws -> Asked {
        let asked = try await house.ask(user)
        secrets.token(asked.token)
        return asked
    }

    private func signIns() async throws {
        let session = try await house.answer(asked())
        let token = secrets.token(try #require(session.object["SessionToken"] as? String))
        #expect(try await house.use(token).status == .ok)
        #expect(
            try await house.send(.post, "/v2/customers", "{", token: token).gist == "401 PermissionDenied")
        #expect(try await house.send(.get, "/v2/sessiontoken/77", token: token).gist == "404 NotFound")
        let ended = try await house.send(.delete, "/v2/sessiontoken/\(token)", token: token)
        #expect(ended.status == .noContent)
        #expect(try await house.send(.delete, "/v2/sessiontoken/\(token)", token: token).isRefusal(.session))
        let wrong = try await house.stepOne("marked", secrets.mark("wrong-password-zq43"))
        #expect(wrong.isRefusal(.credentials))
        // People type their password into the wrong field.
        #expect(try await house.stepOne(user.password, "x").isRefusal(.credentials))
        let letters = try await house.stepTwo(
            asked().token, [Letter(position: 1, value: secrets.mark("zq44letters"))])
        #expect(letters.isRefusal(.word))
        _ = try await house.answer(asked())
    }

    private func wrongBodies() async throws {
        let marked = secrets.mark("body-secret-zq45")
        let bodies = [
            #"{"UserName":"marked","Password":"\#(marked)"#,
            #"{"UserName":"marked","Password":{"a":"\#(marked)"}}"#,
            #"{"UserName":["\#(marked)"]}"#, #"{"\#(marked)":1}"#, #""\#(marked)""#, marked,
            #"{"TemporaryToken":"\#(marked)","MemorableWordList":[{"Position":"\#(marked)","Value":7}]}"#,
            #"{"TemporaryToken":"\#(marked)","MemorableWordList":"\#(marked)"}"#,
            #"{"Password":"\#(marked)"}"# + String(repeating: " ", count: 4_096),
        ]
        for body in bodies {
            for method in [HTTPRequest.Method.post, .put] {
                let answer = try await house.send(method, "/v2/sessiontoken", body)
                #expect(answer.status.code == 400 || answer.status.code == 413)
                #expect(!answer.text.contains(marked))
            }
        }
    }

    /// In the header, the path and the query: what a client does with tokens that are none any more.
    private func wrongTokens() async throws {
        for token in [secrets.token("5ec2e700-7a46-4a46-8a46-a46a46a46a46"), secrets.mark("no-token-zq47")] {
            #expect(try await house.use(token).isRefusal(.session))
            #expect(try await house.send(.delete, "/v2/sessiontoken/\(token)").isRefusal(.session))
            #expect(try await house.send(.get, "/v2/sessiontoken/\(token)", token: token).isRefusal(.session))
            #expect(
                try await house.send(.get, "/v2/customers/\(token)?externalToken=\(token)").isRefusal(
                    .session))
            #expect(try await house.stepTwo(token, []).isRefusal(.temporaryToken))
            let external = try await house.send(.get, "/v2/sessiontoken?externalToken=\(token)&uid=1")
            #expect(external.isRefusal(.temporaryToken))
            let broken = try await house.send(.get, "/v2/sessiontoken?externalToken=\(token)%&uid=%zz")
            #expect(broken.status.code >= 400)
            let other = try await house.send(
                .get, "/v2/customers", headers: [.authorization: "Bearer \(token)"])
            #expect(other.isRefusal(.session))
            #expect(try await house.send(.get, "/v2/users/activation/\(token)").isDeadLink)
            #expect(
                try await house.send(.put, "/v2/password/\(token)", "{}").gist == "400 ValidationFailed")
        }
        let owner = secrets.token(try await house.signIn())
        let another = secrets.token("5ec2e700-7a48-4a48-8a48-a48a48a48a48")
        #expect(
            try await house.send(.delete, "/v2/sessiontoken/\(another)", token: owner).isRefusal(.session))
        _ = try await house.send(.get, "/v2/sessiontoken/\(another)", token: owner)
        #expect(try await house.door.revokeSessions(all: true, from: .commandLine) > 0)
    }

    private func externalTokens() async throws {
        let (token, uid) = try await house.door.issueExternalToken(username: "marked", from: .commandLine)
        let path = "/v2/sessiontoken?externalToken=\(secrets.token(token))&uid=\(uid)"
        let session = try await house.send(.get, path)
        #expect(session.status == .ok)
        secrets.token(try #require(session.object["SessionToken"] as? String))
        #expect(try await house.send(.get, path).isRefusal(.temporaryToken))
        #expect(try await house.send(.get, path + "x").gist == "400 ValidationFailed")
    }

    /// A fault is logged with its cause: the engine's own words must not quote what was sent either.
    private func faults() async throws {
        let asked = try await asked()
        let (external, uid) = try await house.door.issueExternalToken(username: "marked", from: .commandLine)
        secrets.token(external)
        for (aside, back): (SQL, SQL) in [
            ("ALTER TABLE identity RENAME TO aside", "ALTER TABLE aside RENAME TO identity"),
            ("ALTER TABLE temporary_token RENAME TO aside", "ALTER TABLE aside RENAME TO temporary_token"),
            ("ALTER TABLE session RENAME TO aside", "ALTER TABLE aside RENAME TO session"),
            ("ALTER TABLE security_log RENAME TO aside", "ALTER TABLE aside RENAME TO security_log"),
        ] {
            try await house.changeTables(aside)
            let answers = [
                try await house.stepOne("marked", user.password), try await house.answer(asked),
                try await house.send(.get, "/v2/sessiontoken?externalToken=\(external)&uid=\(uid)"),
                try await house.use(external),
            ]
            #expect(answers.contains { $0.status == .internalServerError })
            try await house.changeTables(back)
        }
        try await house.change(
            "UPDATE identity SET word_sealed = 'damaged' || word_sealed WHERE username = 'ines'")
        let damaged = try await house.stepOne("ines", secrets.mark(SignInHouse.ines.password))
        #expect(damaged.status.code >= 500)
    }

    private func locked() async throws {
        try await house.door.unlock(username: "marked", from: .commandLine)
        for number in 0..<5 {
            _ = try await house.stepOne("marked", secrets.mark("lock-zq5\(number)"), from: "192.0.2.9")
        }
        #expect(try await house.stepOne("marked", user.password).isRefusal(.locked))
        try await house.door.unlock(username: "marked", from: .commandLine)
    }

    private func newCredentials() async throws {
        let (password, word) = (secrets.mark("new-password-zq60"), secrets.mark("zq61another"))
        try await house.door.setPassword(
            username: "marked", password: password, memorableWord: word, temporary: true, from: .commandLine)
        let link = try await house.door.activationLink(username: "marked", from: .commandLine)
        secrets.token(try #require(link.split(separator: "#").last.map(String.init)))
        for (password, word) in [("short-zq62", "wheel5house"), ("long-enough-zq63-zq64wood", "zq64wood")] {
            await #expect(throws: FrontDoorError.self) {
                try await house.door.setPassword(
                    username: "marked", password: secrets.mark(password), memorableWord: secrets.mark(word),
                    temporary: false, from: .commandLine)
            }
        }
        try await house.door.setPassword(
            username: "marked", password: user.password, memorableWord: user.word, temporary: false,
            from: .commandLine)
    }
}
