import Surroundings
import Testing

@testable import FrontDoor

@Suite struct HeaderTests {
    private let token = "0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1"

    @Test(arguments: ["KfToken ", "kftoken ", "KFTOKEN ", "kFtOkEn    "])
    func fd2_theSchemeIsReadInAnyCaseWithOneOrMoreSpaces(scheme: String) {
        #expect(TokenHash(authorization: scheme + token) == TokenHash(token: token))
        #expect(TokenHash(authorization: scheme + token.uppercased()) == TokenHash(token: token))
    }

    @Test(arguments: [
        "", " ", "KfToken", "KfToken ", "KfToken0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1",
        "Bearer 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1", "0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1",
        " KfToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1", "KfToken\t0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1",
        "KfToken {0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1}", "KfToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e",
        "KfToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1 ", "KfToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e11",
        "KfToken 0b9f6c1e52a74d389e01c2d4f6a8b0e1", "KfToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0eg",
        "KfToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0\u{0}1", "KfToken 0b9f6c1-e52a7-4d38-9e01-c2d4f6a8b0e1",
        "KfToken ０b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0",
        "KfToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1, KfToken x",
        "+fToken 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1",
    ])
    func fd2_everyOtherFormIsNoToken(header: String) {
        #expect(TokenHash(authorization: header) == nil)
    }

    /// FIPS 180-4 by another program: `printf 0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1 | sha256sum`.
    @Test func fd6_theHashIsTheSHA256OfTheCanonicalText() {
        let hash = TokenHash(token: token)
        #expect(hash?.hex == "a455be9af1b97f49472b6aac3efcdadeec25b1257c87792730e3e15eeca8ce3c")
        #expect(hash?.hex == TokenHash(hex: hash?.hex ?? "")?.hex)
        #expect(TokenHash(hex: "zz") == nil)
    }

    @Test func fd6_tokensAreVersionFourGUIDsAndDiffer() {
        let random = SeededRandomness(seed: 9)
        var seen: Set<String> = []
        for _ in 0..<1_000 {
            let token = FreshToken(from: random)
            #expect(
                token.text.wholeMatch(
                    of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
            #expect(token.hash == TokenHash(token: token.text))
            #expect(seen.insert(token.text).inserted)
        }
    }

    @Test func fd2_missingRepeatedOrUnknownIsOneAnswer() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            for headers in [[], [header, header], [header + " "], ["KfToken " + token]] {
                await expectRefusal(.invalidToken) { try await house.door.admit(authorization: headers) }
            }
            let accepted = try await house.stepOne()
            await expectRefusal(.invalidToken) {
                try await house.door.admit(authorization: ["KfToken \(accepted.temporaryToken)"])
            }
            #expect(
                try await house.door.admit(authorization: [header.uppercased()]).username == "harbour.admin")
        }
    }
}
