/// Reads decimal text as a count of units of ten to the minus `decimals`, halves rounded away from zero.
///
/// Digits are counted, never converted by way of binary floating point, so what is read is exact before the
/// one rounding. Accepted is what JSON calls a number, and leading zeros.
///
/// - Throws: `BookkeepingError.notADecimal` for other text or more than 38 significant digits,
///   `.amountOutOfRange` when the count passes 64 bits.
func scaledInteger(_ text: String, decimals: Int) throws(BookkeepingError) -> Int64 {
    guard let decimal = DecimalDigits(text) else { throw .notADecimal(String(text.prefix(50))) }
    guard let count = decimal.count(decimals: decimals) else { throw .amountOutOfRange }
    return count
}

/// Writes a count of units of ten to the minus `decimals` with `shown` decimals, of which there are not
/// fewer.
func decimalText(_ count: Int64, decimals: Int, shown: Int) -> String {
    var digits = String(count.magnitude)
    if digits.utf8.count <= decimals {
        digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let sign = count < 0 ? "-" : ""
    let padding = String(repeating: "0", count: shown - decimals)
    return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))\(padding)"
}

/// The significant digits of a decimal and where its point is.
private struct DecimalDigits {
    private var isNegative = false
    /// Without leading zeros; empty for zero.
    private var digits: [UInt8] = []
    /// How many of `digits` stand before the point; negative when zeros follow the point first.
    private var point = 0

    init?(_ text: String) {
        var rest = Substring(text).utf8
        isNegative = rest.drop(UInt8(ascii: "-"))
        var beforePoint = 0
        var afterPoint = 0
        while let digit = rest.dropDigit() {
            beforePoint += 1
            take(digit, isAfterPoint: false)
        }
        guard beforePoint > 0 else { return nil }
        if rest.drop(UInt8(ascii: ".")) {
            while let digit = rest.dropDigit() {
                afterPoint += 1
                take(digit, isAfterPoint: true)
            }
            guard afterPoint > 0 else { return nil }
        }
        if rest.drop(UInt8(ascii: "e")) || rest.drop(UInt8(ascii: "E")) {
            let isDown = rest.drop(UInt8(ascii: "-"))
            if !isDown { _ = rest.drop(UInt8(ascii: "+")) }
            guard var exponent = rest.dropDigit().map(Int.init) else { return nil }
            while let digit = rest.dropDigit() {
                // Held where it is far out of every range, so that a long exponent can't overflow.
                exponent = min(exponent * 10 + Int(digit), 1_000_000)
            }
            point += isDown ? -exponent : exponent
        }
        guard rest.isEmpty, digits.count <= 38 else { return nil }
    }

    private mutating func take(_ digit: UInt8, isAfterPoint: Bool) {
        if digits.isEmpty, digit == 0 {
            if isAfterPoint { point -= 1 }
            return
        }
        digits.append(digit)
        if !isAfterPoint { point += 1 }
    }

    /// The value in units of ten to the minus `decimals`, or nil when it doesn't fit.
    func count(decimals: Int) -> Int64? {
        guard !digits.isEmpty else { return 0 }
        let kept = point + decimals
        guard kept >= 0 else { return 0 }
        // 19 digits always fit an unsigned 64-bit number, with room for the rounding.
        guard kept <= 19 else { return nil }
        var magnitude: UInt64 = 0
        for place in 0..<kept {
            magnitude = magnitude * 10 + UInt64(place < digits.count ? digits[place] : 0)
        }
        if kept < digits.count, digits[kept] >= 5 { magnitude += 1 }
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
    }
}

extension Substring.UTF8View {
    /// Takes `byte` off the front when it is there.
    fileprivate mutating func drop(_ byte: UInt8) -> Bool {
        guard first == byte else { return false }
        removeFirst()
        return true
    }

    /// Takes a digit off the front and gives its value.
    fileprivate mutating func dropDigit() -> UInt8? {
        guard let byte = first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        removeFirst()
        return byte - UInt8(ascii: "0")
    }
}
