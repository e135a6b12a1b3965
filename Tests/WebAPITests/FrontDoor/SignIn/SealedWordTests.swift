import Foundation
import Installation
import Store
import Testing

@testable import FrontDoor

@Suite struct SealedWordTests {
    @Test(arguments: [
        ("seven77", "must have 8 to 20 letters a to z and digits"),
        ("twentyone4letters2345", "must have 8 to 20 letters a to z and digits"),
        ("two words", "must have 8 to 20 letters a to z and digits"),
        ("straßenbahn", "must have 8 to 20 letters a to z and digits"),
        ("football", "is a common word"), ("Umbrella", "is a common word"),
        ("quiet9har", "must not be part of the password"),
    ])
    func fd14_aWordThatIsTooEasySaysWhyAndMakesNobody(word: String, reason: String) async throws {
        try await SignInHouse.run { house async throws in
            let user = TestUser(username: "new", password: "four-QUIET9HARbours", word: word)
            await #expect(throws: FrontDoorError.invalidField("MemorableWord", reason: reason)) {
                try await house.add(user)
            }
            #expect(try await house.count("identity") == 2)
        }
    }

    @Test func fd14_aSealedWordTellsNeitherItselfNorItsLength() async throws {
        try await SignInHouse.run { house in
            try await house.add(
                TestUser(username: "eight", password: "four-quiet-harbours", word: "wheel5ho"))
            let long = "wheel5house7anchors9"
            try await house.add(TestUser(username: "twenty", password: "four-quiet-harbours", word: long))
            let sealed = try await house.texts("SELECT word_sealed FROM identity ORDER BY id")
            #expect(sealed.count == 4)
            #expect(Set(sealed.map(\.count)).count == 1)
            #expect(Set(sealed).count == 4)
            let bytes = try house.controlBytes()
            for word in [long, "wheel5ho", SignInHouse.owner.word] { #expect(!bytes.contains(word)) }
        }
    }

    /// The identity is part of what is sealed: who can write a row can't give the owner another's word.
    @Test func fd14_aWordOfAnotherIdentityOpensNothing() async throws {
        try await SignInHouse.run { house in
            try await house.change(
                """
                UPDATE identity SET challenge = NULL, word_sealed =
                (SELECT word_sealed FROM identity WHERE username = 'ines') WHERE username = 'harbour.admin'
                """)
            let answer = try await house.stepOne()
            #expect(
                answer.refuses(
                    .serviceUnavailable, "Unavailable",
                    "The data can't be read or written now. Nothing was changed."))
            #expect(try await house.count("temporary_token") == 0)
            _ = try await house.signIn(SignInHouse.ines)
        }
    }

    @Test(.onFiles) func fd14_theKeyIsMadeAtFirstStartForItsOwnerAlone() async throws {
        try await SignInHouse.run { house in
            let about = try FileManager.default.attributesOfItem(atPath: house.folder.secretKey)
            #expect((about[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let key = try Data(contentsOf: URL(fileURLWithPath: house.folder.secretKey))
            try await house.restart()
            #expect(try Data(contentsOf: URL(fileURLWithPath: house.folder.secretKey)) == key)
            _ = try await house.signIn()
            let text = String(decoding: key, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(try !house.controlBytes().contains(text))
        }
    }

    @Test(.onFiles) func fd14_aServerWithAnotherKeyOrNoneRefusesToStart() async throws {
        try await SignInHouse.run { house in
            let other = try SecretKey(base64: Data(repeating: 9, count: 32).base64EncodedString())
            await #expect(throws: FrontDoorError.otherSecretKey) {
                try await house.restart { $0.secretKey = other }
            }
            let (path, aside) = (house.folder.secretKey, house.folder.secretKey + ".aside")
            try FileManager.default.moveItem(atPath: path, toPath: aside)
            let reason = "The secret key \(path) is missing."
            await #expect(throws: FrontDoorError.unusableSecretKey(reason: reason)) {
                try await house.restart()
            }
            #expect(!FileManager.default.fileExists(atPath: path))
            try FileManager.default.moveItem(atPath: aside, toPath: path)
            try await house.restart()
            _ = try await house.signIn()
        }
    }

    @Test(.onFiles) func fd14_aConfiguredKeyLeavesNoneInTheFolder() async throws {
        let key = try SecretKey(base64: Data(repeating: 9, count: 32).base64EncodedString())
        try await SignInHouse.run({ $0.secretKey = key }) { house in
            _ = try await house.signIn()
            #expect(!FileManager.default.fileExists(atPath: house.folder.secretKey))
            await #expect(throws: FrontDoorError.self) { try await house.restart { $0.secretKey = nil } }
        }
    }

    @Test(.onFiles) func fd14_afterARotationEverybodySignsInAndTheOldKeyIsWorthless() async throws {
        try await SignInHouse.run { house in
            let old = try #require(try SecretKey.load(house.folder.secretKey))
            let asked = try await house.ask()
            for _ in 0..<3 { _ = try await house.stepOne("nobody", "wrong") }
            try await house.installation.rotateSecret(from: .commandLine)
            #expect(try await house.answer(asked).status == .ok)
            _ = try await house.signIn(SignInHouse.ines)
            await #expect(throws: FrontDoorError.otherSecretKey) {
                try await house.restart { $0.secretKey = old }
            }
            try await house.restart()
            _ = try await house.signIn()
            // Counts of failures are still found by name.
            for _ in 0..<2 { #expect(try await house.stepOne("nobody", "wrong").isRefusal(.credentials)) }
            #expect(try await house.stepOne("nobody", "wrong").isRefusal(.locked))
        }
    }

    @Test(.onFiles) func fd14_aBackupLeavesTheKeyOutAndWithoutItNobodySignsIn() async throws {
        try await SignInHouse.run { house in
            let archive = house.folder.path + ".tar"
            _ = try await house.installation.backup(to: archive, program: "test")
            let key = try Data(contentsOf: URL(fileURLWithPath: house.folder.secretKey)).prefix(43)
            #expect(try Data(contentsOf: URL(fileURLWithPath: archive)).range(of: key) == nil)
            let other = DataFolder(path: house.folder.path + "-restored")
            try await house.restore(archive, into: other)

            let before = try house.hashes
            #expect(try await house.stepOne().isRefusal(.credentials))
            #expect(try house.hashes == before + 1)
            let mended = TestUser(
                username: "harbour.admin", password: "nine-brass-lanterns", word: "wheel5house")
            try await house.door.setPassword(
                username: mended.username, password: mended.password, memorableWord: mended.word,
                temporary: false,
                from: .commandLine)
            _ = try await house.signIn(mended)
        }
    }

    @Test(.onFiles) func fd14_aBackupWithTheKeyIsWhole() async throws {
        try await SignInHouse.run { house in
            let session = try await house.signIn()
            let archive = house.folder.path + ".tar"
            _ = try await house.installation.backup(to: archive, includeSecretKey: true, program: "test")
            let other = DataFolder(path: house.folder.path + "-restored")
            try await house.restore(archive, into: other)
            // What lets somebody in is dropped: who was shut out since must not come back with it.
            #expect(try await house.use(session).isRefusal(.session))
            _ = try await house.signIn()
        }
    }
}

extension SignInHouse {
    fileprivate func restore(_ archive: String, into other: DataFolder) async throws {
        var settings = InstallationSettings(logger: log.logger())
        settings.clock = clock
        _ = try await Installation.restore(archive, into: other, replacing: false, settings)
        try await restart(in: other)
    }
}

extension Data {
    fileprivate func contains(_ text: String) -> Bool {
        range(of: Data(text.utf8)) != nil
    }
}
