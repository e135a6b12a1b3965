import Crypto
import Store
import Surroundings
import Synchronization

/// What the secret key does (FD-14, FD-18): seals memorable words, and holds the name key that sign-in counts are
/// kept under.
///
/// The key in use is the one whose fingerprint stands in `setting`, read in the transaction that seals; so a word
/// written while the key is being rotated is sealed with the key that the commit leaves behind.
final class Secrets: Sendable {
    private let random: any Randomness
    private let name: SymmetricKey
    /// By key id. More than one only after a rotation: readers may hold words sealed before it.
    private let keys: Mutex<[String: SecretKey]>

    /// Takes `key` for what lies in `store`; on a new store, notes its fingerprint and makes the name key.
    /// - Throws: `FrontDoorError.otherSecretKey`, `StoreError`.
    init(store: any Store, key: SecretKey, random: any Randomness) async throws {
        let noted = try await store.read { transaction in
            try transaction.setting(fingerprintSetting).map {
                try Self.nameKey(sealedWith: key, noted: $0, in: transaction)
            }
        }
        if let noted {
            name = noted
        } else {
            name = try await store.write { transaction in
                // Another process may have been first, since a start of several is no rare thing.
                guard let fingerprint = try transaction.setting(fingerprintSetting) else {
                    return try Self.install(key, random: random, in: transaction)
                }
                return try Self.nameKey(sealedWith: key, noted: fingerprint, in: transaction)
            }
        }
        self.random = random
        keys = Mutex([key.id: key])
    }

    /// The name key of a store that has noted the fingerprint of its secret key.
    /// - Throws: `FrontDoorError.otherSecretKey`, `StoreError`.
    private static func nameKey(
        sealedWith key: SecretKey, noted fingerprint: String, in transaction: any Transaction
    ) throws -> SymmetricKey {
        guard fingerprint == key.fingerprint else { throw FrontDoorError.otherSecretKey }
        guard let sealed = try transaction.setting(nameKeySetting) else {
            throw StoreError.damaged("the name key is missing")
        }
        return SymmetricKey(data: try Seal(key: key).open(sealed, as: nameKeyPurpose))
    }

    /// Notes `key` in a store that has none, and makes the name key there.
    static func install(
        _ key: SecretKey, random: any Randomness, in transaction: any Transaction
    ) throws -> SymmetricKey {
        let name = random.bytes(SecretKey.length)
        let sealed = try Seal(key: key).seal(name, as: nameKeyPurpose, nonce: random.bytes(Seal.nonceLength))
        try transaction.set(fingerprintSetting, to: key.fingerprint)
        try transaction.set(nameKeySetting, to: sealed)
        return SymmetricKey(data: name)
    }

    /// The key that failures of one user name count under: 64 hexadecimal digits, the same for known and unknown
    /// names, and useless without the secret key (FD-18).
    /// - Parameter folded: what `FoldedName.key` gives.
    func nameKey(forUsername folded: String) -> String {
        Self.nameKey(forUsername: folded, under: name)
    }

    static func nameKey(forUsername folded: String, under name: SymmetricKey) -> String {
        HMAC<SHA256>.authenticationCode(for: Array(folded.utf8), using: name).hexadecimal
    }

    /// A key for another purpose: derived from the name key, so that it is the same in every process and outlives a
    /// rotation (RFC 5869).
    func derivedKey(for purpose: String, bytes: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: name, info: Array(purpose.utf8), outputByteCount: bytes)
    }

    /// Seals a memorable word for one identity, with the key that `transaction` will leave in use.
    /// - Throws: `FrontDoorError.otherSecretKey` when that key is not held here, `StoreError`.
    func seal(_ word: String, of identity: Int64, in transaction: any Transaction) throws -> String {
        try Seal(key: presentKey(in: transaction)).seal(
            padded(word), as: wordPurpose(identity), nonce: random.bytes(Seal.nonceLength))
    }

    /// The memorable word in `sealed`, if it was sealed for `identity`.
    /// - Throws: `FrontDoorError.otherSecretKey`, or `StoreError.damaged` for what was changed or is another's.
    func open(_ sealed: String, of identity: Int64) throws -> String {
        let key = try key(withID: String(sealed.prefix(Seal.keyIDLength)))
        let bytes = try Seal(key: key).open(sealed, as: wordPurpose(identity))
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The key that words are sealed with now.
    /// - Throws: `FrontDoorError.otherSecretKey` once another process has rotated it, `StoreError`.
    func presentKey(in transaction: any Transaction) throws -> SecretKey {
        guard let fingerprint = try transaction.setting(fingerprintSetting) else {
            throw StoreError.damaged("the secret key's fingerprint is missing")
        }
        return try key(withID: String(fingerprint.prefix(Seal.keyIDLength)))
    }

    /// Seals every word and the name key anew and notes the new key; part of `transaction`.
    func rotate(to key: SecretKey, in transaction: any Transaction) throws {
        keys.withLock { $0[key.id] = key }
        try transaction.set(fingerprintSetting, to: key.fingerprint)
        let name = name.withUnsafeBytes { Array($0) }
        let sealed = try Seal(key: key).seal(name, as: nameKeyPurpose, nonce: random.bytes(Seal.nonceLength))
        try transaction.set(nameKeySetting, to: sealed)
        let words = try transaction.all(sealedWords) { (identity: $0.integer(0), sealed: $0.text(1)) }
        for word in words {
            let open = try open(word.sealed, of: word.identity)
            try transaction.run(updateWord, word.identity, seal(open, of: word.identity, in: transaction))
        }
    }

    private func key(withID id: String) throws(FrontDoorError) -> SecretKey {
        guard let key = keys.withLock({ $0[id] }) else { throw .otherSecretKey }
        return key
    }

    /// Every word fills 32 bytes, so that a sealed one does not tell its length. Words are 8 to 20 ASCII characters,
    /// so a zero is never part of one.
    private func padded(_ word: String) -> [UInt8] {
        let bytes = Array(word.utf8)
        return bytes + [UInt8](repeating: 0, count: max(0, 32 - bytes.count))
    }

    private func wordPurpose(_ identity: Int64) -> String {
        "memorable word of \(identity)"
    }
}

extension Transaction {
    func setting(_ name: String) throws -> String? {
        try first(selectSetting, name) { $0.text(0) }
    }
}

let fingerprintSetting = "secret-key"

private let nameKeySetting = "name-key"
private let nameKeyPurpose = "name key"

private let selectSetting: SQL = "SELECT value FROM setting WHERE name = ?1"
private let sealedWords: SQL =
    "SELECT id, word_sealed FROM identity WHERE word_sealed IS NOT NULL ORDER BY id"
