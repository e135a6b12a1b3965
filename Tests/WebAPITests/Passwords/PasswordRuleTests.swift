import Testing

@testable import FrontDoor

/// What `PUT /password` refuses by what was sent alone: every wrong field is named, nothing is hashed or changed.
@Suite struct PasswordRuleTests {
    private static let right = #""Current":"four-quiet-harbours""#
    private static let wordRight = #""Current":"tide7winder""#

    private func refuses(
        _ body: String, _ problems: [(field: String, message: String)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(PostHouse.ines)
            let (before, hashes) = (try await post.state(), try post.house.hashes)
            let answer = try await post.change(body, token: token)
            let details = problems.map { #"{"Field":"\#($0.field)","Message":"\#($0.message)"}"# }
            let message = problems.map(\.message).joined(separator: " ")
            let expected = """
                {"Error":"ValidationFailed","Message":"\(message)","Details":[\(details.joined(separator: ","))]}
                """
            #expect(answer.status == .badRequest, sourceLocation: sourceLocation)
            #expect(answer.text == expected, sourceLocation: sourceLocation)
            #expect(try await post.state() == before, sourceLocation: sourceLocation)
            #expect(try post.house.hashes == hashes, sourceLocation: sourceLocation)
            #expect(try await post.house.failures(PostHouse.ines.username) == 0)
            #expect(try await post.letters().isEmpty)
        }
    }

    @Test(arguments: [
        (#"{}"#, ["Password is required."]),
        (#"{"Password":null}"#, ["Password is required."]),
        (#"{"Password":7}"#, ["Password has the wrong type."]),
        (#"{"Password":{\#(right)}}"#, ["Password.New is required, or MemorableWord.New."]),
        (
            #"{"Password":{\#(right),"New":"","Confirm":""}}"#,
            ["Password.New is required, or MemorableWord.New."]
        ),
        (#"{"Password":{\#(right),"New":7,"Confirm":"x"}}"#, ["Password.New has the wrong type."]),
        (#"{"Password":{\#(right),"New":"seven-tin-lanterns"}}"#, ["Password.Confirm is required."]),
        (#"{"Password":{\#(right),"Confirm":"seven-tin-lanterns"}}"#, ["Password.New is required."]),
        (
            #"{"Password":{"New":"seven-tin-lanterns","Confirm":"seven-tin-lanterns"}}"#,
            ["Password.Current is required."]
        ),
        (
            #"{"MemorableWord":{\#(wordRight),"New":"drift7wood","Confirm":"drift7wood"}}"#,
            ["Password is required."]
        ),
        (
            #"{"Password":{\#(right)},"MemorableWord":{"New":"drift7wood"}}"#,
            ["MemorableWord.Current is required.", "MemorableWord.Confirm is required."]
        ),
        (
            #"{"Password":{\#(right)},"MemorableWord":{\#(wordRight)}}"#,
            ["MemorableWord.New is required.", "MemorableWord.Confirm is required."]
        ),
    ])
    func fd21_whatIsMissingIsNamed(body: String, messages: [String]) async throws {
        try await refuses(body, messages.map { (String($0.prefix { $0 != " " }), $0) })
    }

    @Test(arguments: [
        ("fourteen-chars", "must have 15 to 128 characters"),
        (String(repeating: "x", count: 129), "must have 15 to 128 characters"),
        ("1234567890987654321", "is one of the most common passwords"),
        ("four-quiet-harbours", "must not be the present one"),
        ("Harbour Joinery Ltd", "must not be the name of the business"),
    ])
    func fd12_aPasswordThatBreaksARuleIsRefused(password: String, reason: String) async throws {
        let body =
            #"{"Password":{\#(Self.right),"New":"\#(password)","Confirm":"\#(password)"}}"#
        try await refuses(body, [("Password.New", "Password.New \(reason).")])
    }

    @Test(arguments: [
        ("short7x", "must have 8 to 20 letters a to z and digits"),
        ("with a blank", "must have 8 to 20 letters a to z and digits"),
        ("mountain", "is a common word"),
        ("TIDE7winder", "must not be the present one"),
    ])
    func fd14_aWordThatBreaksARuleIsRefused(word: String, reason: String) async throws {
        let body = """
            {"Password":{\(Self.right)},\
            "MemorableWord":{\(Self.wordRight),"New":"\(word)","Confirm":"\(word)"}}
            """
        try await refuses(body, [("MemorableWord.New", "MemorableWord.New \(reason).")])
    }

    @Test func fd14_aWordIsNoPartOfThePasswordThatHoldsFromNowOn() async throws {
        let reason = "MemorableWord.New must not be part of the password."
        let new = #""New":"a-drift7wood-fence","Confirm":"a-drift7wood-fence""#
        let word = #"{\#(Self.wordRight),"New":"drift7wood","Confirm":"drift7wood"}"#
        try await refuses(
            #"{"Password":{\#(Self.right),\#(new)},"MemorableWord":\#(word)}"#,
            [("MemorableWord.New", reason)])
        let harbours = #"{\#(Self.wordRight),"New":"harbours","Confirm":"harbours"}"#
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(PostHouse.ines)
            let answer = try await post.change(
                #"{"Password":{\#(Self.right)},"MemorableWord":\#(harbours)}"#, token: token)
            #expect(answer.status == .badRequest && answer.text.contains("MemorableWord.New"))
        }
    }

    @Test func everythingThatIsWrongIsSaidAtOnce() async throws {
        let body = """
            {"Password":{\(Self.right),"New":"short","Confirm":"other"},\
            "MemorableWord":{\(Self.wordRight),"New":"tiny","Confirm":"teeny"}}
            """
        try await refuses(
            body,
            [
                ("Password.New", "Password.New must have 15 to 128 characters."),
                ("Password.Confirm", "Password.Confirm must be the same as Password.New."),
                ("MemorableWord.New", "MemorableWord.New must have 8 to 20 letters a to z and digits."),
                ("MemorableWord.Confirm", "MemorableWord.Confirm must be the same as MemorableWord.New."),
            ])
    }

    @Test func aLargeBodyIsNotRead() async throws {
        try await PostHouse.run { post async throws in
            let token = try await post.house.signIn(PostHouse.ines)
            let answer = try await post.change(String(repeating: " ", count: 4_097), token: token)
            #expect(answer.gist == "413 PayloadTooLarge")
        }
    }

    @Test func aPasswordOfTheSettingsLengthIsTaken() async throws {
        try await PostHouse.run({ $0.frontDoor.passwordCharactersMin = 8 }) { post async throws in
            let token = try await post.house.signIn(PostHouse.ines)
            let body = #"{"Password":{\#(Self.right),"New":"tin7lamp","Confirm":"tin7lamp"}}"#
            #expect(try await post.change(body, token: token).isDone)
        }
    }
}
