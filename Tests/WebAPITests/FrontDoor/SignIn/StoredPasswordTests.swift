import Installation
import Store
import Testing

@testable import FrontDoor

@Suite struct StoredPasswordTests {
    @Test func fd12_argon2idAtTodaysCostWithASaltOfItsOwn() async throws {
        try await SignInHouse.run({ $0.frontDoor.passwordCost = .today }) { house in
            let twin = TestUser(username: "twin", password: SignInHouse.owner.password, word: "wheel5house")
            try await house.add(twin)
            let hashes = try await house.texts("SELECT password_hash FROM identity ORDER BY id")
            let start = "$argon2id$v=19$m=19456,t=2,p=1$"
            for hash in hashes {
                #expect(hash.hasPrefix(start))
                // 16 bytes are 22 digits of base64 without padding.
                #expect(hash.dropFirst(start.count).prefix { $0 != "$" }.count == 22)
            }
            #expect(Set(hashes).count == 3)
            _ = try await house.signIn(twin)
        }
    }

    @Test func fd12_aCheaperHashIsMadeAnewAtSignInAndNotBefore() async throws {
        try await SignInHouse.run({ $0.frontDoor.passwordCost = .init(memoryKiB: 64, passes: 2) }) { house in
            let cheap = try PasswordHash.make(SignInHouse.ines.password, cost: .lowest)
            try await house.keep(cheap)
            #expect(try await house.stepOne("ines", "wrong").isRefusal(.credentials))
            #expect(try await house.storedHash() == cheap)
            _ = try await house.ask(SignInHouse.ines)
            let anew = try await house.storedHash()
            #expect(anew.hasPrefix("$argon2id$v=19$m=64,t=2,p=1$"))
            #expect(try await house.rows(.passwordRehashed).map(\.username) == ["ines"])
            _ = try await house.signIn(SignInHouse.ines)
            #expect(try await house.storedHash() == anew)
        }
    }

    @Test func fd12_aDearerHashIsKept() async throws {
        try await SignInHouse.run { house in
            let dear = try PasswordHash.make(SignInHouse.ines.password, cost: .init(memoryKiB: 64, passes: 2))
            try await house.keep(dear)
            _ = try await house.signIn(SignInHouse.ines)
            #expect(try await house.storedHash() == dear)
        }
    }

    /// Whoever can write one row must not be able to have the server spend gigabytes, or to walk in.
    @Test(arguments: ["m=131073,t=1,p=1", "m=8,t=11,p=1", "m=8,t=1,p=5", "m=4294967295,t=4294967295,p=255"])
    func fd12_parametersReadBackAreCapped(parameters: String) async throws {
        try await SignInHouse.run { house in
            try await house.keep(
                "$argon2id$v=19$\(parameters)$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
            let answer = try await house.stepOne("ines", SignInHouse.ines.password)
            #expect(
                answer.refuses(
                    .serviceUnavailable, "Unavailable",
                    "The data can't be read or written now. Nothing was changed."))
            #expect(try await house.count("temporary_token") == 0)
            #expect(try await house.count("sign_in_reservation") == 0)
            _ = try await house.signIn()
        }
    }

    @Test func fd12_aPasswordCountsToItsLastCharacterAndItsSpaces() async throws {
        try await SignInHouse.run { house in
            let long = String(repeating: "é~", count: 63) + " ."
            try await house.add(TestUser(username: "long", password: long, word: "wheel5house"))
            let nearly = [String(long.dropLast()), String(long.dropLast()) + "!", long + ".", " " + long]
            for password in nearly {
                #expect(try await house.stepOne("long", password).isRefusal(.credentials))
            }
            #expect(try await house.stepOne("long", long).status == .created)
        }
    }

    @Test func fd12_aPasswordIsTheSameHoweverItsAccentsAreTyped() async throws {
        try await SignInHouse.run { house in
            let user = TestUser(username: "zoe", password: "cafe\u{301} au lait noir", word: "wheel5house")
            try await house.add(user)
            #expect(try await house.stepOne("zoe", "caf\u{e9} au lait noir").status == .created)
            #expect(try await house.stepOne("zoe", user.password).status == .created)
            #expect(try await house.stepOne("zoe", "CAF\u{c9} AU LAIT NOIR").isRefusal(.credentials))
        }
    }

    @Test(arguments: [
        ("fourteen-chars", "must have 15 to 128 characters"),
        (String(repeating: "x", count: 129), "must have 15 to 128 characters"),
        ("1234567890qwerty", "is one of the most common passwords"),
        ("123456789QWERTY", "is one of the most common passwords"),
        ("Harbour Joinery Ltd", "must not be the name of the business"),
        (" A.Very.Long.User.Name ", "must not be the user name"),
    ])
    func fd12_aPasswordThatIsTooEasySaysWhyAndMakesNobody(password: String, reason: String) async throws {
        try await SignInHouse.run { house async throws in
            let user = TestUser(username: "a.very.long.user.name", password: password, word: "wheel5house")
            await #expect(throws: FrontDoorError.invalidField("Password", reason: reason)) {
                try await house.add(user)
            }
            #expect(try await house.count("identity") == 2)
            #expect(try await house.stepOne(user.username, password).isRefusal(.credentials))
        }
    }

    @Test(arguments: [(4, "sevenab", 8), (9, "eight-ab", 9)])
    func fd12_theLeastLengthIsASettingThatNeverGoesBelowEight(least: Int, password: String, told: Int)
        async throws
    {
        try await SignInHouse.run({ $0.frontDoor.passwordCharactersMin = least }) { house in
            let reason = "must have \(told) to 128 characters"
            await #expect(throws: FrontDoorError.invalidField("Password", reason: reason)) {
                try await house.add(TestUser(username: "short", password: password, word: "wheel5house"))
            }
            let longer = TestUser(username: "short", password: password + "~z", word: "wheel5house")
            try await house.add(longer)
            _ = try await house.signIn(longer)
        }
    }

    @Test func fd12_nothingIsAskedOfACompositionAndNobodyMustEverChange() async throws {
        try await SignInHouse.run { house in
            let plain = TestUser(username: "plain", password: "aaaaaaabbbbbbbbcccc", word: "wheel5house")
            try await house.add(plain)
            house.clock.advance(by: .seconds(10 * 365 * 24 * 60 * 60))
            let asked = try await house.ask(plain)
            #expect(try asked.answer.object["HasTemporaryPassword"] as? Bool == false)
        }
    }

    @Test func fd12_theListOfCommonPasswordsHasThreeThousandOrMore() {
        let count = CommonList.passwords.withLines { $0.count { $0 == UInt8(ascii: "\n") } }
        #expect(count >= 3_000)
    }
}

extension SignInHouse {
    /// Has `hash` stand for the password of `ines`.
    fileprivate func keep(_ hash: String) async throws {
        try await door.store.write {
            try $0.run("UPDATE identity SET password_hash = ?1 WHERE username = 'ines'", hash)
        }
    }

    fileprivate func storedHash() async throws -> String {
        try #require(await texts("SELECT password_hash FROM identity WHERE username = 'ines'").first)
    }
}
