import HTTPTypes
import Testing

@testable import FrontDoor

/// What strangers send instead of a sign-in: each is refused before it costs a hash and counts as no failure
/// (FD-4).
@Suite struct SignInBodyTests {
    @Test(arguments: [
        ("{}", [("UserName", "is required."), ("Password", "is required.")]),
        (
            #"{"UserName":null,"Password":null}"#,
            [("UserName", "is required."), ("Password", "is required.")]
        ),
        (#"{"Password":"x"}"#, [("UserName", "is required.")]),
        (#"{"UserName":"ines"}"#, [("Password", "is required.")]),
        (
            #"{"UserName":7,"Password":true}"#,
            [("UserName", "has the wrong type."), ("Password", "has the wrong type.")]
        ),
        (#"{"UserName":"ines","Password":["x"]}"#, [("Password", "has the wrong type.")]),
        (#"{"UserName":{"$ne":""},"Password":"x"}"#, [("UserName", "has the wrong type.")]),
    ])
    func aWrongMemberIsNamed(body: String, wrong: [(String, String)]) async throws {
        try await SignInHouse.run { house in
            let answer = try await house.send(.post, "/v2/sessiontoken", body)
            let details = wrong.map { #"{"Field":"\#($0.0)","Message":"\#($0.0) \#($0.1)"}"# }
            let message = wrong.map { "\($0.0) \($0.1)" }.joined(separator: " ")
            let list = details.joined(separator: ",")
            #expect(answer.status == .badRequest)
            #expect(
                answer.text
                    == #"{"Error":"ValidationFailed","Message":"\#(message)","Details":[\#(list)]}"#
            )
            try await expectNothingCounted(house)
        }
    }

    @Test(arguments: ["[]", #""harbour.admin""#, "7", "null"])
    func aBodyThatIsNoObjectIsRefused(body: String) async throws {
        try await SignInHouse.run { house in
            for method in [HTTPRequest.Method.post, .put] {
                let answer = try await house.send(method, "/v2/sessiontoken", body)
                #expect(answer.status == .badRequest)
                #expect(
                    answer.text.hasPrefix(
                        #"{"Error":"ValidationFailed","Message":"The body must be an object.""#))
            }
            try await expectNothingCounted(house)
        }
    }

    @Test(arguments: [
        ("", 1), ("{", 2), (#"{"UserName":"harbour.admin","Password":}"#, 40), ("UserName=x&Password=y", 1),
        (#"{"UserName":"a","Password":"b"} {}"#, 33), (#"{"UserName":"a\u00","Password":"b"}"#, 15),
    ])
    func fd4_malformedJSONIsA400ThatNamesThePlaceAndNothingElse(body: String, column: Int) async throws {
        try await SignInHouse.run { house in
            for method in [HTTPRequest.Method.post, .put] {
                let answer = try await house.send(method, "/v2/sessiontoken", body)
                #expect(
                    answer.refuses(
                        .badRequest, "InvalidRequest",
                        "The body is not well-formed JSON at line 1, column \(column)."))
            }
            try await expectNothingCounted(house)
        }
    }

    @Test func bytesThatAreNoTextAreRefused() async throws {
        try await SignInHouse.run { house in
            let bytes = Array(#"{"UserName":"a"#.utf8) + [0xff, 0xfe] + Array(#"","Password":"b"}"#.utf8)
            let answer = try await house.send(.post, "/v2/sessiontoken", bytes: bytes)
            #expect(answer.status == .badRequest && answer.gist == "400 InvalidRequest")
            try await expectNothingCounted(house)
        }
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "text/html"])
    func anotherMediaTypeIsRefused(type: String) async throws {
        try await SignInHouse.run { house in
            let body = credentials(SignInHouse.owner.username, SignInHouse.owner.password)
            let answer = try await house.send(.post, "/v2/sessiontoken", body, headers: [.contentType: type])
            #expect(
                answer.refuses(
                    .unsupportedMediaType, "UnsupportedMediaType",
                    """
                    The body must be JSON or XML, in UTF-8: send Content-Type: application/json or \
                    application/xml.
                    """))
            try await expectNothingCounted(house)
        }
    }

    @Test(arguments: [true, false])
    func fd25_aBodyOfMoreThanFourKibibytesIsRefused(hasLength: Bool) async throws {
        try await SignInHouse.run { house in
            let body = credentials(SignInHouse.owner.username, SignInHouse.owner.password)
            let full = body + String(repeating: " ", count: 4_096 - body.utf8.count)
            let fits = try await house.send(.post, "/v2/sessiontoken", full, hasLength: hasLength)
            #expect(fits.status == .created)
            let before = try house.hashes
            for method in [HTTPRequest.Method.post, .put] {
                let answer = try await house.send(
                    method, "/v2/sessiontoken", full + " ", hasLength: hasLength)
                #expect(
                    answer.refuses(
                        .contentTooLarge, "PayloadTooLarge", "The body is larger than 4096 bytes."))
            }
            #expect(try house.hashes == before)
        }
    }

    /// Clients repeat what was refused with a 400 in another form: their temporary token must still be good then.
    @Test func fd16_aBodyThatCannotBeReadSpendsNoToken() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let token = #""TemporaryToken":"\#(asked.token)""#
            let bodies = [
                "{\(token)}", "{\(token),\"MemorableWordList\":null}", "{\(token),\"MemorableWordList\":{}}",
                #"{\#(token),"MemorableWordList":["a","b","c"]}"#,
                #"{\#(token),"MemorableWordList":[{"Value":"a"}]}"#,
                #"{\#(token),"MemorableWordList":[{"Position":1}]}"#,
                #"{\#(token),"MemorableWordList":[{"Position":1,"Value":7}]}"#,
                #"{\#(token),"MemorableWordList":[{"Position":0,"Value":"a"}]}"#,
                #"{\#(token),"MemorableWordList":[{"Position":21,"Value":"a"}]}"#,
                #"{\#(token),"MemorableWordList":[],"KeepUserLoggedIn":"perhaps"}"#,
                #"{"MemorableWordList":[]}"#, #"{"TemporaryToken":7,"MemorableWordList":[]}"#,
            ]
            for body in bodies {
                let answer = try await house.send(.put, "/v2/sessiontoken", body)
                #expect(answer.gist == "400 ValidationFailed", "\(body)")
                #expect(!answer.text.contains(asked.token))
            }
            #expect(try await house.failures("harbour.admin") == 0)
            #expect(try await house.answer(asked).status == .ok)
        }
    }

    @Test func fd20_fourHundredsNeverShutAnAddressOut() async throws {
        try await SignInHouse.run { house in
            for _ in 0..<50 { _ = try await house.send(.post, "/v2/sessiontoken", "{") }
            for _ in 0..<50 { _ = try await house.send(.put, "/v2/sessiontoken", "{}") }
            _ = try await house.signIn()
        }
    }

    private func expectNothingCounted(_ house: SignInHouse) async throws {
        // Two hashes made the two users.
        #expect(try house.hashes == 2)
        #expect(try await house.count("sign_in_count") == 0)
        #expect(try await house.rows(.passwordRefused).isEmpty)
    }
}
