import Crypto
import Foundation
import Surroundings

/// The key that seals memorable words (FD-14): 32 bytes that never lie in the database.
///
/// It is never printed: its text is only ever written to the key's own file.
public struct SecretKey: Sendable {
    let bytes: [UInt8]

    /// Reads the base64 text of 32 bytes, as `DAYBOOK_SECRET_KEY` carries it; white space around it is ignored.
    /// - Throws: `FrontDoorError.unusableSecretKey`.
    public init(base64 text: String) throws(FrontDoorError) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let data = Data(base64Encoded: trimmed), data.count == Self.length else {
            throw .unusableSecretKey(reason: "The secret key must be the base64 text of 32 bytes.")
        }
        bytes = Array(data)
    }

    /// A new key.
    public init(from random: any Randomness) {
        bytes = random.bytes(Self.length)
    }

    static let length = 32

    /// Names this key without telling anything of it: 64 hexadecimal digits.
    var fingerprint: String {
        derived("daybook secret key fingerprint").hexadecimal
    }

    /// The key that words and the name key are sealed with.
    var sealing: SymmetricKey {
        SymmetricKey(data: derived("daybook sealing"))
    }

    /// One key for each purpose, so that no value made for one says anything about another (RFC 5869).
    private func derived(_ purpose: String) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes), info: Array(purpose.utf8),
            outputByteCount: Self.length)
        return key.withUnsafeBytes { Array($0) }
    }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the key.
    public var description: String { "SecretKey" }
    public var debugDescription: String { description }
    /// Nothing: a dump must not show the key either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
