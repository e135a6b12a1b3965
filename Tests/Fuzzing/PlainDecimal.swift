/// A decimal number as its digits, read and rounded the long way, as on paper: beside it the fast reader is held.
struct PlainDecimal {
    private let isNegative: Bool
    private let digits: [UInt8]
    /// How many of `digits` stand before the point: a sum of what was written, so never held to a range.
    private let point: Int

    /// Nil for what JSON would not call a number, leading zeros apart, and for more than 38 digits that count.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let sign = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let mark = bytes.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? bytes.endIndex
        guard sign <= mark,
            let exponent = Self.exponent(bytes[mark...].dropFirst(), isThere: mark < bytes.endIndex)
        else { return nil }
        let parts = bytes[sign..<mark].split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }), let whole = parts.first
        else {
            return nil
        }
        let all = parts.joined().map { $0 - 48 }
        let zeros = all.prefix { $0 == 0 }.count
        guard all.count - zeros <= 38 else { return nil }
        isNegative = sign == 1
        digits = Array(all.dropFirst(zeros))
        point = whole.count - zeros + exponent
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>, isThere: Bool) -> Int? {
        guard isThere else { return 0 }
        let sign = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? 1 : 0
        let digits = bytes.dropFirst(sign)
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        // Beyond a million nothing that fits into a body can bring it back.
        let size = Int(String(decoding: digits.drop { $0 == 48 }.prefix(8), as: UTF8.self)) ?? 0
        let exponent = digits.drop { $0 == 48 }.count > 7 ? 1_000_000 : min(size, 1_000_000)
        return bytes.first == UInt8(ascii: "-") ? -exponent : exponent
    }

    /// In units of ten to the minus `decimals`, halves away from zero; nil beyond 64 bits.
    func count(decimals: Int) -> Int64? {
        guard !digits.isEmpty else { return 0 }
        let kept = point + decimals
        guard kept >= 0 else { return 0 }
        guard kept <= 30 else { return nil }
        var magnitude: Int128 = 0
        for place in 0..<kept {
            magnitude = magnitude * 10 + Int128(place < digits.count ? digits[place] : 0)
        }
        if kept < digits.count, digits[kept] >= 5 { magnitude += 1 }
        return Int64(exactly: isNegative ? -magnitude : magnitude)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (48...57).contains(self) }
}
