import CSodium
import Foundation
import Store

/// Passwords as they are stored: argon2id, as a PHC string, by libsodium (FD-12).
///
/// Each call of `make` and `verify` is one hash, some 20 ms of one core: call them through the `HashGate`.
enum PasswordHash {
    /// What one hash costs.
    struct Cost: Hashable, Sendable {
        var memoryKiB: Int
        var passes: Int

        /// 19 MiB, 2 passes: the OWASP password storage cheat sheet's first choice for argon2id on one lane.
        static let today = Cost(memoryKiB: 19 * 1024, passes: 2)
        /// The least that libsodium takes: for tests.
        static let lowest = Cost(memoryKiB: 8, passes: 1)
    }

    /// Hashes `password` in its composed form with a fresh salt of 16 bytes.
    /// - Throws: `FrontDoorError.busy` when there is no memory for it.
    static func make(_ password: String, cost: Cost) throws -> String {
        guard sodiumIsReady else { throw StoreError.misuse("libsodium does not start") }
        let bytes = characters(of: password)
        var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let failure = crypto_pwhash_str_alg(
            &text, bytes, UInt64(bytes.count), UInt64(cost.passes), cost.memoryKiB * 1024,
            crypto_pwhash_alg_argon2id13())
        guard failure == 0 else { throw FrontDoorError.busy(retryAfter: .seconds(1)) }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether `password` is the one that `stored` was made from; compared without early exit.
    /// - Throws: `StoreError.damaged` for a text that is no hash or names a cost beyond the caps (128 MiB, 10 passes,
    ///   4 lanes: libsodium would spend whatever it says), `FrontDoorError.busy` when there is no memory for it.
    static func verify(_ password: String, _ stored: String) throws -> Bool {
        guard sodiumIsReady else { throw StoreError.misuse("libsodium does not start") }
        guard PasswordHashParameters(stored) != nil else {
            throw StoreError.damaged("a password hash can't be read")
        }
        let bytes = characters(of: password)
        errno = 0
        if crypto_pwhash_str_verify(stored, bytes, UInt64(bytes.count)) == 0 { return true }
        // libsodium says EINVAL for another password; anything else is a hash that was not computed.
        guard errno == EINVAL else { throw FrontDoorError.busy(retryAfter: .seconds(1)) }
        return false
    }

    /// Whether `stored` was made cheaper than `cost`, so that a right password should be hashed anew.
    static func needsRehash(_ stored: String, cost: Cost) -> Bool {
        guard let parameters = PasswordHashParameters(stored) else { return true }
        return parameters.memoryKiB < cost.memoryKiB || parameters.passes < cost.passes
    }

    /// A hash of nothing, to verify against when there is no such user: costs what a real one does (FD-17).
    static func decoy(cost: Cost) -> String {
        let salt = String(repeating: "A", count: 22)
        let hash = String(repeating: "A", count: 43)
        return "$argon2id$v=19$m=\(cost.memoryKiB),t=\(cost.passes),p=1$\(salt)$\(hash)"
    }

    private static func characters(of password: String) -> [CChar] {
        password.composed.utf8.map { CChar(bitPattern: $0) }
    }
}

/// What a stored hash says of its cost; nil when it is no argon2id hash or beyond the caps.
struct PasswordHashParameters {
    let memoryKiB: Int
    let passes: Int
    let lanes: Int

    init?(_ stored: String) {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard stored.utf8.count <= 256, parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id",
            parts[2] == "v=19", !parts[4].isEmpty, !parts[5].isEmpty
        else { return nil }
        let costs = parts[3].split(separator: ",", omittingEmptySubsequences: false)
        guard costs.count == 3,
            let memory = Self.number(costs[0], after: "m=", upTo: 128 * 1024),
            let passes = Self.number(costs[1], after: "t=", upTo: 10),
            let lanes = Self.number(costs[2], after: "p=", upTo: 4)
        else { return nil }
        memoryKiB = memory
        self.passes = passes
        self.lanes = lanes
    }

    private static func number(_ text: Substring, after name: String, upTo most: Int) -> Int? {
        let digits = text.dropFirst(name.count)
        guard text.hasPrefix(name), digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0",
            let value = Int(digits), value <= most
        else { return nil }
        return value
    }
}

/// Starts libsodium once, on the first hash.
private let sodiumIsReady = sodium_init() >= 0
