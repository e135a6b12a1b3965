import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor

/// `/settings/profile`: one's own name and e-mail address.
@Suite struct ProfileTests {
    private let ines = PostHouse.ines
    private let full = """
        {"Username":"ines.okafor","Name":"Ines Okafor","EmailId":"ines@harbour.example",\
        "CompanyName":"Harbour Joinery Ltd"}
        """

    private func put(_ post: PostHouse, _ body: String, _ token: String) async throws -> TestAnswer {
        try await post.house.send(.put, "/v2/settings/profile", body, token: token)
    }

    private func get(_ post: PostHouse, _ token: String) async throws -> TestAnswer {
        try await post.house.send(.get, "/v2/settings/profile", token: token)
    }

    @Test func itIsTheCallersOwnAndThisBusinesss() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let answer = try await get(post, token)
            #expect(answer.status == .ok && answer.text == full)
            let quay = try await post.house.installation.addBusiness(name: "Quay Bakery", from: .commandLine)
                .id
            _ = try await post.door.addUser(
                business: quay, username: "quay.admin", fullName: "Baker", from: .commandLine)
            try await post.door.addMembership(business: quay, username: ines.username, from: .commandLine)
            let there = try await post.house.send(.get, "/v2/sessiontoken/\(quay)", token: token)
            let other = try #require(there.object["SessionToken"] as? String)
            #expect(try await get(post, other).object["CompanyName"] as? String == "Quay Bakery")
            #expect(
                try await get(post, post.house.signIn(SignInHouse.ines)).text == """
                    {"Username":"ines","Name":"Ines Okafor","EmailId":null,"CompanyName":"Harbour Joinery Ltd"}
                    """)
        }
    }

    @Test func aNameIsChangedWithoutAPasswordAndWhatIsLeftOutStays() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let last = try await post.house.lastRow
            let answer = try await put(post, #"{"Name":"  Ines O. Okafor "}"#, token)
            #expect(answer.status == .ok)
            #expect(answer.text == full.replacing("Ines Okafor", with: "Ines O. Okafor"))
            #expect(try await get(post, token).text == answer.text)
            #expect(try await post.house.rows(after: last).map(\.detail) == ["full name"])
            // What was read can be sent back, and nothing at all too.
            #expect(try await put(post, answer.text, token).text == answer.text)
            #expect(try await put(post, "{}", token).text == answer.text)
            #expect(try await post.house.rows(after: last).count == 1)
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test func fd21_anotherAddressAsksThePresentPassword() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let body = #"{"EmailId":"okafor@harbour.example"}"#
            let (before, hashes) = (try await post.state(), try post.house.hashes)
            let missing = try await put(post, body, token)
            #expect(
                missing.names(
                    ("CurrentPassword", "CurrentPassword is needed for another e-mail address.")))
            #expect(try post.house.hashes == hashes)
            let wrong = try await put(
                post, #"{"EmailId":"okafor@harbour.example","CurrentPassword":"wrong-wrong-wrong"}"#, token)
            #expect(wrong.names(("CurrentPassword", "CurrentPassword is wrong.")))
            #expect(try await post.house.failures(ines.username) == 1)
            #expect(try await post.state() == before)
            let right = try await put(
                post,
                #"{"Name":"Ines","EmailId":"okafor@harbour.example","CurrentPassword":"\#(ines.password)"}"#,
                token)
            #expect(
                right.text == """
                    {"Username":"ines.okafor","Name":"Ines","EmailId":"okafor@harbour.example",\
                    "CompanyName":"Harbour Joinery Ltd"}
                    """)
            #expect(try await post.house.use(token).status == .ok)
        }
    }

    @Test func fd24_theAddressBeforeIsToldAndItsLinksAreDead() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let reset = try await post.resetToken()
            let body = #"{"EmailId":"okafor@harbour.example","CurrentPassword":"\#(ines.password)"}"#
            #expect(try await put(post, body, token).status == .ok)
            let letters = try await post.takeLetters()
            #expect(letters.map(\.to) == ["Ines Okafor <ines@harbour.example>"])
            #expect(letters.map(\.subject) == ["The e-mail address of ines.okafor changed"])
            #expect(try await post.reset(reset).isDeadLink)
            #expect(try await post.reset(reset, email: "okafor@harbour.example").isDeadLink)
            // Letters go to the new one from now on.
            #expect(try await post.askForReset().isDone)
            #expect(try await post.letters().isEmpty)
            #expect(try await post.askForReset(ines.username, "okafor@harbour.example").isDone)
            #expect(try await post.letters().count == 1)
        }
    }

    @Test(arguments: [
        "hannah@harbour.example", "HANNAH@Harbour.example", "quill@harbour.example", "Quill@Harbour.EXAMPLE",
    ])
    func fd21_anAddressIsNobodyElsesNeitherAsEmailNorAsUserName(email: String) async throws {
        try await PostHouse.run { post async throws in
            try await post.house.add(
                TestUser(username: "quill@harbour.example", password: "five-loud-herons", word: "wheel5house")
            )
            let token = try await post.house.signIn(ines)
            let before = try await post.state()
            let answer = try await put(
                post, #"{"Name":"New","EmailId":"\#(email)","CurrentPassword":"\#(ines.password)"}"#, token)
            #expect(answer.refuses(.badRequest, "DuplicateCode", "This e-mail address is taken."))
            #expect(try await post.state() == before)
            // The place was given back: the next call does not wait for it.
            #expect(try await post.house.failures(ines.username) == 0)
            #expect(try await post.house.count("sign_in_reservation") == 0)
        }
    }

    @Test func fd21_onesOwnUserNameMayBeOnesAddress() async throws {
        try await PostHouse.run { post async throws in
            let quill = TestUser(
                username: "quill@harbour.example", password: "five-loud-herons", word: "wheel5house")
            try await post.house.add(quill)
            let token = try await post.house.signIn(quill)
            let answer = try await put(
                post, #"{"EmailId":"Quill@harbour.example","CurrentPassword":"\#(quill.password)"}"#, token)
            #expect(try answer.object["EmailId"] as? String == "Quill@harbour.example")
        }
    }

    @Test(
        arguments: [
            (#"{"Name":""}"#, [("Name", "Name must have 1 to 200 characters.")]),
            (#"{"Name":"  "}"#, [("Name", "Name must have 1 to 200 characters.")]),
            (#"{"Name":7}"#, [("Name", "Name has the wrong type.")]),
            (#"{"Name":"a\u0007b"}"#, [("Name", "Name must not have control characters.")]),
            (
                #"{"Name":"","EmailId":"nowhere"}"#,
                [
                    ("Name", "Name must have 1 to 200 characters."),
                    ("EmailId", "EmailId must be an address like name@harbour.example."),
                ]
            ),
            (
                #"{"EmailId":""}"#, [("EmailId", "EmailId must be an address like name@harbour.example.")]
            ),
            (
                #"{"EmailId":"a@b@c.example","CurrentPassword":"x"}"#,
                [("EmailId", "EmailId must be an address like name@harbour.example.")]
            ),
        ] as [(String, [(String, String)])])
    func everyWrongFieldIsNamedAndNothingChanges(body: String, problems: [(String, String)]) async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let (before, hashes) = (try await post.state(), try post.house.hashes)
            let answer = try await put(post, body, token)
            let details = problems.map { #"{"Field":"\#($0.0)","Message":"\#($0.1)"}"# }
            #expect(answer.status == .badRequest)
            #expect(
                answer.text.hasSuffix(#","Details":[\#(details.joined(separator: ","))]}"#), "\(answer.text)")
            #expect(try await post.state() == before && (try post.house.hashes == hashes))
        }
    }

    @Test func fd18_wrongPasswordsLockHereToo() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(ines)
            let body = #"{"EmailId":"okafor@harbour.example","CurrentPassword":"wrong-wrong-wrong"}"#
            for _ in 0..<5 { #expect(try await put(post, body, token).gist == "400 ValidationFailed") }
            #expect(try await put(post, body, token).isRefusal(.locked))
            #expect(try await get(post, token).isRefusal(.locked))
        }
    }

    @Test func aTemporaryPasswordSeesNothing() async throws {
        try await PostHouse.run { post async throws in
            let tom = TestUser(username: "tom", password: "five-loud-herons", word: "wheel5house")
            try await post.house.add(tom, temporary: true)
            let token = try await post.house.signIn(tom)
            #expect(try await get(post, token).isRefusal(.temporaryPassword))
            #expect(try await put(post, #"{"Name":"Tom"}"#, token).isRefusal(.temporaryPassword))
        }
    }
}
