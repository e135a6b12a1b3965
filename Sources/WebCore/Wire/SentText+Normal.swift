import Foundation

extension SentText {
    /// Trimmed at both ends and in Unicode's composed form (NFC), so that the same word is the same bytes.
    @usableFromInline
    static func normalised(_ text: String) -> String {
        if isNormal(text) { return text }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.utf8.allSatisfy({ $0 < 0x80 })
            ? trimmed : trimmed.precomposedStringWithCanonicalMapping
    }

    /// Whether nothing is to be done, as for most texts: ASCII without a blank at either end.
    private static func isNormal(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, first > 0x20, last > 0x20 else {
            return text.isEmpty
        }
        return text.utf8.allSatisfy { $0 < 0x7f }
    }
}
