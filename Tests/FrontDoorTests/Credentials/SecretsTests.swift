import Store
import Surroundings
import Testing

@testable import FrontDoor

@Suite struct SecretsTests {
    private let newKey = SecretKey(from: SeededRandomness(seed: 8))

    @Test func fd14_aWordIsSealedForOneIdentityAndItsLengthIsHidden() async throws {
        try await Office.run { office in
            let secrets = office.door.secrets
            let (short, long, again) = try await office.store.write { transaction in
                try (
                    secrets.seal("drift7wo", of: 1, in: transaction),
                    secrets.seal("drift7wood9sand8pipe", of: 1, in: transaction),
                    secrets.seal("drift7wo", of: 1, in: transaction)
                )
            }
            #expect(short.count == long.count)
            #expect(short != again)
            #expect(try secrets.open(short, of: 1) == "drift7wo")
            #expect(try secrets.open(long, of: 1) == "drift7wood9sand8pipe")
            #expect(throws: StoreError.self) { try secrets.open(short, of: 2) }
        }
    }

    @Test func fd14_aSealedWordThatWasTouchedCantBeOpened() async throws {
        try await Office.run { office in
            let secrets = office.door.secrets
            let sealed = try await office.store.write { try secrets.seal("drift7wood", of: 1, in: $0) }
            let digits = Array(sealed)
            for place in [Seal.keyIDLength, digits.count / 2, digits.count - 1] {
                var changed = digits
                changed[place] = digits[place] == "0" ? "1" : "0"
                #expect(throws: StoreError.self) { try secrets.open(String(changed), of: 1) }
            }
            #expect(throws: StoreError.self) { try secrets.open(String(sealed.dropLast(2)), of: 1) }
            #expect(throws: FrontDoorError.otherSecretKey) { try secrets.open("", of: 1) }
        }
    }

    @Test func fd14_anotherKeyDoesNotOpenTheDoor() async throws {
        try await Office.run { office in
            await #expect(throws: FrontDoorError.otherSecretKey) {
                _ = try await Office.open(
                    office.store, settings: office.door.settings, key: newKey, clock: office.clock)
            }
            _ = try await Office.open(office.store, settings: office.door.settings, clock: office.clock)
        }
    }

    @Test func fd18_theNameKeyOutlivesARestartAndIsEachInstallationsOwn() async throws {
        try await Office.run { office in
            let key = office.door.secrets.nameKey(forUsername: "ines")
            #expect(key.count == 64)
            let again = try await Office.open(
                office.store, settings: office.door.settings, clock: office.clock)
            #expect(again.secrets.nameKey(forUsername: "ines") == key)
            #expect(again.secrets.nameKey(forUsername: "ines ") != key)
            try await office.store.write { transaction in
                try transaction.run("DELETE FROM setting")
            }
            let other = try await FrontDoor(
                store: office.store, settings: office.door.settings, secretKey: newKey, clock: office.clock,
                random: SeededRandomness(seed: 2), logger: office.door.logger)
            #expect(other.secrets.nameKey(forUsername: "ines") != key)
        }
    }

    @Test func fd14_rotationSealsEverythingAnewAndTheOldKeyIsUseless() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let ines = try await office.user("ines", in: business)
            let ida = try await office.user("ida", in: business)
            _ = try await office.door.addUser(
                business: business.id, username: "pending", fullName: "Pending", from: .commandLine)
            let nameKey = office.door.secrets.nameKey(forUsername: "ines")
            let before = try await office.words()
            try await office.door.rotateSecret(to: newKey, from: .commandLine)
            let after = try await office.words()
            #expect(after.count == 2 && Set(after).isDisjoint(with: before))
            #expect(try await office.log(1) == ["secret-rotated"])

            // At once, for words read before, words read after, and new ones.
            #expect(try office.door.secrets.open(before[0], of: ines.id) == Office.word)
            #expect(try office.door.secrets.open(after[1], of: ida.id) == Office.word)
            try await office.user("late", in: business)

            await #expect(throws: FrontDoorError.otherSecretKey) {
                _ = try await Office.open(office.store, settings: office.door.settings, clock: office.clock)
            }
            let again = try await Office.open(
                office.store, settings: office.door.settings, key: newKey, clock: office.clock)
            #expect(again.secrets.nameKey(forUsername: "ines") == nameKey)
            for (word, id) in zip(try await office.words(), [ines.id, ida.id, ida.id + 2]) {
                #expect(try again.secrets.open(word, of: id) == Office.word)
            }
            try await office.refuses(.conflict(reason: "This is the secret key in use.")) {
                try await office.door.rotateSecret(to: newKey, from: .commandLine)
            }
        }
    }

    @Test func fd14_aRotationThatFailsLeavesTheOldKeyInUse() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let ines = try await office.user("ines", in: business)
            try await office.user("ida", in: business)
            try await office.store.write { transaction in
                try transaction.run(
                    "UPDATE identity SET word_sealed = word_sealed || '00' WHERE username = 'ida'")
            }
            let before = try await office.contents()
            await #expect(throws: StoreError.self) {
                try await office.door.rotateSecret(to: newKey, from: .commandLine)
            }
            #expect(try await office.contents() == before)
            try await office.user("late", in: business)
            let again = try await Office.open(
                office.store, settings: office.door.settings, clock: office.clock)
            let words = try await office.words()
            #expect(try again.secrets.open(words[0], of: ines.id) == Office.word)
            #expect(try again.secrets.open(words[2], of: ines.id + 2) == Office.word)
        }
    }

    @Test func fd14_aLostKeyIsReplacedWithoutWordsAndWithEveryLock() async throws {
        try await Office.run { office in
            try await office.user("ines", in: try await office.business())
            let (old, stranger) = (
                office.door.secrets.nameKey(forUsername: "ines"),
                office.door.secrets.nameKey(forUsername: "nobody")
            )
            try await office.store.write { transaction in
                for name in [old, stranger] {
                    try transaction.run(
                        "INSERT INTO sign_in_count (name_key, failures, locked_at, changed_at) VALUES (?1, 5, ?2, ?2)",
                        name, Office.start.text)
                }
            }
            try await FrontDoor.replaceLostSecret(
                in: office.store, with: newKey, random: SeededRandomness(seed: 9))
            let door = try await Office.open(
                office.store, settings: office.door.settings, key: newKey, clock: office.clock)
            #expect(try await office.words().isEmpty)
            #expect(try await door.user(username: "ines").locked)
            #expect(door.secrets.nameKey(forUsername: "ines") != old)
            #expect(try await office.contents().filter { $0.hasPrefix("count ") }.count == 1)
            try await door.setPassword(
                username: "ines", password: Office.password, memorableWord: Office.word, temporary: false,
                from: .commandLine)
            #expect(try await office.words().count == 1)
        }
    }
}

extension Office {
    fileprivate func words() async throws -> [String] {
        try await store.read { transaction in
            try transaction.all("SELECT word_sealed FROM identity WHERE word_sealed IS NOT NULL ORDER BY id")
            {
                $0.text(0)
            }
        }
    }
}
