import FrontDoor

/// What reading `Authorization` promises (FD-2): one form, in any case, and the same token is the same hash.
enum AuthorizationPromises {
    static func check(_ bytes: [UInt8]) throws {
        let header = String(decoding: bytes, as: UTF8.self)
        let hash = TokenHash(authorization: header)
        let token = Self.token(in: Array(header.utf8))
        try promise(
            (hash != nil) == (token != nil), "took or refused \(header.debugDescription) against the rule")
        try hex(header)
        guard let hash, let token else { return }
        try promise(TokenHash(token: token) == hash, "hashed the token alone otherwise")
        try promise(TokenHash(token: token.uppercased()) == hash, "hashed upper case otherwise")
        try promise(TokenHash(token: token.lowercased()) == hash, "hashed lower case otherwise")
        try promise(TokenHash(hex: hash.hex) == hash, "did not read its own digits")
        try promise(TokenHash(token: header) == nil, "took a whole header as a token")
        for more in [" \(header)", "\(header) ", "\(header),\(header)", String(header.dropLast())] {
            try promise(TokenHash(authorization: more) == nil, "took \(more.debugDescription)")
        }
    }

    /// A stored hash is 64 digits, and what is read of it is written as the same digits.
    private static func hex(_ text: String) throws(BrokenPromise) {
        guard let hash = TokenHash(hex: text) else { return }
        try promise(hash.hex == text.lowercased(), "read digits otherwise than it writes them")
    }

    /// The rule once more, word by word: `KfToken`, one or more spaces, five groups of digits.
    private static func token(in bytes: [UInt8]) -> String? {
        let words = bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count >= 2, let scheme = words.first, let token = words.last,
            words.dropFirst().dropLast().allSatisfy(\.isEmpty),
            String(decoding: scheme, as: UTF8.self).lowercased() == "kftoken", scheme.count == 7
        else { return nil }
        let groups = token.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard groups.map(\.count) == [8, 4, 4, 4, 12],
            groups.joined().allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit })
        else { return nil }
        return String(decoding: token, as: UTF8.self)
    }
}
