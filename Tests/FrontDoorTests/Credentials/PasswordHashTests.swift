import Store
import Testing

@testable import FrontDoor

@Suite struct PasswordHashTests {
    @Test func fd12_aHashIsArgon2idAtTodaysCost() throws {
        let hash = try PasswordHash.make("three tall brass lanterns", cost: .today)
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        // A salt of 16 bytes and a hash of 32, in base64 without padding.
        #expect(hash.split(separator: "$").suffix(2).map(\.count) == [22, 43])
        #expect(try PasswordHash.verify("three tall brass lanterns", hash))
        #expect(try !PasswordHash.verify("three tall brass lantern", hash))
        #expect(!PasswordHash.needsRehash(hash, cost: .today))
    }

    @Test func twoHashesOfOnePasswordDiffer() throws {
        #expect(try PasswordHash.make("same", cost: .lowest) != PasswordHash.make("same", cost: .lowest))
    }

    @Test func fd12_aPasswordIsComposedAndNeverCut() throws {
        let hash = try PasswordHash.make("cafe\u{301} au lait, s'il vous plait", cost: .lowest)
        #expect(try PasswordHash.verify("caf\u{e9} au lait, s'il vous plait", hash))
        let long = String(repeating: "ü", count: 127)
        let longHash = try PasswordHash.make(long + "a", cost: .lowest)
        #expect(try PasswordHash.verify(long + "a", longHash))
        #expect(try !PasswordHash.verify(long + "b", longHash))
        let zero = try PasswordHash.make("before\0after", cost: .lowest)
        #expect(try !PasswordHash.verify("before\0other", zero))
        #expect(try !PasswordHash.verify("", zero))
    }

    @Test func fd12_aCheaperHashIsToBeMadeAnewADearerOneIsNot() throws {
        let stored = try PasswordHash.make("same", cost: .init(memoryKiB: 64, passes: 2))
        #expect(PasswordHash.needsRehash(stored, cost: .init(memoryKiB: 65, passes: 2)))
        #expect(PasswordHash.needsRehash(stored, cost: .init(memoryKiB: 64, passes: 3)))
        #expect(!PasswordHash.needsRehash(stored, cost: .init(memoryKiB: 32, passes: 1)))
        #expect(PasswordHash.needsRehash("rubbish", cost: .lowest))
    }

    @Test(arguments: [
        "m=4194304,t=1,p=1", "m=131073,t=1,p=1", "m=8,t=11,p=1", "m=8,t=1,p=5", "m=8,t=0,p=1", "m=8,t=-1,p=1",
        "m=08,t=1,p=1", "m=8,t=1", "m=8,t=1,p=1,x=1", "t=1,m=8,p=1", "m=,t=1,p=1",
        "m=99999999999999999999,t=1,p=1",
    ])
    func fd12_aStoredCostBeyondTheCapsIsNeverSpent(costs: String) {
        let salt = String(repeating: "A", count: 22)
        let hash = String(repeating: "A", count: 43)
        #expect(throws: StoreError.damaged("a password hash can't be read")) {
            try PasswordHash.verify("any", "$argon2id$v=19$\(costs)$\(salt)$\(hash)")
        }
    }

    @Test(arguments: [
        "", "plain", "$argon2i$v=19$m=8,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$2b$10$abcdefghijklmnopqrstuv",
        "$argon2id$v=16$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$argon2id$v=19$m=8,t=1,p=1$$",
    ])
    func whatIsNoHashIsDamageAndNotAWrongPassword(stored: String) {
        #expect(throws: StoreError.damaged("a password hash can't be read")) {
            try PasswordHash.verify("any", stored)
        }
    }

    @Test func fd17_theDecoyCostsWhatARealHashDoesAndFitsNoPassword() throws {
        let decoy = PasswordHash.decoy(cost: .today)
        let parameters = try #require(PasswordHashParameters(decoy))
        #expect(parameters.memoryKiB == PasswordHash.Cost.today.memoryKiB)
        #expect(parameters.passes == PasswordHash.Cost.today.passes)
        #expect(try !PasswordHash.verify("", decoy))
        #expect(try !PasswordHash.verify("three tall brass lanterns", decoy))
    }
}
