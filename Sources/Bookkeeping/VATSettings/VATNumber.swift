/// Whether a text can be a VAT number: by its check digits in the United Kingdom, by its form elsewhere. Whether it is
/// anyone's, only a tax office tells.
///
/// - Source: `vat.md`, `GET /settings/VATNumber`.
public enum VATNumber {
    /// - Parameter text: in any case, with blanks or without; a number without letters is one of the United Kingdom.
    public static func isValid(_ text: String) -> Bool {
        let number = Array(text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") })
        guard let first = number.first, isLetter(first) else { return isBritish(number[...]) }
        guard number.count > 2, isLetter(number[1]) else { return false }
        let (prefix, rest) = (String(decoding: number.prefix(2), as: UTF8.self), number.dropFirst(2))
        guard rest.allSatisfy({ isLetter($0) || isDigit($0) }) else { return false }
        if prefix == "GB" || prefix == "XI" { return isBritish(rest) }
        return lengths[prefix]?.contains(rest.count) ?? false
    }

    /// Nine digits, or twelve where the last three name a branch. The first seven, weighted 8 to 2, and the two that
    /// follow come to a multiple of 97; in newer numbers with 55 added.
    private static func isBritish(_ number: ArraySlice<UInt8>) -> Bool {
        guard number.count == 9 || number.count == 12, number.allSatisfy(isDigit) else { return false }
        let digits = number.map { Int($0 - UInt8(ascii: "0")) }
        let weighted = zip(digits.prefix(7), stride(from: 8, through: 2, by: -1)).reduce(0) {
            $0 + $1.0 * $1.1
        }
        let sum = weighted + digits[7] * 10 + digits[8]
        return sum % 97 == 0 || (sum + 55) % 97 == 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Characters after the prefix, in each member state of the European Union.
    ///
    /// - Source: European Commission, VIES, the structure of VAT identification numbers.
    private static let lengths: [String: Set<Int>] = [
        "AT": [9], "BE": [10], "BG": [9, 10], "CY": [9], "CZ": [8, 9, 10], "DE": [9], "DK": [8], "EE": [9],
        "EL": [9], "ES": [9], "FI": [8], "FR": [11], "HR": [11], "HU": [8], "IE": [8, 9], "IT": [11],
        "LT": [9, 12], "LU": [8], "LV": [11], "MT": [8], "NL": [12], "PL": [10], "PT": [9],
        "RO": [2, 3, 4, 5, 6, 7, 8, 9, 10], "SE": [12], "SI": [8], "SK": [10],
    ]
}
