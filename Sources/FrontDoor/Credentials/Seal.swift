import Crypto
import Foundation
import Store

/// AES-256-GCM under one key. What is sealed is bound to its purpose and to the key's id, so that it can't be moved
/// to another row (FD-14).
///
/// The text: 16 hexadecimal digits of key id, then nonce, ciphertext and tag.
struct Seal {
    static let keyIDLength = 16
    static let nonceLength = 12

    let key: SecretKey

    func seal(_ bytes: [UInt8], as purpose: String, nonce: [UInt8]) throws -> String {
        let box = try AES.GCM.seal(
            bytes, using: key.sealing, nonce: AES.GCM.Nonce(data: nonce), authenticating: associated(purpose))
        return key.id + (nonce + Array(box.ciphertext) + Array(box.tag)).hexadecimal
    }

    /// - Throws: `StoreError.damaged` when the text was changed, or sealed for another purpose or with another key.
    func open(_ text: String, as purpose: String) throws(StoreError) -> [UInt8] {
        guard text.hasPrefix(key.id),
            let bytes = [UInt8](hexadecimal: String(text.dropFirst(Self.keyIDLength))),
            let box = try? AES.GCM.SealedBox(combined: Data(bytes)),
            let opened = try? AES.GCM.open(box, using: key.sealing, authenticating: associated(purpose))
        else { throw .damaged("a sealed value can't be opened (\(purpose))") }
        return Array(opened)
    }

    private func associated(_ purpose: String) -> [UInt8] {
        Array("\(purpose) under \(key.id)".utf8)
    }
}

extension SecretKey {
    /// What sealed values begin with: enough of the fingerprint to tell an owner's keys apart.
    var id: String {
        String(fingerprint.prefix(Seal.keyIDLength))
    }
}
