extension Sequence<UInt8> {
    /// Two lower-case digits for each byte.
    public var hexadecimal: String {
        var text = ""
        for byte in self {
            text.unicodeScalars.append(digits[Int(byte >> 4)])
            text.unicodeScalars.append(digits[Int(byte & 15)])
        }
        return text
    }
}

private let digits = Array("0123456789abcdef".unicodeScalars)
