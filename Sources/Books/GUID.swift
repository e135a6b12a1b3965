import Surroundings

extension Randomness {
    /// A GUID (version 4) in lower case: `7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa`, random but for its first eight
    /// digits, which name the business whose permalink it is (FD-27).
    ///
    /// - Source: RFC 9562, section 5.4.
    func guid(beginning key: String) -> String {
        var bytes = bytes(16)
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(place) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0f)])
        }
        return key + String(decoding: text.dropFirst(8), as: UTF8.self)
    }
}
