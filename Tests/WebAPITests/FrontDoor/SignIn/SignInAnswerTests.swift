import HTTPTypes
import Testing

@testable import FrontDoor

/// What the two steps answer, byte for byte (`spec/sessiontoken.md`).
@Suite struct SignInAnswerTests {
    private let account = """
        "IsLockedOut":false,"CompanyUserId":1,"CompanyId":1,"PartnerId":0,"ConnectedUserPartnerId":0,\
        "ClientManagerId":0,"PartnerBrandingOptOut":false,"PackageName":"Daybook","IsPackageRestricted":false,\
        "SubscriptionExpired":false,"IntegrationsSettings":null,"HasTemporaryPassword":false,"IsAdmin":true,\
        "Disabled":false,"CompanyUserFullName":"Hannah Quill","EmailId":"hannah@harbour.example",\
        "PartnerCompanyUserId":0}
        """

    @Test func stepOneAnswersATokenAndThreePositions() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let letters = asked.positions.map { #"{"Position":\#($0),"Value":""}"# }.joined(separator: ",")
            let positions = asked.positions.map(String.init).joined(separator: ",")
            #expect(
                asked.answer.text == """
                    {"TenantId":1,"TemporaryToken":"\(asked.token)","MemorableWordList":[\(letters)],\
                    "KeepUserLoggedIn":false,"MemorableWordPositions":"\(positions)",\(account)
                    """)
            expectHeaders(of: asked.answer)
        }
    }

    @Test func stepTwoAnswersTheSession() async throws {
        try await SignInHouse.run { house in
            let answer = try await house.answer(house.ask())
            let token = try #require(answer.object["SessionToken"] as? String)
            #expect(answer.status == .ok)
            #expect(
                answer.text == """
                    {"TenantId":1,"SessionToken":"\(token)","CompanyName":"Harbour Joinery Ltd",\
                    "StartPageUrl":null,"SubscriptionExpiryDate":null,"KeepUserLoggedIn":false,\
                    "MemorableWordList":[],"MemorableWordPositions":null,\(account)
                    """)
            expectHeaders(of: answer)
            #expect(try await house.use(token).status == .ok)
        }
    }

    @Test func clientsFindNoMemberThatWouldMisleadThem() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            let session = try await house.answer(asked)
            for member in ["SessionToken", "Token"] { #expect(try asked.answer.object[member] == nil) }
            for member in ["TTL", "ExpiresInSeconds"] { #expect(try session.object[member] == nil) }
        }
    }

    @Test func aSubscriptionsLastDayAndAKeptSessionAreTold() async throws {
        try await SignInHouse.run { house in
            _ = try await house.door.renewSubscription(
                business: 1, package: "Gold", until: "2026-03-31", from: .commandLine)
            let asked = try await house.ask()
            let answer = try await house.stepTwo(asked.token, asked.letters, keep: true)
            #expect(
                answer.text.contains(
                    #""SubscriptionExpiryDate":"2026-03-31 12:00:00","KeepUserLoggedIn":true,"#))
            #expect(answer.text.contains(#""PackageName":"Gold""#))
        }
    }

    @Test(arguments: ["?oldApp=true", "?oldApp=false", "?OLDAPP=1", "?oldApp=", "?else=1"])
    func oldAppChangesNothing(query: String) async throws {
        try await SignInHouse.run { house in
            let plain = try await house.ask()
            let body = credentials(SignInHouse.owner.username, SignInHouse.owner.password)
            let answer = try await house.send(.post, "/v2/sessiontoken\(query)", body)
            let token = try #require(answer.object["TemporaryToken"] as? String)
            #expect(answer.status == .created)
            #expect(answer.text == plain.answer.text.replacing(plain.token, with: token))
        }
    }

    @Test func namesAreReadInAnyCaseAndUnknownOnesIgnored() async throws {
        try await SignInHouse.run { house in
            let first = try await house.send(
                .post, "/V2/SessionToken/",
                #"{"USERNAME":"harbour.admin","password":"six-brass-lanterns","Colour":"blue","Token":null}"#)
            #expect(first.status == .created)
            let token = try #require(first.object["TemporaryToken"] as? String)
            let positions = try #require(first.object["MemorableWordPositions"] as? String)
            let letters = positions.split(separator: ",").compactMap { Int($0) }.map { position in
                #"{"POSITION":\#(position),"value":"\#(Letter(position, SignInHouse.owner.word).value)","x":[]}"#
            }
            let second = try await house.send(
                .put, "/v2/sessiontoken",
                #"{"memorablewordlist":[\#(letters.joined(separator: ","))],"temporarytoken":"\#(token)","y":{}}"#
            )
            #expect(second.status == .ok)
        }
    }

    @Test func theWholeOfStepOneCanBeSentBack() async throws {
        try await SignInHouse.run { house in
            let asked = try await house.ask()
            var body = asked.answer.text
            for letter in asked.letters {
                body = body.replacing(
                    #"{"Position":\#(letter.position),"Value":""}"#,
                    with: #"{"Position":\#(letter.position),"Value":"\#(letter.value)"}"#)
            }
            let answer = try await house.send(.put, "/v2/sessiontoken", body, loosely: true)
            #expect(answer.status == .ok)
            #expect(try answer.object["KeepUserLoggedIn"] as? Bool == false)
        }
    }

    @Test func refusalsAreNotStoredByCachesEither() async throws {
        try await SignInHouse.run { house in
            let answers = [
                try await house.stepOne("ines", "wrong"),
                try await house.stepTwo("nonsense", []),
                try await house.send(.post, "/v2/sessiontoken", "{"),
                try await house.send(.get, "/v2/sessiontoken?externalToken=x&uid=1"),
                try await house.send(.delete, "/v2/sessiontoken", token: house.signIn()),
            ]
            #expect(answers.map(\.status.code) == [401, 401, 400, 401, 204])
            for answer in answers { #expect(answer.headers[.cacheControl] == "no-store") }
        }
    }

    private func expectHeaders(of answer: TestAnswer) {
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
        #expect(answer.headers[.setCookie] == nil)
    }
}
