import Foundation

extension SentText {
    /// Trimmed at both ends and in Unicode's composed form (NFC), so that the same word is the same bytes.
    @usableFromInline
    static func normalised(_ text: String) -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.utf8.allSatisfy({ $0 < 0x80 })
            ? trimmed : trimmed.precomposedStringWithCanonicalMapping
    }
}
