// The one file of this floor that asks Foundation for something: the standard library has no normal forms.
import Foundation

extension String {
    /// The same text with every letter in its shortest form (NFC), which is how texts are kept.
    var composed: String {
        isASCII ? self : precomposedStringWithCanonicalMapping
    }

    /// The same text with letters and their accents apart (NFD).
    var decomposed: String {
        isASCII ? self : decomposedStringWithCanonicalMapping
    }

    /// Whether it is made of the first 128 characters alone, for which the shorter ways are taken.
    var isASCII: Bool {
        utf8.allSatisfy { $0 < 0x80 }
    }
}
