extension Randomness {
    /// A GUID (version 4) in lower case: `7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa`, of 122 random bits.
    ///
    /// - Source: RFC 9562, section 5.4.
    public func guid() -> String {
        var bytes = bytes(16)
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        return bytes.guidText
    }
}

extension [UInt8] {
    /// Sixteen bytes as 8-4-4-4-12 digits in lower case, whatever GUID they are or none.
    public var guidText: String {
        [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { self[$0].hexadecimal }.joined(separator: "-")
    }
}
