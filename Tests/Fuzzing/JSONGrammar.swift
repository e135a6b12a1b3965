/// Says whether bytes are one JSON value, and nothing about what it means: RFC 8259 as a recogniser of its own, beside
/// which the reader is held. Depth is not bounded here: brackets wait on a stack of its own.
struct JSONGrammar {
    private var rest: Slice<UnsafeBufferPointer<UInt8>>
    private var open: [UInt8] = []

    /// Escaped surrogates must come in pairs, since what is read is text.
    static func accepts(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var grammar = JSONGrammar(rest: bytes[...])
            return grammar.isOneValue()
        }
    }

    private mutating func isOneValue() -> Bool {
        while true {
            skipBlanks()
            if take("[") {
                skipBlanks()
                guard take("]") else {
                    open.append(UInt8(ascii: "]"))
                    continue
                }
            } else if take("{") {
                skipBlanks()
                guard take("}") else {
                    open.append(UInt8(ascii: "}"))
                    guard member() else { return false }
                    continue
                }
            } else {
                guard scalar() else { return false }
            }
            // A value has ended; so may what holds it, and what holds that.
            while true {
                skipBlanks()
                guard let bracket = open.last else { return rest.isEmpty }
                if take(",") {
                    if bracket == UInt8(ascii: "}"), !member() { return false }
                    break
                }
                guard rest.popFirst() == bracket else { return false }
                open.removeLast()
            }
        }
    }

    /// The name and the colon.
    private mutating func member() -> Bool {
        skipBlanks()
        guard take("\""), string() else { return false }
        skipBlanks()
        return take(":")
    }

    private mutating func scalar() -> Bool {
        if take("\"") { return string() }
        for word in ["null", "true", "false"] as [StaticString] where word.utf8Start.pointee == rest.first {
            return word.withUTF8Buffer { letters in
                guard rest.starts(with: letters) else { return false }
                rest = rest.dropFirst(letters.count)
                return true
            }
        }
        return number()
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0") { guard digits() else { return false } }
        if take("."), !digits() { return false }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        let before = rest.count
        while let byte = rest.first, (48...57).contains(byte) { rest.removeFirst() }
        return rest.count < before
    }

    private mutating func string() -> Bool {
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return true
            case 0..<0x20: return false
            case UInt8(ascii: "\\"): guard escape() else { return false }
            default: continue
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        switch rest.popFirst() {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return true
        case UInt8(ascii: "u"):
            guard let unit = unit() else { return false }
            switch unit {
            case 0xd800...0xdbff:
                guard take("\\"), take("u"), let second = self.unit() else { return false }
                return (0xdc00...0xdfff).contains(second)
            case 0xdc00...0xdfff: return false
            default: return true
            }
        default: return false
        }
    }

    private mutating func unit() -> UInt16? {
        guard rest.count >= 4 else { return nil }
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private mutating func skipBlanks() {
        while let byte = rest.first, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d {
            rest.removeFirst()
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }
}
