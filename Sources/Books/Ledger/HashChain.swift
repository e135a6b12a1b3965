import Bookkeeping
import Crypto
import Store

/// The last posting's place and hash; place 0 and 32 zeros before the first.
public struct ChainHead: Hashable, Sendable {
    public let place: Int64
    public let hash: [UInt8]

    /// The hash as it is noted outside the book: 64 hexadecimal digits.
    public var hexadecimal: String {
        hash.reduce(into: "") { text, byte in
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
    }

    init(place: Int64, hash: [UInt8]) {
        self.place = place
        self.hash = hash
    }

    /// - Parameter hexadecimal: as `hexadecimal` gives it; a hash that is none is no posting's.
    public init(place: Int64, hexadecimal: String) {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        self.place = place
        hash = stride(from: 0, to: digits.count - digits.count % 2, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }

    /// Before there is a posting.
    public static let beginning = ChainHead(place: 0, hash: [UInt8](repeating: 0, count: 32))
}

extension Posting {
    /// The SHA-256 over the hash before it and its canonical text.
    func chained(after previous: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        previous.withUnsafeBytes { hash.update(bufferPointer: $0) }
        canonicalText.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Array(hash.finalize())
    }
}

extension Transaction {
    /// Where the chain ends now.
    public func chainHead() throws -> ChainHead {
        try first(selectHead) { ChainHead(place: $0.integer(0), hash: $0.blob(1)) } ?? .beginning
    }
}

private let selectHead: SQL = "SELECT id, hash FROM posting ORDER BY id DESC LIMIT 1"
