/// The 512 bytes before a file in a tar archive, for plain files only.
///
/// Source: POSIX.1-1988, ustar interchange format; sizes of 8 GiB and more as GNU tar and others write them,
/// in binary with the first bit set.
struct TarHeader: Equatable {
    static let length = 512

    /// At most 100 bytes.
    let name: String
    /// In bytes.
    let size: Int
    /// Seconds since 1970-01-01T00:00:00Z.
    let modified: Int64

    init(name: String, size: Int, modified: Int64) {
        self.name = name
        self.size = size
        self.modified = modified
    }

    /// How many zeros follow the file, so that the next header begins at a multiple of 512.
    var padding: Int { (Self.length - size % Self.length) % Self.length }

    var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.length)
        func put(_ text: String, at start: Int) {
            for (place, byte) in text.utf8.enumerated() { bytes[start + place] = byte }
        }
        put(name, at: 0)
        put("0000600\0", at: 100)
        put("0000000\0", at: 108)
        put("0000000\0", at: 116)
        if size < 1 << 33 {
            put(octal(size, digits: 11), at: 124)
        } else {
            bytes[124] = 0x80
            for place in 0..<8 { bytes[135 - place] = UInt8(truncatingIfNeeded: size >> (8 * place)) }
        }
        put(octal(Int(modified), digits: 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar\0", at: 257)
        put("00", at: 263)
        put(octal(Self.sum(bytes), digits: 6) + "\0 ", at: 148)
        return bytes
    }

    /// Nil for what is no header of a plain file, or was changed since it was written.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length, Array(bytes[257..<263]) == Array("ustar\0".utf8),
            bytes[156] == UInt8(ascii: "0"),
            let sum = Self.number(bytes[148..<156]), sum == Self.sum(bytes),
            let size = Self.number(bytes[124..<136]), size >= 0,
            let modified = Self.number(bytes[136..<148])
        else { return nil }
        name = String(decoding: bytes[0..<100].prefix { $0 != 0 }, as: UTF8.self)
        self.size = size
        self.modified = Int64(modified)
    }

    /// The sum of all bytes, those of the sum itself taken as spaces.
    private static func sum(_ bytes: [UInt8]) -> Int {
        bytes.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        if field.first == 0x80 {
            guard field.dropFirst().dropLast(8).allSatisfy({ $0 == 0 }) else { return nil }
            return Int(exactly: field.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        let digits = field.drop { $0 == 32 }.prefix { $0 != 0 && $0 != 32 }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    private func octal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
