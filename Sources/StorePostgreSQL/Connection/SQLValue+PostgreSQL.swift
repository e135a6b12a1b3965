import CPostgreSQL
import Store

extension SQLValue {
    /// The type a parameter is declared as. Undeclared, `?1 + 1` would be a 32-bit sum.
    var postgreSQLType: Oid {
        switch self {
        case .null: 0
        case .integer: 20
        case .text: 25
        case .blob: 17
        }
    }

    var postgreSQLText: String? {
        switch self {
        case .null: nil
        case .integer(let value): String(value)
        // The one character that PostgreSQL's texts can't hold; ours have no control characters.
        case .text(let text): text.utf8.contains(0) ? text.filter { $0 != "\0" } : text
        case .blob(let bytes): hexadecimal(bytes)
        }
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    var digits = Array(#"\x"#.utf8)
    digits.reserveCapacity(2 + 2 * bytes.count)
    for byte in bytes {
        digits.append(digit(byte >> 4))
        digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
}

private func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// Hands over C strings that live as long as `body` runs; nil stays nil.
func withCStrings<Result>(_ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
    var bytes: [CChar] = []
    var starts: [Int?] = []
    for text in texts {
        starts.append(text == nil ? nil : bytes.count)
        guard let text else { continue }
        bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }
    return bytes.withUnsafeBufferPointer { buffer in
        body(starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) } })
    }
}
