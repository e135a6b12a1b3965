import CSodium

/// The SHA-256 of a token's canonical text: all that is kept of a token, and the key it is found by (FD-6).
package struct TokenHash: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    package static func == (left: TokenHash, right: TokenHash) -> Bool {
        left.words == right.words
    }

    /// One word is enough: the bits of a hash are as good as random.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }

    /// As it is stored: 64 lower-case hexadecimal digits.
    package var hex: String {
        withUnsafeBytes(of: words) { bytes in
            String(unsafeUninitializedCapacity: 64) { digits in
                for (place, byte) in bytes.enumerated() {
                    digits[2 * place] = hexDigit(byte >> 4)
                    digits[2 * place + 1] = hexDigit(byte & 15)
                }
                return 64
            }
        }
    }

    /// What logs and lists show of it.
    var prefix: String {
        String(hex.prefix(8))
    }
}

extension TokenHash {
    /// Hashes a GUID of 8-4-4-4-12 hexadecimal digits in any case; nil for anything else (FD-2).
    package init?(token: String) {
        self.init(utf8: token, skipping: 0)
    }

    /// Hashes a text that is known to be canonical, because it was made here.
    init(canonical text: String) {
        var text = text
        self = text.withUTF8 { Self(hashing: UnsafeRawBufferPointer($0)) }
    }

    /// Reads `KfToken <GUID>`: the scheme in any case, one or more spaces, nothing before or behind (FD-2).
    package init?(authorization header: String) {
        self.init(utf8: header, skipping: 1)
    }

    /// The hash as it was stored.
    package init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        let complete = withUnsafeMutableBytes(of: &words) { bytes in
            for place in 0..<32 {
                guard let high = nibble(digits[2 * place]), let low = nibble(digits[2 * place + 1]) else {
                    return false
                }
                bytes[place] = high << 4 | low
            }
            return true
        }
        guard complete else { return nil }
        self.words = words
    }

    private init?(utf8 text: String, skipping schemes: Int) {
        let read = text.utf8.withContiguousStorageIfAvailable { bytes in
            schemes == 0 ? Self(guid: bytes[...]) : Self(header: bytes)
        }
        if let read {
            guard let read else { return nil }
            self = read
        } else {
            // Only a text bridged from elsewhere isn't contiguous; a copy of it is.
            var copy = text
            copy.makeContiguousUTF8()
            guard copy.utf8.count <= 4_096, copy.utf8.withContiguousStorageIfAvailable({ _ in true }) == true
            else { return nil }
            self.init(utf8: copy, skipping: schemes)
        }
    }

    private init?(header bytes: UnsafeBufferPointer<UInt8>) {
        let scheme: StaticString = "kftoken"
        guard bytes.count > scheme.utf8CodeUnitCount else { return nil }
        for place in 0..<scheme.utf8CodeUnitCount where bytes[place] | 0x20 != scheme.utf8Start[place] {
            return nil
        }
        var start = scheme.utf8CodeUnitCount
        while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
        guard start > scheme.utf8CodeUnitCount else { return nil }
        self.init(guid: bytes[start...])
    }

    private init?(guid bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        guard bytes.count == 36 else { return nil }
        let hash = withUnsafeTemporaryAllocation(byteCount: 36, alignment: 1) { canonical -> Self? in
            for place in 0..<36 {
                let byte = bytes[bytes.startIndex + place]
                switch place {
                case 8, 13, 18, 23:
                    guard byte == UInt8(ascii: "-") else { return nil }
                    canonical[place] = byte
                default:
                    guard let digit = nibble(byte) else { return nil }
                    canonical[place] = hexDigit(digit)
                }
            }
            return Self(hashing: UnsafeRawBufferPointer(canonical))
        }
        guard let hash else { return nil }
        self = hash
    }

    /// libsodium's one-shot function, since it allocates nothing: this runs on every request.
    private init(hashing text: UnsafeRawBufferPointer) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { digest in
            guard let digest = digest.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
            let bytes = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
            crypto_hash_sha256(digest, bytes, UInt64(text.count))
        }
        self.words = words
    }
}

private func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
}

private func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
}
