import Testing

@testable import FrontDoor

@Suite struct CredentialRulesTests {
    @Test(arguments: [
        (String(repeating: "é", count: 14), "must have 15 to 128 characters"),
        (String(repeating: "ab", count: 64) + "c", "must have 15 to 128 characters"),
        ("", "must have 15 to 128 characters"),
        ("1qaz2wsx3edc4rfv", "is one of the most common passwords"),
        ("1QAZ2wsx3EDC4rfv", "is one of the most common passwords"),
        ("INES.OKAFOR.HARBOUR", "must not be the user name"),
        (" harbour JOINERY ltd", "must not be the name of the business"),
    ])
    func fd12_aBadPasswordIsRefusedAndSaysWhy(password: String, reason: String) {
        let rules = PasswordRules(charactersMin: 15)
        #expect(throws: FrontDoorError.invalidField("Password", reason: reason)) {
            try rules.require(
                password, username: "ines.okafor.harbour", businesses: ["Quay", "Harbour Joinery Ltd"])
        }
    }

    @Test(arguments: [
        String(repeating: "a b", count: 5), String(repeating: "ab", count: 64), "пять медных фонарей",
        "ﬁve brass lanterns",
    ])
    func fd12_lengthIsAllThatIsAskedOfAPassword(password: String) throws {
        try PasswordRules(charactersMin: 15).require(password, username: "ines", businesses: ["Harbour"])
    }

    @Test func fd12_theLengthIsASettingThatNeverGoesUnder8() throws {
        let rules = PasswordRules(charactersMin: 3)
        try rules.require("brasslan", username: "ines", businesses: [])
        #expect(throws: FrontDoorError.invalidField("Password", reason: "must have 8 to 128 characters")) {
            try rules.require("brassla", username: "ines", businesses: [])
        }
        #expect(
            throws: FrontDoorError.invalidField("Password", reason: "is one of the most common passwords")
        ) {
            try rules.require("Password1", username: "ines", businesses: [])
        }
        #expect(
            throws: FrontDoorError.invalidField("Password", reason: "must not be the name of this product")
        ) {
            try rules.require("KashFlow", username: "ines", businesses: [])
        }
    }

    @Test(arguments: [
        ("drift7w", "must have 8 to 20 letters a to z and digits"),
        ("drift7wood9sand8piper", "must have 8 to 20 letters a to z and digits"),
        ("drift 7wood", "must have 8 to 20 letters a to z and digits"),
        ("drift7wöod", "must have 8 to 20 letters a to z and digits"),
        ("drift-7wood", "must have 8 to 20 letters a to z and digits"),
        ("", "must have 8 to 20 letters a to z and digits"),
        ("Sunshine", "is a common word"),
        ("computer", "is a common word"),
        ("12345678", "is a common word"),
        ("elizabeth", "is a common word"),
        ("talllantern", "must not be part of the password"),
        ("TALLlantern", "must not be part of the password"),
    ])
    func fd14_aBadWordIsRefusedAndSaysWhy(word: String, reason: String) {
        #expect(throws: FrontDoorError.invalidField("MemorableWord", reason: reason)) {
            try MemorableWordRules.require(word, password: "three TallLanterns of brass")
        }
    }

    @Test(arguments: [("drift7wo", "drift7wo"), ("Drift7Wood9Sand8Pipe", "drift7wood9sand8pipe")])
    func fd14_aGoodWordIsKeptInLowerCase(word: String, kept: String) throws {
        #expect(try MemorableWordRules.require(word, password: "three tall lanterns of brass") == kept)
    }
}

@Suite struct CommonListTests {
    @Test(arguments: CommonList.allCases)
    func everyEntryIsFoundAndNothingBetween(list: CommonList) {
        let entries = list.withLines { bytes in
            String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        #expect(entries.count >= 3_000)
        #expect(entries.allSatisfy(list.contains))
        #expect(
            entries.allSatisfy { !list.contains($0 + "~") && !list.contains(String($0.dropLast()) + "~") })
        #expect(!list.contains("") && !list.contains("\n") && !list.contains("~"))
    }

    @Test func caseDoesNotMatter() {
        #expect(CommonList.passwords.contains("PassWord"))
        #expect(CommonList.words.contains("Accountant"))
        #expect(!CommonList.words.contains("drift7wood"))
    }
}
