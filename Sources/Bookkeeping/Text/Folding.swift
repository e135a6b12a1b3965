extension String {
    /// The form in which two codes are the same: case goes, accents stay.
    ///
    /// Through upper case first, so that `ß` meets `SS` and both forms of the small sigma meet.
    public var caseFolded: String {
        isASCII ? lowercased() : composed.uppercased().lowercased().composed
    }

    /// The form in which texts are searched and sorted: case and accents go.
    ///
    /// Accents are the combining marks of Latin, Greek and Cyrillic letters (U+0300 to U+036F) and the
    /// strokes and joined letters that no decomposition splits. Marks of other scripts are letters of their
    /// own and stay.
    public var folded: String {
        guard !isASCII else { return lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in decomposed.uppercased().lowercased().decomposed.unicodeScalars
        where !(0x300...0x36F).contains(scalar.value) {
            if let plain = plainLetters(scalar) {
                folded.append(contentsOf: plain.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        return String(folded)
    }
}

/// Small Latin letters that have no canonical decomposition, as they are usually written without their mark.
private func plainLetters(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ø": "o"
    case "ł": "l"
    case "đ", "ð": "d"
    case "ħ": "h"
    case "ŧ": "t"
    case "æ": "ae"
    case "œ": "oe"
    case "þ": "th"
    default: nil
    }
}
