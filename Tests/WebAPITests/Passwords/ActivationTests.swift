import Foundation
import HTTPTypes
import Installation
import Surroundings
import Testing

@testable import FrontDoor

/// How somebody new comes to a password: made by an administrator, activated by a letter (FD-24).
@Suite struct ActivationTests {
    private let pia = TestUser(username: "pia.lind", password: "seven-tin-lanterns", word: "drift7wood")

    /// Has the owner make Pia, and gives her number and the secret of the letter that came.
    private func made(_ post: PostHouse, by owner: String) async throws -> (number: Int, secret: String) {
        let answer = try await post.house.send(
            .post, "/v2/users",
            #"{"FullName":"Pia Lind","Username":"pia.lind","Email":"pia@harbour.example","RoleId":5}"#,
            token: owner)
        #expect(answer.status == .created, "\(answer.text)")
        #expect(try answer.object["StatusCode"] as? String == "Pending")
        let letters = try await post.takeLetters()
        let letter = try #require(letters.first)
        #expect(letters.count == 1 && letter.to == "Pia Lind <pia@harbour.example>")
        #expect(letter.subject == "Your user name for Harbour Joinery Ltd")
        #expect(letter.text.contains("Your user name is pia.lind. The link is good once, and for 7 days."))
        return (try #require(answer.object["Number"] as? Int), try #require(letter.secret(.activation)))
    }

    private func choose(
        _ post: PostHouse, _ secret: String, password: String = "seven-tin-lanterns",
        word: String = "drift7wood", temporary: String? = nil, confirmed: String? = nil,
        confirmedWord: String? = nil
    ) async throws -> TestAnswer {
        let temporary = temporary.map { #""Password":\#(quoted($0)),"# } ?? ""
        let body = """
            {\(temporary)"NewPassword":\(quoted(password)),"ConfirmPassword":\(quoted(confirmed ?? password)),\
            "MemorableWord":\(quoted(word)),"ConfirmMemorableWord":\(quoted(confirmedWord ?? word))}
            """
        return try await post.house.send(.put, "/v2/users/activation/\(secret)/credential", body)
    }

    private func look(_ post: PostHouse, _ secret: String) async throws -> TestAnswer {
        try await post.house.send(.get, "/v2/users/activation/\(secret)")
    }

    private func ask(
        _ post: PostHouse, _ secret: String, from peer: String = SignInHouse.here
    ) async throws -> TestAnswer {
        try await post.house.send(.post, "/v2/users/activation/\(secret)/email", from: peer)
    }

    @Test func fd24_whoIsMadeWithoutAPasswordChoosesOneByTheLetter() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let (number, secret) = try await made(post, by: owner)
            let shown = try await look(post, secret)
            #expect(shown.status == .ok && shown.headers[.cacheControl] == "no-store")
            #expect(
                shown.text == """
                    {"Username":"pia.lind","FullName":"Pia Lind","Email":"pia@harbour.example",\
                    "CompanyName":"Harbour Joinery Ltd"}
                    """)
            #expect(try post.house.controlBytes().range(of: Data(secret.utf8)) == nil)
            #expect(try await choose(post, secret).isDone)
            let token = try await post.house.signIn(pia)
            #expect(try await post.house.use(token).status == .ok)
            let user = try await post.house.send(.get, "/v2/users/\(number)", token: owner)
            #expect(try user.object["StatusCode"] as? String == "Active")
            // It is spent.
            #expect(try await look(post, secret).isDeadLink)
            #expect(try await choose(post, secret, password: "eight-copper-lanterns").isDeadLink)
            _ = try await post.house.signIn(pia)
            let kinds = try await post.house.rows().filter { $0.username == "pia.lind" }.map(\.kind)
            #expect(
                kinds.prefix(5) == [
                    "user-added", "link-made", "link-used", "memorable-word-changed", "password-changed",
                ])
        }
    }

    @Test func fd24_ofFiftyAtOnceOneSucceeds() async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 1_000 }) { post async throws in
            let (_, secret) = try await made(post, by: post.house.signIn())
            let answers = try await post.house.atOnce(50) { number in
                try await choose(post, secret, password: "seven-tin-lanterns-\(number)")
            }
            #expect(answers == ["200": 1, "404 NotFound": 49])
            #expect(try await post.house.rows(.passwordChanged).count == 1)
        }
    }

    @Test func fd24_whatIsRefusedSpendsNothing() async throws {
        try await PostHouse.run { post async throws in
            let (_, secret) = try await made(post, by: post.house.signIn())
            let (before, hashes) = (try await post.state(of: "pia.lind"), try post.house.hashes)
            let all = try await choose(
                post, secret, password: "short", word: "tiny", confirmed: "other", confirmedWord: "teeny")
            #expect(
                all.names(
                    ("NewPassword", "NewPassword must have 15 to 128 characters."),
                    ("ConfirmPassword", "ConfirmPassword must be the same as NewPassword."),
                    ("MemorableWord", "MemorableWord must have 8 to 20 letters a to z and digits."),
                    ("ConfirmMemorableWord", "ConfirmMemorableWord must be the same as MemorableWord.")))
            let within = try await choose(post, secret, password: "a-drift7wood-fence")
            #expect(within.names(("MemorableWord", "MemorableWord must not be part of the password.")))
            let common = try await choose(post, secret, password: "1234567890987654321")
            #expect(common.names(("NewPassword", "NewPassword is one of the most common passwords.")))
            let empty = try await post.house.send(.put, "/v2/users/activation/\(secret)/credential", "{}")
            #expect(
                empty.names(
                    ("NewPassword", "NewPassword is required."),
                    ("ConfirmPassword", "ConfirmPassword is required."),
                    ("MemorableWord", "MemorableWord is required."),
                    ("ConfirmMemorableWord", "ConfirmMemorableWord is required.")))
            #expect(try await post.state(of: "pia.lind") == before && (try post.house.hashes == hashes))
            #expect(try await choose(post, secret).isDone)
        }
    }

    @Test func fd24_aLetterSentAgainKillsTheLinkBefore() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let (number, first) = try await made(post, by: owner)
            let path = "/v2/users/\(number)/activationemail"
            #expect(try await post.house.send(.post, path, token: owner).isDone)
            let second = try #require(try await post.takeLetters().first?.secret(.activation))
            #expect(first != second)
            #expect(try await look(post, first).isDeadLink)
            #expect(try await choose(post, first).isDeadLink)
            #expect(try await choose(post, second).isDone)
            let late = try await post.house.send(.post, path, token: owner)
            #expect(late.refuses(.badRequest, "Conflict", "pia.lind does not wait for activation."))
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test func onlyWhoManagesUsersSendsItAndOnlyAtHome() async throws {
        try await PostHouse.run { post async throws in
            let owner = try await post.house.signIn()
            let (number, secret) = try await made(post, by: owner)
            let path = "/v2/users/\(number)/activationemail"
            let ines = try await post.house.signIn(PostHouse.ines)
            let refused = try await post.house.send(.post, path, token: ines)
            #expect(
                refused.refuses(.unauthorized, "PermissionDenied", "Permission ManageUser is required."))
            for unknown in ["99", "0", "x", "-1"] {
                let answer = try await post.house.send(
                    .post, "/v2/users/\(unknown)/activationemail", token: owner)
                #expect(answer.gist == "404 NotFound")
            }
            // Another business where Pia is a member has no say over how she signs in (FD-21).
            let quay = try await post.house.installation.addBusiness(name: "Quay Bakery", from: .commandLine)
                .id
            let baker = TestUser(username: "quay.admin", password: "nine-warm-ovens-here", word: "crumb2loaf")
            _ = try await post.door.addUser(
                business: quay, username: baker.username, fullName: "Baker", password: baker.password,
                memorableWord: baker.word, from: .commandLine)
            try await post.door.addMembership(business: quay, username: "pia.lind", from: .commandLine)
            let stranger = try await post.house.signIn(baker)
            let answer = try await post.house.send(.post, "/v2/users/2/activationemail", token: stranger)
            #expect(answer.gist == "400 Conflict")
            #expect(try await post.letters().isEmpty)
            #expect(try await look(post, secret).status == .ok)
        }
    }

    @Test func fd24_withoutAPublicAddressTheCallEndsWellAndTheLogSaysWhatIsMissing() async throws {
        try await PostHouse.run({ $0.frontDoor.publicURL = nil }) { post async throws in
            let owner = try await post.house.signIn()
            let answer = try await post.house.send(
                .post, "/v2/users",
                #"{"FullName":"Pia Lind","Username":"pia.lind","Email":"pia@harbour.example","RoleId":5}"#,
                token: owner)
            #expect(answer.status == .created)
            let number = try #require(answer.object["Number"] as? Int)
            #expect(
                try await post.house.send(.post, "/v2/users/\(number)/activationemail", token: owner).isDone)
            #expect(post.house.log.all.contains { $0.contains("set public-url") })
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test func fd24_aLateLinkGetsAFreshLetterAndTheLateOneStaysDead() async throws {
        try await PostHouse.run { post async throws in
            let (_, late) = try await made(post, by: post.house.signIn())
            // A live one needs no other.
            #expect(try await ask(post, late).isDone)
            #expect(try await post.letters().isEmpty)
            post.house.clock.advance(by: .seconds(7 * 24 * 60 * 60))
            #expect(try await look(post, late).status == .ok)
            post.house.clock.advance(by: .milliseconds(1))
            #expect(try await look(post, late).isDeadLink)
            #expect(try await choose(post, late).isDeadLink)
            // It can still be swapped after a while, and after a restart.
            try await post.door.tidy()
            post.house.clock.advance(by: .seconds(80 * 24 * 60 * 60))
            try await post.house.restart()
            #expect(try await ask(post, late).isDone)
            let letters = try await post.takeLetters()
            let fresh = try #require(letters.first?.secret(.activation))
            #expect(letters.count == 1 && letters.first?.to == "Pia Lind <pia@harbour.example>")
            #expect(try await ask(post, late).isDone)
            #expect(try await post.letters().isEmpty)
            #expect(try await look(post, late).isDeadLink)
            #expect(try await choose(post, fresh).isDone)
            // Who is active waits for nothing.
            #expect(try await ask(post, fresh).isDone)
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test func fd24_askingTellsNothingAndCounts() async throws {
        try await PostHouse.run({ $0.frontDoor.addressFailuresMax = 3 }) { post async throws in
            let (_, late) = try await made(post, by: post.house.signIn())
            post.house.clock.advance(by: .seconds(8 * 24 * 60 * 60))
            let known = try await ask(post, late)
            let lines = post.house.log.all.count
            for secret in ["9b0c7a4e-31d2-44b0-9f57-0d3a6c5be817", "x"] {
                let unknown = try await ask(post, secret)
                #expect(unknown.isDone && unknown.headers == known.headers)
            }
            #expect(post.house.log.all.count == lines)
            #expect(try await ask(post, late).isThrottled(retryAfter: 900))
            #expect(try await post.takeLetters().count == 1)
        }
    }

    /// The operator hands the link over; who has a temporary password gives it too.
    @Test func fd21_aTemporaryPasswordIsAskedWithTheLink() async throws {
        try await PostHouse.run { post async throws in
            let tom = TestUser(username: "tom", password: "five-loud-herons", word: "wheel5house")
            try await post.house.add(tom, temporary: true)
            let open = try await post.house.signIn(tom)
            let link = try await post.door.activationLink(username: "tom", from: .commandLine)
            #expect(link.hasPrefix("https://books.example/v2/links/activation#"))
            let secret = String(try #require(link.split(separator: "#").last))
            let (before, hashes) = (try await post.state(of: "tom"), try post.house.hashes)
            #expect(
                try await choose(post, secret).names(("Password", "Password is needed: the temporary one.")))
            #expect(try post.house.hashes == hashes)
            let wrong = try await choose(post, secret, temporary: "five-loud-herrings")
            #expect(wrong.names(("Password", "Password is wrong.")))
            #expect(try post.house.hashes == hashes + 1)
            #expect(try await post.house.failures("tom") == 1)
            let same = try await choose(post, secret, password: tom.password, temporary: tom.password)
            #expect(same.names(("NewPassword", "NewPassword must not be the temporary one.")))
            #expect(try await post.state(of: "tom") == before)

            #expect(try await choose(post, secret, temporary: tom.password).isDone)
            #expect(try await post.house.use(open).isRefusal(.session))
            let token = try await post.house.signIn(
                TestUser(username: "tom", password: pia.password, word: pia.word))
            #expect(try await post.house.use(token).status == .ok)
        }
    }

    @Test func fd18_wrongTemporaryPasswordsLock() async throws {
        try await PostHouse.run { post async throws in
            let tom = TestUser(username: "tom", password: "five-loud-herons", word: "wheel5house")
            try await post.house.add(tom, temporary: true)
            let link = try await post.door.activationLink(username: "tom", from: .commandLine)
            let secret = String(try #require(link.split(separator: "#").last))
            for _ in 0..<5 {
                #expect(
                    try await choose(post, secret, temporary: "five-loud-herrings").gist
                        == "400 ValidationFailed")
            }
            #expect(try await choose(post, secret, temporary: tom.password).isRefusal(.locked))
            #expect(try await post.house.stepOne("tom", tom.password).isRefusal(.locked))
        }
    }
}
