import Foundation

/// How user names and e-mail addresses compare (FD-21).
enum FoldedName {
    /// Two names are the same when their keys are: trimmed, compatibility-composed (NFKC), without regard to case.
    ///
    /// Lower, upper and lower case again: that folds what has no single partner too (`ẞ`, `ß` and `SS`, `ς` and `σ`).
    static func key(_ name: String) -> String {
        let trimmed = name.trimmed
        guard !trimmed.utf8.allSatisfy({ $0 < 128 }) else { return trimmed.lowercased() }
        return trimmed.precomposedStringWithCompatibilityMapping.lowercased().uppercased().lowercased()
            .precomposedStringWithCompatibilityMapping.trimmed
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// Canonically composed (NFC): keyboards differ in how they send an accent.
    var composed: String {
        utf8.allSatisfy { $0 < 128 } ? self : precomposedStringWithCanonicalMapping
    }
}
